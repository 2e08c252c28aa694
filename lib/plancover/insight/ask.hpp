// The one way from a question to the solver: solve a changed conference, on from a plan
// that stays as it is wherever it can. All solving of this room goes through here, so
// that a warm start can be put behind it. Refuses conferences whose pins exclude each other.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

/// How much may be asked: a number of solves, counted and not timed, so that an answer is
/// the same on every machine. Once a solve was heavy or left something unproved, only a few
/// more are made, each of the day of one session, while the other days stay as they are: that
/// is quick, gives plans that keep every rule, and proves nothing.
class Asking {
 public:
  explicit Asking(int solves = 60, std::int64_t heavy = 1000) : left_(solves), heavy_(heavy) {}

  [[nodiscard]] bool exhausted() const { return left_ <= 0; }
  /// Only single days are asked from now on.
  [[nodiscard]] bool nearby() const { return nearby_; }

  struct Asked {
    Plan plan;            ///< keeps every rule; its levels with their bounds
    bool proved = false;  ///< every level
  };
  /// The best plan of all. Counts as one solve, whether or not some are left.
  [[nodiscard]] Asked best(const Conference& conference, const Past& past);
  /// The same, on from `past.previous`, for a question about one session. Empty where only its day is
  /// asked, and no plan was found that keeps the others.
  [[nodiscard]] std::optional<Asked> best_about(const Conference& conference, const Past& past, SessionIndex session);

  /// The four levels of required seats, and how low they could be: without `changes` and quality it is much
  /// cheaper. Counts as one solve; empty where questions are asked of a few days alone.
  struct Seats {
    std::array<std::int64_t, 4> values{};
    std::array<std::int64_t, 4> bounds{};
  };
  [[nodiscard]] std::optional<Seats> seats(const Conference& conference, const Past& past);

 private:
  int left_;
  std::int64_t heavy_;  ///< a solve that asks for the time that often (see SolveOptions) is heavy
  bool nearby_ = false;
};

}  // namespace plancover

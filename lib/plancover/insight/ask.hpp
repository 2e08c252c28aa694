// The one way from a question to the solver: solve a changed conference, on from a plan
// that stays as it is wherever it can. What the first solve proves of a question is not
// proved again. Refuses conferences whose pins exclude each other.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"
#include "plancover/solver/promise.hpp"

namespace plancover {

/// How much may be asked: a number of solves of so much work, counted and not timed, so that an
/// answer is the same on every machine. Once three questions were left unproved, only a few more are
/// asked, each of the day of one session, while the other days stay as they are: that is quick,
/// gives plans that keep every rule, and proves nothing. With no work at all it is so from the start.
class Asking {
 public:
  explicit Asking(int solves = 60, std::int64_t work = 100'000) : left_(solves), work_(work), nearby_(work == 0) {}

  [[nodiscard]] bool exhausted() const { return left_ <= 0; }
  /// Only single days are asked from now on.
  [[nodiscard]] bool nearby() const { return nearby_; }

  struct Asked {
    Plan plan;            ///< keeps every rule; its levels with their bounds
    bool proved = false;  ///< every level
  };
  /// The best plan of all, with as much work as it takes. Counts as one solve, whether or not some are left.
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
  [[nodiscard]] Asked whole(const Conference& conference, const Past& past) const;
  void left_unproved();

  int left_;
  int unproved_ = 0;
  std::int64_t work_;  ///< of one question
  bool nearby_;
  std::optional<Solved> first_;  ///< what the first solve proved
};

}  // namespace plancover

// How long a search may go on: steps of work, the same on every machine, and the share
// of a time limit. Levels are given a part of what is left, so that a hard level leaves
// something for those after it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

namespace plancover {

/// A unit of work is about an iteration of a small linear program; so many steps of pricing take as long. Measured.
inline constexpr std::int64_t pricing_steps_a_unit = 48;

class Budget {
 public:
  Budget(std::int64_t work, std::function<double()> time_used, int threads = 1)
      : work_(work), threads_(threads), time_used_(std::move(time_used)) {}

  /// Until the next call, only this share of what is left may be spent.
  void open(double share) {
    work_until_ = spent_ + static_cast<std::int64_t>(static_cast<double>(work_ - spent_) * share);
    const double now = time();
    time_until_ = now + (1.0 - now) * share;
  }
  /// Another to be spent at the same time, at most this share of what is left here. What it was used for is
  /// added here afterwards.
  [[nodiscard]] Budget aside(double share) const {
    Budget other = *this;
    other.work_until_ = spent_ + static_cast<std::int64_t>(static_cast<double>(left()) * share);
    return other;
  }
  void add(std::int64_t work) { spent_ += work; }

  [[nodiscard]] std::int64_t used() const { return spent_; }
  [[nodiscard]] int threads() const { return threads_; }  ///< that may work at once
  [[nodiscard]] std::int64_t left() const { return std::max<std::int64_t>(work_until_ - spent_, 0); }
  [[nodiscard]] double time_left() const { return std::max(0.0, 1.0 - time()); }  ///< of the limit; 1 without one
  /// Nothing is left of the share that is open.
  [[nodiscard]] bool spent() { return spent_ >= work_until_ || time() >= time_until_ || out_of_time(); }
  /// The time limit itself is reached.
  [[nodiscard]] bool out_of_time() {
    stopped_ = stopped_ || time() >= 1.0;
    return stopped_;
  }

 private:
  friend class NarrowedBudget;

  [[nodiscard]] double time() const { return time_used_ ? time_used_() : 0.0; }

  std::int64_t work_ = 0;
  int threads_ = 1;
  std::int64_t spent_ = 0;
  std::int64_t work_until_ = 0;
  double time_until_ = 1.0;
  bool stopped_ = false;
  std::function<double()> time_used_;
};

/// While it lives, less of what is open may be spent.
class NarrowedBudget {
 public:
  /// At most this share of what is left, of work and of time.
  NarrowedBudget(Budget& budget, double share) : NarrowedBudget(budget) {
    const double now = budget.time();
    budget.work_until_ = budget.spent_ + static_cast<std::int64_t>(static_cast<double>(budget.left()) * share);
    budget.time_until_ = now + std::max(budget.time_until_ - now, 0.0) * share;
  }
  /// At most so much work.
  NarrowedBudget(Budget& budget, std::int64_t work) : NarrowedBudget(budget) {
    budget.work_until_ = std::min(budget.work_until_, budget.spent_ + work);
  }
  ~NarrowedBudget() {
    budget_.work_until_ = work_until_;
    budget_.time_until_ = time_until_;
  }
  NarrowedBudget(const NarrowedBudget&) = delete;
  NarrowedBudget& operator=(const NarrowedBudget&) = delete;
  NarrowedBudget(NarrowedBudget&&) = delete;
  NarrowedBudget& operator=(NarrowedBudget&&) = delete;

 private:
  explicit NarrowedBudget(Budget& budget)
      : budget_(budget), work_until_(budget.work_until_), time_until_(budget.time_until_) {}

  Budget& budget_;
  std::int64_t work_until_;
  double time_until_;
};

}  // namespace plancover

// The levels of plancover-format(5), WHAT IS BEST, one after another. First every day by itself, as if nothing
// tied the days together: its totals are what a plan can hope for, and proved bounds.
// Then the days together, level by level; a level that comes out at the sum of its days
// is proved, and holds every day to its own total from then on. Each level is solved on
// the sessions that matter up to it, and what its proof rules out stays out. Quality ends
// with whole stays as columns, where those of days leave much to prove. A level left
// unproved leaves slack, and the bounds of all later levels are computed with that slack.
// With a previous plan, what it leaves open once the changes are proved is cut into days
// and wholes anew.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "plancover/solver/cells_bound.hpp"
#include "plancover/solver/polish.hpp"
#include "plancover/solver/polish_groups.hpp"
#include "plancover/solver/relevance.hpp"
#include "plancover/solver/search.hpp"
#include "plancover/solver/solve.hpp"

namespace plancover {

class Levels {
 public:
  Levels(const Problem& problem, const SolveOptions& options);
  SolveResult run();

 private:
  static constexpr Cost no_bound = -(Cost{1} << 60);
  static constexpr Cost no_limit = Cost{1} << 40;  ///< of a row

  /// A piece, its share of the plan, and what its levels came to.
  struct Part {
    Piece piece;
    Incumbent incumbent;
    std::vector<Cost> values;        ///< of the levels done
    std::vector<Cost> bounds;        ///< likewise
    std::optional<Cost> recorded;    ///< the bound of the last level that the recorder can tell the reasons of
    std::vector<std::size_t> days;   ///< of a whole: the parts of days_ in it
    std::size_t opened = 0;          ///< sessions that matter before this level are in the master
    NearPrices prices;               ///< of a day: of its rows, at the level at which each came to matter
    NearPrices near;                 ///< of a whole: those that the last level was bounded at
    double loyalty = 0.5;            ///< of a whole: of `KnownPlan`, until a dive with it comes to nothing
    std::vector<bool> as_days;       ///< of a whole, by level: up to it, all is the sum of what its days were
    std::unique_ptr<Master> master;  ///< made when a level first needs it
    bool searched = false;           ///< at the last level, with nothing left open before it
    std::vector<Cell> stays;         ///< for quality: one cell for all days of an attendee
    std::unique_ptr<Master> whole;   ///< likewise
  };

  /// What is known of a whole's level without a search.
  struct Known {
    Cost bound = no_bound;
    Cost of_days = no_bound;  ///< what its days came to alone, where none is held to less
    bool by_day = false;      ///< is that so?
    bool slack = false;       ///< did an earlier level stay open?
  };

  [[nodiscard]] std::vector<Part> parts_of(const std::vector<Cell>& cells, Ties ties) const;
  void start();
  void fill_by_chains(std::vector<CandidateIndex>& plan);
  [[nodiscard]] bool proved_at_start(std::size_t levels) const;
  void take_start(std::size_t done);
  void cut_days(std::size_t first);
  void take_as_proved(std::size_t first, Part& part) const;
  void close_days(std::size_t first, std::size_t end);
  void join_days(std::size_t first);
  void go_on_after(std::size_t done);
  [[nodiscard]] bool decide_kept(std::size_t level);
  [[nodiscard]] std::size_t levels_up_to_changes() const;
  [[nodiscard]] bool undecided(const Part& part, const std::vector<Cell>& cells) const;
  [[nodiscard]] Cost least(std::size_t level, const Part& part) const;
  [[nodiscard]] Cost promised(std::size_t level, const Part& whole) const;
  void close(std::size_t level);
  void tell(const Part& whole, std::optional<Cost> known) const;
  [[nodiscard]] double share_with_programs() const;
  void close_day(std::size_t level, Part& day, Budget& budget);
  void fill_large_day(std::size_t level, Part& day, Budget& budget);
  [[nodiscard]] Known known_before(const Part& whole);
  void close_whole(std::size_t level, Part& whole);
  [[nodiscard]] Cost approach(Part& whole, Cost known);
  [[nodiscard]] Cost search_whole(Part& whole, const Known& known);
  [[nodiscard]] std::vector<HeldLevel> held_levels(const Part& whole) const;
  [[nodiscard]] BoundTask task_of(const Part& whole) const;
  static void tell_prices(Part& day);
  [[nodiscard]] NearPrices near_of(const Part& whole) const;
  [[nodiscard]] Cost bound_by_climb(Part& whole);
  [[nodiscard]] std::vector<CandidateIndex> beside(const Part& whole) const;
  void record_climb(Part& whole, Cost known);
  void take_if_better(Part& whole, std::vector<CandidateIndex> plan);
  [[nodiscard]] bool fills_nearly_all(const Part& whole) const;
  [[nodiscard]] Cost close_by_prices(Part& whole);
  void polish_by_groups(Part& whole, const std::vector<GroupShape>& shapes);
  bool dive_for_quality(const BoundTask& task, const CellsBound& found, Part& whole);
  void follow_by_days(const CellsBound& found, bool from_known, Part& whole);
  [[nodiscard]] Cost close_quality(Part& whole, Cost known, bool slack);
  void first_plan_of_quality(Part& whole, bool slack);
  [[nodiscard]] Cost root_of_quality(Part& whole, bool slack);
  [[nodiscard]] Cost tree_of_days(Part& whole, Cost known);
  Master& master_of(Part& part, bool tied);
  void start_from_days(Part& whole);
  Master& stays_of(Part& part);
  void open_up_to(std::size_t level, Part& part);
  void offer_plan(Part& part);
  [[nodiscard]] static std::size_t candidates_of(const Part& part, const std::vector<Cell>& cells);
  [[nodiscard]] bool is_large(const Part& whole) const;
  [[nodiscard]] bool is_too_large(const Part& whole) const;
  [[nodiscard]] Polish polish_of(const Part& whole, Cost enough) const;
  [[nodiscard]] Polish polish_of_small_days(const Part& whole, Cost enough) const;
  void polish_by_turns(Part& whole, Cost enough);
  void fill_up(std::size_t level, Part& part);
  void hand_over(std::size_t level, Part& whole);
  void settle(std::size_t level, Part& whole);
  void keep(Part& whole, std::size_t level);
  void begin_claim(std::size_t level, const Part& whole);
  [[nodiscard]] Cost slack_for(const Part& whole, std::size_t level) const;
  void set_slack(Part& whole, bool allowed);
  [[nodiscard]] Cost cost(const Part& part, std::size_t level, const std::vector<CandidateIndex>& chosen) const;
  [[nodiscard]] std::vector<CandidateIndex> best() const;

  const Problem& problem_;
  const SolveOptions& options_;
  std::size_t large_candidates_;      ///< for a linear program of all days, in the time there was at the start
  std::size_t large_candidates_now_;  ///< the same at the level that is being closed
  Budget budget_;
  Recorder recorder_;
  Fates fates_;
  Fates level_fates_;                     ///< of the level that is being closed
  std::vector<std::size_t> first_level_;  ///< by SlotIndex
  std::vector<Cell> day_cells_;           ///< one a day for everyone
  std::vector<Cell> cells_;               ///< one for all days where total hours may bind
  std::vector<int> group_of_;             ///< by SlotIndex: the part of days_
  std::vector<CandidateIndex> start_;     ///< a plan that breaks no rule
  bool by_days_ = true;                   ///< of the levels that are proved: each day is as it would be alone
  std::vector<Part> days_;
  std::vector<Part> wholes_;
  std::vector<Cost> gap_;             ///< value - bound over all wholes, by level
  std::vector<std::int64_t> bounds_;  ///< of all, by level, as they are printed
};

}  // namespace plancover

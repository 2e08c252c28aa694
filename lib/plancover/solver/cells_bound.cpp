#include "plancover/solver/cells_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "plancover/solver/plan_by_prices.hpp"
#include "plancover/solver/pool_prices.hpp"
#include "plancover/solver/seat_worth.hpp"

namespace plancover {

namespace {

// Measured on conferences of 600 sessions by 160 people and of 3,000 by 150.
constexpr Pace pace{.least_reach = 1e-3, .patience = 10, .shorter = 0.7, .inertia = 0.6};
constexpr std::size_t huge = 200'000;  // candidates: quality is given so few rounds that steps become shorter sooner
constexpr int patience_where_huge = 5;
constexpr double least_reach_of_seats = 5e-3;  // what is nearer comes too slowly, and there are levels to come
constexpr double forgets = 0.02;               // of the average of columns, each round

class PricedCells {
 public:
  PricedCells(const BoundTask& task, const NearPrices& near, Budget& budget, const Climb& climb)
      : task_(task), problem_(task.problem), budget_(budget), climb_(climb), relaxation_(made(task)) {
    if (of_quality() && problem_.continuity != 0) credit_links();
    relaxation_.start_near(near);
    std::vector<std::int64_t> start = relaxation_.start().of;
    if (of_quality()) price_unknown_seats(near, start);
    if (climb.from_pool) ask_pool(start);
    std::vector<PriceRange> ranges = ranges_of(relaxation_.formulation());
    const std::int64_t continuity = relaxation_.start().scale * problem_.continuity;
    each_link([&](PersonIndex person, const DayLink& link) {
      const auto known = near.early.find({person, link.session});
      start.push_back(known == near.early.end() ? continuity / 2 : relaxation_.scaled(known->second));
      ranges.push_back({0, continuity});
    });
    Pace mine = pace;
    mine.reach = climb.reach;
    if (!of_quality()) mine.least_reach = least_reach_of_seats;
    if (of_quality() && candidates() > huge) mine.patience = patience_where_huge;
    ascent_.emplace(std::move(start), std::move(ranges), mine);
    result_.taken.assign(problem_.candidates.size(), 0.0);
  }

  CellsBound climb() {
    const std::int64_t scale = relaxation_.start().scale;
    // Less than a whole unit short of the value is the value.
    const Wide enough = static_cast<Wide>(task_.value - 1) * scale + 1;
    const bool proved = of_pool_ && *of_pool_ >= enough;
    // Once even if nothing may be spent: that says what holds at the prices it starts from.
    for (int round = 0; !proved && (round == 0 || (round < climb_.rounds && !budget_.spent())); ++round) {
      const RowPrices at = take(ascent_->prices());
      const std::optional<Wide> now = relaxation_.solve(at, budget_);
      if (!now) break;
      average(round);
      if (!ascent_->step(*now, missed(at), enough)) break;
    }
    const bool pool_says_more = of_pool_ && (!ascent_->best() || *of_pool_ > *ascent_->best());
    const std::optional<Wide> best = pool_says_more ? of_pool_ : ascent_->best();
    result_.bound = best ? round_up(*best, scale) : std::numeric_limits<Cost>::min();
    tell_prices(pool_says_more ? pool_->of : ascent_->best_prices());
    if (of_quality() && !budget_.out_of_time() && relaxation_.solve(take(ascent_->best_prices()), budget_))
      result_.plan = plan_by_prices(problem_, task_.cells, task_.piece, relaxation_.prices(), task_.fates, budget_);
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool of_quality() const { return problem_.levels[task_.level].kind == LevelKind::quality; }

  [[nodiscard]] std::size_t candidates() const {
    std::size_t sum = 0;
    for (const int cell : task_.piece.cells) sum += task_.cells[static_cast<std::size_t>(cell)].candidates.size();
    return sum;
  }

  static Relaxation made(const BoundTask& task) {
    Formulation f = formulate(task.problem, task.cells, task.piece, task.group_of, true, task.fates);
    open_held(task.problem, f, task.open, task.held);
    return {task.problem, task.cells, std::move(f), task.problem.levels[task.level], task.fates};
  }

  /// Of seats, the pool knows what all attendees can do, and the prices known so far who is rare: from both the climb
  /// comes farther than from either, and what the pool's own prices prove is kept. Of quality, what says more.
  void ask_pool(std::vector<std::int64_t>& known) {
    constexpr double share = 0.65;  // measured
    const ProblemLevel& level = problem_.levels[task_.level];
    if (level.kind == LevelKind::changes) return;
    std::optional<RowPrices> pool =
        pool_prices(problem_, task_.cells, relaxation_.formulation(), level, task_.fates, budget_);
    if (!pool) return;
    const std::optional<Wide> of_pool = relaxation_.solve(*pool, budget_);
    if (of_quality()) {
      const std::optional<Wide> of_known = relaxation_.solve({pool->scale, known}, budget_);
      if (of_pool && of_known && *of_pool > *of_known) known = std::move(pool->of);
      return;
    }
    for (std::size_t row = 0; row < known.size(); ++row) {
      known[row] =
          std::llround(share * static_cast<double>(pool->of[row]) + (1 - share) * static_cast<double>(known[row]));
    }
    of_pool_ = of_pool;
    pool_ = std::move(pool);
  }

  /// Everyone of the piece, with all their days in it.
  [[nodiscard]] std::vector<Cell> attendees() const {
    std::vector<Cell> all;
    for (const int index : task_.piece.cells) {
      const Cell& cell = task_.cells[static_cast<std::size_t>(index)];
      if (all.empty() || all.back().person != cell.person) all.push_back({cell.person, {}, false, true});
      all.back().candidates.insert(all.back().candidates.end(), cell.candidates.begin(), cell.candidates.end());
    }
    return all;
  }

  void credit_links() {
    std::vector<Cell> all = attendees();
    std::vector<Potential> links;
    links.reserve(all.size());
    for (const Cell& cell : all) links.push_back({day_links(problem_, cell, task_.fates), {}, false, 0});
    relaxation_.credit(std::move(all), std::move(links));
  }

  /// From no prices at all, all want the same seats, and the climb takes three times as long.
  void price_unknown_seats(const NearPrices& near, std::vector<std::int64_t>& start) const {
    constexpr double about = 0.8;  // measured
    const std::vector<Row>& rows = relaxation_.formulation().rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].kind != Row::Kind::seat || near.rows.contains(name_of(rows[row]))) continue;
      const SeatIndex seat(static_cast<std::size_t>(rows[row].subject));
      if (const auto worth = worth_of_a_seat(problem_, seat, task_.fates))
        start[row] = -std::max<std::int64_t>(0, relaxation_.scaled(about * static_cast<double>(*worth)));
    }
  }

  template <class Tell>
  void each_link(const Tell& tell) {
    if (relaxation_.potentials().empty()) return;
    const std::vector<Cell>& all = relaxation_.attendees();
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (DayLink& link : relaxation_.potentials()[i].links) tell(all[i].person, link);
    }
  }

  /// The climb's prices: those of rows, and behind them what of continuity is paid early.
  RowPrices take(const std::vector<std::int64_t>& all) {
    const std::size_t rows = relaxation_.formulation().rows.size();
    std::size_t next = rows;
    each_link([&](PersonIndex, DayLink& link) { link.early = all[next++]; });
    return {relaxation_.start().scale, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rows)}};
  }

  std::vector<double> missed(const RowPrices& at) {
    std::vector<double> misses = relaxation_.missed(at);
    if (relaxation_.potentials().empty()) return misses;
    std::vector<int> sits(problem_.sessions.size(), 0);  // by session: whether this attendee does
    std::vector<std::vector<SlotIndex>> of(problem_.people.size());
    for (const Priced& priced : relaxation_.best()) {
      for (const CandidateIndex c : priced.chosen) {
        of[problem_.candidates[c].person.value].push_back(problem_.candidates[c].session);
      }
    }
    const std::vector<Cell>& all = relaxation_.attendees();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::vector<SlotIndex>& mine = of[all[i].person.value];
      for (const SlotIndex s : mine) sits[s.value] = 1;
      for (const DayLink& link : relaxation_.potentials()[i].links) {
        int miss = sits[link.session.value];
        for (const SlotIndex before : link.previous) miss -= sits[before.value];
        misses.push_back(miss);
      }
      for (const SlotIndex s : mine) sits[s.value] = 0;
    }
    return misses;
  }

  void average(int round) {
    // The later a round, the more its columns tell (Gustavsson, Patriksson and Strömberg 2015).
    constexpr double later = 3.0;
    const double share = std::max(forgets, later / (round + later));
    for (double& taken : result_.taken) taken *= 1 - share;
    for (const Priced& priced : relaxation_.best()) {
      for (const CandidateIndex c : priced.chosen) result_.taken[c.value] += share;
    }
  }

  void tell_prices(const std::vector<std::int64_t>& best) {
    const auto scale = static_cast<double>(relaxation_.start().scale);
    std::size_t next = 0;
    for (const Row& row : relaxation_.formulation().rows) {
      const double price = static_cast<double>(best[next++]) / scale;
      if (row.kind == Row::Kind::night) {
        result_.prices.nights[PersonIndex(static_cast<std::size_t>(row.subject))].push_back(-price);
      } else {
        result_.prices.rows.emplace(name_of(row), price);
      }
    }
    if (!of_quality()) return;
    result_.ahead.assign(problem_.candidates.size(), 0);
    each_link([&](PersonIndex person, const DayLink& link) {
      const double early = static_cast<double>(best[next++]) / scale;
      result_.prices.early.emplace(std::pair(person, link.session), early);
      for (const SlotIndex before : link.previous) {
        for (const CandidateIndex c : candidates_at(problem_, person, before))
          result_.ahead[c.value] += std::llround(early);
      }
    });
  }

  const BoundTask& task_;
  const Problem& problem_;
  Budget& budget_;
  const Climb& climb_;
  Relaxation relaxation_;
  std::optional<RowPrices> pool_;
  std::optional<Wide> of_pool_;
  std::optional<Ascent> ascent_;
  CellsBound result_;
};

}  // namespace

CellsBound bound_by_cells(const BoundTask& task, const NearPrices& near, Budget& budget, const Climb& climb) {
  return PricedCells(task, near, budget, climb).climb();
}

}  // namespace plancover

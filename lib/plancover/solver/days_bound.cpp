#include "plancover/solver/days_bound.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <numeric>

#include "plancover/solver/crew.hpp"
#include "plancover/solver/potential.hpp"
#include "plancover/solver/subproblem.hpp"

namespace plancover {

namespace {

/// Points are counted in so many parts, so that prices need not be whole points.
constexpr std::int64_t parts = 4;
constexpr int most_rounds = 60;

/// Continuity that days may give each other: sitting here earns it if the attendee sat in one before.
struct Bridge {
  std::vector<CandidateIndex> here;
  std::vector<CandidateIndex> before;
  double price = 0;      ///< of `before`; the rest of the continuity is that of `here`
  double direction = 0;  ///< in which it climbs
};

/// The total hours of an attendee.
struct Hours {
  PersonIndex person;
  std::int64_t limit = 0;  ///< minutes; what is decided may be more than the attendee would take
  double price = 0;        ///< of an hour
  double direction = 0;
};

class PricedDays {
 public:
  PricedDays(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<BoundDay>& days,
             const Fates& fates, Budget& budget)
      : problem_(problem), fates_(fates), budget_(budget), points_(problem.candidates.size()) {
    find_bridges();
    const std::vector<bool> binds = hours_that_bind(problem, day_cells, fates);
    for (const PersonIndex person : problem.people.indexes()) {
      if (binds[person.value]) hours_.push_back({person, std::max(problem.people[person].minutes, decided(person))});
    }
    lay_out();
    Fates of_day(problem.candidates.size(), Fate::forbidden);
    for (const BoundDay& day : days) {
      days_.push_back(std::make_unique<Day>(take_out(day_cells, *day.piece, of_day), budget));
      start(day, *days_.back());
    }
  }

  Cost climb(Cost value) {
    Cost best = std::numeric_limits<Cost>::min();
    double reach = 1.0;  // of the way that would close the gap
    int in_vain = 0;
    // Once even if nothing may be spent: then each day says what holds at no prices of its own.
    for (int round = 0; round == 0 || (round < most_rounds && best < value && !budget_.spent()); ++round) {
      const Wide now = solve();
      const Cost bound = round_up(now, parts);
      in_vain = bound > best ? 0 : in_vain + 1;
      best = std::max(best, bound);
      if (in_vain >= 3) {
        reach /= 2;
        in_vain = 0;
        if (reach < 0.05) break;
      }
      if (!step(reach * (static_cast<double>(value) * parts - static_cast<double>(now)))) break;
      lay_out();
      for (const auto& day : days_) day->master->reprice();
    }
    return best;
  }

  [[nodiscard]] std::vector<std::int64_t> ahead() const {
    std::vector<double> worth(problem_.candidates.size(), 0.0);
    for (const Bridge& bridge : bridges_) {
      for (const CandidateIndex c : bridge.before) worth[c.value] += bridge.price;
    }
    for (const Hours& hours : hours_) {
      for (const CandidateIndex c : problem_.people[hours.person].candidates) {
        worth[c.value] -= hours.price * static_cast<double>(minutes(c)) / 60;
      }
    }
    std::vector<std::int64_t> points;
    points.reserve(worth.size());
    for (const double each : worth) points.push_back(std::llround(each / static_cast<double>(parts)));
    return points;
  }

  [[nodiscard]] std::map<RowName, double> prices() const {
    std::map<RowName, double> all;
    for (std::size_t number = 0; number < days_.size(); ++number) {
      const Day& day = *days_[number];
      const RowPrices& best = day.master->best_prices();
      for (std::size_t row = 0; row < best.of.size(); ++row) {
        RowName name = name_of(day.master->formulation().rows[row]);
        auto& [kind, subject, group] = name;
        const auto at = static_cast<std::size_t>(subject);
        if (kind == Row::Kind::seat) subject = day.part.seats[at].value;
        if (kind == Row::Kind::room) subject = day.part.sessions[at].value;
        if (kind == Row::Kind::total) group = static_cast<int>(number);
        all.emplace(name, static_cast<double>(best.of[row]) / static_cast<double>(best.scale * parts));
      }
    }
    return all;
  }

  [[nodiscard]] std::map<std::pair<PersonIndex, SlotIndex>, double> early() const {
    std::map<std::pair<PersonIndex, SlotIndex>, double> all;
    for (const Bridge& bridge : bridges_) {
      const Candidate& here = problem_.candidates[bridge.here.front()];
      all.emplace(std::pair(here.person, here.session), bridge.price / static_cast<double>(parts));
    }
    return all;
  }

 private:
  /// One day as a problem of its own, at the prices.
  struct Day {
    Day(Subproblem subproblem, const Budget& budget) : part(std::move(subproblem)), aside(budget) {}

    Subproblem part;
    std::vector<Cell> cells;
    Budget aside;
    std::unique_ptr<Master> master;
  };

  /// `of_day` forbids all, and does so again afterwards.
  Subproblem take_out(const std::vector<Cell>& day_cells, const Piece& piece, Fates& of_day) const {
    std::vector<PersonIndex> people;
    for (const int index : piece.cells) {
      const Cell& cell = day_cells[static_cast<std::size_t>(index)];
      people.push_back(cell.person);
      for (const CandidateIndex c : cell.candidates) of_day[c.value] = fates_[c.value];
    }
    Subproblem part = subproblem_of(problem_, of_day, people, std::vector<int>(problem_.seats.size(), 0));
    for (const CandidateIndex c : part.origin) of_day[c.value] = Fate::forbidden;
    part.problem.continuity *= parts;
    part.problem.attend *= parts;
    part.problem.load *= parts;
    for (const SlotIndex s : part.problem.sessions.indexes()) {
      // What other days have to do with it is a bridge's affair.
      if (!continuity_within_day(problem_, part.sessions[s.value])) part.problem.sessions[s].previous.clear();
    }
    return part;
  }

  void start(const BoundDay& bound, Day& day) const {
    const Problem& alone = day.part.problem;
    day.cells = make_day_cells(alone);
    Piece piece{{}, alone.sessions.indexes()};
    for (std::size_t i = 0; i < day.cells.size(); ++i) piece.cells.push_back(static_cast<int>(i));
    copy_points(day);
    const std::vector<int> one_group(alone.sessions.size(), 0);
    Formulation f = formulate(alone, day.cells, std::move(piece), one_group, false, day.part.fates);
    day.master = std::make_unique<Master>(alone, day.cells, std::move(f), day.aside);
    day.master->open(alone.sessions.indexes(), false, day.part.fates);
    std::vector<SlotIndex> deserted;  // where nobody may sit at all
    std::set_difference(bound.piece->sessions.begin(), bound.piece->sessions.end(), day.part.sessions.begin(),
                        day.part.sessions.end(), std::back_inserter(deserted));
    for (std::size_t level = 0; level < bound.at_most.size(); ++level) {
      const ProblemLevel& kind = problem_.levels[level];
      day.master->keep(kind, -1, bound.at_most[level] - total_cost(problem_, deserted, kind, {}));
    }
    day.master->aim_at(problem_.levels.back());
  }

  void copy_points(Day& day) const {
    for (std::size_t c = 0; c < day.part.origin.size(); ++c) {
      day.part.problem.candidates[CandidateIndex(c)].points = points_[day.part.origin[c].value];
    }
  }

  void find_bridges() {
    for (const Cell& cell : make_whole_cells(problem_)) {
      std::map<SlotIndex, std::vector<CandidateIndex>> sits;
      for (const CandidateIndex c : cell.candidates) {
        if (fates_[c.value] != Fate::forbidden) sits[problem_.candidates[c].session].push_back(c);
      }
      for (const DayLink& link : day_links(problem_, cell, fates_)) {
        Bridge bridge{sits[link.session], {}, static_cast<double>(problem_.continuity * parts) / 2};
        for (const SlotIndex s : link.previous)
          bridge.before.insert(bridge.before.end(), sits[s].begin(), sits[s].end());
        bridges_.push_back(std::move(bridge));
      }
    }
  }

  [[nodiscard]] std::int64_t minutes(CandidateIndex c) const {
    const ProblemSession& session = problem_.sessions[problem_.candidates[c].session];
    return session.end - session.start;
  }

  [[nodiscard]] std::int64_t decided(PersonIndex person) const {
    std::int64_t sum = 0;
    for (const CandidateIndex c : problem_.people[person].candidates) {
      if (problem_.candidates[c].fixed) sum += minutes(c);
    }
    return sum;
  }

  /// Points as the prices leave them.
  void lay_out() {
    for (const CandidateIndex c : problem_.candidates.indexes()) {
      points_[c.value] = problem_.candidates[c].points * parts;
    }
    for (const Bridge& bridge : bridges_) {
      const std::int64_t price = std::llround(bridge.price);
      for (const CandidateIndex c : bridge.here) points_[c.value] += problem_.continuity * parts - price;
      for (const CandidateIndex c : bridge.before) points_[c.value] += price;
    }
    constant_ = 0;
    for (const Hours& hours : hours_) {
      const std::int64_t price = std::llround(hours.price);
      // Of parts of an hour a whole number is charged: too little keeps the bound true.
      for (const CandidateIndex c : problem_.people[hours.person].candidates) {
        points_[c.value] -= price * minutes(c) / 60;
      }
      constant_ += (price * hours.limit + 59) / 60;
    }
    for (const auto& day : days_) copy_points(*day);
  }

  Wide solve() {
    std::vector<Cost> least(days_.size(), 0);
    const std::int64_t before = budget_.used();
    for (const auto& day : days_) day->aside = budget_.aside(1.0);
    do_all(budget_.threads(), days_.size(), [&](std::size_t number) {
      Recorder nothing;
      Day& day = *days_[number];
      constexpr Cost cut_off = std::numeric_limits<Cost>::max() / 4;
      least[number] = root_bound(*day.master, day.part.fates, cut_off, day.aside, nothing);
    });
    for (const auto& day : days_) budget_.add(day->aside.used() - before);
    return std::accumulate(least.begin(), least.end(), -static_cast<Wide>(constant_));
  }

  /// How much of them the days take.
  [[nodiscard]] double taken(const std::vector<CandidateIndex>& some) const {
    double sum = 0;
    for (const CandidateIndex c : some) sum += sits_[c.value];
    return sum;
  }

  bool step(double gap) {
    sits_.assign(problem_.candidates.size(), 0.0);
    for (const auto& day : days_) {
      for (std::size_t c = 0; c < day->part.origin.size(); ++c) {
        sits_[day->part.origin[c].value] = day->master->sits()[c];
      }
    }
    constexpr double inertia = 0.5;
    double length = 0;
    for (Bridge& bridge : bridges_) {
      bridge.direction = inertia * bridge.direction + taken(bridge.here) - taken(bridge.before);
      const bool stays = (bridge.price <= 0 && bridge.direction < 0) ||
                         (bridge.price >= static_cast<double>(problem_.continuity * parts) && bridge.direction > 0);
      if (stays) bridge.direction = 0;
      length += bridge.direction * bridge.direction;
    }
    for (Hours& each : hours_) {
      double over = -static_cast<double>(each.limit);
      for (const CandidateIndex c : problem_.people[each.person].candidates) {
        over += sits_[c.value] * static_cast<double>(minutes(c));
      }
      each.direction = inertia * each.direction + over / 60;
      if (each.price <= 0 && each.direction < 0) each.direction = 0;
      length += each.direction * each.direction;
    }
    if (length < 1e-9) return false;
    const double far = gap / length;
    for (Bridge& bridge : bridges_) {
      bridge.price =
          std::clamp(bridge.price + far * bridge.direction, 0.0, static_cast<double>(problem_.continuity * parts));
    }
    for (Hours& each : hours_) each.price = std::max(0.0, each.price + far * each.direction);
    return true;
  }

  const Problem& problem_;
  const Fates& fates_;
  Budget& budget_;
  std::vector<std::int64_t> points_;  // by CandidateIndex, as the prices leave them
  std::vector<Bridge> bridges_;
  std::vector<Hours> hours_;
  std::int64_t constant_ = 0;
  std::vector<std::unique_ptr<Day>> days_;
  std::vector<double> sits_;  // by CandidateIndex: how much of it the days take
};

}  // namespace

DaysBound bound_by_days(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<BoundDay>& days,
                        const Fates& fates, Cost value, Budget& budget) {
  PricedDays priced(problem, day_cells, days, fates, budget);
  const Cost bound = priced.climb(value);
  DaysBound result{bound, priced.ahead(), {}, {}};
  if (budget.spent()) return result;
  result.prices = priced.prices();
  result.early = priced.early();
  return result;
}

}  // namespace plancover

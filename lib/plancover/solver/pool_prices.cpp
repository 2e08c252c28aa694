#include "plancover/solver/pool_prices.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "plancover/simplex/lp.hpp"
#include "plancover/solver/pool.hpp"

namespace plancover {

namespace {

constexpr long most_iterations = 200'000;
constexpr int most_turns = 5;          // to learn what is dearest; two are mostly enough
constexpr long columns_a_unit = 5000;  // for one more unit of work an iteration; measured

/// The program. Its variables are what is filled: those of the formulation say what is left empty, and what that costs
/// is what filling it earns. Whoever comes first into a room earns besides that it is not empty. No row says who that
/// is, for there would be one for each room: it is whoever takes the dearest seat, and what is dearest is learned.
class PoolProgram {
 public:
  PoolProgram(const Problem& problem, const Pool& pool, const Formulation& formulation, const ProblemLevel& level,
              const Fates& fates)
      : problem_(problem),
        pool_(pool),
        formulation_(formulation),
        level_(level),
        fates_(fates),
        held_(formulation.rows.size(), -1),
        price_(formulation.rows.size(), 0.0) {
    for (const std::int64_t people : pool.present) instant_.push_back(at_most(static_cast<double>(people)));
    for (const std::int64_t minutes : pool.minutes) hours_.push_back(at_most(hours(minutes)));
    for (const std::int64_t sessions : pool.counted) counted_.push_back(at_most(static_cast<double>(sessions)));
    hours_in_all_ = at_most(hours(pool.minutes_in_all));
    add_held();
    add_rooms();
  }

  bool solve(Budget& budget) {
    lp_.stop_when([&budget] { return budget.spent(); });
    bool done = false;
    bool changed = true;
    for (int turn = 0; turn < most_turns && changed; ++turn) {
      done = lp_.solve(most_iterations);
      if (!done) break;
      for (std::size_t row = 0; row < held_.size(); ++row) {
        if (held_[row] >= 0) price_[row] = -dual(held_[row]);
      }
      changed = false;
      for (Room& room : rooms_) changed = take_dearest_first(room) || changed;
    }
    budget.add(lp_.iterations() * (1 + lp_.columns() / columns_a_unit));
    return done;
  }

  [[nodiscard]] RowPrices prices() {
    for (const Room& room : rooms_) tell_prices(room);
    RowPrices prices{scale_for(problem_), {}};
    for (std::size_t row = 0; row < price_.size(); ++row) {
      prices.of.push_back(rounded_price(price_[row] * static_cast<double>(prices.scale), formulation_.rows[row]));
    }
    return prices;
  }

 private:
  /// Seats of a session that may be empty, of one kind and role.
  struct Places {
    const Variable* variable = nullptr;
    double most = 0;   // who can sit there
    double earns = 0;  // quality, by each of them
    int filled = -1;   // columns
    int first = -1;    // likewise: filled by whoever comes first into the room
  };
  struct Room {
    SlotIndex session;
    std::vector<Places> places;
    const Variable* abandoned = nullptr;
    std::size_t dearest = 0;  // of the places
  };

  static std::size_t at(const Entry& entry) { return static_cast<std::size_t>(entry.row); }
  static double hours(std::int64_t minutes) { return static_cast<double>(minutes) / 60; }
  /// How much better a row's right side would make the plan, whichever side that is.
  [[nodiscard]] double dual(int row) const { return std::abs(lp_.duals()[row]); }
  int at_most(double right) { return lp_.add_row(-lp_infinity, right); }

  /// So much of a level that is held is filled. Of changes the pool knows nothing: they are about who sits where.
  void add_held() {
    std::vector<std::int64_t> empty(held_.size(), 0);  // what the level costs with nobody anywhere
    for (const Variable& variable : formulation_.variables) {
      for (const Entry& entry : variable.entries) empty[at(entry)] += entry.value * variable.upper;
    }
    for (const Total& total : formulation_.totals) {
      if (!counts_seats(total.level)) continue;
      const auto row = static_cast<std::size_t>(total.row);
      held_[row] = lp_.add_row(static_cast<double>(empty[row] - formulation_.rows[row].right), lp_infinity);
    }
  }

  /// The formulation lists the variables of a session one after the other.
  void add_rooms() {
    for (const Variable& variable : formulation_.variables) {
      const bool of_seat = variable.kind == Variable::Kind::empty || variable.kind == Variable::Kind::wanting;
      if (!of_seat && variable.kind != Variable::Kind::abandoned) continue;
      if (rooms_.empty() || rooms_.back().session != variable.session) rooms_.push_back({variable.session, {}});
      if (!of_seat) {
        rooms_.back().abandoned = &variable;
        continue;
      }
      const SeatIndex seat(static_cast<std::size_t>(formulation_.rows[at(variable.entries.front())].subject));
      rooms_.back().places.push_back(
          {&variable, std::min(static_cast<double>(variable.upper), static_cast<double>(pool_.able[seat.value])),
           earned_in(seat)});
    }
    std::vector<LpColumn> columns;
    for (Room& room : rooms_) {
      const std::vector<LpEntry> people = people_in(room.session);
      room.dearest = first_required(room);
      for (std::size_t i = 0; i < room.places.size(); ++i) {
        Places& places = room.places[i];
        if (places.most < 1) continue;
        const double of_first = room.abandoned != nullptr && i == room.dearest ? 1 : 0;
        places.filled = static_cast<int>(columns.size());
        columns.push_back(filling({places.variable}, people, places.most - of_first));
        columns.back().cost -= places.earns;
        if (room.abandoned == nullptr) continue;
        places.first = static_cast<int>(columns.size());
        columns.push_back(filling({places.variable, room.abandoned}, people, of_first));
        columns.back().cost -= places.earns;
      }
    }
    lp_.add_columns(columns);
  }

  /// Filling one of each of these with one person, at most so often.
  [[nodiscard]] LpColumn filling(const std::vector<const Variable*>& variables, std::vector<LpEntry> people,
                                 double most) const {
    LpColumn column{0, 0, most, std::move(people)};
    std::map<int, double> held;
    for (const Variable* variable : variables) {
      column.cost -= static_cast<double>(cost(problem_, *variable, level_));
      for (const Entry& entry : variable->entries) {
        if (held_[at(entry)] >= 0) held[held_[at(entry)]] += static_cast<double>(entry.value);
      }
    }
    for (const auto& [row, value] : held) column.entries.push_back({row, value});
    return column;
  }

  /// About what each of those who are best for a seat would add to quality there: what the last of them does.
  [[nodiscard]] double earned_in(SeatIndex index) const {
    const Seat& seat = problem_.seats[index];
    if (level_.kind != LevelKind::quality) return 0;
    std::vector<std::int64_t> points;
    for (const CandidateIndex c : seat.candidates) {
      if (fates_[c.value] != Fate::forbidden) points.push_back(problem_.candidates[c].points);
    }
    if (points.empty() || seat.wanted == 0) return 0;
    const auto last = points.begin() + std::min<std::ptrdiff_t>(seat.wanted, std::ssize(points)) - 1;
    std::nth_element(points.begin(), last, points.end(), std::greater<>());
    const bool continues = !problem_.sessions[seat.session].previous.empty();
    return static_cast<double>(*last + (continues ? problem_.continuity : 0));
  }

  /// What filling one of it earns, at the prices of what is held, but for quality.
  [[nodiscard]] double worth(const Variable& variable) const {
    auto sum = static_cast<double>(cost(problem_, variable, level_));
    for (const Entry& entry : variable.entries) {
      if (held_[at(entry)] >= 0) sum -= price_[at(entry)] * static_cast<double>(entry.value);
    }
    return sum;
  }

  [[nodiscard]] double in_all(const Places& places) const { return worth(*places.variable) + places.earns; }

  /// With nothing known yet.
  [[nodiscard]] static std::size_t first_required(const Room& room) {
    const auto found = std::find_if(room.places.begin(), room.places.end(), [](const Places& places) {
      return places.most >= 1 && places.variable->kind == Variable::Kind::empty;
    });
    return found == room.places.end() ? 0 : static_cast<std::size_t>(found - room.places.begin());
  }

  [[nodiscard]] std::size_t dearest_in(const Room& room) const {
    std::size_t dearest = room.dearest;
    for (std::size_t i = 0; i < room.places.size(); ++i) {
      const Places& places = room.places[i];
      if (places.most >= 1 && in_all(places) > in_all(room.places[dearest]) + lp_nothing) dearest = i;
    }
    return dearest;
  }

  /// True if the dearest seat is no longer the one that was. That one stays open to whoever comes first, too: the
  /// program must not become impossible.
  bool take_dearest_first(Room& room) {
    const std::size_t dearest = dearest_in(room);
    if (room.abandoned == nullptr || dearest == room.dearest) return false;
    lp_.set_column_bounds(room.places[dearest].first, 0, 1);
    room.dearest = dearest;
    return true;
  }

  /// A seat is worth what one of the pool is there, less what that one earns, and no more than filling it is worth; the
  /// room is what that is more than the dearest seat is by itself.
  void tell_prices(const Room& room) {
    double people = 0;
    for (const LpEntry& entry : people_in(room.session)) people += entry.value * dual(entry.index);
    double of_room = 0;
    if (room.abandoned != nullptr && !room.places.empty()) {
      of_room = std::clamp(people - in_all(room.places[room.dearest]), 0.0, std::max(worth(*room.abandoned), 0.0));
      price_[at(room.abandoned->entries.front())] = -of_room;
    }
    for (const Places& places : room.places)
      price_[at(places.variable->entries.front())] = std::numeric_limits<double>::lowest();
    for (const Places& places : room.places) {
      double& seat = price_[at(places.variable->entries.front())];
      seat = std::max(seat, std::min(people - places.earns, worth(*places.variable) + of_room));
    }
  }

  /// What one more in the session takes of the pool.
  [[nodiscard]] std::vector<LpEntry> people_in(SlotIndex index) const {
    const ProblemSession& session = problem_.sessions[index];
    const double length = hours(session.end - session.start);
    const auto day = static_cast<std::size_t>(session.day);
    std::vector<LpEntry> entries{{hours_[day], length}, {hours_in_all_, length}};
    if (session.counts) entries.push_back({counted_[day], 1});
    const std::vector<std::int64_t>& all = pool_.instants;
    for (auto i = static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), session.start) - all.begin());
         i < all.size() && all[i] < session.end; ++i)
      entries.push_back({instant_[i], 1});
    return entries;
  }

  const Problem& problem_;
  const Pool& pool_;
  const Formulation& formulation_;
  const ProblemLevel level_;
  const Fates& fates_;
  Lp lp_;
  std::vector<Room> rooms_;
  std::vector<int> held_;     // by row of the formulation: levels that are held
  std::vector<int> instant_;  // by instant; the others by day
  std::vector<int> hours_;
  std::vector<int> counted_;
  int hours_in_all_ = 0;
  std::vector<double> price_;  // by row of the formulation
};

}  // namespace

std::optional<RowPrices> pool_prices(const Problem& problem, const std::vector<Cell>& cells,
                                     const Formulation& formulation, const ProblemLevel& level, const Fates& fates,
                                     Budget& budget) {
  if (budget.spent()) return std::nullopt;
  const Pool pool = pool_of(problem, cells, formulation, fates);
  PoolProgram program(problem, pool, formulation, level, fates);
  if (!program.solve(budget)) return std::nullopt;
  return program.prices();
}

}  // namespace plancover

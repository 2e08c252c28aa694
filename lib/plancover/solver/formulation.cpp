#include "plancover/solver/formulation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "plancover/solver/ties.hpp"

namespace plancover {

namespace {

int add_row(Formulation& f, Row row) {
  f.rows.push_back(row);
  return static_cast<int>(f.rows.size()) - 1;
}

/// filled + empty + wanting - more = wanted, so that empty and wanting count themselves.
void add_seat_rows(const Problem& problem, Formulation& f, SlotIndex slot) {
  const ProblemSession& session = problem.sessions[slot];
  std::vector<Entry> in_room;  // the sign with which each variable tells who is missing
  std::int64_t wanted = 0;
  bool asks = false;
  for (const SeatIndex index : session.seats) {
    const Seat& seat = problem.seats[index];
    const int row = add_row(f, {true, seat.wanted, Row::Kind::seat, static_cast<std::int64_t>(index.value), 0});
    f.seat_row[index.value - f.first_seat] = row;
    const auto add = [&](Variable::Kind kind, std::int64_t upper, std::int64_t sign) {
      if (upper <= 0) return;
      in_room.push_back({static_cast<int>(f.variables.size()), sign});
      f.variables.push_back({kind, upper, {{row, sign}}, session.tier, f.group_of[slot.value], 0, slot, {}, false});
    };
    add(Variable::Kind::empty, seat.required, 1);
    add(Variable::Kind::wanting, seat.wanted - seat.required, 1);
    if (seat.all) add(Variable::Kind::more, static_cast<std::int64_t>(seat.candidates.size()), -1);
    if (is_all_of_room(problem, seat)) f.variables.back().alone = true;
    wanted += seat.wanted;
    asks = asks || seat.required > 0;
  }
  if (!asks || session.attended || (in_room.size() == 1 && f.variables.back().alone)) return;
  // Everyone wanted is missing only if the missing reach `wanted`: missing - abandoned <= wanted - 1.
  const int row = add_row(f, {false, wanted - 1, Row::Kind::room, static_cast<std::int64_t>(slot.value), 0});
  for (const Entry& entry : in_room)
    f.variables[static_cast<std::size_t>(entry.row)].entries.push_back({row, entry.value});
  f.variables.push_back(
      {Variable::Kind::abandoned, 1, {{row, -1}}, session.tier, f.group_of[slot.value], 0, slot, {}, false});
}

/// Points of attendees: all of quality but `attend`.
std::int64_t people_quality(const Problem& problem, const std::vector<CandidateIndex>& chosen) {
  std::map<std::pair<PersonIndex, int>, Column> days;
  std::set<std::pair<PersonIndex, SlotIndex>> sits;
  for (const CandidateIndex c : chosen) {
    const Candidate& candidate = problem.candidates[c];
    days[{candidate.person, problem.sessions[candidate.session].day}].chosen.push_back(c);
    sits.insert({candidate.person, candidate.session});
  }
  std::int64_t sum = 0;
  for (auto& [key, column] : days) {
    const PersonIndex person = key.first;
    appraise(problem, column);
    sum += column.quality;
    for (const CandidateIndex c : column.chosen) {
      const SlotIndex slot = problem.candidates[c].session;
      const auto& previous = problem.sessions[slot].previous;
      if (!continuity_within_day(problem, slot) && std::any_of(previous.begin(), previous.end(), [&](SlotIndex s) {
            return sits.contains({person, s});
          })) {
        sum += problem.continuity;
      }
    }
  }
  return sum;
}

/// What one session costs at a level of seats or, by `attend`, at quality; `seats` are
/// the seats taken, ascending, once for each who sits there.
Cost seat_cost(const Problem& problem, const ProblemSession& session, const ProblemLevel& level,
               const std::vector<SeatIndex>& seats) {
  if (session.history) return 0;
  Cost sum = 0;
  std::int64_t sitting = 0;
  bool asks = false;
  for (const SeatIndex index : session.seats) {
    const Seat& seat = problem.seats[index];
    const auto [first, last] = std::equal_range(seats.begin(), seats.end(), index);
    const std::int64_t here = last - first;
    const std::int64_t above = std::max<std::int64_t>(0, here - seat.required);
    sitting += here;
    asks = asks || seat.required > 0;
    if (level.kind == LevelKind::quality && seat.all) sum -= problem.attend * above;
    if (level.tier != session.tier) continue;
    if (level.kind == LevelKind::required) sum += std::max<std::int64_t>(0, seat.required - here);
    if (level.kind == LevelKind::optional && !seat.all) sum += seat.wanted - seat.required - above;
  }
  if (level.kind == LevelKind::required && level.tier == session.tier && asks && sitting == 0 && !session.attended)
    ++sum;
  return sum;
}

/// The cost of the level in the group, `equal` or at most `right`.
int add_level_row(const Problem& problem, Formulation& f, const ProblemLevel& level, int group, bool equal,
                  std::int64_t right) {
  const int row = add_row(f, {equal, right, equal ? Row::Kind::count : Row::Kind::total, total_subject(level), group});
  if (level.kind == LevelKind::changes) f.kept_rows.push_back({row, group});
  for (Variable& variable : f.variables) {
    const Cost c = cost(problem, variable, level);
    if (c != 0 && (group < 0 || variable.group == group)) variable.entries.push_back({row, c});
  }
  return row;
}

}  // namespace

bool is_all_of_room(const Problem& problem, const Seat& seat) {
  const ProblemSession& session = problem.sessions[seat.session];
  return session.seats.size() == 1 && !session.attended && seat.required == 1 && seat.wanted == 1 && !seat.all;
}

Formulation formulate(const Problem& problem, const std::vector<Cell>& cells, Piece piece, std::vector<int> group_of,
                      bool ties, const Fates& fates) {
  Formulation f;
  f.piece = std::move(piece);
  f.group_of = std::move(group_of);
  f.any_of.resize(f.piece.cells.size());
  std::size_t last_seat = 0;
  f.first_seat = problem.seats.size();
  const auto reach = [&](SeatIndex seat) {
    f.first_seat = std::min<std::size_t>(f.first_seat, seat.value);
    last_seat = std::max<std::size_t>(last_seat, seat.value + 1);
  };
  for (const SlotIndex s : f.piece.sessions) {
    for (const SeatIndex seat : problem.sessions[s].seats) reach(seat);
  }
  // A forbidden candidate is asked for its row too, though its session belongs to another piece.
  for (const int cell : f.piece.cells) {
    for (const CandidateIndex c : cells[static_cast<std::size_t>(cell)].candidates) reach(problem.candidates[c].seat);
  }
  f.seat_row.assign(last_seat > f.first_seat ? last_seat - f.first_seat : 0, -1);
  if (ties) add_ties(problem, cells, fates, f);
  return f;
}

void open_sessions(const Problem& problem, Formulation& f, const std::vector<SlotIndex>& sessions) {
  for (const SlotIndex s : sessions) {
    if (!problem.sessions[s].history) add_seat_rows(problem, f, s);
  }
}

void add_total(const Problem& problem, Formulation& f, const ProblemLevel& level, int group, Cost at_most) {
  const int row = add_level_row(problem, f, level, group, false, at_most);
  f.totals.push_back({level, group, at_most, row});
}

void add_count(const Problem& problem, Formulation& f, const ProblemLevel& level, int group, Cost at_least) {
  const int row = add_level_row(problem, f, level, group, true, 0);
  std::int64_t most = 0;
  for (const Variable& variable : f.variables) {
    if (group < 0 || variable.group == group) most += std::abs(cost(problem, variable, level)) * variable.upper;
  }
  f.counts.push_back({level, group, at_least, row});
  f.variables.push_back({Variable::Kind::total, most, {{row, -1}}, level.tier, group, at_least, {}, {}, false});
}

void add_cut(const Problem& problem, Formulation& f, const Cut& cut) {
  const int row = add_row(f, {false, cut.right, Row::Kind::cut, static_cast<std::int64_t>(f.rows.size()), 0});
  if (f.tie_terms.empty()) f.tie_terms.resize(problem.candidates.size());
  for (const auto& [c, value] : cut.candidates) f.tie_terms[c.value].push_back({row, value});
  for (const auto& [variable, value] : cut.variables) f.variables[variable].entries.push_back({row, value});
}

void drop_cuts(Formulation& f) {
  const auto is_of_cut = [&](const Entry& entry) {
    return f.rows[static_cast<std::size_t>(entry.row)].kind == Row::Kind::cut;
  };
  for (auto& terms : f.tie_terms) std::erase_if(terms, is_of_cut);
  for (Variable& variable : f.variables) std::erase_if(variable.entries, is_of_cut);
  for (Row& row : f.rows) {
    if (row.kind == Row::Kind::cut) row.right = 0;
  }
}

Cost cost(const Problem& problem, const Variable& variable, const ProblemLevel& level) {
  if (variable.kind == Variable::Kind::total) return 0;  // it repeats what others cost
  switch (level.kind) {
    case LevelKind::required:
      if (variable.tier != level.tier) return 0;
      if (variable.kind == Variable::Kind::empty) return variable.alone ? 2 : 1;
      return variable.kind == Variable::Kind::abandoned ? 1 : 0;
    case LevelKind::optional:
      return variable.kind == Variable::Kind::wanting && variable.tier == level.tier ? 1 : 0;
    case LevelKind::changes:
      return 0;
    case LevelKind::quality:
      if (variable.kind == Variable::Kind::more) return -problem.attend;
      return variable.kind == Variable::Kind::link ? problem.continuity : 0;
  }
  return 0;
}

Cost cost(const Formulation& f, const Column& column, const ProblemLevel& level) {
  if (level.kind == LevelKind::changes) return -column.kept;
  if (level.kind != LevelKind::quality) return 0;
  Cost sum = -column.quality;
  if (f.hoped.empty()) return sum;
  for (const CandidateIndex c : column.chosen) sum -= f.hoped[c.value];
  return sum;
}

std::vector<Entry> entries(const Problem& problem, const Formulation& f, std::size_t position, const Column& column) {
  std::vector<Entry> all;
  for (const CandidateIndex c : column.chosen) {
    const Candidate& candidate = problem.candidates[c];
    if (const int row = f.seat_row[candidate.seat.value - f.first_seat]; row >= 0) all.push_back({row, 1});
    if (!f.tie_terms.empty()) {
      all.insert(all.end(), f.tie_terms[c.value].begin(), f.tie_terms[c.value].end());
    }
    if (candidate.kept != 0) {
      for (const KeptRow& kept : f.kept_rows) {
        if (kept.group < 0 || f.group_of[candidate.session.value] == kept.group) {
          all.push_back({kept.row, -candidate.kept});
        }
      }
    }
  }
  for (const AnyOf& any : f.any_of[position]) {
    const bool holds = std::any_of(column.chosen.begin(), column.chosen.end(), [&](CandidateIndex c) {
      return std::binary_search(any.members.begin(), any.members.end(), c);
    });
    if (holds) all.push_back({any.row, 1});
  }
  std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.row < b.row; });
  std::vector<Entry> result;
  result.reserve(all.size());
  for (const Entry& entry : all) {
    if (!result.empty() && result.back().row == entry.row) {
      result.back().value += entry.value;
    } else {
      result.push_back(entry);
    }
  }
  std::erase_if(result, [](const Entry& entry) { return entry.value == 0; });
  return result;
}

Cost total_cost(const Problem& problem, const std::vector<SlotIndex>& sessions, const ProblemLevel& level,
                const std::vector<CandidateIndex>& chosen) {
  std::vector<CandidateIndex> inside;
  for (const CandidateIndex c : chosen) {
    if (std::binary_search(sessions.begin(), sessions.end(), problem.candidates[c].session)) inside.push_back(c);
  }
  if (level.kind == LevelKind::changes) {
    Cost sum = 0;
    for (const CandidateIndex c : inside) sum -= problem.candidates[c].kept;
    return sum;
  }
  std::vector<SeatIndex> seats;
  seats.reserve(inside.size());
  for (const CandidateIndex c : inside) seats.push_back(problem.candidates[c].seat);
  std::sort(seats.begin(), seats.end());
  Cost sum = level.kind == LevelKind::quality ? -people_quality(problem, inside) : 0;
  for (const SlotIndex s : sessions) sum += seat_cost(problem, problem.sessions[s], level, seats);
  return sum;
}

std::vector<Cost> costs_up_to(const Problem& problem, const std::vector<SlotIndex>& sessions, std::size_t last,
                              const std::vector<CandidateIndex>& chosen) {
  std::vector<Cost> all;
  for (std::size_t level = 0; level <= last; ++level)
    all.push_back(total_cost(problem, sessions, problem.levels[level], chosen));
  return all;
}

bool keeps_totals(const Problem& problem, const Formulation& f, const std::vector<CandidateIndex>& chosen) {
  return std::all_of(f.totals.begin(), f.totals.end(), [&](const Total& total) {
    std::vector<SlotIndex> sessions;
    for (const SlotIndex s : f.piece.sessions) {
      if (total.group < 0 || f.group_of[s.value] == total.group) sessions.push_back(s);
    }
    return total_cost(problem, sessions, total.level, chosen) <= total.limit;
  });
}

}  // namespace plancover

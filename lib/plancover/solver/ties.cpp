#include "plancover/solver/ties.hpp"

#include <algorithm>
#include <map>

#include "plancover/solver/potential.hpp"

namespace plancover {

namespace {

class TieRows {
 public:
  TieRows(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Formulation& formulation)
      : problem_(problem), cells_(cells), fates_(fates), f_(formulation) {
    f_.tie_terms.resize(problem.candidates.size());
  }

  void add_links() {
    f_.hoped.resize(problem_.candidates.size(), 0);
    for (std::size_t i = 0; i < f_.piece.cells.size() && problem_.continuity != 0; ++i) add_links(i);
  }

  void add() {
    std::vector<Day> days;
    for (std::size_t i = 0; i < f_.piece.cells.size(); ++i) {
      const auto& candidates = cell(i).candidates;
      for (const auto& [first, last] : days_of(problem_, candidates)) {
        days.push_back({i,
                        {candidates.begin() + static_cast<std::ptrdiff_t>(first),
                         candidates.begin() + static_cast<std::ptrdiff_t>(last)}});
      }
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
      for (std::size_t j = i + 1; j < days.size() && is_near(days[i], days[j]); ++j) add_clashes(days[i], days[j]);
    }
    add_hours();
  }

 private:
  /// One day of one person, which may be a part of a cell.
  struct Day {
    std::size_t position = 0;
    std::vector<CandidateIndex> candidates;
  };

  [[nodiscard]] const Cell& cell(std::size_t position) const {
    return cells_[static_cast<std::size_t>(f_.piece.cells[position])];
  }
  [[nodiscard]] bool possible(CandidateIndex c) const { return fates_[c.value] != Fate::forbidden; }
  int add_row(Row::Kind kind, PersonIndex person, std::int64_t right) {
    f_.rows.push_back({false, right, kind, static_cast<std::int64_t>(person.value), 0});
    return static_cast<int>(f_.rows.size()) - 1;
  }

  [[nodiscard]] bool is_near(const Day& one, const Day& two) const {
    return cell(one.position).person == cell(two.position).person &&
           within_reach(problem_, one.candidates, two.candidates);
  }

  /// Two days of one person in which something clashes: for each group of candidates of
  /// the first day that clash with the same ones of the second, not both days may hold one.
  void add_clashes(const Day& one, const Day& two) {
    for (NightClash& clash : night_clashes(problem_, one.candidates, two.candidates, fates_)) {
      const int row = add_row(Row::Kind::night, cell(one.position).person, 1);
      f_.any_of[one.position].push_back({row, std::move(clash.first)});
      f_.any_of[two.position].push_back({row, std::move(clash.second)});
    }
  }

  /// Total hours of those whose days are cells of their own.
  void add_hours() {
    std::vector<Cell> mine;
    for (std::size_t i = 0; i < f_.piece.cells.size(); ++i) mine.push_back(cell(i));
    const std::vector<bool> binds = hours_that_bind(problem_, mine, fates_);
    for (std::size_t i = 0; i < mine.size();) {
      const PersonIndex person = mine[i].person;
      const bool wanted = binds[person.value] && !mine[i].many_days;
      const int row = wanted ? add_row(Row::Kind::hours, person, 0) : -1;
      std::int64_t held = 0;
      for (; i < mine.size() && mine[i].person == person; ++i) {
        for (const CandidateIndex c : mine[i].candidates) {
          if (!wanted || !possible(c)) continue;
          const ProblemSession& session = problem_.sessions[problem_.candidates[c].session];
          f_.tie_terms[c.value].push_back({row, session.end - session.start});
          if (problem_.candidates[c].fixed) held += session.end - session.start;
        }
      }
      if (wanted) f_.rows[static_cast<std::size_t>(row)].right = std::max(held, problem_.people[person].minutes);
    }
  }

  void add_links(std::size_t position) {
    std::map<SlotIndex, std::vector<CandidateIndex>> here;
    for (const CandidateIndex c : cell(position).candidates) {
      const SlotIndex slot = problem_.candidates[c].session;
      if (possible(c) && !continuity_within_day(problem_, slot)) here[slot].push_back(c);
    }
    for (const auto& [slot, candidates] : here) {
      std::vector<CandidateIndex> before;
      for (const SlotIndex previous : problem_.sessions[slot].previous) {
        for (const CandidateIndex c : candidates_at(problem_, cell(position).person, previous)) {
          if (possible(c)) before.push_back(c);
        }
      }
      if (before.empty()) continue;
      const PersonIndex person = cell(position).person;
      const int row = add_row(Row::Kind::link, person, 0);
      for (const CandidateIndex c : candidates) {
        f_.tie_terms[c.value].push_back({row, 1});
        f_.hoped[c.value] = problem_.continuity;
      }
      for (const CandidateIndex c : before) f_.tie_terms[c.value].push_back({row, -1});
      const ProblemSession& session = problem_.sessions[slot];
      f_.variables.push_back(
          {Variable::Kind::link, 1, {{row, -1}}, session.tier, f_.group_of[slot.value], 0, slot, person, false});
    }
  }

  const Problem& problem_;
  const std::vector<Cell>& cells_;
  const Fates& fates_;
  Formulation& f_;
};

}  // namespace

void add_ties(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Formulation& formulation) {
  TieRows(problem, cells, fates, formulation).add();
}

void add_links(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Formulation& formulation) {
  TieRows(problem, cells, fates, formulation).add_links();
}

}  // namespace plancover

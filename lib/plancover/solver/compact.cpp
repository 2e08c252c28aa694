#include "plancover/solver/compact.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "plancover/solver/cliques.hpp"

namespace plancover {

namespace {

class Making {
 public:
  Making(const Program& program, const Node& node)
      : problem_(program.problem), cells_(program.cells), f_(program.formulation), fates_(node.fates) {
    of_candidate_.assign(problem_.candidates.size(), -1);
    for (const int cell : f_.piece.cells) {
      for (const CandidateIndex c : cells_[static_cast<std::size_t>(cell)].candidates) {
        const int seat_row = f_.seat_row[problem_.candidates[c].seat.value - f_.first_seat];
        if (fates_[c.value] != Fate::open || seat_row < 0) continue;
        of_candidate_[c.value] = static_cast<int>(made_.candidates.size());
        made_.candidates.push_back(c);
        made_.cost.push_back(program.level.kind == LevelKind::changes ? -problem_.candidates[c].kept : 0);
      }
    }
    made_.lower.assign(made_.candidates.size(), 0);
    made_.upper.assign(made_.candidates.size(), 1);
    made_.lower.insert(made_.lower.end(), node.bounds.lower.begin(), node.bounds.lower.end());
    made_.upper.insert(made_.upper.end(), node.bounds.upper.begin(), node.bounds.upper.end());
    for (const Variable& variable : f_.variables) made_.cost.push_back(cost(problem_, variable, program.level));
  }

  Compact made() {
    add_rows_of_formulation();
    for (const int index : f_.piece.cells) {
      const Cell& cell = cells_[static_cast<std::size_t>(index)];
      const Person& limits = problem_.people[cell.person];
      if (cell.many_days) add_limit(cell.candidates, limits.minutes, &Making::minutes);
      for (const auto& [first, last] : days_of(problem_, cell.candidates)) {
        const std::vector<CandidateIndex> day(cell.candidates.begin() + static_cast<std::ptrdiff_t>(first),
                                              cell.candidates.begin() + static_cast<std::ptrdiff_t>(last));
        add_limit(day, limits.sessions_per_day, &Making::counted);
        add_limit(day, limits.minutes_per_day, &Making::minutes);
        for (const auto& clique : cliques_with_each_clash(problem_, open_of(day))) add_at_most_one(clique);
      }
    }
    add_nights();
    return std::move(made_);
  }

 private:
  [[nodiscard]] const ProblemSession& session_of(CandidateIndex c) const {
    return problem_.sessions[problem_.candidates[c].session];
  }
  [[nodiscard]] std::int64_t minutes(CandidateIndex c) const { return session_of(c).end - session_of(c).start; }
  [[nodiscard]] std::int64_t counted(CandidateIndex c) const { return session_of(c).counts ? 1 : 0; }

  /// What the formulation says in variables and candidates; nights it says in columns.
  void add_rows_of_formulation() {
    std::vector<CompactRow> rows;
    for (const Row& row : f_.rows) rows.push_back({row.equal, row.right, {}});
    for (std::size_t position = 0; position < f_.piece.cells.size(); ++position) {
      for (const CandidateIndex c : cells_[static_cast<std::size_t>(f_.piece.cells[position])].candidates) {
        const Fate fate = fates_[c.value];
        if (fate == Fate::forbidden || (fate == Fate::open && of_candidate_[c.value] < 0)) continue;
        for (const Entry& entry : entries(problem_, f_, position, {static_cast<int>(position), {c}})) {
          CompactRow& row = rows[static_cast<std::size_t>(entry.row)];
          if (fate == Fate::chosen) {
            row.right -= entry.value;
          } else {
            row.terms.push_back({of_candidate_[c.value], entry.value});
          }
        }
      }
    }
    const int first = static_cast<int>(made_.candidates.size());
    for (std::size_t v = 0; v < f_.variables.size(); ++v) {
      for (const Entry& entry : f_.variables[v].entries)
        rows[static_cast<std::size_t>(entry.row)].terms.push_back({first + static_cast<int>(v), entry.value});
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row::Kind kind = f_.rows[i].kind;
      const bool in_columns = kind == Row::Kind::night || kind == Row::Kind::link || rows[i].terms.empty();
      made_.row_of.push_back(in_columns ? -1 : static_cast<int>(made_.rows.size()));
      if (!in_columns) made_.rows.push_back(std::move(rows[i]));
    }
  }

  /// Together at most `limit`, less what is chosen. What is chosen beyond it forbids the rest already.
  void add_limit(const std::vector<CandidateIndex>& together, std::int64_t limit,
                 std::int64_t (Making::*weight)(CandidateIndex) const) {
    CompactRow row{false, limit, {}};
    std::int64_t all = 0;
    std::int64_t divisor = 0;
    for (const CandidateIndex c : together) {
      const std::int64_t value = (this->*weight)(c);
      if (fates_[c.value] == Fate::chosen) row.right -= value;
      if (of_candidate_[c.value] < 0 || value == 0) continue;
      all += value;
      divisor = std::gcd(divisor, value);
      row.terms.push_back({of_candidate_[c.value], value});
    }
    if (row.right < 0 || all <= row.right) return;
    for (Term& term : row.terms) term.value /= divisor;
    row.right /= divisor;
    made_.rows.push_back(std::move(row));
  }

  [[nodiscard]] std::vector<CandidateIndex> open_of(const std::vector<CandidateIndex>& all) const {
    std::vector<CandidateIndex> open;
    for (const CandidateIndex c : all) {
      if (of_candidate_[c.value] >= 0) open.push_back(c);
    }
    return open;
  }

  /// What may not be on two days of an attendee. A price of such a row is one of the night in the formulation, which
  /// asks whether a day has any of many.
  void add_nights() {
    std::map<int, std::vector<const AnyOf*>> nights;  // by row, both days
    for (const auto& of_cell : f_.any_of) {
      for (const AnyOf& any : of_cell) {
        if (f_.rows[static_cast<std::size_t>(any.row)].kind == Row::Kind::night) nights[any.row].push_back(&any);
      }
    }
    for (const auto& [row, days] : nights) {
      const auto late = cliques_with_each(problem_, open_of(days.at(0)->members));
      const auto early = cliques_with_each(problem_, open_of(days.at(1)->members));
      for (const auto& first : late) {
        for (const auto& second : early) {
          std::vector<CandidateIndex> both = first;
          both.insert(both.end(), second.begin(), second.end());
          made_.nights.emplace_back(made_.rows.size(), row);
          add_at_most_one(both);
        }
      }
    }
  }

  void add_at_most_one(const std::vector<CandidateIndex>& candidates) {
    CompactRow row{false, 1, {}};
    for (const CandidateIndex c : candidates) row.terms.push_back({of_candidate_[c.value], 1});
    made_.rows.push_back(std::move(row));
  }

  const Problem& problem_;
  const std::vector<Cell>& cells_;
  const Formulation& f_;
  const Fates& fates_;
  std::vector<int> of_candidate_;  // by CandidateIndex: its variable; -1: none
  Compact made_;
};

}  // namespace

Compact compact_of(const Program& program, const Node& node) {
  return Making(program, node).made();
}

}  // namespace plancover

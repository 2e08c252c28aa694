#include "plancover/solver/bound.hpp"

#include <algorithm>
#include <cmath>

namespace plancover {

void relax(const Problem& problem, const std::vector<Cell>& cells, const Formulation& f, const ProblemLevel& level,
           const RowPrices& row_prices, const VariableBounds& bounds, Relaxed& relaxed) {
  const std::int64_t scale = row_prices.scale;
  const auto price = [&](int row) { return row_prices.of[static_cast<std::size_t>(row)]; };
  const bool counts_quality = level.kind == LevelKind::quality;

  Prices& prices = relaxed.prices;
  prices.gain.resize(problem.candidates.size());
  prices.continuity = counts_quality ? scale * problem.continuity : 0;
  prices.load = counts_quality ? scale * problem.load : 0;
  prices.charges.assign(f.piece.cells.size(), {});

  const auto kept_unit = [&](SlotIndex session) {
    std::int64_t unit = level.kind == LevelKind::changes ? scale : 0;
    for (const KeptRow& kept : f.kept_rows) {
      if (kept.group < 0 || f.group_of[session.value] == kept.group) unit -= price(kept.row);
    }
    return unit;
  };

  for (std::size_t position = 0; position < f.piece.cells.size(); ++position) {
    for (const CandidateIndex c : cells[static_cast<std::size_t>(f.piece.cells[position])].candidates) {
      const Candidate& candidate = problem.candidates[c];
      std::int64_t gain = candidate.kept == 0 ? 0 : kept_unit(candidate.session) * candidate.kept;
      if (counts_quality) gain += scale * (candidate.points + (f.hoped.empty() ? 0 : f.hoped[c.value]));
      if (const int row = f.seat_row[candidate.seat.value - f.first_seat]; row >= 0) gain += price(row);
      if (!f.tie_terms.empty()) {
        for (const Entry& term : f.tie_terms[c.value]) gain += price(term.row) * term.value;
      }
      prices.gain[c.value] = gain;
    }
    for (const AnyOf& any : f.any_of[position]) {
      if (price(any.row) != 0) prices.charges[position].push_back({any.members, -price(any.row)});
    }
  }

  relaxed.constant = 0;
  for (std::size_t row = 0; row < f.rows.size(); ++row) {
    relaxed.constant += static_cast<Wide>(row_prices.of[row]) * f.rows[row].right;
  }
  for (std::size_t v = 0; v < f.variables.size(); ++v) {
    Wide reduced = static_cast<Wide>(scale) * cost(problem, f.variables[v], level);
    for (const Entry& entry : f.variables[v].entries) reduced -= static_cast<Wide>(price(entry.row)) * entry.value;
    relaxed.constant += reduced * (reduced < 0 ? bounds.upper[v] : bounds.lower[v]);
  }
}

std::int64_t dearest(const Row& row) {
  // A candidate stands in a row of its seat, some of its attendee and perhaps a hundred cuts, and a stay has some
  // hundred candidates: 10^4 prices in all.
  constexpr std::int64_t of_one = 100'000'000'000'000;
  constexpr std::int64_t most_in_a_term = 2048;  // minutes of a session, and values of a cut
  return row.kind == Row::Kind::hours || row.kind == Row::Kind::cut ? of_one / most_in_a_term : of_one;
}

std::int64_t rounded_price(double scaled, const Row& row) {
  if (std::isnan(scaled)) return 0;
  const auto farthest = static_cast<double>(dearest(row));
  return std::llround(std::clamp(scaled, -farthest, row.equal ? farthest : 0.0));
}

std::int64_t scale_for(const Problem& problem) {
  std::int64_t largest = problem.continuity + problem.attend + problem.load;
  for (const Candidate& candidate : problem.candidates) largest = std::max(largest, std::abs(candidate.points));
  std::int64_t scale = std::int64_t{1} << 20;
  while (scale > 64 && largest > 4096) {
    largest /= 2;
    scale /= 2;
  }
  return scale;
}

Cost round_up(Wide scaled, std::int64_t scale) {
  Wide quotient = scaled / scale;
  if (scaled % scale != 0 && scaled > 0) ++quotient;  // division cuts towards zero, which is up for negatives
  return static_cast<Cost>(quotient);
}

}  // namespace plancover

// The exact bound: any whole-number prices on the rows of a formulation give a cost
// that no plan can be below (Lagrangean relaxation; Geoffrion 1974). No LP and no
// floating point is involved, so the bound needs no trust in either.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/formulation.hpp"
#include "plancover/solver/pricing.hpp"

namespace plancover {

__extension__ using Wide = __int128;  // GCC and Clang have it on every 64-bit machine

/// Row prices in units of 1/scale; of an at-most row never positive.
struct RowPrices {
  std::int64_t scale = 1;
  std::vector<std::int64_t> of;  ///< by row of the formulation
};

/// The farthest from 0 that a price of the row may be, scaled: sums of them over a stay fit 63 bits then.
[[nodiscard]] std::int64_t dearest(const Row& row);
/// The price of the row that is nearest to `scaled`. Any price bounds, so what is too dear, or no number, does no harm.
[[nodiscard]] std::int64_t rounded_price(double scaled, const Row& row);

/// What row prices make of everything that is not a row.
struct Relaxed {
  Prices prices;      ///< of candidates; charges by position of the cell in the piece
  Wide constant = 0;  ///< rows and variables; the cells' best columns are subtracted from it
};

/// Bounds on slack variables as branching has set them, by variable.
struct VariableBounds {
  std::vector<std::int64_t> lower;
  std::vector<std::int64_t> upper;
};

/// Fills `relaxed`, whose gain vector is reused from call to call.
void relax(const Problem& problem, const std::vector<Cell>& cells, const Formulation& formulation,
           const ProblemLevel& level, const RowPrices& row_prices, const VariableBounds& bounds, Relaxed& relaxed);

/// Prices in units of 2^-20 where points are ordinary; coarser where they are huge, so that sums over a day
/// stay far inside 63 bits.
[[nodiscard]] std::int64_t scale_for(const Problem& problem);

/// The least whole cost that is not below `scaled` / scale.
[[nodiscard]] Cost round_up(Wide scaled, std::int64_t scale);

}  // namespace plancover

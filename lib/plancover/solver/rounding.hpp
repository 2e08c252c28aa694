// Cuts: what whole numbers keep that keep some rows, and fractions do not (mixed-integer
// rounding; Nemhauser and Wolsey 1990), where the rows and how often each is taken come from
// a row of the tableau (Gomory 1960). Multipliers are made fractions of one denominator, a small
// one where there is such, and from there on all is whole numbers: a cut is true whatever floating point suggested it.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "plancover/solver/compact.hpp"

namespace plancover {

/// `multipliers` are of rows, by place. Variables for which `from_upper` are counted down from their upper bound, all
/// others up from their lower one. Nothing where multipliers are whole or huge, or where the cut says nothing.
[[nodiscard]] std::optional<CompactRow> rounded(const Compact& compact,
                                                const std::vector<std::pair<std::size_t, double>>& multipliers,
                                                const std::vector<bool>& from_upper);

}  // namespace plancover

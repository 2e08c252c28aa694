// A list of prices as a certificate writes it. Refuses what could make a bound untrue: a
// price on quality, which has no limit, and nights on which nothing excludes anything.
#pragma once

#include "certificate/bound.hpp"
#include "certificate/words.hpp"

namespace plancover::certificate {

/// Leaves `lines` at what follows the list. `number` is the one that it must have.
[[nodiscard]] PriceList read_prices(Lines& lines, const Names& names, const Problem& problem, std::size_t groups,
                                    std::size_t number);
/// A level that can have a price, and a group or -1 for `all`, as words of the line at hand.
[[nodiscard]] std::size_t level_at(const Lines& lines, const Problem& problem, std::size_t word);
[[nodiscard]] int group_at(const Lines& lines, std::size_t groups, std::size_t word);

}  // namespace plancover::certificate

// The shortest kind of proof that seats cannot all be filled: an instant at which more of
// them need somebody than there are people for them. Knows only that nobody is in two
// sessions at once; limits, rest and ways between rooms are for the solver.
#pragma once

#include <optional>

#include "plancover/insight/answer.hpp"
#include "plancover/model/past.hpp"

namespace plancover {

/// A violator of Hall's condition (P. Hall, On representatives of subsets, 1935) with this
/// seat in it, among seats that rank no lower; found as the seats reached by alternating
/// paths from the unmatched seat in a bipartite matching (H. W. Kuhn, The Hungarian method,
/// 1955). The smallest over the instants of the session, then the earliest; empty for none.
[[nodiscard]] std::optional<SeatShortage> find_shortage(const Conference& conference, const Past& past, SeatKey seat,
                                                        bool required);

}  // namespace plancover

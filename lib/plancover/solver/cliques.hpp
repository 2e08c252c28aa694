// Candidates of one attendee of which no two go together: at most one of them is taken, which says more than that of
// each two at most one is.
#pragma once

#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

/// Of candidates of one attendee, ascending: all in one clique clash with each other, and of two that clash some clique
/// holds both. Greedy, the nearest first; none is part of the one before or after it.
[[nodiscard]] std::vector<std::vector<CandidateIndex>> cliques_with_each_clash(const Problem& problem,
                                                                               const std::vector<CandidateIndex>& all);
/// Likewise, and of each candidate some clique holds it.
[[nodiscard]] std::vector<std::vector<CandidateIndex>> cliques_with_each(const Problem& problem,
                                                                         const std::vector<CandidateIndex>& all);

}  // namespace plancover

#include "plancover/solver/cliques.hpp"

#include <algorithm>
#include <utility>

namespace plancover {

namespace {

using Clique = std::vector<CandidateIndex>;

/// Adds each of these that clashes with all that are there.
void extend(const Problem& problem, const std::vector<CandidateIndex>& by, Clique& clique) {
  for (const CandidateIndex c : by) {
    const bool joins = std::all_of(clique.begin(), clique.end(),
                                   [&](CandidateIndex other) { return other != c && clash(problem, c, other); });
    if (joins) clique.push_back(c);
  }
}

bool holds(const Clique& clique, CandidateIndex c) {
  return std::find(clique.begin(), clique.end(), c) != clique.end();
}

}  // namespace

std::vector<Clique> cliques_with_each_clash(const Problem& problem, const std::vector<CandidateIndex>& all) {
  std::vector<Clique> cliques;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<CandidateIndex> pending;  // those before it that clash with it, from the nearest
    for (std::size_t j = i; j-- > 0;) {
      if (clash(problem, all[j], all[i])) pending.push_back(all[j]);
    }
    const std::vector<CandidateIndex> before = pending;
    while (!pending.empty()) {
      Clique clique{all[i], pending.front()};
      extend(problem, before, clique);
      std::erase_if(pending, [&](CandidateIndex c) { return holds(clique, c); });
      std::sort(clique.begin(), clique.end());
      const bool replaces =
          !cliques.empty() && std::includes(clique.begin(), clique.end(), cliques.back().begin(), cliques.back().end());
      if (replaces) cliques.pop_back();
      cliques.push_back(std::move(clique));
    }
  }
  return cliques;
}

std::vector<Clique> cliques_with_each(const Problem& problem, const std::vector<CandidateIndex>& all) {
  std::vector<Clique> cliques;
  for (const CandidateIndex c : all) {
    if (std::any_of(cliques.begin(), cliques.end(), [&](const Clique& clique) { return holds(clique, c); })) continue;
    cliques.push_back({c});
    extend(problem, all, cliques.back());
  }
  return cliques;
}

}  // namespace plancover

#include "plancover/solver/branching.hpp"

#include <algorithm>
#include <cmath>

namespace plancover {

namespace {

double distance_to_whole(double value) {
  return std::abs(value - std::round(value));
}

void choose(const Problem& problem, CandidateIndex c, Node& node, bool& possible) {
  Fate& fate = node.fates[c.value];
  if (fate == Fate::forbidden) possible = false;
  if (fate != Fate::open) return;
  fate = Fate::chosen;
  for (const CandidateIndex other : problem.people[problem.candidates[c].person].candidates) {
    if (other == c || node.fates[other.value] == Fate::forbidden || !clash(problem, c, other)) continue;
    if (node.fates[other.value] == Fate::chosen) possible = false;
    node.fates[other.value] = Fate::forbidden;
  }
}

}  // namespace

Branch choose_branch(const Master& master, const Node& node) {
  const Formulation& f = master.formulation();
  Branch best;
  double most = 1e-5;
  bool total = false;  // totals of days come first: a single seat hardly moves the bound
  for (std::size_t v = f.variables.size(); v-- > 0;) {
    const Variable::Kind kind = f.variables[v].kind;
    if (kind == Variable::Kind::link || kind == Variable::Kind::more) continue;
    if (total && kind != Variable::Kind::total) continue;
    const double value = master.value_of(v);
    const double part = distance_to_whole(value);
    if (part > most + 1e-9) {
      most = part;
      total = kind == Variable::Kind::total;
      best.kind = Branch::Kind::variable;
      best.variable = v;
      best.floor = static_cast<std::int64_t>(std::floor(value));
      best.up_first = value - std::floor(value) > 0.5;
    }
  }
  if (best.kind != Branch::Kind::none) return best;

  for (const int cell : f.piece.cells) {
    for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(cell)].candidates) {
      const double sits = master.sits()[c.value];
      if (node.fates[c.value] != Fate::open || distance_to_whole(sits) <= most + 1e-9) continue;
      most = distance_to_whole(sits);
      best = {Branch::Kind::candidate, 0, 0, c, true};
    }
  }
  return best;
}

bool take(const Master& master, const Branch& branch, bool up, Node& node) {
  bool possible = true;
  if (branch.kind == Branch::Kind::variable) {
    if (up) {
      node.bounds.lower[branch.variable] = branch.floor + 1;
    } else {
      node.bounds.upper[branch.variable] = branch.floor;
    }
    return node.bounds.lower[branch.variable] <= node.bounds.upper[branch.variable];
  }
  if (up) {
    choose(master.problem(), branch.candidate, node, possible);
  } else {
    node.fates[branch.candidate.value] = Fate::forbidden;
  }
  return possible;
}

bool fix_surest(const Master& master, Node& node, std::size_t share) {
  const Problem& problem = master.problem();
  const Formulation& f = master.formulation();
  const auto leading = master.leading();
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < leading.size(); ++i) {
    const auto& candidates = master.cells()[static_cast<std::size_t>(f.piece.cells[i])].candidates;
    const bool open = std::any_of(candidates.begin(), candidates.end(),
                                  [&](CandidateIndex c) { return node.fates[c.value] == Fate::open; });
    if (open && leading[i].second != nullptr) order.emplace_back(leading[i].first, i);
  }
  if (order.empty()) return false;
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const std::size_t at_least = std::max<std::size_t>(1, order.size() / share);
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (k >= at_least && order[k].first < 0.999) break;
    if (k > 0 && order[k].first < 0.6) break;
    const std::size_t i = order[k].second;
    bool possible = true;
    for (const CandidateIndex c : leading[i].second->chosen) {
      if (node.fates[c.value] == Fate::open) choose(problem, c, node, possible);
    }
    for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(f.piece.cells[i])].candidates) {
      if (node.fates[c.value] == Fate::open) node.fates[c.value] = Fate::forbidden;
    }
  }
  return true;
}

}  // namespace plancover

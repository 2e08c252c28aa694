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

/// A side that the LP says nothing about still counts for something beside one that it says much about.
constexpr double least_said = 1e-3;

constexpr double enough = 0.1;  // from a whole number, of what is worth a thought

Branch branch_on(std::size_t variable, double value) {
  return {Branch::Kind::variable, variable, static_cast<std::int64_t>(std::floor(value)), {}, true};
}

bool is_of_a_total(const Formulation& f, const Branch& branch) {
  return branch.kind == Branch::Kind::variable && f.variables[branch.variable].kind == Variable::Kind::total;
}

/// `first`, and the other totals.
std::vector<Branch> totals(const Master& master, const Branch& first) {
  const Formulation& f = master.formulation();
  std::vector<Branch> all{first};
  for (std::size_t v = 0; v < f.variables.size(); ++v) {
    const double value = master.value_of(v);
    if (f.variables[v].kind != Variable::Kind::total || v == first.variable) continue;
    if (distance_to_whole(value) >= enough) all.push_back(branch_on(v, value));
  }
  return all;
}

/// `first`, and some of the others, taken from all over the piece.
std::vector<Branch> some_branches(const Master& master, const Node& node, const Branch& first) {
  constexpr std::size_t most = 6;  // of a kind
  const Formulation& f = master.formulation();
  std::vector<Branch> of_variables;
  for (std::size_t v = 0; v < f.variables.size(); ++v) {
    const Variable::Kind kind = f.variables[v].kind;
    const double value = master.value_of(v);
    if (kind == Variable::Kind::link || kind == Variable::Kind::more || distance_to_whole(value) < enough) continue;
    of_variables.push_back(branch_on(v, value));
  }
  std::vector<Branch> of_candidates;
  for (const int cell : f.piece.cells) {
    for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(cell)].candidates) {
      if (node.fates[c.value] == Fate::open && distance_to_whole(master.sits()[c.value]) >= enough)
        of_candidates.push_back({Branch::Kind::candidate, 0, 0, c, true});
    }
  }
  std::vector<Branch> some{first};
  for (const auto* all : {&of_variables, &of_candidates}) {
    const std::size_t count = std::min(most, all->size());
    for (std::size_t k = 0; k < count; ++k) some.push_back((*all)[k * all->size() / count]);
  }
  return some;
}

/// Seat by seat, where there are no columns.
bool fix_surest_seats(const Master& master, Node& node, std::size_t share) {
  std::vector<std::pair<double, CandidateIndex>> order;
  for (const int cell : master.formulation().piece.cells) {
    for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(cell)].candidates) {
      if (node.fates[c.value] == Fate::open && master.sits()[c.value] > 1e-6)
        order.emplace_back(master.sits()[c.value], c);
    }
  }
  if (order.empty()) return false;
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto sure = static_cast<std::size_t>(
      std::count_if(order.begin(), order.end(), [](const auto& each) { return each.first > 0.999; }));
  const std::size_t count = sure + std::max<std::size_t>(1, (order.size() - sure) / share / 2);
  for (std::size_t k = 0; k < order.size() && k < count; ++k) {
    const auto& [sits, c] = order[k];
    if (k > sure && sits < 0.6) break;
    bool possible = true;
    if (node.fates[c.value] == Fate::open) choose(master.problem(), c, node, possible);
  }
  return true;
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

Branch choose_strong_branch(Master& master, const Node& node, Cost cut_off) {
  const Branch plain = choose_branch(master, node);
  if (plain.kind == Branch::Kind::none) return plain;
  const bool of_total = is_of_a_total(master.formulation(), plain);

  constexpr int iterations = 60;
  constexpr int most_in_vain = 4;
  const double here = master.objective();
  const double room = std::max(static_cast<double>(cut_off) - here, least_said);
  Branch best = plain;
  double most_said = 0;
  int in_vain = 0;
  for (Branch& branch : of_total ? totals(master, plain) : some_branches(master, node, plain)) {
    if (in_vain++ == most_in_vain) break;
    double said = 1;
    bool up_says_less = false;
    double of_down = room;
    for (const bool up : {false, true}) {
      Node side = node;
      const bool possible = take(master, branch, up, side);
      const double gain = possible ? std::clamp(master.estimate(side, iterations) - here, least_said, room) : room;
      said *= gain;
      if (up) {
        up_says_less = gain <= of_down;
      } else {
        of_down = gain;
      }
    }
    if (said <= most_said * (1 + 1e-6)) continue;
    most_said = said;
    best = branch;
    best.up_first = up_says_less;
    in_vain = 0;
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
  if (master.is_compact()) return fix_surest_seats(master, node, share);
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

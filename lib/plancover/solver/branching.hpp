// Where to split a node and how: first on the total of a day, then on how many of a seat stay
// empty, then on whether an attendee takes a seat.
#pragma once

#include "plancover/solver/master.hpp"

namespace plancover {

struct Branch {
  enum class Kind { none, variable, candidate };
  Kind kind = Kind::none;
  std::size_t variable = 0;  ///< `variable`
  std::int64_t floor = 0;    ///< `variable`: down is at most this, up is at least one more
  CandidateIndex candidate;  ///< `candidate`
  bool up_first = true;
};

[[nodiscard]] Branch choose_branch(const Master& master, const Node& node);
/// The same, but of several candidates the one whose two sides the LP says most about (strong
/// branching; Applegate, Bixby, Chvátal and Cook 1995). `cut_off` is where a side ends.
[[nodiscard]] Branch choose_strong_branch(Master& master, const Node& node, Cost cut_off);
/// Puts the decision into `node`; false where it leaves nothing possible.
[[nodiscard]] bool take(const Master& master, const Branch& branch, bool up, Node& node);
/// For a dive: decides the person-days whose leading column weighs most; false when all are decided.
bool fix_surest(const Master& master, Node& node, std::size_t share);

}  // namespace plancover

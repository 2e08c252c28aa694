// What a solve used to prove its bounds, as plain values: claims in the order in which
// each may use those before it, and for each a tree of nodes with whole-number prices.
// Nothing in here needs to be believed: whoever knows the Problem can compute every bound
// again. certificate.hpp writes it down in the words of the conference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

/// What one unit of something costs or earns, in units of 1/scale of the level's own unit.
struct ProofPrice {
  enum class Kind {
    seat,   ///< sitting in `seat` earns this much
    level,  ///< each unit of `level` in `group` costs this much (below 0: earns)
    night,  ///< of `person`, any of `first` and any of `second` exclude each other
    after,  ///< continuity credited to sitting in `session`
    before  ///< continuity credited to sitting in a previous session of `session`
  };
  Kind kind = Kind::seat;
  std::int64_t amount = 0;
  SeatIndex seat;
  std::size_t level = 0;
  int group = -1;  ///< -1: all of what the claim is about
  PersonIndex person;
  SlotIndex session;
  std::vector<SlotIndex> first;
  std::vector<SlotIndex> second;
};

/// Splits a node in two that cover it: `at_most` or less, and more.
struct ProofBranch {
  enum class Kind { none, empty, wanting, abandoned, level, sits };
  Kind kind = Kind::none;
  SeatIndex seat;            ///< `empty`, `wanting`
  SlotIndex session;         ///< `abandoned`
  CandidateIndex candidate;  ///< `sits`
  std::size_t level = 0;     ///< `level`
  int group = -1;            ///< likewise
  std::int64_t at_most = 0;
};

/// A bound computed at a node.
struct ProofUse {
  std::size_t prices = 0;  ///< index into Proof::prices
  std::int64_t bound = 0;  ///< what the solver made of them
  bool fixes = false;      ///< what costs too much at these prices is forbidden from here on
};

struct ProofNode {
  static constexpr std::size_t none = SIZE_MAX;
  std::vector<ProofUse> uses;  ///< in this order; where there is none, its parent's bounds must do
  bool impossible = false;     ///< what was decided contradicts the rules
  ProofBranch branch;
  std::size_t down = none;  ///< where there is a branch: at most, and more
  std::size_t up = none;
};

struct ProofClaim {
  std::size_t level = 0;
  bool whole = false;            ///< about Proof::wholes, else about Proof::groups
  std::size_t part = 0;          ///< index there
  bool settles = false;          ///< rules out, for later levels, what costs more than the part's value
  std::int64_t bound = 0;        ///< otherwise: no plan costs less in the part's sessions
  std::vector<ProofNode> nodes;  ///< the first is the root
};

struct Proof {
  std::int64_t scale = 1;
  std::vector<std::vector<SlotIndex>> groups;    ///< sessions, by group
  std::vector<std::vector<std::size_t>> wholes;  ///< groups that ties may hold together
  std::vector<std::vector<ProofPrice>> prices;   ///< only what is not 0
  std::vector<ProofClaim> claims;
  std::vector<std::int64_t> shown;  ///< by level, as LevelResult counts: the bound that its claims come to
};

}  // namespace plancover

// A bound from cells alone, where a linear program of the whole is too large: rows, and at
// quality what of continuity goes over night, are let go at prices that climb towards those
// that say most (Held, Wolfe and Crowder 1974). It takes milliseconds a round, and says
// within some percent what the linear program would. It starts from what all attendees
// could do as one pool, and from prices that are known.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/relaxation.hpp"

namespace plancover {

/// A level of a whole that is to be bounded.
struct BoundTask {
  const Problem& problem;
  const std::vector<Cell>& cells;
  const Piece& piece;                ///< of the whole; its cells are among `cells`
  const std::vector<int>& group_of;  ///< by SlotIndex: the groups of `held`
  std::size_t level = 0;
  const Fates& fates;           ///< at the level
  std::vector<SlotIndex> open;  ///< the sessions that matter at the level, ascending
  std::vector<HeldLevel> held;  ///< what earlier levels must keep to
  Cost value = 0;               ///< what the best plan known costs: a bound that says it ends the climb
};

struct CellsBound {
  Cost bound = 0;     ///< no plan of the whole costs less at the level; the least number where none is possible
  NearPrices prices;  ///< those that said so
  /// By CandidateIndex: what a seat is worth to later days, in points. Only of quality.
  std::vector<std::int64_t> ahead;
  /// By CandidateIndex: how often one sits there in the columns of the last rounds, from 0 to 1, which is about what
  /// the linear program would say.
  std::vector<double> taken;
  /// Of quality, if there was time: what everyone does at these prices, one after the other, in seats that are not
  /// taken; it breaks no rule, but may leave empty what earlier levels fill.
  std::vector<CandidateIndex> plan;
};

/// How far to go. A climb from prices that are nearly right is short, and must not leave them with long steps.
struct Climb {
  int rounds = 800;
  double reach = 0.1;     ///< of `Pace`
  bool from_pool = true;  ///< asks what all attendees could do as one pool first
};

[[nodiscard]] CellsBound bound_by_cells(const BoundTask& task, const NearPrices& near, Budget& budget,
                                        const Climb& climb = {});

}  // namespace plancover

// A piece of the problem that can be solved by itself: some person-days and the
// sessions they can sit in. Pieces that share nothing are solved one after another,
// and their levels add up.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

struct Piece {
  std::vector<int> cells;           ///< indexes into the list of cells, ascending
  std::vector<SlotIndex> sessions;  ///< ascending
};

/// Ties between person-days that the seats do not show.
struct Ties {
  bool limits = false;      ///< total hours and everything that clashes across days
  bool continuity = false;  ///< continuity between days
};

/// Splits the whole problem; `ties` says which bonds hold pieces together.
[[nodiscard]] std::vector<Piece> split(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates,
                                       Ties ties);
/// Can the person's limit on total hours bind at all?
[[nodiscard]] bool hours_can_bind(const Problem& problem, const std::vector<Cell>& cells, PersonIndex person,
                                  const Fates& fates);

}  // namespace plancover

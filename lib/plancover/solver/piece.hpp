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
  bool hours = false;       ///< the limit on total hours
  bool clashes = false;     ///< what must not be near each other across a night
  bool continuity = false;  ///< continuity between days
};

/// Splits the whole problem; `ties` says which bonds hold pieces together besides the cells themselves.
[[nodiscard]] std::vector<Piece> split(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates,
                                       Ties ties);
/// What is earned in the piece's sessions by continuing others outside of it. It is the same in every plan, for both
/// are decided: all else is never split.
[[nodiscard]] std::int64_t continuity_from_outside(const Problem& problem, const Piece& piece, const Fates& fates);

}  // namespace plancover

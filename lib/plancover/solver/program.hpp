// What the linear programs and bounds of a search are made from, and the part of it that a node of its tree is.
#pragma once

#include <vector>

#include "plancover/solver/bound.hpp"
#include "plancover/solver/formulation.hpp"

namespace plancover {

/// A formulation and the level at which it is minimised.
struct Program {
  const Problem& problem;
  const std::vector<Cell>& cells;
  const Formulation& formulation;
  const ProblemLevel& level;

  /// By position in the formulation's piece.
  [[nodiscard]] const Cell& cell(std::size_t position) const {
    return cells[static_cast<std::size_t>(formulation.piece.cells[position])];
  }
};

/// One subproblem of the search: fates of candidates and bounds of variables.
struct Node {
  Fates fates;
  VariableBounds bounds;
};

}  // namespace plancover

// Some people of a problem as a problem of its own, while everyone else stays where a plan
// has them. Seats are asked for as far as the others leave them open; what an attendee earns
// does not depend on others, so a better plan of the subproblem is a better plan of the whole.
#pragma once

#include <vector>

#include "plancover/solver/piece.hpp"

namespace plancover {

struct Subproblem {
  Problem problem;
  std::vector<CandidateIndex> origin;  ///< in the whole, by CandidateIndex of the subproblem; ascending
  Fates fates;                         ///< by CandidateIndex of the subproblem
};

/// `people` are ascending; `filled`, by SeatIndex, tells how many of the others sit there.
[[nodiscard]] Subproblem subproblem_of(const Problem& problem, const Fates& fates,
                                       const std::vector<PersonIndex>& people, const std::vector<int>& filled);

/// All of it, for `cells` that hold all its candidates.
[[nodiscard]] Piece whole_piece(const Problem& part, const std::vector<Cell>& cells);

/// Those of `chosen` (ascending, of the whole) that the subproblem has, and back; ascending too.
[[nodiscard]] std::vector<CandidateIndex> in_part(const Subproblem& part, const std::vector<CandidateIndex>& chosen);
[[nodiscard]] std::vector<CandidateIndex> in_whole(const Subproblem& part, const std::vector<CandidateIndex>& chosen);

}  // namespace plancover

#include "plancover/solver/part_search.hpp"

namespace plancover {

namespace {

constexpr Cost no_less = -(Cost{1} << 60);  // no plan costs as little

}  // namespace

std::vector<CandidateIndex> solved_again(const Polish& what, const Subproblem& part,
                                         const std::vector<CandidateIndex>& theirs, bool tied, Sought sought,
                                         Budget& budget) {
  Incumbent now;
  now.chosen = in_part(part, theirs);
  // Who sits where the proofs of earlier levels leave nobody can be weighed against nothing.
  if (now.chosen.size() != theirs.size()) return theirs;
  const std::vector<Cell> cells = make_day_cells(part.problem);
  const Piece piece = whole_piece(part.problem, cells);
  const std::vector<int> one_group(part.problem.sessions.size(), 0);
  Master master(part.problem, cells, formulate(part.problem, cells, piece, one_group, tied, part.fates), budget);
  master.open(piece.sessions, tied, part.fates);
  master.keep_all_before(what.level, now.chosen);
  const ProblemLevel& level = what.problem.levels[what.level];
  now.cost = total_cost(part.problem, piece.sessions, level, now.chosen);
  if (sought == Sought::better) {
    master.offer(now.chosen);
  } else {
    ++now.cost;  // and not offered: it would be found first
  }
  master.aim_at(level);
  Recorder nothing;
  search(master, part.fates, now, counts_seats(level) ? 0 : no_less, budget, nothing);
  return in_whole(part, now.chosen);
}

}  // namespace plancover

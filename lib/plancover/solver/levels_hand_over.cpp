// From a level to those after it: what it came to is kept, by the day where it can be, and what it proved to be of no
// use stays out. Where it was not proved, others may have to give, and that much is left open.
#include "plancover/solver/levels.hpp"

namespace plancover {

/// What the level came to holds for those after it. Only where all wholes are proved may
/// none exceed its value, and what would is ruled out.
void Levels::hand_over(std::size_t level, Part& whole) {
  if (!whole.master || problem_.levels[level].kind == LevelKind::quality) return;
  open_up_to(level, whole);
  if (whole.searched && gap_[level] == 0) settle(level, whole);
  keep(whole, level);
}

/// Holds the whole to its value, and each day to its own where all is as the days were alone.
void Levels::keep(Part& whole, std::size_t level) {
  const ProblemLevel& kind = problem_.levels[level];
  whole.master->keep(kind, -1, whole.values[level]);
  if (!whole.as_days[level] || whole.days.size() < 2) return;
  for (const std::size_t day : whole.days) {
    whole.master->keep(kind, static_cast<int>(day), days_[day].values[level]);
  }
}

/// Whatever costs more at this level than its proved best is of no use to later ones.
void Levels::settle(std::size_t level, Part& whole) {
  Node root = whole.master->root(level_fates_);
  const NodeResult result = whole.master->solve(root, whole.incumbent.cost + 1);
  if (result.pruned) return;
  recorder_.begin(level, true, static_cast<std::size_t>(&whole - wholes_.data()));
  recorder_.solved(recorder_.root(), *whole.master, whole.master->best_prices(), result);
  recorder_.settled();
  whole.master->tighten(root, whole.incumbent.cost + 1);
  for (const int cell : whole.piece.cells) {
    for (const CandidateIndex c : cells_[static_cast<std::size_t>(cell)].candidates) {
      if (level_fates_[c.value] == Fate::open && root.fates[c.value] == Fate::forbidden)
        fates_[c.value] = Fate::forbidden;
    }
  }
  whole.master->purge(root.fates, whole.incumbent.cost + 1);
}

/// What other wholes may have to give in a level that was not proved.
Cost Levels::slack_for(const Part& whole, std::size_t level) const {
  return gap_[level] - (whole.values[level] - whole.bounds[level]);
}

/// With slack, a whole may exceed its value by what others may be below theirs, and its
/// days are no longer held one by one.
void Levels::set_slack(Part& whole, bool allowed) {
  const auto& totals = whole.master->formulation().totals;
  std::size_t level = 0;
  for (std::size_t number = 0; number < totals.size(); ++number) {
    if (totals[number].group >= 0) {
      whole.master->keep_at_most(number, no_limit);
    } else {
      whole.master->keep_at_most(number, whole.values[level] + (allowed ? slack_for(whole, level) : 0));
      ++level;
    }
  }
}

}  // namespace plancover

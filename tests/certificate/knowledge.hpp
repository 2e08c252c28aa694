// What a checker knows while it goes through the claims: how little each level can cost in
// each group and whole, how much it may cost in a plan that is as good as the values, and
// who was ruled out. Only what was proved gets in.
#pragma once

#include <optional>
#include <vector>

#include "certificate/bound.hpp"
#include "certificate/head.hpp"

namespace plancover::certificate {

class Knowledge {
 public:
  /// Both must outlive it.
  Knowledge(const Problem& problem, const Head& head);

  /// What no plan can change of the level's cost.
  [[nodiscard]] Wide constant(std::size_t level) const;
  /// The least that is known: by claims, by the groups of a whole, or by no prices at all.
  [[nodiscard]] Wide least(std::size_t level, const Part& part);
  /// The most that a plan may cost in the whole that is as good as the value on that level.
  [[nodiscard]] Wide most(std::size_t level, std::size_t whole);
  /// What a claim about `part` at level `claimed` may use of another level's cost in the
  /// group, or for -1 in the part.
  [[nodiscard]] Range range(std::size_t claimed, const Part& part, std::size_t level, int group);
  /// Pins and history, what they exclude, and who was ruled out on levels before.
  [[nodiscard]] Decisions decisions_for(std::size_t level) const;
  [[nodiscard]] View view(const Part& part) const { return view_of(problem_, part.sessions, head_.group_of); }

  void proved(std::size_t level, const Part& part, Wide bound);
  void rule_out(std::size_t level, CandidateIndex candidate);

 private:
  using Proved = std::vector<std::vector<std::optional<Wide>>>;  // by part, then level

  [[nodiscard]] Wide unpriced(std::size_t level, const Part& part) const;
  [[nodiscard]] std::size_t group_number(const Part& part) const;
  [[nodiscard]] std::size_t whole_number(const Part& part) const { return head_.groups[group_number(part)].whole; }
  std::optional<Wide>& known(std::size_t level, const Part& part);

  const Problem& problem_;
  const Head& head_;
  Proved of_group_;
  Proved of_whole_;
  std::vector<Fate> fates_;                // by CandidateIndex
  std::vector<std::size_t> ruled_out_at_;  // by CandidateIndex: the level that settled it
};

}  // namespace plancover::certificate

#include "certificate/check.hpp"

#include <algorithm>
#include <optional>

#include "certificate/knowledge.hpp"
#include "certificate/price_lines.hpp"

namespace plancover::certificate {

namespace {

std::string to_text(Wide value) {
  if (value < 0) return "-" + to_text(-value);
  return (value > 9 ? to_text(value / 10) : "") + static_cast<char>('0' + static_cast<int>(value % 10));
}

class Checker {
 public:
  Checker(const Conference& conference, const BuiltProblem& built, std::string_view text)
      : problem_(built.problem), names_(conference, built), lines_(text) {}

  Verdict run(const std::vector<std::int64_t>& values) {
    Verdict verdict;
    try {
      head_ = read_head(lines_, names_, problem_, values);
      knowledge_.emplace(problem_, head_);
      while (!lines_.starts("end")) {
        if (lines_.over()) lines_.refuse("the certificate ends before its end");
        read_claim();
      }
      lines_.expect(2);
      if (lines_.number(1) != claims_) lines_.refuse("there are " + std::to_string(claims_) + " claims, not as many");
      lines_.next();
      if (!lines_.over()) lines_.refuse("something follows the end");
      compare();
      verdict.holds = true;
    } catch (const Refusal& refusal) {
      verdict.line = refusal.line;
      verdict.why = refusal.why;
    }
    verdict.levels = head_.levels;
    verdict.nodes = nodes_;
    return verdict;
  }

 private:
  struct Claim {
    std::size_t level = 0;
    const Part* part = nullptr;
    View view;
    Wide bound = 0;
  };

  void read_claim() {
    while (lines_.starts("prices")) {
      lists_.push_back(read_prices(lines_, names_, problem_, head_.groups.size(), lists_.size()));
    }
    ++claims_;
    Claim claim;
    const bool settles = lines_.starts("settle");
    if (settles) {
      lines_.expect(3);
      claim.level = level_at(lines_, problem_, 1);
      claim.part = &head_.wholes[lines_.index(2, head_.wholes.size())];
      claim.bound = knowledge_->most(claim.level, lines_.index(2, head_.wholes.size())) + 1;
    } else if (lines_.starts("claim")) {
      lines_.expect(7);
      claim.level = lines_.index(1, problem_.levels.size());
      auto& parts = lines_.word(2) == "whole" ? head_.wholes : head_.groups;
      if (lines_.word(2) != "whole" && lines_.word(2) != "group") lines_.refuse("a claim is about a group or a whole");
      claim.part = &parts[lines_.index(3, parts.size())];
      if (lines_.word(4) != "at" || lines_.word(5) != "least") lines_.refuse("a claim says at least how much");
      claim.bound = lines_.number(6);
    } else {
      lines_.refuse("a claim should stand here");
    }
    claim.view = knowledge_->view(*claim.part);
    const Wide before = knowledge_->least(claim.level, *claim.part);
    lines_.next();
    Decisions decisions = knowledge_->decisions_for(claim.level);
    if (settles) {
      settle(claim, decisions);
      return;
    }
    check_node(claim, decisions, before);
    knowledge_->proved(claim.level, *claim.part, claim.bound);
  }

  Bounded bounded(const Claim& claim, const PriceList& prices, const Decisions& decisions, bool with_each) {
    for (const PriceList::Cost& cost : prices.costs) within(claim, cost.group);
    const auto ranges = [&](std::size_t level, int group) {
      return knowledge_->range(claim.level, *claim.part, level, group);
    };
    ++nodes_;
    try {
      return bound(problem_, claim.view, claim.level, head_.scale, prices, decisions, ranges, with_each);
    } catch (const std::string& why) {
      lines_.refuse(why);
    }
  }

  /// A claim may speak of its own sessions only.
  void within(const Claim& claim, int group) const {
    if (group < 0) return;
    const auto& sessions = head_.groups[static_cast<std::size_t>(group)].sessions;
    const bool inside =
        std::all_of(sessions.begin(), sessions.end(), [&](SlotIndex s) { return claim.view.inside[s.value]; });
    if (!inside) lines_.refuse("group " + std::to_string(group) + " is no part of this");
  }

  /// Rules out whatever costs at least what the claim says.
  void fix(const Claim& claim, const Bounded& result, Decisions& decisions) const {
    const Wide room = (claim.bound - 1) * head_.scale - result.scaled;
    if (room < 0) return;
    for (const auto& [seat, costs] : result.empty) narrow(claim, costs, range(decisions.empty, seat), decisions);
    for (const auto& [seat, costs] : result.wanting) narrow(claim, costs, range(decisions.wanting, seat), decisions);
    for (const auto& [s, costs] : result.abandoned) narrow(claim, costs, range(decisions.abandoned, s), decisions);
    for (const Slope& slope : result.slopes) {
      Range& left = decisions.costs[{slope.level, slope.group}];
      const Wide steps = room / slope.amount;
      if (slope.from_least) {
        left.most = std::min(left.most.value_or(slope.limit + steps), slope.limit + steps);
      } else {
        left.least = std::max(left.least.value_or(slope.limit - steps), slope.limit - steps);
      }
    }
    for (const auto& [person, candidates] : claim.view.people) {
      for (const CandidateIndex c : candidates) {
        Fate& fate = decisions.fates[c.value];
        const auto& with = result.with[c.value];
        if (fate == Fate::open && (!with || rounded_up(*with, head_.scale) >= claim.bound)) fate = Fate::forbidden;
      }
    }
  }

  void narrow(const Claim& claim, const ByCount& costs, WholeRange& left, Decisions& decisions) const {
    std::int64_t first = -1;
    std::int64_t last = -1;
    for (std::size_t count = 0; count < costs.size(); ++count) {
      if (!costs[count] || rounded_up(*costs[count], head_.scale) >= claim.bound) continue;
      last = static_cast<std::int64_t>(count);
      if (first < 0) first = last;
    }
    left = {std::max(left.first, first), std::min(left.second, last)};
    decisions.contradiction = decisions.contradiction || first < 0 || left.first > left.second;
  }

  void settle(const Claim& claim, Decisions& decisions) {
    if (!lines_.starts("node")) lines_.refuse("a node should stand here");
    lines_.next();
    const PriceList& prices = used();
    lines_.next();
    if (!lines_.starts("fix")) lines_.refuse("what is settled should be fixed");
    const Bounded result = bounded(claim, prices, decisions, true);
    if (!result.possible) lines_.refuse("nothing is possible here");
    const std::vector<Fate> before = decisions.fates;
    fix(claim, result, decisions);
    for (const CandidateIndex c : problem_.candidates.indexes()) {
      if (before[c.value] == Fate::open && decisions.fates[c.value] == Fate::forbidden)
        knowledge_->rule_out(claim.level, c);
    }
    lines_.next();
  }

  const PriceList& used() const {
    if (!lines_.starts("use")) lines_.refuse("a list of prices should be used here");
    lines_.expect(2);
    return lists_[lines_.index(1, lists_.size())];
  }

  /// The node at hand and all below it; throws where it does not hold what is claimed.
  void check_node(const Claim& claim, Decisions decisions, Wide best) {
    if (!lines_.starts("node")) lines_.refuse("a node should stand here");
    const Refusal here{lines_.line(), ""};
    lines_.next();
    bool done = decisions.contradiction || best >= claim.bound;
    while (lines_.starts("use")) {
      const PriceList& prices = used();
      std::optional<Bounded> result;
      if (!done) result = bounded(claim, prices, decisions, fix_follows());
      lines_.next();
      if (result) {
        done = !result->possible;
        if (!done) best = std::max(best, rounded_up(result->scaled, head_.scale));
        done = done || best >= claim.bound;
      }
      if (lines_.starts("fix")) {
        if (!done) fix(claim, *result, decisions);
        lines_.next();
      }
    }
    if (lines_.starts("impossible")) {
      if (!done && bounded(claim, {}, decisions, false).possible) lines_.refuse("this is possible");
      done = true;
      lines_.next();
    }
    if (!lines_.starts("branch")) {
      if (!done) throw Refusal{here.line, "the bound here is " + to_text(best) + ", not " + to_text(claim.bound)};
      return;
    }
    check_branch(claim, decisions, done ? claim.bound : best);
  }

  [[nodiscard]] bool fix_follows() const {
    Lines next = lines_;
    next.next();
    return next.starts("fix");
  }

  void check_branch(const Claim& claim, const Decisions& decisions, Wide best) {
    Decisions down = decisions;
    Decisions up = decisions;
    const std::string kind = lines_.word(1);
    if (kind == "sits") {
      lines_.expect(5);
      const CandidateIndex c =
          candidate(names_.person(lines_, lines_.word(2)), names_.seat(lines_, lines_.word(3), lines_.word(4)));
      down.contradiction = down.contradiction || down.fates[c.value] == Fate::forced;
      down.fates[c.value] = Fate::forbidden;
      up.contradiction = up.contradiction || up.fates[c.value] == Fate::forbidden;
      up.fates[c.value] = Fate::forced;
    } else if (kind == "empty" || kind == "wanting") {
      lines_.expect(5);
      const SeatIndex seat = names_.seat(lines_, lines_.word(2), lines_.word(3));
      const auto of = [&](Decisions& d) -> WholeRange& { return range(kind == "empty" ? d.empty : d.wanting, seat); };
      split(of(down), of(up), lines_.number(4));
    } else if (kind == "abandoned") {
      lines_.expect(4);
      const SlotIndex s = names_.session(lines_, lines_.word(2));
      split(range(down.abandoned, s), range(up.abandoned, s), lines_.number(3));
    } else if (kind == "cost") {
      lines_.expect(5);
      const std::pair key{level_at(lines_, problem_, 2), group_at(lines_, head_.groups.size(), 3)};
      within(claim, key.second);
      const Wide at_most = lines_.number(4);
      Range& below = down.costs[key];
      below.most = std::min(below.most.value_or(at_most), at_most);
      Range& above = up.costs[key];
      above.least = std::max(above.least.value_or(at_most + 1), at_most + 1);
      for (Decisions* side : {&down, &up}) contradict(claim, key.first, key.second, *side);
    } else {
      lines_.refuse("nothing can branch on " + kind);
    }
    lines_.next();
    check_node(claim, std::move(down), best);
    check_node(claim, std::move(up), best);
  }

  template <class Map, class Key>
  static WholeRange& range(Map& ranges, Key key) {
    return ranges.try_emplace(key, 0, std::int64_t{1} << 60).first->second;
  }
  static void split(WholeRange& down, WholeRange& up, std::int64_t at_most) {
    down.second = std::min(down.second, at_most);
    up.first = std::max(up.first, at_most + 1);
  }

  /// Does what is known of a level's cost leave nothing of what was decided?
  void contradict(const Claim& claim, std::size_t level, int group, Decisions& side) {
    const Range base = knowledge_->range(claim.level, *claim.part, level, group);
    const Range& more = side.costs[{level, group}];
    for (const auto& least : {base.least, more.least}) {
      for (const auto& top : {base.most, more.most}) {
        if (least && top && *least > *top) side.contradiction = true;
      }
    }
  }

  [[nodiscard]] CandidateIndex candidate(PersonIndex person, SeatIndex seat) const {
    for (const CandidateIndex c : problem_.people[person].candidates) {
      if (problem_.candidates[c].seat == seat) return c;
    }
    lines_.refuse("nobody of that name may sit there");
  }

  void compare() {
    for (std::size_t level = 0; level < problem_.levels.size(); ++level) {
      Wide sum = knowledge_->constant(level);
      for (const Part& whole : head_.wholes) sum += knowledge_->least(level, whole);
      const bool quality = problem_.levels[level].kind == LevelKind::quality;
      const Wide proved = quality ? -sum : sum;
      if (quality ? head_.levels[level].shown < proved : head_.levels[level].shown > proved) {
        throw Refusal{head_.lines[level], head_.levels[level].name + " is proved to be " + to_text(proved) +
                                              (quality ? " at most" : " at least") + ", not " +
                                              std::to_string(head_.levels[level].shown)};
      }
    }
  }

  const Problem& problem_;
  Names names_;
  Lines lines_;
  Head head_;
  std::optional<Knowledge> knowledge_;
  std::vector<PriceList> lists_;
  std::int64_t claims_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace

Verdict check(const Conference& conference, const BuiltProblem& built, std::string_view text,
              const std::vector<std::int64_t>& values) {
  return Checker(conference, built, text).run(values);
}

}  // namespace plancover::certificate

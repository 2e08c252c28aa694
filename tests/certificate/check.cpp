#include "certificate/check.hpp"

#include <algorithm>

#include "certificate/bound.hpp"
#include "certificate/words.hpp"

namespace plancover::certificate {

namespace {

Wide rounded_up(Wide scaled, std::int64_t scale) {
  return scaled > 0 ? (scaled + scale - 1) / scale : scaled / scale;
}

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
      read_head(values);
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
    verdict.levels = shown_;
    verdict.nodes = nodes_;
    return verdict;
  }

 private:
  struct Part {
    std::vector<SlotIndex> sessions;
    std::vector<std::size_t> groups;  // of a whole
    std::size_t whole = 0;            // of a group
    std::vector<std::optional<Wide>> proved;  // by level: it costs no less; absent: not looked at
  };

  // ---- the head: levels, groups, wholes

  void read_head(const std::vector<std::int64_t>& values) {
    if (!lines_.starts("plancover-certificate")) lines_.refuse("this is no certificate");
    lines_.expect(2);
    if (lines_.number(1) != 1) lines_.refuse("this is a newer kind of certificate");
    lines_.next();
    if (!lines_.starts("scale")) lines_.refuse("the scale should stand here");
    lines_.expect(2);
    scale_ = lines_.number(1);
    if (scale_ < 1 || scale_ > (std::int64_t{1} << 40)) lines_.refuse("this scale cannot be used");
    lines_.next();
    for (std::size_t i = 0; i < problem_.levels.size(); ++i) read_level(i, values);
    read_groups();
    read_wholes();
    for (auto* parts : {&groups_, &wholes_}) {
      for (Part& part : *parts) part.proved.resize(problem_.levels.size());
    }
    ruled_out_at_.assign(problem_.candidates.size(), problem_.levels.size());
    starting_fates();
  }

  [[nodiscard]] std::string level_name(std::size_t number) const {
    static constexpr const char* tiers[] = {"critical", "high", "normal", "low"};
    const ProblemLevel& level = problem_.levels[number];
    switch (level.kind) {
      case LevelKind::required:
        return std::string("required ") + tiers[level.tier];
      case LevelKind::optional:
        return std::string("optional ") + tiers[level.tier];
      case LevelKind::changes:
        return "changes";
      case LevelKind::quality:
        return "quality";
    }
    return "";
  }

  void read_level(std::size_t number, const std::vector<std::int64_t>& values) {
    if (!lines_.starts("level")) lines_.refuse("level " + std::to_string(number) + " should stand here");
    const std::string name = level_name(number);
    const std::size_t at = name.find(' ') == std::string::npos ? 3 : 4;
    lines_.expect(at + 6);
    if (lines_.number(1) != static_cast<std::int64_t>(number) ||
        (at == 4 ? lines_.word(2) + " " + lines_.word(3) : lines_.word(2)) != name) {
      lines_.refuse("level " + std::to_string(number) + " is " + name);
    }
    if (lines_.word(at) != "value" || lines_.word(at + 2) != "bound" || lines_.word(at + 4) != "shown") {
      lines_.refuse("a level has a value, a bound, and what is shown of it");
    }
    ShownLevel level{name, lines_.number(at + 1), lines_.number(at + 3), lines_.number(at + 5)};
    const bool quality = problem_.levels[number].kind == LevelKind::quality;
    if (number < values.size() && values[number] != level.value) {
      lines_.refuse("the plan's value is " + std::to_string(values[number]));
    }
    if (quality ? level.shown < level.bound : level.shown > level.bound) lines_.refuse("more is shown than is printed");
    shown_.push_back(std::move(level));
    shown_at_.push_back(lines_.line());
    lines_.next();
  }

  void read_groups() {
    std::vector<bool> seen(problem_.sessions.size(), false);
    group_of_.assign(problem_.sessions.size(), -1);
    while (lines_.starts("group")) {
      if (lines_.number(1) != static_cast<std::int64_t>(groups_.size())) lines_.refuse("a group is missing");
      Part group;
      for (std::size_t i = 2; i < lines_.words().size(); ++i) {
        const SlotIndex s = names_.session(lines_, lines_.word(i));
        if (seen[s.value]) lines_.refuse("session " + lines_.word(i) + " stands in two groups");
        seen[s.value] = true;
        group_of_[s.value] = static_cast<int>(groups_.size());
        group.sessions.push_back(s);
      }
      std::sort(group.sessions.begin(), group.sessions.end());
      groups_.push_back(std::move(group));
      lines_.next();
    }
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) lines_.refuse("a session stands in no group");
  }

  void read_wholes() {
    std::vector<bool> seen(groups_.size(), false);
    while (lines_.starts("whole")) {
      if (lines_.number(1) != static_cast<std::int64_t>(wholes_.size())) lines_.refuse("a whole is missing");
      Part whole;
      for (std::size_t i = 2; i < lines_.words().size(); ++i) {
        const std::size_t group = lines_.index(i, groups_.size());
        if (seen[group]) lines_.refuse("a group stands in two wholes");
        seen[group] = true;
        groups_[group].whole = wholes_.size();
        whole.groups.push_back(group);
        const auto& more = groups_[group].sessions;
        whole.sessions.insert(whole.sessions.end(), more.begin(), more.end());
      }
      std::sort(whole.sessions.begin(), whole.sessions.end());
      wholes_.push_back(std::move(whole));
      lines_.next();
    }
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) lines_.refuse("a group stands in no whole");
  }

  /// Pins and history are in every plan, and what they exclude is in none.
  void starting_fates() {
    fates_.assign(problem_.candidates.size(), Fate::open);
    for (const Person& person : problem_.people) {
      for (const CandidateIndex fixed : person.candidates) {
        if (!problem_.candidates[fixed].fixed) continue;
        fates_[fixed.value] = Fate::forced;
        for (const CandidateIndex other : person.candidates) {
          if (!problem_.candidates[other].fixed && exclude(problem_, fixed, other)) fates_[other.value] = Fate::forbidden;
        }
      }
    }
  }

  // ---- what is known of costs

  /// Less is better, and without the constant parts of changes and quality.
  [[nodiscard]] Wide constant(std::size_t level) const {
    if (problem_.levels[level].kind == LevelKind::changes) return problem_.changes_at_most;
    if (problem_.levels[level].kind != LevelKind::quality) return 0;
    Wide attended = 0;  // history's own
    for (const SeatIndex index : problem_.seats.indexes()) {
      const Seat& seat = problem_.seats[index];
      if (!seat.all || !problem_.sessions[seat.session].history) continue;
      const auto here = static_cast<std::int64_t>(seat.candidates.size());
      attended += static_cast<Wide>(problem_.attend) * std::max<std::int64_t>(0, here - seat.required);
    }
    return -attended;
  }

  /// The least that is known, by a claim or by no prices at all.
  Wide least(std::size_t level, Part& part) {
    Wide of_groups = 0;
    if (part.groups.empty()) {
      if (!part.proved[level]) part.proved[level] = unpriced(level, part);
      return *part.proved[level];
    }
    for (const std::size_t group : part.groups) of_groups += least(level, groups_[group]);
    return part.proved[level] ? std::max(of_groups, *part.proved[level]) : of_groups;
  }

  Wide unpriced(std::size_t level, const Part& part) {
    const Bounded result = bound(problem_, view(part), level, scale_, {}, decisions_for(level), no_limits, false);
    if (!result.possible) lines_.refuse("pins and history leave nothing possible");
    return rounded_up(result.scaled, scale_);
  }

  /// The most that a plan may cost there that is as good as the value on that level.
  Wide most(std::size_t level, std::size_t whole) {
    Wide left = shown_[level].value - constant(level);
    for (std::size_t other = 0; other < wholes_.size(); ++other) {
      if (other != whole) left -= least(level, wholes_[other]);
    }
    return left;
  }

  Range known(std::size_t claimed, const Part& part, std::size_t level, int group) {
    Range range;
    if (level > claimed || problem_.levels[level].kind == LevelKind::quality) return range;
    Part& about = group < 0 ? (part.groups.empty() ? groups_[group_number(part)] : wholes_[whole_number(part)])
                            : groups_[static_cast<std::size_t>(group)];
    range.least = least(level, about);
    Wide sum = 0;
    for (const SlotIndex s : about.sessions) sum += most_cost(problem_, s, problem_.levels[level]);
    range.most = sum;
    if (level == claimed) return range;
    const std::size_t whole = about.groups.empty() ? about.whole : whole_number(about);
    Wide top = most(level, whole);
    if (about.groups.empty()) {
      for (const std::size_t other : wholes_[whole].groups) {
        if (&groups_[other] != &about) top -= least(level, groups_[other]);
      }
    }
    range.most = std::min(sum, top);
    return range;
  }

  [[nodiscard]] std::size_t group_number(const Part& part) const {
    return static_cast<std::size_t>(group_of_[part.sessions.front().value]);
  }
  [[nodiscard]] std::size_t whole_number(const Part& part) const { return groups_[group_number(part)].whole; }

  [[nodiscard]] Decisions decisions_for(std::size_t level) const {
    Decisions decisions;
    decisions.fates = fates_;
    for (const CandidateIndex c : problem_.candidates.indexes()) {
      if (ruled_out_at_[c.value] < level) decisions.fates[c.value] = Fate::forbidden;
    }
    return decisions;
  }

  [[nodiscard]] View view(const Part& part) const { return view_of(problem_, part.sessions, group_of_); }

  // ---- prices

  void read_prices() {
    if (lines_.number(1) != static_cast<std::int64_t>(lists_.size())) lines_.refuse("a list of prices is missing");
    lines_.expect(2);
    lines_.next();
    PriceList list;
    for (; !lines_.over(); lines_.next()) {
      if (lines_.starts("seat")) {
        lines_.expect(4);
        list.seats.emplace_back(names_.seat(lines_, lines_.word(1), lines_.word(2)), lines_.number(3));
      } else if (lines_.starts("cost")) {
        lines_.expect(4);
        list.costs.push_back({level_at(1), group_at(2), lines_.number(3)});
      } else if (lines_.starts("night")) {
        read_night(list);
      } else if (lines_.starts("after") || lines_.starts("before")) {
        lines_.expect(4);
        Credit& credit = list.ties[names_.person(lines_, lines_.word(1))].credits[names_.session(lines_, lines_.word(2))];
        if (lines_.number(3) < 0) lines_.refuse("a credit is never below 0");
        (lines_.starts("after") ? credit.after : credit.before) += lines_.number(3);
      } else {
        break;
      }
    }
    lists_.push_back(std::move(list));
  }

  std::size_t level_at(std::size_t word) const {
    const std::size_t level = lines_.index(word, problem_.levels.size());
    if (problem_.levels[level].kind == LevelKind::quality) lines_.refuse("quality, the last level, has no limit");
    return level;
  }

  int group_at(std::size_t word) const {
    return lines_.word(word) == "all" ? -1 : static_cast<int>(lines_.index(word, groups_.size()));
  }

  void read_night(PriceList& list) {
    const PersonIndex person = names_.person(lines_, lines_.word(1));
    Night night;
    night.amount = lines_.number(2);
    if (night.amount < 0) lines_.refuse("nobody is paid for breaking a rule");
    std::vector<SlotIndex>* side = &night.first;
    for (std::size_t i = 3; i < lines_.words().size(); ++i) {
      if (lines_.word(i) == "or" && side == &night.first) {
        side = &night.second;
      } else {
        side->push_back(names_.session(lines_, lines_.word(i)));
      }
    }
    for (const auto* some : {&night.first, &night.second}) {
      for (const SlotIndex s : *some) {
        if (problem_.sessions[s].day != problem_.sessions[some->front()].day) lines_.refuse("that is more than one day");
      }
    }
    const auto& mine = problem_.people[person].candidates;
    for (const CandidateIndex a : mine) {
      if (!holds(night.first, a)) continue;
      for (const CandidateIndex b : mine) {
        if (!holds(night.second, b)) continue;
        if (a == b || !exclude(problem_, a, b)) lines_.refuse("these sessions do not exclude each other");
        if (problem_.candidates[a].fixed && problem_.candidates[b].fixed) lines_.refuse("both of these are decided");
      }
    }
    list.ties[person].nights.push_back(std::move(night));
  }

  [[nodiscard]] bool holds(const std::vector<SlotIndex>& sessions, CandidateIndex c) const {
    return std::find(sessions.begin(), sessions.end(), problem_.candidates[c].session) != sessions.end();
  }

  // ---- claims

  struct Claim {
    std::size_t level = 0;
    Part* part = nullptr;
    View view;
    Wide bound = 0;
  };

  void read_claim() {
    while (lines_.starts("prices")) read_prices();
    ++claims_;
    Claim claim;
    const bool settles = lines_.starts("settle");
    if (settles) {
      lines_.expect(3);
      claim.level = level_at(1);
      claim.part = &wholes_[lines_.index(2, wholes_.size())];
      claim.bound = most(claim.level, lines_.index(2, wholes_.size())) + 1;
    } else if (lines_.starts("claim")) {
      lines_.expect(7);
      claim.level = lines_.index(1, problem_.levels.size());
      auto& parts = lines_.word(2) == "whole" ? wholes_ : groups_;
      if (lines_.word(2) != "whole" && lines_.word(2) != "group") lines_.refuse("a claim is about a group or a whole");
      claim.part = &parts[lines_.index(3, parts.size())];
      if (lines_.word(4) != "at" || lines_.word(5) != "least") lines_.refuse("a claim says at least how much");
      claim.bound = lines_.number(6);
    } else {
      lines_.refuse("a claim should stand here");
    }
    claim.view = view(*claim.part);
    const Wide before = least(claim.level, *claim.part);
    lines_.next();
    Decisions decisions = decisions_for(claim.level);
    if (settles) {
      settle(claim, decisions);
      return;
    }
    check_node(claim, decisions, before);
    claim.part->proved[claim.level] = std::max(before, claim.bound);
  }

  Bounded bounded(const Claim& claim, const PriceList& prices, const Decisions& decisions, bool with_each) {
    for (const PriceList::Cost& cost : prices.costs) within(claim, cost.group);
    const auto ranges = [&](std::size_t level, int group) { return known(claim.level, *claim.part, level, group); };
    ++nodes_;
    try {
      return bound(problem_, claim.view, claim.level, scale_, prices, decisions, ranges, with_each);
    } catch (const std::string& why) {
      lines_.refuse(why);
    }
  }

  /// A claim may speak of its own sessions only.
  void within(const Claim& claim, int group) const {
    if (group < 0) return;
    const auto& sessions = groups_[static_cast<std::size_t>(group)].sessions;
    const bool inside = std::all_of(sessions.begin(), sessions.end(), [&](SlotIndex s) { return claim.view.inside[s.value]; });
    if (!inside) lines_.refuse("group " + std::to_string(group) + " is no part of this");
  }

  /// Forbids whatever costs at least what the claim says.
  void fix(const Claim& claim, const Bounded& result, Decisions& decisions) const {
    for (const auto& [person, candidates] : claim.view.people) {
      for (const CandidateIndex c : candidates) {
        Fate& fate = decisions.fates[c.value];
        const auto& with = result.with[c.value];
        if (fate == Fate::open && (!with || rounded_up(*with, scale_) >= claim.bound)) fate = Fate::forbidden;
      }
    }
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
        ruled_out_at_[c.value] = std::min(ruled_out_at_[c.value], claim.level);
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
        if (!done) best = std::max(best, rounded_up(result->scaled, scale_));
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
      const CandidateIndex c = candidate(names_.person(lines_, lines_.word(2)),
                                         names_.seat(lines_, lines_.word(3), lines_.word(4)));
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
      const std::pair key{level_at(2), group_at(3)};
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
    const Range base = known(claim.level, *claim.part, level, group);
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

  // ---- the end

  void compare() {
    for (std::size_t level = 0; level < problem_.levels.size(); ++level) {
      Wide sum = constant(level);
      for (Part& whole : wholes_) sum += least(level, whole);
      const bool quality = problem_.levels[level].kind == LevelKind::quality;
      const Wide proved = quality ? -sum : sum;
      if (quality ? shown_[level].shown < proved : shown_[level].shown > proved) {
        throw Refusal{shown_at_[level], shown_[level].name + " is proved to be " + to_text(proved) +
                                            (quality ? " at most" : " at least") + ", not " +
                                            std::to_string(shown_[level].shown)};
      }
    }
  }

  inline static const Known no_limits = [](std::size_t, int) { return Range{}; };

  const Problem& problem_;
  Names names_;
  Lines lines_;
  std::int64_t scale_ = 1;
  std::vector<ShownLevel> shown_;
  std::vector<std::size_t> shown_at_;
  std::vector<int> group_of_;  // by SlotIndex
  std::vector<Part> groups_;
  std::vector<Part> wholes_;
  std::vector<Fate> fates_;
  std::vector<std::size_t> ruled_out_at_;  // by CandidateIndex: the level that settled it
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

#include "certificate/head.hpp"

#include <algorithm>

namespace plancover::certificate {

namespace {

class HeadReader {
 public:
  HeadReader(Lines& lines, const Names& names, const Problem& problem)
      : lines_(lines), names_(names), problem_(problem) {}

  Head read(const std::vector<std::int64_t>& values) {
    if (!lines_.starts("plancover-certificate")) lines_.refuse("this is no certificate");
    lines_.expect(2);
    if (lines_.number(1) != 1) lines_.refuse("this is a newer kind of certificate");
    lines_.next();
    if (!lines_.starts("scale")) lines_.refuse("the scale should stand here");
    lines_.expect(2);
    head_.scale = lines_.number(1);
    if (head_.scale < 1 || head_.scale > (std::int64_t{1} << 40)) lines_.refuse("this scale cannot be used");
    lines_.next();
    for (std::size_t i = 0; i < problem_.levels.size(); ++i) read_level(i, values);
    read_groups();
    read_wholes();
    return std::move(head_);
  }

 private:
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
    if (!quality && level.shown < level.bound) lines_.refuse("of seats all that is printed must be shown");
    if (quality ? level.bound < level.value : level.bound > level.value) lines_.refuse("no bound is beyond the value");
    head_.levels.push_back(std::move(level));
    head_.lines.push_back(lines_.line());
    lines_.next();
  }

  void read_groups() {
    std::vector<bool> seen(problem_.sessions.size(), false);
    head_.group_of.assign(problem_.sessions.size(), -1);
    while (lines_.starts("group")) {
      if (lines_.number(1) != static_cast<std::int64_t>(head_.groups.size())) lines_.refuse("a group is missing");
      Part group;
      for (std::size_t i = 2; i < lines_.words().size(); ++i) {
        const SlotIndex s = names_.session(lines_, lines_.word(i));
        if (seen[s.value]) lines_.refuse("session " + lines_.word(i) + " stands in two groups");
        seen[s.value] = true;
        head_.group_of[s.value] = static_cast<int>(head_.groups.size());
        group.sessions.push_back(s);
      }
      if (group.sessions.empty()) lines_.refuse("a group without sessions");
      std::sort(group.sessions.begin(), group.sessions.end());
      head_.groups.push_back(std::move(group));
      lines_.next();
    }
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) lines_.refuse("a session stands in no group");
  }

  void read_wholes() {
    std::vector<bool> seen(head_.groups.size(), false);
    while (lines_.starts("whole")) {
      if (lines_.number(1) != static_cast<std::int64_t>(head_.wholes.size())) lines_.refuse("a whole is missing");
      Part whole;
      for (std::size_t i = 2; i < lines_.words().size(); ++i) {
        const std::size_t group = lines_.index(i, head_.groups.size());
        if (seen[group]) lines_.refuse("a group stands in two wholes");
        seen[group] = true;
        head_.groups[group].whole = head_.wholes.size();
        whole.groups.push_back(group);
        const auto& more = head_.groups[group].sessions;
        whole.sessions.insert(whole.sessions.end(), more.begin(), more.end());
      }
      if (whole.sessions.empty()) lines_.refuse("a whole without groups");
      std::sort(whole.sessions.begin(), whole.sessions.end());
      head_.wholes.push_back(std::move(whole));
      lines_.next();
    }
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) lines_.refuse("a group stands in no whole");
  }

  Lines& lines_;
  const Names& names_;
  const Problem& problem_;
  Head head_;
};

}  // namespace

Head read_head(Lines& lines, const Names& names, const Problem& problem, const std::vector<std::int64_t>& values) {
  return HeadReader(lines, names, problem).read(values);
}

}  // namespace plancover::certificate

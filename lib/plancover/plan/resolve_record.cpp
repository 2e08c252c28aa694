#include "plancover/plan/resolve_record.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace plancover {

void compare_levels(const std::vector<Level>& computed, const PlanText& text, Diagnostics& found) {
  const auto differs = [&](Location where, const std::string& message, const std::string& help) {
    found.push_back({Code::plan_level, where.known() ? where : text.where, message, {}, help, 1});
  };
  const std::string without =
      "or leave levels out, for they follow from the assignments; or reassign, where the files have changed since";
  std::map<std::string, const Level*> expected;
  for (const Level& level : computed) {
    if (level.name != "changes") expected[level.name] = &level;
  }
  std::map<std::string, Location> seen;
  bool proved = true;
  for (const auto& [level, where] : text.levels) {
    proved = proved && level.value == level.bound;
    if (!seen.emplace(level.name, where).second) {
      differs(where, "the level " + level.name + " stands twice", "remove one of the two lines");
    } else if (level.name == "changes") {
      continue;
    } else if (const auto same = expected.find(level.name); same == expected.end()) {
      differs(where, "there is no level " + level.name, "remove the line");
    } else if (same->second->value != level.value) {
      differs(where,
              "the level " + level.name + " is " + std::to_string(same->second->value) + ", not " +
                  std::to_string(level.value),
              "write value: " + std::to_string(same->second->value) + ", " + without);
    }
  }
  std::vector<std::string> missing;
  for (const Level& level : computed) {
    if (expected.contains(level.name) && !seen.contains(level.name)) missing.push_back(level.name);
  }
  if (!missing.empty()) {
    const std::string more = missing.size() == 1 ? "" : " and " + std::to_string(missing.size() - 1) + " more";
    differs(text.levels_where, "the level " + missing.front() + (more.empty() ? " is" : more + " are") + " missing",
            (more.empty() ? "add it, " : "add them, ") + without);
  }
  if (text.status == Status::optimal && !proved) {
    differs(text.status_where, "optimal, but a bound is not its value", "write status: feasible");
  }
}

void compare_gaps(const Conference& conference, const std::vector<Gap>& computed, const PlanText& text,
                  Diagnostics& found) {
  using Key = std::tuple<std::string, std::string, bool>;
  const auto words = [](const Key& key) {
    return std::string(std::get<2>(key) ? "required " : "optional ") + std::get<1>(key) + " in " + std::get<0>(key);
  };
  const auto differs = [&](Location where, const std::string& message, const std::string& help) {
    found.push_back({Code::plan_gap, where.known() ? where : text.where, message, {}, help, 1});
  };
  const std::string without =
      "or leave gaps out, for they follow from the assignments; or reassign, where the files have changed since";
  std::map<Key, int> expected;
  for (const Gap& gap : computed) {
    expected[{conference.sessions[gap.session].id, conference.roles[gap.role].id, gap.required}] = gap.open;
  }
  std::map<Key, Location> seen;
  for (const GapText& gap : *text.gaps) {
    const Key key{gap.session, gap.role, gap.required};
    if (!seen.emplace(key, gap.where).second) {
      differs(gap.where, "the gap " + words(key) + " stands twice", "remove one of the two lines");
    } else if (const auto same = expected.find(key); same == expected.end()) {
      differs(gap.where, "no seat is open as " + words(key), "remove the line, " + without);
    } else if (same->second != gap.open) {
      differs(gap.where, std::to_string(same->second) + " open as " + words(key) + ", not " + std::to_string(gap.open),
              "write open: " + std::to_string(same->second) + ", " + without);
    }
  }
  for (const auto& [key, open] : expected) {
    if (!seen.contains(key)) {
      differs(text.gaps_where, "the gap " + words(key) + " is missing, " + std::to_string(open) + " open",
              "add it, " + without);
    }
  }
}

}  // namespace plancover

#include "certificate/price_lines.hpp"

#include <algorithm>

namespace plancover::certificate {

namespace {

class PriceReader {
 public:
  PriceReader(Lines& lines, const Names& names, const Problem& problem, std::size_t groups)
      : lines_(lines), names_(names), problem_(problem), groups_(groups) {}

  PriceList read(std::size_t number) {
    if (lines_.number(1) != static_cast<std::int64_t>(number)) lines_.refuse("a list of prices is missing");
    lines_.expect(2);
    lines_.next();
    PriceList list;
    for (; !lines_.over(); lines_.next()) {
      if (lines_.starts("seat")) {
        lines_.expect(4);
        list.seats.emplace_back(names_.seat(lines_, lines_.word(1), lines_.word(2)), lines_.number(3));
      } else if (lines_.starts("cost")) {
        lines_.expect(4);
        list.costs.push_back({level_at(lines_, problem_, 1), group_at(lines_, groups_, 2), lines_.number(3)});
      } else if (lines_.starts("night")) {
        read_night(list);
      } else if (lines_.starts("after") || lines_.starts("before")) {
        lines_.expect(4);
        Credit& credit =
            list.ties[names_.person(lines_, lines_.word(1))].credits[names_.session(lines_, lines_.word(2))];
        if (lines_.number(3) < 0) lines_.refuse("a credit is never below 0");
        (lines_.starts("after") ? credit.after : credit.before) += lines_.number(3);
      } else {
        break;
      }
    }
    return list;
  }

 private:
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
        if (problem_.sessions[s].day != problem_.sessions[some->front()].day)
          lines_.refuse("that is more than one day");
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

  Lines& lines_;
  const Names& names_;
  const Problem& problem_;
  std::size_t groups_;
};

}  // namespace

PriceList read_prices(Lines& lines, const Names& names, const Problem& problem, std::size_t groups,
                      std::size_t number) {
  return PriceReader(lines, names, problem, groups).read(number);
}

std::size_t level_at(const Lines& lines, const Problem& problem, std::size_t word) {
  const std::size_t level = lines.index(word, problem.levels.size());
  if (problem.levels[level].kind == LevelKind::quality) lines.refuse("quality, the last level, has no limit");
  return level;
}

int group_at(const Lines& lines, std::size_t groups, std::size_t word) {
  return lines.word(word) == "all" ? -1 : static_cast<int>(lines.index(word, groups));
}

}  // namespace plancover::certificate

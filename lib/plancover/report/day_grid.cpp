#include "plancover/report/day_grid.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plancover {

namespace {

/// A page of many narrow committees reads worse than columns that all of them share, without names.
constexpr std::size_t most_committees = 10;

void find_columns(const Conference& conference, DayGrid& grid) {
  const auto session = [&](std::size_t i) -> const Session& { return conference.sessions[grid.sessions[i]->session]; };
  bool rooms = true;
  std::set<CommitteeIndex> committees;
  for (std::size_t i = 0; i < grid.sessions.size(); ++i) {
    rooms = rooms && !session(i).room.empty();
    committees.insert(session(i).committee);
  }
  grid.kind = rooms                                  ? ColumnKind::room
              : committees.size() <= most_committees ? ColumnKind::committee
                                                     : ColumnKind::free;
  const auto name_of_column = [&](std::size_t i) {
    if (grid.kind == ColumnKind::room) return session(i).room;
    return grid.kind == ColumnKind::committee ? conference.committees[session(i).committee].name : std::string();
  };
  std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> held;
  for (std::size_t i = 0; i < grid.sessions.size(); ++i) {
    const std::string name = name_of_column(i);
    for (std::size_t again = 0;; ++again) {
      auto& column = held[{name, again}];
      if (!column.empty() && overlap(session(column.back()).time.value, session(i).time.value)) continue;
      column.push_back(i);
      break;
    }
  }
  grid.column_of.resize(grid.sessions.size());
  for (const auto& [key, column] : held) {
    for (const std::size_t i : column) grid.column_of[i] = grid.columns.size();
    grid.columns.push_back(key.first);
  }
}

}  // namespace

std::vector<DayGrid> day_grids(const Conference& conference, const PlanView& plan) {
  std::map<Day, DayGrid> days;
  for (const SessionView& shown : plan.sessions) {
    const Day day = conference.sessions[shown.session].day;
    days.try_emplace(day, DayGrid{day, {}, ColumnKind::free, {}, {}}).first->second.sessions.push_back(&shown);
  }
  std::vector<DayGrid> grids;
  grids.reserve(days.size());
  for (auto& [day, grid] : days) {
    find_columns(conference, grid);
    grids.push_back(std::move(grid));
  }
  return grids;
}

std::vector<DayGrid> cut(const DayGrid& grid, std::size_t most) {
  const std::size_t whole = grid.columns.size();
  const std::size_t count = (whole + most - 1) / most;
  std::vector<DayGrid> pieces;
  pieces.reserve(count);
  for (std::size_t piece = 0; piece < count; ++piece) {
    const std::size_t first = piece * whole / count;
    const std::size_t last = (piece + 1) * whole / count;
    DayGrid part{grid.day, {}, grid.kind, {}, {}};
    for (std::size_t column = first; column < last; ++column) part.columns.push_back(grid.columns[column]);
    for (std::size_t i = 0; i < grid.sessions.size(); ++i) {
      if (grid.column_of[i] < first || grid.column_of[i] >= last) continue;
      part.sessions.push_back(grid.sessions[i]);
      part.column_of.push_back(grid.column_of[i] - first);
    }
    pieces.push_back(std::move(part));
  }
  return pieces;
}

std::vector<Instant> moments_of(const Conference& conference, const DayGrid& grid) {
  std::vector<Instant> moments;
  moments.reserve(2 * grid.sessions.size());
  for (const SessionView* shown : grid.sessions) {
    const Window& time = conference.sessions[shown->session].time.value;
    moments.insert(moments.end(), {time.from, time.until});
  }
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  return moments;
}

}  // namespace plancover

// The programme of a plan as a grid for each day: which sessions stand in which column. The
// page and the text on a terminal draw the same grid. Lays out nothing and renders nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plancover/report/view.hpp"

namespace plancover {

/// Rooms where each session has one, else committees where they are few, else whatever is free.
enum class ColumnKind { room, committee, free };

/// The sessions of one day, of which there is at least one. Where two sessions meet in one room at
/// once it has several columns of one name, and so with committees.
struct DayGrid {
  Day day;
  std::vector<const SessionView*> sessions;  ///< by start, then id; they belong to the view
  ColumnKind kind = ColumnKind::free;
  std::vector<std::string> columns;    ///< their names, in order; empty where they are free
  std::vector<std::size_t> column_of;  ///< by position in `sessions`
};

/// One a day, in order of days; the view must outlive them.
[[nodiscard]] std::vector<DayGrid> day_grids(const Conference& conference, const PlanView& plan);
/// The same day in pieces of at most `most` columns (at least 1), as even as they come, in their order.
[[nodiscard]] std::vector<DayGrid> cut(const DayGrid& grid, std::size_t most);
/// The moments at which a session of the grid starts or ends, in order.
[[nodiscard]] std::vector<Instant> moments_of(const Conference& conference, const DayGrid& grid);

}  // namespace plancover

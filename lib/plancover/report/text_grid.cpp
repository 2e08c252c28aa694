#include "plancover/report/text_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "plancover/report/day_grid.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

constexpr std::size_t hour_column = 7;  // "09:30  "
constexpr std::size_t between = 2;
constexpr std::size_t least_column = 18;  // narrower, a span and an id do not fit on one line
constexpr std::size_t most_column = 46;   // broader, the eye gets lost between columns
constexpr std::size_t edge = 2;           // "| "

struct InkedLine {
  Ink ink = Ink::plain;
  std::string text;
};

/// One line of the drawing: the hour, and in each column nothing or a piece of a session.
struct GridRow {
  std::string hour;
  std::vector<char> bars;  ///< ' ' where no session is, '+' where one begins
  std::vector<Ink> bar_inks;
  std::vector<InkedLine> lines;
};

void add_wrapped(std::vector<InkedLine>& lines, Ink ink, const std::string& text, std::size_t columns) {
  const std::string under = "  ";
  std::string before;
  for (const std::string& part : wrapped(printable(text), columns, under.size())) {
    lines.push_back({ink, before + part});
    before = under;
  }
}

/// What a column's name says is not said again.
std::string title_under(const Conference& conference, const Session& session, ColumnKind column) {
  std::string title = session_title(conference, session);
  if (column == ColumnKind::committee) title = session.name == session.id ? "" : session.name;
  if (column != ColumnKind::room && !session.room.empty()) title += (title.empty() ? "" : ", ") + session.room;
  const std::string_view tier = to_string(session.priority.value);
  return title.empty() ? std::string(tier) : fmt::format("{} ({})", title, tier);
}

std::vector<InkedLine> lines_of(const Conference& conference, const SessionView& shown, ColumnKind column,
                                std::size_t columns) {
  const Session& session = conference.sessions[shown.session];
  const bool off = session.cancelled || shown.history;
  std::vector<InkedLine> lines;
  std::string head = span_under_day(conference, session) + " " + session.id;
  if (session.cancelled) head += " cancelled";
  if (shown.history) head += " past";
  add_wrapped(lines, off ? Ink::dim : Ink::bold, head, columns);
  const std::string title = title_under(conference, session, column);
  add_wrapped(lines, off ? Ink::dim : Ink::plain, title, columns);
  for (const SeatView& seat : shown.seats) {
    const bool nobody = seat.occupants.empty();
    const Ink ink = seat.open_required > 0 ? Ink::red : off || nobody ? Ink::dim : Ink::plain;
    add_wrapped(lines, ink, conference.roles[seat.role].id + " " + seat_text(conference, seat), columns);
  }
  return lines;
}

/// The lines of the drawing; `columns` is what one column may take, its bar included. A moment is
/// as far below the one before as the sessions that end there need.
std::vector<GridRow> rows_of(const Conference& conference, const DayGrid& grid, std::size_t columns) {
  const std::vector<Instant> moments = moments_of(conference, grid);
  const auto moment = [&](Instant time) {
    return static_cast<std::size_t>(std::lower_bound(moments.begin(), moments.end(), time) - moments.begin());
  };
  std::vector<std::vector<InkedLine>> texts;
  texts.reserve(grid.sessions.size());
  std::vector<std::vector<std::size_t>> ending(moments.size());
  for (std::size_t i = 0; i < grid.sessions.size(); ++i) {
    texts.push_back(lines_of(conference, *grid.sessions[i], grid.kind, columns - edge));
    ending[moment(conference.sessions[grid.sessions[i]->session].time.value.until)].push_back(i);
  }
  std::vector<std::size_t> at(moments.size(), 0);
  for (std::size_t m = 1; m < moments.size(); ++m) {
    at[m] = at[m - 1] + 1;
    for (const std::size_t i : ending[m]) {
      const Window& time = conference.sessions[grid.sessions[i]->session].time.value;
      at[m] = std::max(at[m], at[moment(time.from)] + texts[i].size());
    }
  }
  const std::size_t width = grid.columns.size();
  const GridRow empty{"", std::vector<char>(width, ' '), std::vector<Ink>(width, Ink::plain),
                      std::vector<InkedLine>(width)};
  std::vector<GridRow> rows(at.back() + 1, empty);
  for (std::size_t m = 0; m < moments.size(); ++m) {
    rows[at[m]].hour = clock_text(to_local(conference.zone, moments[m]));
  }
  for (std::size_t i = 0; i < grid.sessions.size(); ++i) {
    const Window& time = conference.sessions[grid.sessions[i]->session].time.value;
    const std::size_t from = at[moment(time.from)];
    const Ink ink = grid.sessions[i]->has_open_required() ? Ink::red : Ink::dim;
    for (std::size_t row = from; row < at[moment(time.until)]; ++row) {
      const std::size_t column = grid.column_of[i];
      rows[row].bars[column] = row == from ? '+' : '|';
      rows[row].bar_inks[column] = ink;
      if (row - from < texts[i].size()) rows[row].lines[column] = std::move(texts[i][row - from]);
    }
  }
  return rows;
}

/// One line, where spaces are put down only once something stands behind them.
class Drawing {
 public:
  explicit Drawing(const TextStyle& style) : style_(style) {}

  void put(std::size_t column, Ink ink, const std::string& text) {
    if (text.empty()) return;
    line_ += std::string(column - used_, ' ') + painted(style_, ink, text);
    used_ = column + text_width(text);
  }

  [[nodiscard]] std::string taken() {
    used_ = 0;
    return std::exchange(line_, {}) + "\n";
  }

 private:
  TextStyle style_;
  std::string line_;
  std::size_t used_ = 0;
};

std::string drawn(const Conference& conference, const DayGrid& grid, const TextStyle& style) {
  const std::size_t count = grid.columns.size();
  const std::size_t columns = std::min((style.width - hour_column - (count - 1) * between) / count, most_column);
  const auto start = [&](std::size_t column) { return hour_column + column * (columns + between); };
  Drawing drawing(style);
  std::string text;

  std::vector<std::vector<std::string>> names;
  std::size_t height = 0;
  for (const std::string& name : grid.columns) {
    names.push_back(name.empty() ? std::vector<std::string>{} : wrapped(printable(name), columns));
    height = std::max(height, names.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t above = height - names[i].size();
      if (line >= above) drawing.put(start(i), Ink::bold, names[i][line - above]);
    }
    text += drawing.taken();
  }
  for (const GridRow& row : rows_of(conference, grid, columns)) {
    drawing.put(0, Ink::dim, row.hour);
    for (std::size_t i = 0; i < count; ++i) {
      if (row.bars[i] == ' ') continue;
      drawing.put(start(i), row.bar_inks[i], std::string(1, row.bars[i]));
      drawing.put(start(i) + edge, row.lines[i].ink, row.lines[i].text);
    }
    text += drawing.taken();
  }
  return text;
}

}  // namespace

std::string text_grid(const Conference& conference, const PlanView& plan, const TextStyle& style) {
  if (plan.sessions.empty()) return "no sessions to show\n";
  const std::size_t most = (style.width - hour_column + between) / (least_column + between);
  std::string text;
  for (const DayGrid& grid : day_grids(conference, plan)) {
    const std::vector<DayGrid> pieces = cut(grid, most);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!text.empty()) text += "\n";
      std::string heading = day_text(grid.day);
      if (pieces.size() > 1) heading += fmt::format(", part {} of {}", i + 1, pieces.size());
      text += painted(style, Ink::bold, heading) + "\n" + drawn(conference, pieces[i], style);
    }
  }
  return text;
}

}  // namespace plancover

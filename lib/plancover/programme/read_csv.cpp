#include "plancover/programme/read_csv.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "plancover/input/context.hpp"
#include "plancover/programme/csv_table.hpp"
#include "plancover/programme/ics_lines.hpp"
#include "plancover/programme/stamps.hpp"
#include "plancover/programme/typed_times.hpp"

namespace plancover {

namespace {

enum class Column { day, start, end, duration, title, room, track, id, language, status };

struct Heading {
  std::string_view word;
  Column column;
};

// What people call the columns, in capital letters.
constexpr std::array headings{
    Heading{"DAY", Column::day},
    Heading{"DATE", Column::day},
    Heading{"START DATE", Column::day},
    Heading{"DATUM", Column::day},
    Heading{"TAG", Column::day},
    Heading{"START", Column::start},
    Heading{"BEGIN", Column::start},
    Heading{"FROM", Column::start},
    Heading{"TIME", Column::start},
    Heading{"START TIME", Column::start},
    Heading{"STARTS", Column::start},
    Heading{"HOURS", Column::start},
    Heading{"BEGINN", Column::start},
    Heading{"ZEIT", Column::start},
    Heading{"END", Column::end},
    Heading{"UNTIL", Column::end},
    Heading{"TO", Column::end},
    Heading{"END TIME", Column::end},
    Heading{"ENDS", Column::end},
    Heading{"FINISH", Column::end},
    Heading{"ENDE", Column::end},
    Heading{"DURATION", Column::duration},
    Heading{"LENGTH", Column::duration},
    Heading{"MINUTES", Column::duration},
    Heading{"DAUER", Column::duration},
    Heading{"TITLE", Column::title},
    Heading{"NAME", Column::title},
    Heading{"SESSION", Column::title},
    Heading{"SUBJECT", Column::title},
    Heading{"SUMMARY", Column::title},
    Heading{"MEETING", Column::title},
    Heading{"EVENT", Column::title},
    Heading{"TITEL", Column::title},
    Heading{"ROOM", Column::room},
    Heading{"LOCATION", Column::room},
    Heading{"PLACE", Column::room},
    Heading{"VENUE", Column::room},
    Heading{"HALL", Column::room},
    Heading{"RAUM", Column::room},
    Heading{"TRACK", Column::track},
    Heading{"COMMITTEE", Column::track},
    Heading{"CATEGORY", Column::track},
    Heading{"STREAM", Column::track},
    Heading{"GROUP", Column::track},
    Heading{"BODY", Column::track},
    Heading{"ID", Column::id},
    Heading{"UID", Column::id},
    Heading{"GUID", Column::id},
    Heading{"CODE", Column::id},
    Heading{"KEY", Column::id},
    Heading{"LANGUAGE", Column::language},
    Heading{"LANG", Column::language},
    Heading{"STATUS", Column::status},
    Heading{"CANCELLED", Column::status},
    Heading{"CANCELED", Column::status},
};

using CsvColumns = std::map<Column, std::size_t>;

CsvColumns columns_of(const std::vector<CsvCell>& row) {
  CsvColumns columns;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string word = upper_case(row[i].text);
    const auto* const found =
        std::find_if(headings.begin(), headings.end(), [&](const Heading& each) { return each.word == word; });
    if (found != headings.end()) columns.emplace(found->column, i);
  }
  return columns;
}

bool says_cancelled(std::string_view text) {
  const std::string word = upper_case(text);
  return word == "CANCELLED" || word == "CANCELED" || word == "TRUE" || word == "YES" || word == "X" || word == "1";
}

class CsvReader {
 public:
  explicit CsvReader(ProgrammeReader& reader) : reader_(reader) {}

  void run() {
    CsvTable table(reader_.text());
    const std::optional<std::vector<CsvCell>> first = table.next();
    if (!first) return;
    columns_ = columns_of(*first);
    if (!complete(*first)) return;
    find_order();
    while (const std::optional<std::vector<CsvCell>> row = table.next()) read_row(*row);
    if (table.open_quote()) {
      reader_.say(Code::programme_broken, reader_.at(*table.open_quote()), "this quote does not end",
                  "all that follows it was read as one cell");
    }
  }

 private:
  bool complete(const std::vector<CsvCell>& row) {
    const auto has = [&](Column column) { return columns_.contains(column); };
    std::string missing;
    if (!has(Column::start)) missing = "a start";
    if (!has(Column::title) && !has(Column::track)) missing += missing.empty() ? "a title" : " and a title";
    if (missing.empty()) return true;
    reader_.say(Code::missing_column, reader_.at(row.front().offset), "the table has no column for " + missing,
                "its headings may be id, day, start, end, duration, title, room, track, language, status");
    return false;
  }

  /// One day with a number above 12 tells how all of them are written.
  void find_order() {
    const auto day = columns_.find(Column::day);
    if (day == columns_.end()) return;
    CsvTable table(reader_.text());
    while (const std::optional<std::vector<CsvCell>> row = table.next()) {
      if (day->second >= row->size()) continue;
      const DayOrder told = order_of((*row)[day->second].text);
      if (told == DayOrder::unknown) continue;
      if (order_ != DayOrder::unknown && told != order_) {
        order_ = DayOrder::unknown;
        return;
      }
      order_ = told;
    }
  }

  [[nodiscard]] const CsvCell& cell(const std::vector<CsvCell>& row, Column column) const {
    static const CsvCell nothing;
    const auto found = columns_.find(column);
    return found == columns_.end() || found->second >= row.size() ? nothing : row[found->second];
  }

  void complain(const CsvCell& at, const std::string& message, const std::string& help = "") {
    reader_.say(Code::bad_programme_time, reader_.at(at.offset, at.text.size()), message, help);
  }

  /// False where a day is written that cannot be read; `fills` where none is.
  bool read_day(const CsvCell& given, bool& fills) {
    fills = given.text.empty();
    if (fills) return true;
    const std::optional<Day> day = typed_day(given.text, order_);
    today_ = day;
    if (day) return true;
    complain(given, "this day cannot be read: " + quote(given.text),
             needs_order(given.text) ? "which is the month? write days as 2014-10-20" : "write days as 2014-10-20");
    return false;
  }

  void read_row(const std::vector<CsvCell>& row) {
    bool fills = false;
    const bool day_good = read_day(cell(row, Column::day), fills);
    const CsvCell& room = cell(row, Column::room);
    if (!room.text.empty()) room_ = room.text;
    const CsvCell& start = cell(row, Column::start);
    const CsvCell& title = cell(row, Column::title);
    if (start.text.empty()) {
      if (!title.text.empty()) complain(title, "a session without a start is left out");
      return;  // a row that only names the day or the room of those below
    }
    if (!day_good) return;
    ProgrammeEvent event;
    if (!read_times(row, event)) return;
    event.key = cell(row, Column::id).text;
    event.title = title.text;
    event.track = cell(row, Column::track).text;
    if (event.title.empty() && event.key.empty()) event.key = event.track;
    event.room = room.text.empty() && fills && columns_.contains(Column::day) ? room_ : room.text;
    const std::string& language = cell(row, Column::language).text;
    if (!language.empty()) event.languages.push_back(language);
    event.cancelled = says_cancelled(cell(row, Column::status).text);
    event.where = reader_.at(start.offset, start.text.size());
    reader_.add(std::move(event));
  }

  bool read_times(const std::vector<CsvCell>& row, ProgrammeEvent& event) {
    const CsvCell& start = cell(row, Column::start);
    if (const std::optional<Stamp> stamp = parse_stamp(start.text); stamp && stamp->clock) {
      event.start.wall = stamp->wall();
      if (stamp->offset) reader_.see_offset(*stamp->offset);
      if (stamp->offset) event.start.instant = Instant{stamp->wall().time_since_epoch() - *stamp->offset};
      return read_length(row, event, *stamp->clock);
    }
    if (!today_) {
      complain(start, "no day is written for this session", "give the table a column for the day");
      return false;
    }
    const std::optional<TypedSpan> span = typed_span(start.text);
    const std::optional<Minutes> clock = span ? span->from : typed_clock(start.text);
    if (!clock) {
      complain(start, "the start cannot be read: " + quote(start.text), "write times as 09:30");
      return false;
    }
    event.start.wall = LocalTime{*today_} + *clock;
    if (span) {
      event.length = span->until - span->from;
      return true;
    }
    return read_length(row, event, *clock);
  }

  bool read_length(const std::vector<CsvCell>& row, ProgrammeEvent& event, Minutes clock) {
    const CsvCell& end = cell(row, Column::end);
    const CsvCell& duration = cell(row, Column::duration);
    if (end.text.empty() && duration.text.empty()) {
      complain(cell(row, Column::start), "a session without an end or a duration is left out");
      return false;
    }
    if (end.text.empty()) {
      const std::optional<Minutes> length = parse_length(duration.text);
      if (!length) complain(duration, "the duration cannot be read: " + quote(duration.text), "write 1:30 or 90");
      event.length = length.value_or(Minutes{0});
      return length.has_value();
    }
    if (const std::optional<Stamp> stamp = parse_stamp(end.text); stamp && stamp->clock) {
      event.length = stamp->wall() - event.start.wall;
      if (event.length >= Minutes{0}) return true;
      complain(end, "this session ends before it begins and is left out");
      return false;
    }
    const std::optional<Minutes> until = typed_clock(end.text);
    if (!until) {
      complain(end, "the end cannot be read: " + quote(end.text), "write times as 12:30");
      return false;
    }
    event.length = *until - clock + Minutes{*until < clock ? 24 * 60 : 0};
    return true;
  }

  ProgrammeReader& reader_;
  CsvColumns columns_;
  DayOrder order_ = DayOrder::unknown;
  std::optional<Day> today_;
  std::string room_;
};

}  // namespace

bool looks_like_csv(std::string_view text) {
  CsvTable table(text.substr(0, 10'000));
  const std::optional<std::vector<CsvCell>> first = table.next();
  return first && columns_of(*first).size() >= 2;
}

void read_csv(ProgrammeReader& reader) {
  CsvReader(reader).run();
}

}  // namespace plancover

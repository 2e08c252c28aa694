#include "plancover/programme/ics_events.hpp"

#include <algorithm>

#include "plancover/input/context.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/programme/ics_lines.hpp"

namespace plancover {

namespace {

class IcsAssembler {
 public:
  explicit IcsAssembler(ProgrammeReader& reader) : reader_(reader) {}

  IcsCalendar run() {
    IcsLines lines(reader_.text());
    while (const std::optional<IcsLine> line = lines.next()) take(*line);
    if (!stack_.empty()) {
      const bool in_event = std::find(stack_.begin(), stack_.end(), "VEVENT") != stack_.end();
      reader_.say(Code::programme_broken, reader_.at(reader_.text().size()),
                  in_event ? "the file ends inside an event, which is left out" : "the calendar does not end",
                  "is the file complete", {{"begun here", in_event ? event_.where : begun_}});
    }
    return std::move(calendar_);
  }

 private:
  void take(const IcsLine& line) {
    if (!line.has_colon) {
      reader_.say(Code::programme_broken, reader_.at(line.offset, 20), "this line has no colon, so it says nothing",
                  "a line that goes on begins with a space");
    } else if (line.name == "BEGIN") {
      begin(line);
    } else if (line.name == "END") {
      end(line);
    } else if (stack_.empty()) {
      reader_.say(Code::programme_broken, reader_.at(line.offset, line.name.size()),
                  "this stands outside the calendar");
    } else if (stack_.back() == "VEVENT") {
      take_of_event(line);
    } else if (stack_.back() == "VCALENDAR") {
      take_of_calendar(line);
    } else if (stack_.back() == "VTIMEZONE") {
      if (line.name == "TZID") tzid_ = line.value;
      if (line.name == "X-LIC-LOCATION") zone_.location = line.value;
    } else if (stack_.back() == "STANDARD" || stack_.back() == "DAYLIGHT") {
      take_of_observance(line);
    }
  }

  void begin(const IcsLine& line) {
    constexpr std::size_t deepest = 16;
    const std::string name = upper_case(trimmed(line.value));
    if (stack_.size() == deepest) return;
    // An event inside an event is one whose END is missing.
    if (name == "VEVENT" && std::find(stack_.begin(), stack_.end(), "VEVENT") != stack_.end()) {
      reader_.say(Code::programme_broken, event_.where, "this event does not end and is left out", "",
                  {{"the next one begins here", reader_.at(line.offset, 12)}});
      while (stack_.back() != "VEVENT") stack_.pop_back();
      stack_.pop_back();
    }
    if (stack_.empty()) begun_ = reader_.at(line.offset);
    stack_.push_back(name);
    if (name == "VEVENT") {
      event_ = {};
      event_.where = reader_.at(line.offset, 12);
    } else if (name == "VTIMEZONE") {
      zone_ = {};
      tzid_.clear();
    } else if (name == "STANDARD" || name == "DAYLIGHT") {
      zone_.observances.emplace_back();
    }
  }

  void end(const IcsLine& line) {
    const std::string name = upper_case(trimmed(line.value));
    if (stack_.empty() || stack_.back() != name) {
      reader_.say(Code::programme_broken, reader_.at(line.value_offset, name.size()),
                  "this ends " + quote(name) + ", which is not what was begun last");
      if (std::find(stack_.begin(), stack_.end(), name) == stack_.end()) return;
      while (stack_.back() != name) stack_.pop_back();
    }
    stack_.pop_back();
    if (name == "VEVENT") keep_event();
    constexpr std::size_t most_zones = 1000;
    if (name == "VTIMEZONE" && calendar_.zones.size() < most_zones) calendar_.zones.emplace(tzid_, std::move(zone_));
  }

  void keep_event() {
    // Not all of them become sessions: revisions of one event are many events here.
    constexpr std::size_t most = 2 * most_programme_events;
    if (calendar_.events.size() < most) {
      calendar_.events.push_back(std::move(event_));
    } else if (!full_) {
      full_ = true;
      reader_.say(Code::too_many_events, event_.where,
                  "more than " + std::to_string(most) + " events: this one and all after it are left out",
                  "split the file");
    }
  }

  [[nodiscard]] IcsProperty property(const IcsLine& line) const {
    return {std::string(trimmed(line.value)), std::string(line.parameter("TZID")),
            reader_.at(line.value_offset, line.value.size())};
  }

  void take_of_event(const IcsLine& line) {
    constexpr std::size_t most_dates = 2000;
    IcsEvent& event = event_;
    if (line.name == "UID") event.uid = one_line(line.value, 1000);
    if (line.name == "SUMMARY") event.summary = ics_text(line.value);
    if (line.name == "SUMMARY") event.language = line.parameter("LANGUAGE");
    if (line.name == "LOCATION") event.location = ics_text(line.value);
    if (line.name == "CATEGORIES" && event.category.empty()) event.category = first_category(line.value);
    if (line.name == "STATUS") event.cancelled = upper_case(trimmed(line.value)) == "CANCELLED";
    if (line.name == "SEQUENCE") event.sequence = parse_number(trimmed(line.value)).value_or(0);
    if (line.name == "DTSTART") event.start = property(line);
    if (line.name == "DTEND") event.end = property(line);
    if (line.name == "DURATION") event.duration = property(line);
    if (line.name == "RRULE") event.rule = property(line);
    if (line.name == "EXDATE" && event.excluded.size() < most_dates) event.excluded.push_back(property(line));
    if (line.name == "RDATE" && event.added.size() < most_dates) event.added.push_back(property(line));
    if (line.name == "RECURRENCE-ID") {
      event.recurrence_id = property(line);
      event.and_future = upper_case(line.parameter("RANGE")) == "THISANDFUTURE";
    }
  }

  /// Up to the first comma that is not escaped.
  static std::string first_category(std::string_view value) {
    std::size_t end = 0;
    while (end < value.size() && value[end] != ',') end += value[end] == '\\' ? 2 : 1;
    return one_line(ics_text(value.substr(0, end)));
  }

  void take_of_calendar(const IcsLine& line) {
    if (line.name == "X-WR-CALNAME" || (line.name == "NAME" && calendar_.name.empty())) {
      calendar_.name = one_line(ics_text(line.value));
    }
    if (line.name == "X-WR-TIMEZONE") calendar_.zone = property(line);
  }

  void take_of_observance(const IcsLine& line) {
    if (zone_.observances.empty()) return;
    IcsObservance& part = zone_.observances.back();
    if (line.name == "DTSTART") part.start = trimmed(line.value);
    if (line.name == "TZOFFSETFROM") part.offset_from = trimmed(line.value);
    if (line.name == "TZOFFSETTO") part.offset_to = trimmed(line.value);
    if (line.name == "RRULE") part.rule = line.value;
  }

  ProgrammeReader& reader_;
  IcsCalendar calendar_;
  std::vector<std::string> stack_;
  IcsEvent event_;
  IcsZone zone_;
  std::string tzid_;
  Location begun_{};
  bool full_ = false;
};

}  // namespace

IcsCalendar read_ics_events(ProgrammeReader& reader) {
  return IcsAssembler(reader).run();
}

}  // namespace plancover

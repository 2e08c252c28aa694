#include "plancover/programme/read_ics.hpp"

#include <algorithm>
#include <tuple>

#include "plancover/input/context.hpp"
#include "plancover/programme/ics_lines.hpp"
#include "plancover/programme/ics_series.hpp"
#include "plancover/programme/stamps.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_occurrences = 1000;  // of one event
constexpr Minutes longest_series{Minutes{24 * 60} * 3660};

std::string basic(LocalTime time) {
  std::string text = to_string(time);  // 2014-10-29 09:30
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  std::replace(text.begin(), text.end(), ' ', 'T');
  return text;
}

/// An event that stands for one occurrence of a series.
struct Change {
  const IcsEvent* event;
  LocalTime instead_of{};
  bool has_series = false;
};

class IcsReader {
 public:
  explicit IcsReader(ProgrammeReader& reader) : reader_(reader), calendar_(read_ics_events(reader)) {
    reader_.programme.name = calendar_.name;
    choose_zone();
    clocks_.emplace(reader_, calendar_, std::nullopt);
  }

  void run() {
    drop_old_revisions();
    gather_changes();
    for (const IcsEvent* event : masters_) measure(*event);
    for (const IcsEvent* event : masters_) {
      if (reader_.programme.events.size() >= most_programme_events && full_) break;
      add_series(*event);
    }
    add_changes();
  }

 private:
  /// X-WR-TIMEZONE, else the zone that most events name; of equals the first by name.
  void choose_zone() {
    if (calendar_.zone) {
      reader_.programme.zone = zone_of_tzid(calendar_.zone->value);
      if (reader_.programme.zone) return;
      reader_.say(Code::bad_programme_zone, calendar_.zone->where,
                  "no time zone is called " + quote(calendar_.zone->value), "say which one with --timezone");
    }
    std::map<std::string, int> votes;
    bool universal = false;
    for (const IcsEvent& event : calendar_.events) {
      if (!event.start) continue;
      universal = universal || event.start->value.ends_with('Z');
      if (!event.start->tzid.empty()) ++votes[event.start->tzid];
    }
    if (votes.empty() && calendar_.zones.size() == 1) votes[calendar_.zones.begin()->first] = 1;
    int most = 0;
    for (const auto& [tzid, count] : votes) {
      std::optional<Zone> zone = zone_of_tzid(tzid);
      const auto own = calendar_.zones.find(tzid);
      if (!zone && own != calendar_.zones.end()) zone = zone_of_tzid(own->second.location);
      if (!zone || count <= most) continue;
      most = count;
      reader_.programme.zone = zone;
    }
    reader_.programme.universal = !reader_.programme.zone && universal;
  }

  /// Of one UID the highest SEQUENCE counts (section 3.8.7.4), for each occurrence that it names.
  void drop_old_revisions() {
    std::map<std::pair<std::string, std::string>, int> newest;
    const auto name = [](const IcsEvent& event) {
      return std::pair(event.uid, event.recurrence_id ? event.recurrence_id->value : std::string{});
    };
    for (const IcsEvent& event : calendar_.events) {
      int& sequence = newest[name(event)];
      sequence = std::max(sequence, event.sequence);
    }
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, Location> seen;
    for (const IcsEvent& event : calendar_.events) {
      const bool old = !event.uid.empty() && event.sequence < newest[name(event)];
      const auto [same, fresh] =
          seen.try_emplace({event.uid, event.start ? event.start->value + event.start->tzid : "", event.summary,
                            event.location, event.recurrence_id ? event.recurrence_id->value : ""},
                           event.where);
      if (old || (!fresh && !event.uid.empty())) {
        reader_.say(Code::same_event_twice, event.where,
                    old ? "an earlier revision of the event " + quote(event.uid) + " is left out"
                        : "the event " + quote(event.uid) + " stands twice and is taken once",
                    "", old ? std::vector<Note>{} : std::vector<Note>{{"first here", same->second}});
        continue;
      }
      (event.recurrence_id ? changed_ : masters_).push_back(&event);
    }
  }

  /// The clocks of the masters are needed before the changes can be told apart by their times.
  void gather_changes() {
    std::map<std::string, const IcsEvent*> by_uid;
    for (const IcsEvent* event : masters_) by_uid.try_emplace(event->uid, event);
    for (const IcsEvent* event : changed_) {
      const auto master = by_uid.find(event->uid);
      Change change{event, {}, master != by_uid.end()};
      IcsClock clock;
      const IcsEvent& giver = change.has_series ? *master->second : *event;
      if (giver.start) {
        const std::optional<Stamp> stamp = parse_stamp(giver.start->value);
        clock = clocks_->clock_of(*giver.start, stamp && stamp->offset);
      }
      const IcsTimes times = ics_times(reader_, *clocks_, *event->recurrence_id, clock);
      if (times.walls.empty()) continue;
      change.instead_of = times.walls.front();
      changes_.push_back(change);
      taken_out_[{event->uid, change.instead_of}] = false;
    }
  }

  /// A rule without end goes to the last day of what has one.
  void measure(const IcsEvent& event) {
    const std::optional<Stamp> start = event.start ? parse_stamp(event.start->value) : std::nullopt;
    if (!start || (event.rule && endless(*event.rule))) return;
    last_seen_ = std::max(last_seen_.value_or(start->day), start->day);
  }

  static bool endless(const IcsProperty& rule) {
    const std::string upper = upper_case(rule.value);
    return upper.find("COUNT=") == std::string::npos && upper.find("UNTIL=") == std::string::npos;
  }

  void add_series(const IcsEvent& event) {
    const std::optional<IcsSpan> span = ics_span(reader_, *clocks_, event);
    if (!span) return;
    std::vector<LocalTime> starts{span->start};
    if (event.rule) starts = repeated(event, *span);
    for (const IcsProperty& more : event.added) {
      for (const LocalTime wall : ics_times(reader_, *clocks_, more, span->clock).walls) starts.push_back(wall);
    }
    const bool series = event.rule || !event.added.empty();
    for (const IcsProperty& out : event.excluded) exclude(out, *span, starts);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    for (const LocalTime start : starts) {
      const auto changed = taken_out_.find({event.uid, start});
      if (changed != taken_out_.end()) {
        changed->second = true;
        continue;
      }
      IcsSpan each = *span;
      each.start = start;
      add(event, each, series ? event.uid + "-" + basic(start) : event.uid);
    }
  }

  std::vector<LocalTime> repeated(const IcsEvent& event, const IcsSpan& span) {
    const auto read = parse_recurrence(event.rule->value);
    const auto* rule = std::get_if<RecurrenceRule>(&read);
    if (rule == nullptr) {
      reader_.say(Code::bad_recurrence, event.rule->where,
                  "the rule " + std::get<std::string>(read) + "; only the first occurrence is imported");
      return {span.start};
    }
    LocalTime last = span.start + longest_series;
    const bool open = !rule->count && rule->until.empty();
    if (open) {
      const Day end = last_seen_.value_or(Day{});
      const Day begin = std::chrono::floor<std::chrono::days>(span.start);
      last = LocalTime{end >= begin ? end : begin + std::chrono::days{365}} + Minutes{24 * 60 - 1};
    } else if (!rule->until.empty()) {
      const IcsTimes until =
          ics_times(reader_, *clocks_, {rule->until, event.start->tzid, event.rule->where}, span.clock);
      if (!until.walls.empty()) {
        last = std::min(last, until.walls.front() + (until.dates ? Minutes{24 * 60 - 1} : Minutes{0}));
      }
    }
    const Occurrences found = occurrences(*rule, span.start, last, most_occurrences, days_left_);
    if (open || found.cut) {
      reader_.say(Code::recurrence_cut, event.rule->where,
                  open ? "the rule has no end: it is followed to " + to_string(found.starts.back())
                       : "the rule repeats too often: it is followed to " + to_string(found.starts.back()),
                  open ? "the last day of what has an end, or a year" : "");
    }
    return found.starts;
  }

  void exclude(const IcsProperty& out, const IcsSpan& span, std::vector<LocalTime>& starts) {
    const IcsTimes times = ics_times(reader_, *clocks_, out, span.clock);
    const std::set<LocalTime> gone(times.walls.begin(), times.walls.end());
    std::erase_if(starts, [&](LocalTime start) {
      if (gone.contains(start)) return true;
      return times.dates && gone.contains(LocalTime{std::chrono::floor<std::chrono::days>(start)});
    });
  }

  void add_changes() {
    for (const Change& change : changes_) {
      const IcsEvent& event = *change.event;
      if (!taken_out_[{event.uid, change.instead_of}]) {
        reader_.say(Code::change_without_series, event.recurrence_id->where,
                    change.has_series ? "the series of this event has no occurrence at this time; it is imported alone"
                                      : "the series of this event is not in the file; it is imported alone");
      }
      if (event.and_future) {
        reader_.say(Code::bad_recurrence, event.recurrence_id->where,
                    "this changes all later occurrences too; only this one is changed");
      }
      const std::optional<IcsSpan> span = ics_span(reader_, *clocks_, event);
      if (span) add(event, *span, event.uid + "-" + basic(change.instead_of));
    }
  }

  void add(const IcsEvent& event, const IcsSpan& span, std::string key) {
    ProgrammeEvent made;
    if (!event.uid.empty()) made.key = std::move(key);
    made.title = event.summary;
    made.room = event.location;
    made.track = event.category;
    if (!event.language.empty()) made.languages.push_back(event.language);
    made.start.wall = span.start;
    if (!span.clock.floating() && !span.all_day) made.start.instant = span.clock.to_instant(span.start);
    made.length = span.length;
    made.all_day = span.all_day;
    made.cancelled = event.cancelled;
    made.where = event.start->where;
    full_ = !reader_.add(std::move(made));
  }

  ProgrammeReader& reader_;
  IcsCalendar calendar_;
  std::optional<IcsClocks> clocks_;
  std::vector<const IcsEvent*> masters_;
  std::vector<const IcsEvent*> changed_;
  std::vector<Change> changes_;
  std::map<std::pair<std::string, LocalTime>, bool> taken_out_;  // of a series for a change; true: it was there
  std::optional<Day> last_seen_;
  std::size_t days_left_ = 5'000'000;
  bool full_ = false;
};

}  // namespace

void read_ics(ProgrammeReader& reader) {
  IcsReader(reader).run();
}

}  // namespace plancover

#include "plancover/input/read_events.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "plancover/input/context.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/input/resolve_id.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

constexpr std::array<std::string_view, 4> examples{"--leaves ID='2014-10-30 12:00'", "--arrives ID='2014-10-30 12:00'",
                                                   "--absent ID='2014-10-30 12:00..15:00'", "--cancel SESSION"};

YamlNode piece_of(std::uint32_t file, std::string_view text, std::size_t offset, std::size_t length) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = text.substr(offset, length);
  node.where = {file, 1, static_cast<std::uint32_t>(offset + 1),
                static_cast<std::uint32_t>(std::max<std::size_t>(node.text.size(), 1))};
  return node;
}

/// The days on which anything is planned: those of the conference, and those of sessions outside it.
Window reach_of(const Conference& conference) {
  Window reach{to_instant_leniently(conference.zone, LocalTime{conference.first_day}),
               to_instant_leniently(conference.zone, LocalTime{conference.last_day + std::chrono::days{1}})};
  for (const Session& session : conference.sessions) {
    reach.from = std::min(reach.from, session.time.value.from);
    reach.until = std::max(reach.until, session.time.value.until);
  }
  return reach;
}

std::string dates_of(const Conference& conference) {
  return "the conference runs " + to_string(conference.first_day) + ".." + to_string(conference.last_day);
}

/// Of an attendee who is on site at times.
const Sourced<Window>& first_window(const Attendee& attendee) {
  return *std::min_element(attendee.available.begin(), attendee.available.end(),
                           [](const auto& a, const auto& b) { return a.value.from < b.value.from; });
}

class EventReader {
 public:
  EventReader(const Conference& conference, const Sources& sources) : conference_(conference), sources_(sources) {
    context_.zone = conference.zone;
    context_.dates_where = conference.dates_where;
    context_.dates_text = to_string(conference.first_day) + ".." + to_string(conference.last_day);
  }

  void read(const EventText& event) {
    const std::string& text = sources_[event.file].text;
    if (event.kind == EventKind::cancel) {
      cancel(piece_of(event.file, text, 0, text.size()));
      return;
    }
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
      context_.say(Code::bad_event, piece_of(event.file, text, 0, text.size()).where,
                   quote(text) + " does not say who and when",
                   "write " + std::string(examples[static_cast<std::size_t>(event.kind)]));
      return;
    }
    const auto attendee = resolve_id(context_, piece_of(event.file, text, 0, equals), conference_.attendee_ids,
                                     Code::unknown_attendee, "attendee");
    const YamlNode when = piece_of(event.file, text, equals + 1, text.size());
    if (event.kind == EventKind::absent) {
      const auto window = read_window(context_, conference_.zone, when);
      if (!attendee || !window) return;
      if (!overlap(*window, reach_of(conference_))) in_vain(when.where, "the absence lies outside the conference");
      result_.events.absences.push_back({*attendee, *window, when.where});
      return;
    }
    const bool leaves = event.kind == EventKind::leaves;
    const auto moment = moment_of(when, leaves);
    if (attendee && moment) travel(*attendee, *moment, when.where, leaves);
  }

  EventsRead take() {
    between_arrival_and_leaving();
    result_.diagnostics = std::move(context_.diagnostics);
    tidy(result_.diagnostics);
    return std::move(result_);
  }

  /// A bare day stands for its end or its beginning.
  std::optional<Instant> moment_of(const YamlNode& when, bool end_of_day) {
    if (const auto time = parse_moment(when.text)) {
      return exact_instant(context_, conference_.zone, *time, when.where);
    }
    if (const auto day = parse_day(trimmed(when.text))) {
      return to_instant_leniently(conference_.zone, LocalTime{*day + std::chrono::days{end_of_day ? 1 : 0}});
    }
    context_.say(Code::bad_time, when.where, quote(when.text) + " is no moment", "write it like 2014-10-30 12:00");
    return std::nullopt;
  }

  Context& context() { return context_; }

 private:
  void in_vain(Location where, std::string message) {
    context_.say(Code::event_in_vain, where, std::move(message), {},
                 {{dates_of(conference_), conference_.dates_where}});
  }

  void cancel(const YamlNode& node) {
    const auto session = resolve_id(context_, node, conference_.session_ids, Code::unknown_session, "session");
    if (!session) return;
    if (conference_.sessions[*session].cancelled) {
      context_.say(Code::event_in_vain, node.where, "session " + quote(node.text) + " is cancelled already", {},
                   {{"here", conference_.sessions[*session].where}});
      return;
    }
    auto& all = result_.events.cancellations;
    if (std::none_of(all.begin(), all.end(), [&](const Cancellation& each) { return each.session == *session; })) {
      all.push_back({*session, node.where});
    }
  }

  void travel(AttendeeIndex who, Instant when, Location where, bool leaves) {
    const Attendee& attendee = conference_.attendees[who];
    auto& seen = leaves ? leaves_ : arrives_;
    if (const auto [first, fresh] = seen.emplace(who, where); !fresh) {
      context_.say(Code::bad_event, where, attendee.id + (leaves ? " leaves" : " arrives") + " twice",
                   "for someone who goes and comes back use --absent", {{"first here", first->second}});
      return;
    }
    if (attendee.available.empty()) {
      context_.say(Code::bad_event, where,
                   attendee.id + " is never on site, and cannot " + (leaves ? "leave" : "arrive"),
                   "give the attendee a window under available", {{"the attendee", attendee.where}});
      return;
    }
    const auto last = std::max_element(attendee.available.begin(), attendee.available.end(),
                                       [](const auto& a, const auto& b) { return a.value.until < b.value.until; });
    if (!leaves && last->value.until <= when) {
      context_.say(Code::bad_event, where, attendee.id + " would arrive after the last window on site has ended",
                   "give the attendee a window under available", {{"it ends here", last->where}});
      return;
    }
    const Window reach = reach_of(conference_);
    if (when < reach.from || when > reach.until) {
      in_vain(where, attendee.id + (leaves ? " leaves" : " arrives") + " outside the conference");
    } else if (leaves && when > last->value.until) {
      context_.say(Code::event_in_vain, where, attendee.id + " leaves later than planned, and stays until then", {},
                   {{"planned here", last->where}});
    } else if (const auto& first = first_window(attendee); !leaves && when < first.value.from) {
      context_.say(Code::event_in_vain, where, attendee.id + " arrives earlier than planned, and is there from then",
                   {}, {{"planned here", first.where}});
    }
    if (leaves) {
      result_.events.leavings.push_back({who, when, where});
    } else {
      result_.events.arrivals.push_back({who, when, where});
    }
  }

  void between_arrival_and_leaving() {
    for (const Arrival& arrival : result_.events.arrivals) {
      for (const Leaving& leaving : result_.events.leavings) {
        if (leaving.attendee != arrival.attendee || arrival.when < leaving.when) continue;
        context_.say(Code::bad_event, leaving.where,
                     conference_.attendees[arrival.attendee].id + " leaves before arriving",
                     "for someone who goes and comes back use --absent", {{"arrives here", arrival.where}});
      }
    }
  }

  const Conference& conference_;
  const Sources& sources_;
  Context context_;
  EventsRead result_;
  std::map<AttendeeIndex, Location> leaves_;
  std::map<AttendeeIndex, Location> arrives_;
};

}  // namespace

EventsRead read_events(const Conference& conference, const Sources& sources, const std::vector<EventText>& texts) {
  EventReader reader(conference, sources);
  for (const EventText& each : texts) reader.read(each);
  return reader.take();
}

std::optional<Instant> read_now(const Conference& conference, const Sources& sources, std::uint32_t file,
                                Diagnostics& diagnostics) {
  EventReader reader(conference, sources);
  const std::string& text = sources[file].text;
  const YamlNode node = piece_of(file, text, 0, text.size());
  std::optional<Instant> now = reader.moment_of(node, false);
  const Window reach = reach_of(conference);
  if (now && (*now < reach.from || *now > reach.until)) {
    reader.context().say(Code::now_outside, node.where, "the present moment lies outside the conference",
                         "check the year, the month and the day", {{dates_of(conference), conference.dates_where}});
    now.reset();
  }
  const Diagnostics& found = reader.context().diagnostics;
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return now;
}

}  // namespace plancover

#include "plancover/report/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "plancover/report/words.hpp"

namespace plancover {

namespace {

std::string of(int filled, int wanted) {
  return wanted == 0 ? "-" : fmt::format("{} of {}", filled, wanted);
}

struct Counts {
  int required = 0, required_filled = 0, optional = 0, optional_filled = 0;
};

Counts counts_of(const SessionView& shown) {
  Counts counts;
  for (const SeatView& seat : shown.seats) {
    const int filled = static_cast<int>(seat.occupants.size());
    counts.required += seat.required;
    counts.required_filled += std::min(filled, seat.required);
    counts.optional += seat.wanted - seat.required;
    counts.optional_filled += std::clamp(filled - seat.required, 0, seat.wanted - seat.required);
  }
  return counts;
}

/// A second row for what is followed from another zone, so that both clocks stand under
/// one another; the weekday only where it is another there.
void add_own_clock(const Conference& conference, const Window& time, const Attendee& attendee, Sheet& sheet) {
  if (!attendee.remote || attendee.remote->zone.name() == conference.zone.name()) return;
  const Zone& zone = attendee.remote->zone;
  const auto day = [&](const Zone& where) { return std::chrono::floor<std::chrono::days>(to_local(where, time.from)); };
  std::string there = "in " + zone.name();
  if (day(zone) != day(conference.zone)) there += ", on " + day_text(day(zone)).substr(0, 3);
  sheet.rows.push_back({"", span_text(zone, time), "", "", there});
}

}  // namespace

std::vector<Sheet> sheets_by_day(const Conference& conference, const PlanView& plan) {
  std::vector<Sheet> sheets;
  std::optional<Day> day;
  for (const SessionView& shown : plan.sessions) {
    const Session& session = conference.sessions[shown.session];
    if (!day || *day != session.day) {
      day = session.day;
      sheets.push_back({day_text(*day), "", {{"time"}, {"session"}, {"room"}, {"priority"}, {"what"}, {"who"}}, {}});
    }
    sheets.back().rows.push_back({span_under_day(conference, session), session.id, session.room,
                                  std::string(to_string(session.priority.value)), session_title(conference, session),
                                  session.cancelled ? "cancelled" : seats_text(conference, shown)});
  }
  return sheets;
}

std::vector<Sheet> sheets_by_attendee(const Conference& conference, const std::vector<AttendeeView>& roster) {
  std::vector<Sheet> sheets;
  for (const AttendeeView& person : roster) {
    const Attendee& attendee = conference.attendees[person.attendee];
    Sheet sheet{attendee_label(attendee), "", {{"day"}, {"time"}, {"role"}, {"session"}, {"what, where"}}, {}};
    if (!attendee.organisation.empty()) sheet.title += ", " + attendee.organisation;
    Minutes time{0};
    std::optional<Day> day;
    for (const Shift& shift : person.shifts) {
      const Session& session = conference.sessions[shift.session];
      const bool remote = shift.presence == Presence::remote;
      const std::string where = remote ? "remote" : session.room;
      time += session.time.value.length();
      const Day date = date_of(conference, session);
      sheet.rows.push_back({day == date ? "" : day_text(date), span_text(conference.zone, session.time.value),
                            conference.roles[shift.role].id, session.id,
                            session_title(conference, session) + (where.empty() ? "" : ", " + where)});
      if (remote) add_own_clock(conference, session.time.value, attendee, sheet);
      day = date;
    }
    sheet.subtitle =
        person.shifts.empty()
            ? "nothing to do"
            : fmt::format("{}, {}", counted(std::ssize(person.shifts), "session", "sessions"), to_string(time));
    if (sheet.rows.empty()) sheet.columns.clear();
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

std::vector<Sheet> sheets_by_session(const Conference& conference, const PlanView& plan) {
  std::vector<Sheet> sheets;
  std::optional<Day> day;
  for (const SessionView& shown : plan.sessions) {
    const Session& session = conference.sessions[shown.session];
    if (!day || *day != session.day) {
      day = session.day;
      sheets.push_back({day_text(*day), "", {{"time"}, {"session"}, {"priority"}, {"required"}, {"who"}}, {}});
    }
    const Counts c = counts_of(shown);
    sheets.back().rows.push_back({span_under_day(conference, session), session.id,
                                  std::string(to_string(session.priority.value)), of(c.required_filled, c.required),
                                  session.cancelled ? "cancelled" : seats_text(conference, shown)});
  }
  return sheets;
}

std::vector<Sheet> sheets_by_committee(const Conference& conference, const PlanView& plan) {
  std::map<std::string, std::pair<CommitteeIndex, std::vector<const SessionView*>>> groups;
  for (const SessionView& shown : plan.sessions) {
    const CommitteeIndex committee = conference.sessions[shown.session].committee;
    auto& group = groups[conference.committees[committee].id];
    group.first = committee;
    group.second.push_back(&shown);
  }
  std::vector<Sheet> sheets;
  for (const auto& [id, group] : groups) {
    const Committee& committee = conference.committees[group.first];
    Sheet sheet{committee.name == id ? id : fmt::format("{} ({})", committee.name, id),
                "",
                {{"day"}, {"time"}, {"session"}, {"who"}},
                {}};
    Counts sum;
    for (const SessionView* shown : group.second) {
      const Session& session = conference.sessions[shown->session];
      const Counts c = counts_of(*shown);
      sum.required += c.required;
      sum.required_filled += c.required_filled;
      sum.optional += c.optional;
      sum.optional_filled += c.optional_filled;
      sheet.rows.push_back({day_text(date_of(conference, session)), span_text(conference.zone, session.time.value),
                            session.id, session.cancelled ? "cancelled" : seats_text(conference, *shown)});
    }
    sheet.subtitle = fmt::format("{}, required {}, optional {}", to_string(committee.kind),
                                 of(sum.required_filled, sum.required), of(sum.optional_filled, sum.optional));
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

std::vector<Sheet> sheets_of_statistics(const Conference& conference, const Statistics& statistics) {
  Sheet tiers{"Covered of wanted, by tier", "", {{"tier"}, {"sessions", true}, {"required"}, {"optional"}}, {}};
  for (const Priority tier : priorities) {
    const Covered& c = statistics.tiers[static_cast<std::size_t>(tier)];
    tiers.rows.push_back({std::string(to_string(tier)), std::to_string(c.sessions), of(c.required_filled, c.required),
                          of(c.optional_filled, c.optional)});
  }
  if (statistics.abandoned > 0) {
    tiers.subtitle = counted(statistics.abandoned, "session", "sessions") + " with required seats and nobody there";
  }

  Sheet topics{
      "Covered of wanted, by topic", "", {{"topic"}, {"priority"}, {"sessions", true}, {"required"}, {"optional"}}, {}};
  for (const TopicIndex index : conference.topics.indexes()) {
    const Covered& c = statistics.topics[index];
    const Topic& topic = conference.topics[index];
    topics.rows.push_back({topic.id, std::string(to_string(topic.priority)), std::to_string(c.sessions),
                           of(c.required_filled, c.required), of(c.optional_filled, c.optional)});
  }

  const auto share = [](int part, int whole) {
    return whole == 0 ? std::string("-") : fmt::format("{}%", (100 * part + whole / 2) / whole);
  };
  Sheet people{"Load by attendee",
               fmt::format("{}, {} remote ({})", counted(statistics.assignments, "assignment", "assignments"),
                           statistics.remote, share(statistics.remote, statistics.assignments)),
               {{"attendee"},
                {"sessions", true},
                {"meetings", true},
                {"time", true},
                {"days", true},
                {"remote", true},
                {"organisation"}},
               {}};
  std::map<std::string_view, AttendeeIndex> by_id;
  for (const AttendeeIndex i : conference.attendees.indexes()) {
    if (statistics.attendees[i].attendees > 0) by_id[conference.attendees[i].id] = i;
  }
  for (const auto& [id, index] : by_id) {
    const Load& load = statistics.attendees[index];
    people.rows.push_back({std::string(id), std::to_string(load.sessions), std::to_string(load.meetings),
                           to_string(load.time), std::to_string(load.days),
                           share(load.remote, load.sessions + load.meetings),
                           conference.attendees[index].organisation});
  }

  Sheet organisations{
      "Load by organisation",
      "",
      {{"people", true}, {"sessions", true}, {"meetings", true}, {"time", true}, {"remote", true}, {"organisation"}},
      {}};
  for (const auto& [name, load] : statistics.organisations) {
    organisations.rows.push_back({std::to_string(load.attendees), std::to_string(load.sessions),
                                  std::to_string(load.meetings), to_string(load.time),
                                  share(load.remote, load.sessions + load.meetings), name.empty() ? "(none)" : name});
  }
  std::vector<Sheet> sheets{std::move(tiers)};
  for (Sheet* sheet : {&topics, &people, &organisations}) {
    if (!sheet->rows.empty()) sheets.push_back(std::move(*sheet));
  }
  return sheets;
}

}  // namespace plancover

// Sessions: their time, and what they take from committee and conference.
#include <algorithm>
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

namespace {

constexpr std::array<std::string_view, 14> session_keys{"id",        "committee", "day",      "time",     "slot",
                                                        "room",      "topics",    "priority", "admits",   "webcast",
                                                        "languages", "seats",     "name",     "cancelled"};

std::optional<Sourced<ClockSpan>> read_hours(Draft& draft, const YamlNode& node) {
  Context& context = draft.context;
  const YamlNode* time = node.find("time");
  const YamlNode* slot = node.find("slot");
  if (time != nullptr && slot != nullptr) {
    context.say(Code::time_and_slot, slot->key_where, "a session has either a time or a slot", "drop one of the two",
                {{"the time is given here", time->where}});
    return std::nullopt;
  }
  if (time != nullptr) {
    const std::optional<ClockSpan> span = read_span(context, *time);
    if (!span) return std::nullopt;
    return Sourced<ClockSpan>{*span, time->where};
  }
  if (slot == nullptr) {
    context.say(Code::time_and_slot, place(node), "a session needs a time or a slot",
                "write time: 09:30-12:30, or slot: with the name of a slot");
    return std::nullopt;
  }
  if (!is_scalar(context, *slot, "the name of a slot")) return std::nullopt;
  const auto found = draft.slots.find(slot->text);
  if (found != draft.slots.end()) return Sourced<ClockSpan>{found->second.value, slot->where};
  if (context.incomplete || draft.broken_slots.contains(slot->text)) {
    ++context.unsaid;
    return std::nullopt;
  }
  std::vector<std::string> names;
  if (!context.knows_hint("slot", slot->text)) {
    names = words_of(draft.slots);
    names.insert(names.end(), draft.broken_slots.begin(), draft.broken_slots.end());
  }
  const std::string near = context.hint("slot", slot->text, names);
  context.say(Code::unknown_slot, slot->where, "no slot is called " + quote(slot->text),
              near.empty() ? where_to_add(Code::unknown_slot) : near);
  return std::nullopt;
}

void read_time(Draft& draft, const YamlNode& node, Session& session) {
  Context& context = draft.context;
  const YamlNode* day_node = required(context, node, "day", "a session");
  std::optional<Day> day;
  if (day_node != nullptr) day = read_day(context, *day_node);
  const std::optional<Sourced<ClockSpan>> hours = read_hours(draft, node);
  if (!day || !hours) return;
  const LocalTime start = LocalTime{*day} + hours->value.from;
  const std::optional<Instant> from = exact_instant(context, draft.conference.zone, start, hours->where);
  const std::optional<Instant> until =
      exact_instant(context, draft.conference.zone, LocalTime{*day} + hours->value.until, hours->where);
  session.day = hours->value.from < draft.conference.day_change ? *day - std::chrono::days{1} : *day;
  if (from && until) session.time = {{*from, *until}, hours->where};
}

template <class T>
Sourced<T> taken(const std::optional<Sourced<T>>& own, const std::optional<Sourced<T>>& committee) {
  if (own) return *own;
  return committee.value_or(Sourced<T>{});
}

Sourced<Priority> highest(const Conference& conference, const Sourced<std::vector<TopicIndex>>& topics) {
  Sourced<Priority> priority{Priority::normal, topics.where};
  if (topics.value.empty()) return priority;
  priority.value = Priority::low;
  for (const TopicIndex topic : topics.value) {
    priority.value = std::min(priority.value, conference.topics[topic].priority);
  }
  return priority;
}

void inherit(const Draft& draft, const Inherited& own, const Inherited& committee, Session& session) {
  session.topics = taken(own.topics, committee.topics);
  session.admits = taken(own.admits, committee.admits);
  session.webcast = taken(own.webcast, committee.webcast);
  session.languages = taken(own.languages, committee.languages);
  if (own.priority || committee.priority) {
    session.priority = taken(own.priority, committee.priority);
  } else {
    session.priority = highest(draft.conference, session.topics);
  }
  if (own.seats || committee.seats) {
    session.seats = taken(own.seats, committee.seats);
  } else if (draft.seats) {
    session.seats = *draft.seats;
  }
}

}  // namespace

void read_sessions(Draft& draft) {
  Context& context = draft.context;
  Conference& conference = draft.conference;
  for (const YamlNode* node : draft.sections.sessions) {
    const std::size_t before = context.said();
    if (!check_keys(context, *node, "a session", session_keys)) {
      draft.doubts.lost_sessions = true;
      continue;
    }
    const auto id = read_own_id(context, *node, "a session");
    Session session;
    if (const YamlNode* name = node->find("name")) session.name = read_text(context, *name, "a name").value_or("");
    if (const YamlNode* room = node->find("room"); room != nullptr && !(room->quoted && room->text.empty())) {
      session.room = read_text(context, *room, "a room").value_or("");
    }
    if (const YamlNode* cancelled = node->find("cancelled")) {
      session.cancelled = read_bool(context, *cancelled).value_or(false);
    }
    read_time(draft, *node, session);
    const Inherited own = read_inherited(draft, *node);
    const YamlNode* committee_node = required(context, *node, "committee", "a session");
    std::optional<CommitteeIndex> committee;
    if (committee_node != nullptr) {
      committee = resolve_id(context, *committee_node, conference.committee_ids, Code::unknown_committee, "committee");
    }
    session.committee = committee.value_or(CommitteeIndex{});
    inherit(draft, own, committee ? draft.of_committee[*committee] : Inherited{}, session);
    if (!id) {
      draft.doubts.lost_sessions = true;
      continue;
    }
    const auto known = conference.session_ids.find(id->value);
    if (known != conference.session_ids.end()) {
      say_double(context, "session", *id, conference.sessions[known->second].where);
      continue;
    }
    session.id = id->value;
    session.where = id->where;
    if (session.name.empty()) session.name = session.id;
    conference.session_ids[id->value] = conference.sessions.add(std::move(session));
    draft.doubts.sessions.push_back(context.said() > before || !committee ||
                                    draft.committee_in_doubt[committee->value]);
  }
}

}  // namespace plancover

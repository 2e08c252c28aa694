#include "plancover/model/eligibility.hpp"

#include <algorithm>

namespace plancover {
namespace {

const std::string* missing_word(const std::vector<std::string>& wanted, const std::vector<Sourced<std::string>>& held) {
  for (const std::string& word : wanted) {
    if (std::none_of(held.begin(), held.end(), [&](const auto& one) { return one.value == word; })) return &word;
  }
  return nullptr;
}

bool holds_any(const std::vector<Sourced<std::string>>& held, const std::vector<std::string>& wanted) {
  return std::any_of(held.begin(), held.end(), [&](const auto& one) {
    return std::find(wanted.begin(), wanted.end(), one.value) != wanted.end();
  });
}

bool is_pinned(const Conference& conference, AttendeeIndex attendee, SessionIndex session) {
  return std::any_of(conference.pinned.begin(), conference.pinned.end(),
                     [&](const Pin& pin) { return pin.attendee == attendee && pin.session == session; });
}

bool webcast_reaches(const Attendee& attendee, const Session& session) {
  const Webcast& webcast = session.webcast.value;
  if (webcast.kind == Webcast::Kind::badges) return holds_any(attendee.badges, webcast.badges);
  return webcast.kind == Webcast::Kind::everyone;
}

/// Does every minute of the session read within the daily hours on the wall clock of the
/// attendee's zone? Asking for readings rather than for instants makes stretches that
/// touch join by themselves and needs no rule for hours that a clock change skips or repeats.
bool awake(const Remote& remote, const Window& time) {
  if (!remote.hours) return true;
  using std::chrono::days;
  const DailyHours& hours = remote.hours->value;
  const Minutes day{24 * 60};
  const Minutes stretch = hours.until - hours.from;
  if (stretch >= day) return true;
  const auto into_stretch = [&](LocalTime reading) {
    const Minutes clock = reading - std::chrono::floor<days>(reading);
    return (clock - hours.from + 2 * day) % day;
  };
  const LocalTime first = to_local(remote.zone, time.from);
  const LocalTime last = to_local(remote.zone, time.until - Minutes{1});
  if (last - first == time.length() - Minutes{1}) return into_stretch(first) + time.length() <= stretch;
  for (Instant minute = time.from; minute < time.until; minute += Minutes{1}) {
    if (into_stretch(to_local(remote.zone, minute)) >= stretch) return false;
  }
  return true;
}

/// `pinned` says whether the attendee is pinned in the session, and is asked only where the door does.
template <class Pinned>
std::optional<Presence> way_in(const Attendee& who, const Session& what, bool onsite, const Pinned& pinned) {
  const Window& time = what.time.value;
  const Door& door = what.admits.value;
  const bool there = any_contains(who.on_site_windows, time);
  if (there &&
      (door.kind == Door::Kind::everyone || (door.kind == Door::Kind::badges && holds_any(who.badges, door.badges)) ||
       (door.kind == Door::Kind::pinned && pinned())))
    return Presence::on_site;
  if (onsite || !who.remote || !any_contains(who.remote_windows, time)) return std::nullopt;
  if (webcast_reaches(who, what) && awake(*who.remote, time)) return Presence::remote;
  return std::nullopt;
}

bool bar_meets(const Bar& bar, SessionIndex session, const Session& what) {
  if (bar.session) return *bar.session == session;
  if (bar.committee) return *bar.committee == what.committee;
  const auto& topics = what.topics.value;
  return bar.topic && std::find(topics.begin(), topics.end(), *bar.topic) != topics.end();
}

const Sourced<TopicIndex>* silent_topic(const Attendee& attendee, const Session& session) {
  for (const auto& silent : attendee.silent_on) {
    const auto& topics = session.topics.value;
    if (std::find(topics.begin(), topics.end(), silent.value) != topics.end()) return &silent;
  }
  return nullptr;
}

bool skilled(const Conference& conference, AttendeeIndex attendee, SessionIndex session, const Role& role) {
  return role.expertise == 0 || conference.sessions[session].topics.value.empty() ||
         expertise_in(conference, attendee, session) >= role.expertise;
}

bool understands(const Attendee& attendee, const Session& session) {
  const auto& spoken = session.languages.value;
  // An empty list names no language, as if the session were interpreted.
  if (!spoken || spoken->empty() || !attendee.languages) return true;
  return std::any_of(spoken->begin(), spoken->end(), [&](const std::string& language) {
    return std::find(attendee.languages->begin(), attendee.languages->end(), language) != attendee.languages->end();
  });
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void refuse_presence(const Attendee& who, const Session& what, const Role& role, std::vector<Refusal>& refusals) {
  const Window& time = what.time.value;
  const bool there = any_contains(who.on_site_windows, time);
  const bool online = who.remote && any_contains(who.remote_windows, time);
  if (!there && !online) {
    Location because = who.where;
    for (const auto& window : who.unavailable) {
      if (overlap(window.value, time)) because = window.where;
    }
    refusals.push_back({Obstacle::away, because, {}});
    return;
  }
  if (there) refusals.push_back({Obstacle::no_badge, what.admits.where, listed(what.admits.value.badges)});
  if (!online) return;
  if (!webcast_reaches(who, what)) {
    refusals.push_back({Obstacle::not_webcast, what.webcast.where, listed(what.webcast.value.badges)});
  }
  if (!awake(*who.remote, time)) refusals.push_back({Obstacle::asleep, who.remote->hours->where, {}});
  if (role.onsite) refusals.push_back({Obstacle::onsite_role, role.where, role.id});
}

void refuse_role(const Conference& conference, AttendeeIndex attendee, SessionIndex session, const Role& role,
                 std::vector<Refusal>& refusals) {
  const Attendee& who = conference.attendees[attendee];
  const Session& what = conference.sessions[session];
  if (const std::string* word = missing_word(role.needs, who.can)) {
    refusals.push_back({Obstacle::cannot, role.where, *word});
  }
  if (!role.needs.empty()) {
    if (const auto* silent = silent_topic(who, what)) {
      refusals.push_back({Obstacle::silent, silent->where, conference.topics[silent->value].id});
    }
  }
  if (!skilled(conference, attendee, session, role)) {
    refusals.push_back({Obstacle::expertise, role.where, std::to_string(role.expertise)});
  }
  if (!understands(who, what)) {
    refusals.push_back({Obstacle::language, what.languages.where, listed(*what.languages.value)});
  }
}

}  // namespace

int expertise_in(const Conference& conference, AttendeeIndex attendee, SessionIndex session) {
  const auto& levels = conference.attendees[attendee].expertise;
  int highest = 0;
  for (const TopicIndex topic : conference.sessions[session].topics.value) {
    const auto level = levels.find(topic);
    if (level != levels.end()) highest = std::max(highest, level->second);
  }
  return highest;
}

std::optional<Presence> presence(const Conference& conference, AttendeeIndex attendee, SessionIndex session,
                                 bool onsite) {
  return way_in(conference.attendees[attendee], conference.sessions[session], onsite,
                [&] { return is_pinned(conference, attendee, session); });
}

Candidacy::Candidacy(const Conference& conference, AttendeeIndex attendee)
    : conference_(conference),
      attendee_(attendee),
      silent_(conference.topics.size()),
      level_(conference.topics.size()),
      barred_topic_(conference.topics.size()),
      barred_committee_(conference.committees.size()) {
  const Attendee& who = conference.attendees[attendee];
  for (const auto& silent : who.silent_on) silent_[silent.value.value] = true;
  for (const auto& [topic, level] : who.expertise) level_[topic.value] = static_cast<std::int8_t>(level);
  for (const Role& role : conference.roles) able_.push_back(missing_word(role.needs, who.can) == nullptr);
  for (const Bar& bar : conference.barred) {
    if (bar.attendee != attendee) continue;
    if (bar.session) barred_.push_back(*bar.session);
    if (bar.committee) barred_committee_[bar.committee->value] = true;
    if (bar.topic) barred_topic_[bar.topic->value] = true;
  }
  for (const Pin& pin : conference.pinned) {
    if (pin.attendee == attendee) pinned_.push_back(pin.session);
  }
  std::sort(barred_.begin(), barred_.end());
  std::sort(pinned_.begin(), pinned_.end());
}

Candidacy::Standing Candidacy::at(SessionIndex session) const {
  const Session& what = conference_.sessions[session];
  const Attendee& who = conference_.attendees[attendee_];
  const auto pinned = [&] { return std::binary_search(pinned_.begin(), pinned_.end(), session); };
  Standing standing{way_in(who, what, false, pinned), false, what.topics.value.empty(), 0};
  const bool out = !standing.way || !understands(who, what) || barred_committee_[what.committee.value] ||
                   std::binary_search(barred_.begin(), barred_.end(), session);
  if (out) return {};
  for (const TopicIndex topic : what.topics.value) {
    if (barred_topic_[topic.value]) return {};
    standing.silent = standing.silent || silent_[topic.value];
    standing.expertise = std::max<int>(standing.expertise, level_[topic.value]);
  }
  return standing;
}

std::optional<Presence> Candidacy::in(const Standing& standing, RoleIndex role) const {
  const Role& work = conference_.roles[role];
  if (work.onsite && standing.way != Presence::on_site) return std::nullopt;
  if (!able_[role.value] || (standing.silent && !work.needs.empty())) return std::nullopt;
  if (standing.expertise < work.expertise && !standing.topicless) return std::nullopt;
  return standing.way;
}

std::optional<Presence> candidate(const Conference& conference, AttendeeIndex attendee, SessionIndex session,
                                  RoleIndex role) {
  const Candidacy asked(conference, attendee);
  return asked.in(asked.at(session), role);
}

Eligibility eligibility(const Conference& conference, AttendeeIndex attendee, SessionIndex session, RoleIndex role) {
  const Session& what = conference.sessions[session];
  const Role& work = conference.roles[role];
  Eligibility answer;
  for (const Bar& bar : conference.barred) {
    if (bar.attendee != attendee || !bar_meets(bar, session, what)) continue;
    const std::string& word = bar.session     ? what.id
                              : bar.committee ? conference.committees[*bar.committee].id
                                              : conference.topics[*bar.topic].id;
    answer.refusals.push_back({Obstacle::barred, bar.where, word});
  }
  const auto way = presence(conference, attendee, session, work.onsite);
  if (!way) refuse_presence(conference.attendees[attendee], what, work, answer.refusals);
  refuse_role(conference, attendee, session, work, answer.refusals);
  if (answer.refusals.empty()) answer.presence = way;
  return answer;
}

}  // namespace plancover

// Who meets when: a plenary, committees, working groups and ad hoc groups that sit in
// chains from day to day, the coalition's own meetings, rooms and odd hours.
#include <algorithm>
#include <map>
#include <set>

#include "bench/generate/draft.hpp"

namespace plancover::bench {
namespace {

struct Hours {
  int share;  ///< of a hundred sessions
  int start;
  int end;
  const char* slot;
};

/// Half days, halves of half days, odd starts, evenings and a night.
const std::vector<Hours>& hours() {
  static const std::vector<Hours> all{
      {6, 570, 750, "morning"}, {6, 870, 1050, "afternoon"}, {11, 570, 660, ""},  {11, 660, 750, ""},
      {10, 870, 960, ""},       {10, 960, 1050, ""},         {6, 540, 600, ""},   {6, 600, 660, ""},
      {5, 675, 735, ""},        {5, 795, 855, ""},           {5, 900, 960, ""},   {5, 1050, 1110, ""},
      {4, 510, 630, ""},        {4, 840, 975, ""},           {3, 1080, 1170, ""}, {2, 1110, 1230, ""},
      {1, 1200, 1350, ""},      {0, 1320, 1530, ""},
  };
  return all;
}

/// Minutes after the midnight at which the day begins; day_change counts it to that day.
constexpr Hours after_midnight{0, 1455, 1545, ""};

std::string pick(Random& random, const std::vector<std::string>& list) {
  return random.one_of(list);
}

std::string priority(Random& random) {
  return pick(random, {"critical", "high", "high", "normal", "normal", "normal", "low"});
}

std::vector<int> topics_of(Random& random, int topics, int most) {
  std::set<int> chosen;
  const int count = random.between(1, most);
  while (static_cast<int>(chosen.size()) < count) chosen.insert(random.below(topics));
  return {chosen.begin(), chosen.end()};
}

std::string seats(Random& random) {
  return pick(random, {"{lead: 1, notes: 1}", "{lead: 1, notes: 1}", "{lead: 1, notes: 0..2}", "{lead: 1, notes: 1..3}",
                       "{lead: 1, notes: 0..1, speaker: 1}", "{lead: 1, notes: 1, speaker: 0..1, texts: 0..1}",
                       "{lead: 1, texts: 1}", "{lead: 1, notes: 1, backup: 0..1}", "{lead: 2, notes: 0..1}",
                       "{notes: 1..2, lead: 0..1}", "{lead: 1, notes: 1, watch: 0..3}"});
}

std::string door(Random& random, const std::string& kind) {
  if (kind == "ad-hoc") return pick(random, {"[delegate]", "[delegate]", "[delegate, sector]", "[delegate, press]"});
  if (kind == "working-group") return pick(random, {"[delegate, sector]", "[delegate, sector]", "all", "[delegate]"});
  return pick(random, {"[delegate, sector]", "", "[delegate, sector, press]"});
}

DraftCommittee committee(Draft& draft, Random& random, int number) {
  const int kind = random.below(100);
  const int days = draft.shape.days;
  DraftCommittee made;
  made.kind = kind < 25 ? "committee" : kind < 55 ? "working-group" : "ad-hoc";
  made.id = (made.kind == "committee" ? "com" : made.kind == "ad-hoc" ? "ah" : "wg") + std::to_string(number);
  made.parent = made.kind == "committee" ? "pl" : draft.committees[static_cast<std::size_t>(random.below(number))].id;
  if (random.chance(40)) made.priority = priority(random);
  made.admits = door(random, made.kind);
  if (made.kind != "ad-hoc") made.webcast = pick(random, {"true", "[call]", "[call, press]", "false", ""});
  made.topics = topics_of(random, draft.shape.topics, made.kind == "ad-hoc" ? 2 : 3);
  if (made.kind == "ad-hoc") made.languages = pick(random, {"[en]", "[en]", "[en]", "[en, fr]", "[fr]", ""});
  if (random.chance(75)) made.seats = seats(random);
  if (random.chance(80)) made.room = "r" + std::to_string(number);
  made.from = random.chance(50) ? 0 : random.below(std::max(1, days / 2));
  made.until = random.chance(50) ? days : random.between(std::min(days, made.from + 2), days);
  made.evening = random.chance(35);
  return made;
}

/// Its own words on what it otherwise takes from its committee.
void vary(DraftSession& session, const DraftCommittee& committee, Draft& draft, Random& random) {
  if (random.chance(10)) session.priority = priority(random);
  if (random.chance(12)) session.topics = topics_of(random, draft.shape.topics, 2);
  if (random.chance(6)) session.seats = seats(random);
  if (random.chance(4)) session.admits = pick(random, {"all", "[delegate]", "[delegate, press]"});
  if (random.chance(5)) session.webcast = committee.webcast == "true" ? "false" : "true";
  if (random.chance(3)) session.languages = pick(random, {"[en]", "[fr, en]", "[]"});
  session.cancelled = random.chance(3);
}

struct Places {
  std::map<std::string, std::vector<std::pair<int, int>>> taken;

  bool take(const std::string& room, const DraftSession& session) {
    const int from = session.day * 1440 + session.start;
    const int until = session.day * 1440 + session.end;
    for (const auto& [a, b] : taken[room])
      if (from < b && a < until) return false;
    taken[room].emplace_back(from, until);
    return true;
  }
};

/// Hours at which the committee does not sit already, or nothing after a few tries.
bool find_hours(DraftSession& session, const DraftCommittee& committee, Places& committees, int days, Random& random) {
  for (int tries = 0; tries < 12; ++tries) {
    int share = random.below(100);
    const Hours* found = &hours().front();
    for (const Hours& each : hours()) {
      if (share < each.share) {
        found = &each;
        break;
      }
      share -= each.share;
    }
    if (committee.evening && session.day + 1 < days && random.chance(6)) found = &hours().back();
    session.start = found->start;
    session.end = found->end;
    session.slot = found->slot;
    if (found == &hours().back() && session.day % 2 == 0) {  // goes on after midnight: still a session of this day
      session.start = after_midnight.start;
      session.end = after_midnight.end;
    }
    if (committees.take(committee.id, session)) return true;
  }
  return false;
}

void coalition(Draft& draft) {
  const int days = draft.shape.days;
  DraftCommittee coordination;
  coordination.id = "coordination";
  coordination.kind = "meeting";
  coordination.webcast = "[call]";
  coordination.priority = "low";
  coordination.seats = "{member: 0..all}";
  DraftCommittee closed;
  closed.id = "private";
  closed.kind = "meeting";
  closed.admits = "pinned";
  closed.seats = "{lead: 1, notes: 1}";
  const int first = static_cast<int>(draft.committees.size());
  draft.committees.push_back(coordination);
  draft.committees.push_back(closed);
  for (int day = 0; day < days; ++day) {
    DraftSession daily;
    daily.committee = first;
    daily.day = day;
    daily.start = 465;
    daily.end = 495;
    daily.slot = "coordination";
    daily.room = "corner";
    if (day % 7 == 4) daily.seats = "{chair: 1, member: 1..all}";
    draft.sessions.push_back(daily);
    if (day % 3 != 1) continue;
    DraftSession meeting;
    meeting.committee = first + 1;
    meeting.day = day;
    meeting.start = 780;
    meeting.end = 840;
    draft.sessions.push_back(meeting);
  }
}

void name_sessions(Draft& draft) {
  std::stable_sort(draft.sessions.begin(), draft.sessions.end(),
                   [](const auto& a, const auto& b) { return std::pair(a.day, a.start) < std::pair(b.day, b.start); });
  std::vector<int> count(draft.committees.size());
  for (DraftSession& session : draft.sessions) {
    const auto of = static_cast<std::size_t>(session.committee);
    session.id = draft.committees[of].id + "-" + std::to_string(++count[of]);
  }
}

}  // namespace

void draft_programme(Draft& draft, Random& random) {
  const Shape& shape = draft.shape;
  for (int t = 0; t < shape.topics; ++t) draft.topics.push_back({"t" + std::to_string(t + 1), priority(random)});
  DraftCommittee plenary;
  plenary.id = "pl";
  plenary.kind = "plenary";
  plenary.admits = "[delegate, sector, press]";
  plenary.webcast = "true";
  plenary.topics = topics_of(random, shape.topics, 2);
  plenary.room = "hall";
  plenary.until = shape.days;
  plenary.evening = true;
  draft.committees.push_back(plenary);
  const int committees = std::max(6, shape.sessions / 12);
  for (int c = 1; c < committees; ++c) draft.committees.push_back(committee(draft, random, c));
  coalition(draft);
  Places rooms;
  Places sitting;
  while (static_cast<int>(draft.sessions.size()) < shape.sessions) {
    // The plenary has a share of its own, the smaller the more committees there are.
    const int which = random.chance(60 / committees + 4) ? 0 : random.between(1, committees - 1);
    const DraftCommittee& of = draft.committees[static_cast<std::size_t>(which)];
    DraftSession session;
    session.committee = which;
    session.day = random.between(of.from, of.until - 1);
    if (!find_hours(session, of, sitting, shape.days, random)) continue;
    vary(session, of, draft, random);
    if (!session.cancelled && !of.room.empty() && random.chance(85) && rooms.take(of.room, session))
      session.room = of.room;
    draft.sessions.push_back(session);
  }
  name_sessions(draft);
}

}  // namespace plancover::bench

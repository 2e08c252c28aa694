// Who covers it: delegations and their terms, stays of a few days, webcast from home in
// other zones, abilities, expertise, languages, wishes and limits.
#include <algorithm>
#include <set>

#include "bench/generate/draft.hpp"

namespace plancover::bench {
namespace {

std::string list(const std::vector<std::string>& words) {
  std::string text = "[";
  for (const std::string& word : words) text += (text.size() > 1 ? ", " : "") + word;
  return text + "]";
}

std::string topic(Draft& draft, Random& random) {
  return random.one_of(draft.topics).id;
}

void delegations(Draft& draft, Random& random) {
  const int count = std::max(3, draft.shape.attendees / 5);
  for (int d = 1; d <= count; ++d) {
    DraftDelegation made;
    made.id = "d" + std::to_string(d);
    made.badges = d < 4 || random.chance(80) ? "[delegate]" : "[sector]";
    made.can = random.one_of<std::string>({"[speak, documents]", "[documents]", "[documents]", "[speak]", ""});
    if (random.chance(35))
      made.silent_on = random.chance(50) ? list({draft.topics.front().id}) : list({topic(draft, random)});
    draft.delegations.push_back(made);
  }
}

/// On site for one or two stretches; remembers the days that are whole.
void stay(DraftAttendee& made, const Shape& shape, Random& random) {
  made.there.assign(static_cast<std::size_t>(shape.days), false);
  std::vector<std::string> windows;
  const int stretches = !shape.tight && random.chance(25) ? 2 : 1;
  int from = std::max(0, random.between(-2, shape.days - 2));  // many come for the opening
  for (int s = 0; s < stretches && from < shape.days; ++s) {
    const int length =
        shape.tight ? 2 + random.below(std::max(1, shape.days / 3)) : 3 + random.below(std::max(1, shape.days / 2));
    const int until = std::min(shape.days, from + length);
    std::string window = date(from);
    const bool late = random.chance(20);
    const bool early = until - from > 1 && random.chance(20);
    if (late) window += " 13:00";
    window += ".." + date(until - 1);
    if (early) window += " 17:30";
    windows.push_back(window);
    for (int day = from + (late ? 1 : 0); day < until - (early ? 1 : 0); ++day)
      made.there[static_cast<std::size_t>(day)] = true;
    from = until + 2 + random.below(3);
  }
  made.available = list(windows);
  if (!random.chance(60)) return;
  const int away = random.below(shape.days);
  if (!made.there[static_cast<std::size_t>(away)]) return;
  made.there[static_cast<std::size_t>(away)] = false;
  made.unavailable = random.chance(50) ? "[" + date(away) + " 12:30..18:00]" : "[" + date(away) + "]";
}

void from_home(DraftAttendee& made, const Shape& shape, Random& random) {
  const std::string zone =
      random.one_of<std::string>({"America/Bogota", "Africa/Nairobi", "Asia/Karachi", "Europe/Zurich",
                                  "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"});
  const std::string hours = random.one_of<std::string>({"07:00-23:00", "06:00-22:00", "09:00-01:00", ""});
  made.remote = "{";
  if (random.chance(60))
    made.remote += "available: [" + date(random.below(shape.days)) + ".." + date(shape.days - 1) + "], ";
  made.remote += "timezone: " + zone + (hours.empty() ? "" : ", hours: " + hours) + "}";
}

void knows(DraftAttendee& made, Draft& draft, Random& random) {
  const int count = std::min(draft.shape.topics, 3 + random.below(5));
  std::set<std::string> topics;
  while (static_cast<int>(topics.size()) < count) topics.insert(topic(draft, random));
  for (const std::string& each : topics)
    made.expertise += (made.expertise.empty() ? "{" : ", ") + each + ": " + std::to_string(random.between(1, 3));
  made.expertise += "}";
}

void wishes(DraftAttendee& made, Draft& draft, Random& random) {
  const auto wish = [&]() -> std::string {
    if (random.chance(40)) return topic(draft, random);
    if (random.chance(70)) return random.one_of(draft.committees).id;
    return random.one_of(draft.sessions).id;
  };
  if (random.chance(50)) made.prefers = list({wish()});
  if (random.chance(35)) made.avoids = list({wish()});
}

std::string limits(Random& random, bool tight) {
  const int which = random.below(100);
  if (which < (tight ? 20 : 8)) {
    const int hours = random.between(8, 16);
    if (which < 10) return "{hours: " + std::to_string(hours) + "h}";  // the others can work their stay through
  }
  if (which < 24) return "{hours: 60h}";
  if (which < 30) return "{hours_per_day: 5h30m, hours: 30h}";
  if (which < 36) return "{hours_per_day: 6h}";
  if (which < 42) return "{sessions_per_day: 2}";
  if (which < 47) return "{rest: 11h}";
  if (which < 50) return "{sessions_per_day: 4, hours_per_day: 9h}";
  return "";
}

DraftAttendee attendee(Draft& draft, Random& random, int number) {
  DraftAttendee made;
  made.id = "a" + std::to_string(number);
  if (random.chance(78))
    made.delegation = random.one_of(draft.delegations).id;
  else
    made.badges = random.one_of<std::string>({"[sector]", "[press]", "[sector, press]"});
  if (number == 1 || random.chance(30)) made.badges = made.badges.empty() ? "[call]" : "[call, sector]";
  if (made.delegation.empty() && random.chance(30)) made.can = "[speak]";
  if (random.chance(8)) made.silent_on = list({topic(draft, random)});
  if (random.chance(6)) {
    made.available = "[]";
    made.there.assign(static_cast<std::size_t>(draft.shape.days), false);
    from_home(made, draft.shape, random);
  } else {
    stay(made, draft.shape, random);
    if (random.chance(15)) from_home(made, draft.shape, random);
  }
  knows(made, draft, random);
  made.languages = random.one_of<std::string>({"[en]", "[en]", "[en, fr]", "[en, es]", "", "[fr]", "[en, pt]"});
  wishes(made, draft, random);
  made.limits = limits(random, draft.shape.tight);
  return made;
}

/// Not a private one: its pins come later and must not meet a bar.
std::string barred_session(Draft& draft, Random& random) {
  for (;;) {
    const DraftSession& session = random.one_of(draft.sessions);
    if (draft.committees[static_cast<std::size_t>(session.committee)].id != "private") return session.id;
  }
}

void bars(Draft& draft, Random& random) {
  const int programme = static_cast<int>(draft.committees.size()) - 2;  // without the coalition's own
  for (const DraftAttendee& each : draft.attendees) {
    if (!random.chance(12)) continue;
    const int what = random.below(3);
    const std::string of = what == 0 ? "topic: " + topic(draft, random)
                           : what == 1
                               ? "committee: " + draft.committees[static_cast<std::size_t>(random.below(programme))].id
                               : "session: " + barred_session(draft, random);
    draft.bars.push_back("{attendee: " + each.id + ", " + of + "}");
  }
}

/// A private meeting lets in those pinned: two who are there all day. One pin an attendee.
void private_pins(Draft& draft, Random& random) {
  std::set<std::string> taken;
  for (const DraftSession& session : draft.sessions) {
    if (draft.committees[static_cast<std::size_t>(session.committee)].id != "private") continue;
    for (const char* role : {"lead", "notes"}) {
      for (int tries = 0; tries < 100; ++tries) {
        const DraftAttendee& who = random.one_of(draft.attendees);
        if (!who.there[static_cast<std::size_t>(session.day)] || !taken.insert(who.id).second) continue;
        draft.pins.push_back("{attendee: " + who.id + ", session: " + session.id + ", role: " + role + "}");
        break;
      }
    }
  }
}

}  // namespace

void draft_people(Draft& draft, Random& random) {
  delegations(draft, random);
  for (int a = 1; a <= draft.shape.attendees; ++a) draft.attendees.push_back(attendee(draft, random, a));
  bars(draft, random);
  private_pins(draft, random);
}

}  // namespace plancover::bench

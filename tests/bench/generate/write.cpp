// A draft as the text of its files: conference, committees, sessions week by week,
// people, pins.
#include <cstdio>

#include "bench/generate/draft.hpp"

namespace plancover::bench {
namespace {

/// Collects `key: value` pairs of one line; leaves out what is empty.
class Line {
 public:
  Line& add(const std::string& key, const std::string& value) {
    if (!value.empty()) text_ += (text_.empty() ? "" : ", ") + key + ": " + value;
    return *this;
  }
  [[nodiscard]] std::string str() const { return "  - {" + text_ + "}\n"; }

 private:
  std::string text_;
};

std::string topics(const Draft& draft, const std::vector<int>& list) {
  if (list.empty()) return {};
  std::string text;
  for (const int t : list) text += (text.empty() ? "[" : ", ") + draft.topics[static_cast<std::size_t>(t)].id;
  return text + "]";
}

std::string conference(const Draft& draft) {
  const Shape& shape = draft.shape;
  std::string text = "plancover: 1\n\nconference:\n  name: Benchmark " + shape.size +
                     (shape.tight ? " tight" : " loose") + "\n  timezone: Asia/Seoul\n  dates: " + date(0) + ".." +
                     date(shape.days - 1) +
                     "\n  transfer: 10m\n  seats: {lead: 1, notes: 0..1}\n"
                     "  limits: {sessions_per_day: 3, hours_per_day: 8h, rest: 9h}\n\n"
                     "slots:\n  morning: 09:30-12:30\n  afternoon: 14:30-17:30\n  coordination: 07:45-08:15\n\n"
                     "roles:\n  lead: {expertise: 1}\n  speaker: {needs: [speak], expertise: 2, onsite: true, "
                     "weight: 3}\n  texts: {needs: [documents]}\n  watch: {weight: 0}\n  member: {weight: 0}\n"
                     "  chair: {onsite: true, weight: 0}\n";
  // With dozens of topics people keep to their own; with a few anyone takes notes anywhere.
  if (shape.topics > 20) text += "  notes: {expertise: 1}\n  backup: {expertise: 1}\n";
  text += "\ntopics:\n";
  for (const DraftTopic& each : draft.topics) text += Line().add("id", each.id).add("priority", each.priority).str();
  text += "\nweights: {expertise: 10, prefers: 5, avoids: 20, continuity: 15, attend: 3, remote: 5, load: 4}\n";
  return text;
}

std::string committees(const Draft& draft) {
  std::string text = "committees:\n";
  for (const DraftCommittee& each : draft.committees)
    text += Line()
                .add("id", each.id)
                .add("kind", each.kind)
                .add("parent", each.parent)
                .add("priority", each.priority)
                .add("admits", each.admits)
                .add("webcast", each.webcast)
                .add("topics", topics(draft, each.topics))
                .add("languages", each.languages)
                .add("seats", each.seats)
                .str();
  return text;
}

std::string session(const Draft& draft, const DraftSession& each) {
  Line line;
  line.add("id", each.id).add("committee", draft.committees[static_cast<std::size_t>(each.committee)].id);
  line.add("day", date(each.day + each.start / 1440));
  if (each.slot.empty())
    line.add("time", clock(each.start) + "-" + clock(each.end));
  else
    line.add("slot", each.slot);
  line.add("room", each.room).add("topics", topics(draft, each.topics)).add("priority", each.priority);
  line.add("admits", each.admits).add("webcast", each.webcast).add("languages", each.languages);
  line.add("seats", each.seats).add("cancelled", each.cancelled ? "true" : "");
  return line.str();
}

std::string people(const Draft& draft) {
  std::string text = "delegations:\n";
  for (const DraftDelegation& each : draft.delegations)
    text += Line()
                .add("id", each.id)
                .add("badges", each.badges)
                .add("can", each.can)
                .add("silent_on", each.silent_on)
                .str();
  text += "\nattendees:\n";
  for (const DraftAttendee& each : draft.attendees)
    text += Line()
                .add("id", each.id)
                .add("delegation", each.delegation)
                .add("available", each.available)
                .add("unavailable", each.unavailable)
                .add("remote", each.remote)
                .add("badges", each.badges)
                .add("can", each.can)
                .add("silent_on", each.silent_on)
                .add("expertise", each.expertise)
                .add("languages", each.languages)
                .add("prefers", each.prefers)
                .add("avoids", each.avoids)
                .add("limits", each.limits)
                .str();
  return text;
}

std::string lines(const std::string& key, const std::vector<std::string>& list) {
  if (list.empty()) return {};
  std::string text = key + ":\n";
  for (const std::string& each : list) text += "  - " + each + "\n";
  return text;
}

}  // namespace

std::string date(int day) {
  // A clock change of North America and one of Europe fall into these months.
  const bool april = day >= 30;
  char text[40];
  std::snprintf(text, sizeof text, "2026-%02d-%02d", april ? 4 : 3, april ? day - 29 : day + 2);
  return text;
}

std::string clock(int minute) {
  char text[32];
  std::snprintf(text, sizeof text, "%02d:%02d", minute / 60 % 24, minute % 60);
  return text;
}

std::vector<DraftFile> write(const Draft& draft) {
  std::vector<DraftFile> files{{"committees.yaml", committees(draft)},
                               {"conference.yaml", conference(draft)},
                               {"people.yaml", people(draft)},
                               {"pins.yaml", lines("pinned", draft.pins) + lines("barred", draft.bars)}};
  int number = 0;
  for (const DraftSession& each : draft.sessions) {
    if (each.day / 7 + 1 != number) {
      number = each.day / 7 + 1;
      files.push_back({"sessions-week" + std::to_string(number) + ".yaml", "sessions:\n"});
    }
    files.back().text += session(draft, each);
  }
  if (files[3].text.empty()) files.erase(files.begin() + 3);
  return files;
}

}  // namespace plancover::bench

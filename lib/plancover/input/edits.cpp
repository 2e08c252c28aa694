#include "plancover/input/edits.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "plancover/input/edit_list.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/model/eligibility.hpp"

namespace plancover {

namespace {

/// WHEN or FROM..TO, as it was typed behind the equals sign.
std::string typed(const Sources& sources, Location where) {
  const std::string& text = sources[where.file].text;
  return std::string(trimmed(std::string_view(text).substr(std::min<std::size_t>(where.column - 1, text.size()))));
}

std::string left_of(const std::string& window) {
  return std::string(trimmed(std::string_view(window).substr(0, window.find(".."))));
}

class EditMaker {
 public:
  EditMaker(const Conference& written, const Sources& sources, std::size_t planning_files)
      : written_(written), sources_(sources) {
    Diagnostics unheard;  // they were said when the files were read
    for (std::uint32_t file = 0; file < planning_files; ++file) {
      std::optional<YamlNode> root = read_document(sources[file], file, unheard);
      roots_.push_back(root ? std::move(*root) : YamlNode{});
      editors_.emplace_back(sources[file].text, file);
    }
  }

  void travel(AttendeeIndex who, const Arrival* arrival, const Leaving* leaving) {
    const YamlNode* attendee = entity("attendees", written_.attendees[who].where);
    if (attendee == nullptr) return;
    const YamlNode* available = attendee->find("available");
    if (available == nullptr) {  // without limit of days
      const Window reach = whole_reach();
      const std::string from = arrival != nullptr ? typed(sources_, arrival->where) : day_at(reach.from);
      const std::string until = leaving != nullptr ? typed(sources_, leaving->where) : day_at(reach.until);
      editor_of(*attendee).add_key(*attendee, *attendee->find("id"), "available", "[" + from + ".." + until + "]");
      return;
    }
    editor_of(*attendee).rewrite(*available, new_windows(written_.attendees[who], *available, arrival, leaving), {});
  }

  void absent(AttendeeIndex who, const std::vector<std::string>& windows) {
    const YamlNode* attendee = entity("attendees", written_.attendees[who].where);
    if (attendee == nullptr) return;
    TextEditor& editor = editor_of(*attendee);
    const YamlNode* unavailable = attendee->find("unavailable");
    if (unavailable == nullptr) {
      std::string list;
      for (const std::string& each : windows) list += (list.empty() ? "" : ", ") + each;
      editor.add_key(*attendee, *attendee->find("id"), "unavailable", "[" + list + "]");
    } else {
      editor.rewrite(*unavailable, as_they_are(editor, *unavailable), windows);
    }
  }

  void cancel(SessionIndex index) {
    const YamlNode* session = entity("sessions", written_.sessions[index].where);
    if (session == nullptr) return;
    if (const YamlNode* cancelled = session->find("cancelled")) {
      editor_of(*session).replace(*cancelled, "true");
    } else {
      editor_of(*session).add_key(*session, *session->find("id"), "cancelled", "true");
    }
  }

  void drop(const std::vector<Pin>& pins) {
    for (std::size_t file = 0; file < roots_.size(); ++file) {
      const YamlNode* list = roots_[file].find("pinned");
      if (list == nullptr) continue;
      std::vector<std::optional<std::string>> items = as_they_are(editors_[file], *list);
      bool some = false;
      for (std::size_t i = 0; i < items.size(); ++i) {
        const Location where = list->items[i].where;
        if (std::any_of(pins.begin(), pins.end(), [&](const Pin& pin) { return pin.where == where; })) {
          items[i].reset();
          some = true;
        }
      }
      if (some) editors_[file].rewrite(*list, items, {});
    }
  }

  std::vector<Splice> take() {
    std::vector<Splice> all;
    for (TextEditor& editor : editors_) {
      for (Splice& each : editor.take()) all.push_back(std::move(each));
    }
    return all;
  }

 private:
  [[nodiscard]] const YamlNode* entity(std::string_view section, Location id) const {
    const YamlNode* list = roots_[id.file].find(section);
    if (list == nullptr) return nullptr;
    for (const YamlNode& item : list->items) {
      const YamlNode* own = item.find("id");
      if (own != nullptr && own->where == id) return &item;
    }
    return nullptr;
  }

  TextEditor& editor_of(const YamlNode& entity) { return editors_[entity.where.file]; }

  static std::vector<std::optional<std::string>> as_they_are(const TextEditor& editor, const YamlNode& list) {
    std::vector<std::optional<std::string>> items;
    for (const YamlNode& item : list.items) items.emplace_back(editor.raw(item));
    return items;
  }

  std::vector<std::optional<std::string>> new_windows(const Attendee& attendee, const YamlNode& list,
                                                      const Arrival* arrival, const Leaving* leaving) {
    const auto arrives = arrival != nullptr ? std::optional{arrival->when} : std::nullopt;
    const auto leaves = leaving != nullptr ? std::optional{leaving->when} : std::nullopt;
    std::vector<std::optional<std::string>> items(list.items.size());
    for (const WindowLeft& left : windows_left(attendee.available, arrives, leaves)) {
      const Window was = attendee.available[left.index].value;
      const std::string& text = list.items[left.index].text;
      if (left.value == was) {
        items[left.index] = editors_[list.where.file].raw(list.items[left.index]);
        continue;
      }
      std::string item = left.value.from == was.from ? left_of(text) : typed(sources_, arrival->where);
      item += "..";
      item += left.value.until == was.until ? right_of(text, was) : typed(sources_, leaving->where);
      items[left.index] = std::move(item);
    }
    return items;
  }

  /// The end of a window in words that need no beginning: `15:00` alone is of the day it began on.
  [[nodiscard]] std::string right_of(const std::string& window, const Window& value) const {
    const std::size_t dots = window.find("..");
    if (dots == std::string::npos) return left_of(window);
    const std::string right(trimmed(std::string_view(window).substr(dots + 2)));
    return parse_clock(right) ? to_string(to_local(written_.zone, value.until)) : right;
  }

  /// The days from the first to the last on which anything can be planned.
  [[nodiscard]] Window whole_reach() const {
    Window reach{to_instant_leniently(written_.zone, LocalTime{written_.first_day}),
                 to_instant_leniently(written_.zone, LocalTime{written_.last_day})};
    for (const Session& session : written_.sessions) {
      reach.from = std::min(reach.from, session.time.value.from);
      reach.until = std::max(reach.until, session.time.value.until);
    }
    return reach;
  }

  [[nodiscard]] std::string day_at(Instant time) const {
    return to_string(std::chrono::floor<std::chrono::days>(to_local(written_.zone, time)));
  }

  const Conference& written_;
  const Sources& sources_;
  std::deque<YamlNode> roots_;
  std::deque<TextEditor> editors_;
};

std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> pins_of(const Conference& conference) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> all;
  for (const Pin& pin : conference.pinned) all.insert({pin.attendee.value, pin.session.value, pin.role.value});
  return all;
}

/// Do both say the same about who can be where, what takes place and what is pinned?
bool alike(const Conference& a, const Conference& b) {
  if (a.sessions.size() != b.sessions.size() || a.attendees.size() != b.attendees.size()) return false;
  if (pins_of(a) != pins_of(b)) return false;
  for (const SessionIndex session : a.sessions.indexes()) {
    if (a.sessions[session].cancelled != b.sessions[session].cancelled) return false;
    for (const AttendeeIndex attendee : a.attendees.indexes()) {
      for (const bool onsite : {false, true}) {
        if (presence(a, attendee, session, onsite) != presence(b, attendee, session, onsite)) return false;
      }
    }
  }
  return true;
}

}  // namespace

PermanentEdits permanent_edits(const Conference& written, const Conference& today, const Sources& sources,
                               std::size_t planning_files, const Events& events, const std::vector<Pin>& dropped) {
  EditMaker maker(written, sources, planning_files);
  std::map<AttendeeIndex, std::pair<const Arrival*, const Leaving*>> travels;
  for (const Arrival& each : events.arrivals) travels[each.attendee].first = &each;
  for (const Leaving& each : events.leavings) travels[each.attendee].second = &each;
  for (const auto& [who, both] : travels) maker.travel(who, both.first, both.second);
  std::map<AttendeeIndex, std::vector<std::string>> absences;
  for (const Absence& each : events.absences) absences[each.attendee].push_back(typed(sources, each.where));
  for (const auto& [who, windows] : absences) maker.absent(who, windows);
  for (const Cancellation& each : events.cancellations) maker.cancel(each.session);
  maker.drop(dropped);

  PermanentEdits edits{maker.take(), true};
  Sources edited(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(planning_files));
  for (std::uint32_t file = 0; file < planning_files; ++file) {
    edited[file].text = spliced(sources[file].text, file, edits.splices);
  }
  const ConferenceRead again = read_conference(edited);
  edits.sound = again.conference && alike(*again.conference, today);
  return edits;
}

}  // namespace plancover

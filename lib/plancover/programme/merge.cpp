#include "plancover/programme/merge.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "plancover/input/context.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/programme/merge_parts.hpp"
#include "plancover/programme/planning_yaml.hpp"
#include "plancover/report/plan_yaml.hpp"

namespace plancover {

namespace {

struct Kept {
  std::size_t file = 0;
  std::size_t position = 0;  ///< in its list
  const YamlNode* node = nullptr;
};

std::string text_of(const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  return value != nullptr && value->kind == YamlNode::Kind::scalar ? value->text : std::string{};
}

const std::vector<YamlNode>& section_of(const MergeFile& file, std::string_view key) {
  static const std::vector<YamlNode> none;
  const YamlNode* section = file.document ? file.document->find(key) : nullptr;
  return section == nullptr ? none : section->items;
}

class Merge {
 public:
  Merge(const Sources& planning, const Timetable& timetable) : planning_(planning), timetable_(timetable) {}

  Merged run(bool whole) {
    read();
    for (const TimetableSession& session : timetable_.sessions) {
      const auto kept = kept_.find(session.id);
      if (kept != kept_.end()) {
        ++files_[kept->second.file].matches;
        refresh(kept->second, session);
      }
    }
    if (whole) mark_vanished();
    add_new();
    finish();
    return std::move(merged_);
  }

 private:
  void read() {
    for (std::uint32_t i = 0; i < planning_.size(); ++i) {
      MergeFile file;
      file.document = read_document(planning_[i], i, merged_.diagnostics);
      file.edits = std::make_unique<YamlEdits>(planning_[i].text);
      file.imported = std::string_view(planning_[i].text).substr(0, 2000).find(imported_mark) != std::string::npos;
      files_.push_back(std::move(file));
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const std::vector<YamlNode>& sessions = section_of(files_[i], "sessions");
      for (std::size_t k = 0; k < sessions.size(); ++k)
        kept_.try_emplace(text_of(sessions[k], "id"), Kept{i, k, &sessions[k]});
      for (const YamlNode& slot : section_of(files_[i], "slots")) slots_.try_emplace(slot.key, slot.text);
      for (const YamlNode& each : section_of(files_[i], "committees")) {
        committees_.insert(text_of(each, "id"));
        if (each.find("name") != nullptr) committee_names_.try_emplace(text_of(each, "name"), text_of(each, "id"));
      }
      for (const YamlNode& each : section_of(files_[i], "topics")) topics_.insert(text_of(each, "id"));
    }
  }

  /// Held back until it is sure that the file can be changed.
  void change(std::size_t file, MergeKind kind, const std::string& session, std::string before = {},
              std::string after = {}) {
    changes_.emplace_back(file, MergeChange{kind, session, std::move(before), std::move(after)});
  }

  /// `key` of this session shall hold `value`, which is written so. False where it cannot be; said.
  bool set(const Kept& kept, const std::string& key, const std::string& value, const std::string& written) {
    MergeFile& file = files_[kept.file];
    const YamlNode* old = kept.node->find(key);
    const YamlNode* id = kept.node->find("id");
    const bool done = old != nullptr ? file.edits->replace_value(*old, written)
                                     : file.edits->add_pair(*kept.node, *id, key + ": " + written);
    if (!done) {
      refuse(old != nullptr ? old->where : id->where, key, written);
      return false;
    }
    file.expected[path(kept, key)] = value;
    return true;
  }

  static std::string path(const Kept& kept, const std::string& key) {
    return "/sessions/" + std::to_string(kept.position) + "/" + key;
  }

  void refuse(Location where, const std::string& key, const std::string& written) {
    merged_.diagnostics.push_back({Code::cannot_edit,
                                   where,
                                   "this cannot be changed where it stands",
                                   {},
                                   "write " + key + ": " + written + " here by hand",
                                   1});
  }

  void refresh(const Kept& kept, const TimetableSession& session) {
    move(kept, session);
    const auto refresh_text = [&](const std::string& key, const std::string& now, MergeKind kind) {
      const std::string before = text_of(*kept.node, key);
      if (now.empty() || now == before) return;
      if (set(kept, key, now, yaml_text(now))) change(kept.file, kind, session.id, before, now);
    };
    refresh_text("name", session.name, MergeKind::renamed);
    refresh_text("room", session.room, MergeKind::room_changed);
    const bool before = text_of(*kept.node, "cancelled") == "true";
    if (session.cancelled == before) return;
    const std::string now = session.cancelled ? "true" : "false";
    if (set(kept, "cancelled", now, now)) {
      change(kept.file, session.cancelled ? MergeKind::cancelled : MergeKind::reinstated, session.id);
    }
  }

  void move(const Kept& kept, const TimetableSession& session) {
    const YamlNode* slot = kept.node->find("slot");
    const std::string day = text_of(*kept.node, "day");
    const auto named = slot == nullptr ? slots_.end() : slots_.find(slot->text);
    const std::string time = named == slots_.end() ? text_of(*kept.node, "time") : named->second;
    const auto read = parse_span(time);
    const auto* span = std::get_if<ClockSpan>(&read);
    const bool same_time = span != nullptr && span->from == session.from && span->until == session.until;
    const bool same_day = parse_day(day) == session.day;
    if (same_time && same_day) return;
    bool done = same_day || set(kept, "day", to_string(session.day), to_string(session.day));
    if (done && !same_time) done = set_time(kept, slot, span_text(session));
    if (done)
      change(kept.file, MergeKind::moved, session.id, day + " " + time,
             to_string(session.day) + " " + span_text(session));
  }

  bool set_time(const Kept& kept, const YamlNode* slot, const std::string& written) {
    if (slot == nullptr) return set(kept, "time", written, written);
    MergeFile& file = files_[kept.file];
    if (!file.edits->replace_pair(*slot, "time: " + written)) {
      refuse(slot->where, "time", written);
      return false;
    }
    file.expected[path(kept, "slot")] = "\n";
    file.expected[path(kept, "time")] = written;
    return true;
  }

  /// Only in files that this programme fills: sessions of another one, or of the planners, are not ours.
  void mark_vanished() {
    std::set<std::string_view> here;
    for (const TimetableSession& session : timetable_.sessions) here.insert(session.id);
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!files_[i].imported || files_[i].matches == 0) continue;
      const std::vector<YamlNode>& sessions = section_of(files_[i], "sessions");
      for (std::size_t k = 0; k < sessions.size(); ++k) {
        const std::string id = text_of(sessions[k], "id");
        if (id.empty() || here.contains(id) || text_of(sessions[k], "cancelled") == "true") continue;
        if (set({i, k, &sessions[k]}, "cancelled", "true", "true")) change(i, MergeKind::vanished, id);
      }
    }
  }

  void add_new() {
    std::string sessions;
    std::map<std::string, std::string> names;
    std::set<std::string> committees;
    std::set<std::string> topics;
    for (const TimetableEntry& entry : timetable_.committees) names[entry.id] = entry.name;
    std::size_t target = files_.size();
    std::string indent;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const bool better = target == files_.size() || files_[i].matches > files_[target].matches;
      if (files_[i].imported && files_[i].matches > 0 && better && end_of_section(files_[i], "sessions", indent) > 0)
        target = i;
    }
    std::string dash = "  - ";
    if (target < files_.size() && end_of_section(files_[target], "sessions", indent) > 0) dash = indent + "- ";
    for (const TimetableSession& given : timetable_.sessions) {
      if (kept_.contains(given.id)) continue;
      TimetableSession session = given;
      const auto renamed = committee_names_.find(names[session.committee]);
      if (!committees_.contains(session.committee) && renamed != committee_names_.end())
        session.committee = renamed->second;
      if (!committees_.contains(session.committee)) committees.insert(session.committee);
      for (const std::string& topic : session.topics) {
        if (!topics_.contains(topic)) topics.insert(topic);
      }
      sessions += dash + session_yaml(session) + "\n";
      change(target, MergeKind::added, session.id, {},
             to_string(session.day) + " " + span_text(session) + (session.room.empty() ? "" : ", " + session.room) +
                 (session.name.empty() ? "" : ", " + session.name));
    }
    if (sessions.empty()) return;
    std::vector<TimetableEntry> new_topics;
    std::vector<TimetableEntry> new_committees;
    new_topics.reserve(topics.size());
    new_committees.reserve(committees.size());
    for (const std::string& id : topics) new_topics.push_back({id, ""});
    for (const std::string& id : committees) new_committees.push_back({id, names[id]});
    const std::string declared = declare(target, "topics", new_topics) + declare(target, "committees", new_committees);
    if (target == files_.size()) {
      merged_.new_text = std::string(imported_mark) + ".\n" + declared + "sessions:\n" + sessions;
      return;
    }
    files_[target].edits->add_lines(end_of_section(files_[target], "sessions", indent), sessions);
    merged_.new_text = declared;
  }

  /// At the end of the file's own list; otherwise the section that a file of its own needs.
  std::string declare(std::size_t target, const std::string& key, const std::vector<TimetableEntry>& entries) {
    if (entries.empty()) return {};
    std::string indent = "  ";
    const std::size_t end = target < files_.size() ? end_of_section(files_[target], key, indent) : 0;
    std::string lines;
    for (const TimetableEntry& entry : entries) {
      lines += indent;
      lines += "- " + entry_yaml(entry) + "\n";
    }
    if (end == 0) return key + ":\n" + lines;
    files_[target].edits->add_lines(end, lines);
    return {};
  }

  void finish() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      merged_.texts.push_back(planning_[i].text);
      if (files_[i].edits->empty()) continue;
      std::string text = files_[i].edits->apply();
      if (only_expected_changed(files_[i], text)) {
        merged_.texts.back() = std::move(text);
      } else {
        std::erase_if(changes_, [&](const auto& each) { return each.first == i; });
        merged_.diagnostics.push_back({Code::cannot_edit,
                                       {static_cast<std::uint32_t>(i), 0, 0, 1},
                                       "this file cannot be changed without touching more than the programme",
                                       {},
                                       "write what changed by hand, or one session a line",
                                       1});
      }
    }
    for (auto& [file, each] : changes_) merged_.changes.push_back(std::move(each));
    std::stable_sort(merged_.changes.begin(), merged_.changes.end(),
                     [](const MergeChange& a, const MergeChange& b) { return a.kind < b.kind; });
    tidy(merged_.diagnostics);
  }

  const Sources& planning_;
  const Timetable& timetable_;
  Merged merged_;
  std::vector<std::pair<std::size_t, MergeChange>> changes_;  // each with its file
  std::vector<MergeFile> files_;
  std::map<std::string, Kept, std::less<>> kept_;
  std::map<std::string, std::string, std::less<>> slots_;
  std::set<std::string> committees_;
  std::map<std::string, std::string> committee_names_;
  std::set<std::string> topics_;
};

}  // namespace

Merged merge_timetable(const Sources& planning, const Timetable& timetable, bool whole) {
  return Merge(planning, timetable).run(whole);
}

std::optional<Zone> zone_of_planning(const Sources& planning) {
  for (std::uint32_t i = 0; i < planning.size(); ++i) {
    Diagnostics unsaid;
    const std::optional<YamlNode> document = read_document(planning[i], i, unsaid);
    const YamlNode* conference = document ? document->find("conference") : nullptr;
    if (conference == nullptr) continue;
    if (std::optional<Zone> zone = find_zone(text_of(*conference, "timezone"))) return zone;
  }
  return std::nullopt;
}

std::string_view word(MergeKind kind) {
  constexpr std::array<std::string_view, 7> words{"new",       "moved",    "renamed", "room changed",
                                                  "cancelled", "vanished", "back"};
  return words.at(static_cast<std::size_t>(kind));
}

}  // namespace plancover

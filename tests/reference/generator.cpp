#include "reference/generator.hpp"

#include <cstdio>
#include <functional>

namespace plancover::reference {
namespace {

using Words = std::vector<std::string>;

struct Stage {
  std::string zone;
  std::vector<std::string> days;
  int odd_hour;  ///< an hour of the wall clock that is skipped or repeated on one of the days; -1: none
};

const std::vector<Stage>& stages() {
  static const std::vector<Stage> all{
      {"Europe/Zurich", {"2014-10-25", "2014-10-26", "2014-10-27"}, 2},
      {"Europe/Zurich", {"2014-03-29", "2014-03-30", "2014-03-31"}, 2},
      {"America/Sao_Paulo", {"2014-10-18", "2014-10-19", "2014-10-20"}, 0},
      {"America/New_York", {"2014-11-01", "2014-11-02", "2014-11-03"}, 1},
      {"Asia/Seoul", {"2014-10-25", "2014-10-26", "2014-10-27"}, -1},
      {"Asia/Seoul", {"2014-10-20", "2014-10-21"}, -1},
      {"Asia/Kathmandu", {"2014-10-20", "2014-10-21", "2014-10-22"}, -1},
      {"Asia/Seoul", {"2014-10-20", "2014-10-21", "2014-10-22", "2014-10-23", "2014-10-24"}, -1},
      {"UTC", {"2014-10-20"}, -1},
  };
  return all;
}

std::string clock(int minute) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
  return text;
}

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed), stage_(random_.one_of(stages())) {}

  SmallFile write() {
    SmallFile file;
    out_ = "plancover: 1\n";
    topics_ = take({"t1", "t2", "t3"}, random_.between(1, 3));
    roles_ = {"lead", "notes", "speaker", "member", "backup"};
    conference();
    if (random_.chance(50))
      out_ += "slots: {morning: 09:30-12:30, late: \"22:00-23:30\"}\n";
    else
      slots_ = false;
    roles();
    topics();
    committees();
    sessions();
    delegations();
    attendees();
    bars();
    weights();
    file.text = std::move(out_);
    file.pins = pins();
    file.clocks_change = stage_.odd_hour >= 0;
    return file;
  }

 private:
  Words take(Words words, int count) {
    words.resize(static_cast<std::size_t>(count));
    return words;
  }

  std::string some(const Words& words, int percent) {
    std::string list;
    for (const std::string& word : words) {
      if (random_.chance(percent)) list += (list.empty() ? "" : ", ") + word;
    }
    return "[" + list + "]";
  }

  /// A time of day that exists once on every day of the stage.
  bool plain_time(int minute) const { return (minute / 60) % 24 != stage_.odd_hour; }

  std::string count() { return random_.one_of(Words{"1", "1", "1", "2", "0..1", "0..1", "1..2", "0..2", "0", "2..3"}); }

  std::string seats() {
    if (random_.chance(4)) return "{}";
    std::string map;
    int kinds = 0;
    bool all = false;
    for (const std::string& role : roles_) {
      if (kinds == 3 || !random_.chance(role == "lead" ? 75 : 28)) continue;
      std::string n = count();
      if (!all && random_.chance(18)) {
        n = random_.one_of(Words{"0..all", "0..all", "1..all"});
        all = true;
      }
      map += (map.empty() ? "" : ", ") + role + ": " + n;
      ++kinds;
    }
    return "{" + map + "}";
  }

  std::string limits(int percent) {
    std::string map;
    const auto add = [&](const std::string& key, const Words& values) {
      if (random_.chance(percent)) map += (map.empty() ? "" : ", ") + key + ": " + random_.one_of(values);
    };
    add("sessions_per_day", {"1", "1", "2", "3"});
    add("hours_per_day", {"2h", "150m", "3h", "4h", "6h"});
    add("hours", {"3h", "4h30m", "6h", "9h"});
    add("rest", {"8h", "9h", "11h30m", "14h", "20h", "50h", "75h"});
    return "{" + map + "}";
  }

  std::string door(bool may_be_pinned) {
    const int kind = random_.below(10);
    if (kind < 6) return "all";
    if (kind == 6 && may_be_pinned) return "pinned";
    return some({"delegate", "press", "member"}, 45);
  }
  std::string webcast() {
    const int kind = random_.below(10);
    return kind < 5 ? "true" : kind < 7 ? "false" : some({"delegate", "press", "member"}, 50);
  }
  std::string priority() { return random_.one_of(Words{"critical", "high", "normal", "low"}); }

  void conference() {
    out_ += "conference:\n  name: \"Small \\u00e9 conference: #1\"\n  timezone: " + stage_.zone +
            "\n  dates: " + stage_.days.front() + ".." + stage_.days.back() + "\n";
    if (random_.chance(40)) out_ += "  day_change: \"" + random_.one_of(Words{"00:00", "03:00", "06:00"}) + "\"\n";
    if (random_.chance(75)) out_ += "  transfer: " + random_.one_of(Words{"10m", "30m", "1h", "90m", "2h"}) + "\n";
    if (random_.chance(40)) out_ += "  seats: " + seats() + "\n";
    if (random_.chance(65)) out_ += "  limits: " + limits(45) + "\n";
  }

  void roles() {
    out_ += "roles:\n";
    out_ += "  speaker: {needs: [speak]" + std::string(random_.chance(40) ? ", onsite: true" : "") +
            (random_.chance(50) ? ", expertise: " + std::to_string(random_.between(0, 2)) : "") +
            ", weight: " + std::to_string(random_.between(0, 10)) + "}\n";
    out_ += "  member: {}\n";
    if (random_.chance(50)) out_ += "  lead: {expertise: " + std::to_string(random_.between(0, 2)) + "}\n";
    if (random_.chance(30))
      out_ += "  notes: {needs: [documents], weight: " + std::to_string(random_.between(0, 3)) + "}\n";
  }

  void topics() {
    out_ += "topics:\n";
    for (const std::string& id : topics_) {
      out_ += "  - {id: " + id + (random_.chance(70) ? ", priority: " + priority() : "") + "}\n";
    }
  }

  /// The keys that a committee and a session share.
  std::string shared(int percent, bool may_be_pinned) {
    std::string keys;
    if (random_.chance(percent)) keys += ", topics: " + some(topics_, 55);
    if (random_.chance(percent / 2)) keys += ", priority: " + priority();
    if (random_.chance(percent)) keys += ", admits: " + door(may_be_pinned);
    if (random_.chance(percent)) keys += ", webcast: " + webcast();
    if (random_.chance(percent / 3)) keys += ", languages: " + some({"en", "fr"}, 55);
    if (random_.chance(percent)) keys += ", seats: " + seats();
    return keys;
  }

  void committees() {
    // A committee may have the name of a topic: wishes for the name then mean both.
    committees_ = take({"pl", "wg", "t1"}, random_.between(1, 3));
    out_ += "committees:\n";
    for (const std::string& id : committees_) {
      out_ += "  - {id: " + id;
      if (random_.chance(60)) {
        out_ +=
            ", kind: " + random_.one_of(Words{"plenary", "committee", "working-group", "ad-hoc", "meeting", "meeting"});
      }
      if (id != "pl" && random_.chance(50)) out_ += ", parent: pl";
      out_ += shared(65, false) + "}\n";
    }
  }

  std::string time() {
    if (slots_ && random_.chance(15)) return "slot: morning";
    if (slots_ && random_.chance(5)) return "slot: late";
    const std::vector<int> by_day{540, 570, 600, 630, 660, 720, 780, 840, 870, 900, 960};
    const std::vector<int> by_night{1320, 1380, 1410, 30, 60, 90, 180, 210, 300};
    for (;;) {
      const int start = random_.one_of(random_.chance(75) ? by_day : by_night);
      const int end = start + random_.one_of(std::vector<int>{30, 60, 60, 90, 120, 180, 240, 300});
      if (!plain_time(start) || !plain_time(end)) continue;
      const bool midnight = end == 24 * 60;
      return "time: \"" + clock(start) + "-" + (midnight ? "24:00" : clock(end % (24 * 60))) + "\"";
    }
  }

  void sessions() {
    const int count = random_.between(3, 6);
    const Words days = take(stage_.days, random_.between(1, static_cast<int>(stage_.days.size())));
    out_ += "sessions:\n";
    for (int i = 1; i <= count; ++i) {
      sessions_.push_back(std::string("s").append(std::to_string(i)));
      out_ += "  - {id: s" + std::to_string(i) + ", committee: " + random_.one_of(committees_) +
              ", day: " + random_.one_of(days) + ", " + time();
      if (random_.chance(75)) out_ += ", room: " + random_.one_of(Words{"A", "B", "C"});
      if (random_.chance(8)) out_ += ", cancelled: true";
      out_ += shared(22, true) + "}\n";
    }
  }

  void delegations() {
    if (!random_.chance(50)) return;
    out_ += "delegations:\n  - {id: ke, name: \"Kenya\", badges: " + some({"delegate", "member"}, 60) +
            ", can: " + some({"speak", "documents"}, 50) + ", silent_on: " + some(topics_, 30) + "}\n";
    delegation_ = true;
  }

  std::string window() {
    const std::string& first = random_.one_of(stage_.days);
    switch (random_.below(4)) {
      case 0:
        return first;
      case 1:
        return first + " 09:00.." + random_.one_of(Words{"12:30", "15:00", "23:00"});
      case 2:
        return stage_.days.front() + ".." + stage_.days.back();
      default:
        return stage_.days.front() + " " + random_.one_of(Words{"08:00", "09:30", "13:00"}) + ".." + first + " " +
               random_.one_of(Words{"14:00", "18:30", "23:30"});
    }
  }
  std::string windows() {
    std::string list = window();
    if (random_.chance(30)) list += ", " + window();
    return "[" + list + "]";
  }

  std::string remote() {
    if (random_.chance(20)) return "true";
    std::string map;
    const auto add = [&](const std::string& text) { map += (map.empty() ? "" : ", ") + text; };
    if (random_.chance(60)) add("available: " + windows());
    if (random_.chance(60))
      add("timezone: " + random_.one_of(Words{"America/Sao_Paulo", "America/Bogota", "Asia/Kolkata", "Europe/Zurich"}));
    if (random_.chance(60))
      add("hours: \"" +
          random_.one_of(Words{"07:00-23:00", "04:00-13:00", "20:00-12:00", "00:00-24:00", "06:30-18:00"}) + "\"");
    return map.empty() ? "true" : "{" + map + "}";
  }

  Words wishes() {
    Words all = committees_;
    all.insert(all.end(), topics_.begin(), topics_.end());
    all.insert(all.end(), sessions_.begin(), sessions_.end());
    return all;
  }

  void attendees() {
    const int count = random_.between(2, 4);
    out_ += "attendees:\n";
    for (int i = 1; i <= count; ++i) {
      attendees_.push_back("a" + std::to_string(i));
      out_ += "  - id: a" + std::to_string(i) + "\n";
      const auto add = [&](int percent, const std::string& key, const std::function<std::string()>& value) {
        if (random_.chance(percent)) out_ += "    " + key + ": " + value() + "\n";
      };
      if (delegation_) add(50, "delegation", [] { return "ke"; });
      add(50, "available", [&] { return windows(); });
      add(20, "unavailable", [&] {
        return "[" + random_.one_of(stage_.days) + random_.one_of(Words{" 12:00..15:00", " 09:00..10:00", ""}) + "]";
      });
      add(45, "remote", [&] { return remote(); });
      add(60, "badges", [&] { return some({"delegate", "press", "member"}, 50); });
      add(70, "can", [&] { return some({"speak", "documents"}, 65); });
      add(20, "silent_on", [&] { return some(topics_, 40); });
      add(80, "expertise", [&] { return expertise(); });
      add(35, "languages", [&] { return some({"en", "fr", "es"}, 55); });
      add(50, "prefers", [&] { return some(wishes(), 20); });
      add(35, "avoids", [&] { return some(wishes(), 20); });
      add(35, "limits", [&] { return limits(35); });
    }
  }

  std::string expertise() {
    std::string map;
    for (const std::string& topic : topics_) {
      if (random_.chance(75)) map += (map.empty() ? "" : ", ") + topic + ": " + std::to_string(random_.between(0, 3));
    }
    return "{" + map + "}";
  }

  void bars() {
    std::string lines;
    for (int i = 0; i < 2; ++i) {
      if (!random_.chance(25)) continue;
      lines += "  - {attendee: " + random_.one_of(attendees_);
      switch (random_.below(3)) {
        case 0:
          lines += ", session: " + random_.one_of(sessions_) + "}\n";
          break;
        case 1:
          lines += ", committee: " + random_.one_of(committees_) + "}\n";
          break;
        default:
          lines += ", topic: " + random_.one_of(topics_) + "}\n";
      }
    }
    if (!lines.empty()) out_ += "barred:\n" + lines;
  }

  void weights() {
    if (!random_.chance(60)) return;
    std::string map;
    for (const char* key : {"expertise", "prefers", "avoids", "continuity", "attend", "remote", "load"}) {
      if (random_.chance(50)) {
        map += (map.empty() ? "" : ", ") + std::string(key) + ": " +
               random_.one_of(Words{"0", "1", "2", "7", "30", "1000000"});
      }
    }
    out_ += "weights: {" + map + "}\n";
  }

  Words pins() {
    Words lines;
    if (!random_.chance(70)) return lines;
    for (int i = 0; i < 6; ++i) {
      lines.push_back("  - {attendee: " + random_.one_of(attendees_) + ", session: " + random_.one_of(sessions_) +
                      ", role: " + random_.one_of(roles_) + "}\n");
    }
    return lines;
  }

  Random random_;
  const Stage& stage_;
  std::string out_;
  Words topics_;
  Words roles_;
  Words committees_;
  Words sessions_;
  Words attendees_;
  bool slots_ = true;
  bool delegation_ = false;
};

}  // namespace

SmallFile small_file(std::uint64_t seed) {
  return Writer(seed).write();
}

}  // namespace plancover::reference

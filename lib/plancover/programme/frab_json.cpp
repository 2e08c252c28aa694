#include "plancover/programme/frab_json.hpp"

#include <iterator>
#include <nlohmann/json.hpp>

#include "plancover/programme/frab_event.hpp"

namespace plancover {

namespace {

using Json = nlohmann::json;

/// Walks the text and tells how far the parser is, which it does not tell itself.
struct CountingBytes {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  const char** reached = nullptr;

  reference operator*() const { return *at; }
  CountingBytes& operator++() {
    ++at;
    if (reached != nullptr) *reached = at;
    return *this;
  }
  CountingBytes operator++(int) {
    CountingBytes before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingBytes& a, const CountingBytes& b) { return a.at == b.at; }
  friend bool operator!=(const CountingBytes& a, const CountingBytes& b) { return a.at != b.at; }
};

/// Gathers one event at a time. A room is the key of a list in `rooms`; a list of a day's
/// events right under the day, or under `events` or `talks`, has none.
class JsonWalk : public nlohmann::json_sax<Json> {
 public:
  explicit JsonWalk(ProgrammeReader& reader) : reader_(reader), frab_(reader), reached_(reader.text().data()) {}

  void run() {
    const std::string_view text = reader_.text();
    Json::sax_parse(CountingBytes{text.data(), &reached_}, CountingBytes{text.data() + text.size(), nullptr}, this);
    frab_.conference(conference_);
    std::size_t day = 0;
    for (const auto& [of_day, event] : events_) {
      if (of_day != day) frab_.day(days_[of_day - 1]);
      day = of_day;
      frab_.event(event);
    }
    if (!saw_days_ && !failed_) {
      reader_.say(Code::not_a_programme, reader_.at(0), "this JSON holds no days of a schedule",
                  "plancover reads the schedule.json of frab, pretalx and c3voc");
    }
  }

  bool null() override { return value(""); }
  bool boolean(bool) override { return value(""); }
  bool number_integer(number_integer_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number)); }
  bool number_float(number_float_t, const string_t& text) override { return value(text); }
  bool string(string_t& text) override { return value(text); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& text) override {
    path_.back().key = text.size() > 1000 ? text.substr(0, 1000) : text;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    failed_ = true;
    reader_.say(Code::programme_broken, here(1), "the JSON is broken here; what stands before is imported",
                "is the file complete and of one piece");
    return false;
  }

 private:
  enum class Part { other, conference, day, event };
  struct Frame {
    bool list = false;
    std::string key;
    Part part = Part::other;
  };

  [[nodiscard]] Location here(std::size_t back) const {
    const auto offset = static_cast<std::size_t>(reached_ - reader_.text().data());
    return reader_.at(offset - std::min(back, offset), std::max<std::size_t>(1, back));
  }

  bool open(bool list) {
    constexpr std::size_t deepest = 64;
    if (path_.size() == deepest) {
      failed_ = true;
      reader_.say(Code::programme_broken, here(1),
                  "lists and maps are nested too deeply; what stands before is imported");
      return false;
    }
    Frame frame{list, {}, Part::other};
    if (!list && !path_.empty()) frame.part = part_of_object();
    saw_days_ = saw_days_ || (list && !path_.empty() && path_.back().key == "days");
    if (frame.part == Part::day) days_.emplace_back();
    if (frame.part == Part::event) {
      event_ = {};
      event_.where = here(1);
    }
    path_.push_back(std::move(frame));
    return true;
  }

  [[nodiscard]] Part part_of_object() const {
    if (!path_.back().list) return path_.back().key == "conference" ? Part::conference : Part::other;
    // In a list: the list's own key stands in the frame below it.
    if (path_.size() < 2) return Part::other;
    const Frame& holder = path_[path_.size() - 2];
    if (holder.list) return Part::other;
    if (holder.key == "days") return Part::day;
    const bool of_day = holder.part == Part::day && (holder.key == "events" || holder.key == "talks");
    const bool of_room =
        path_.size() >= 3 && path_[path_.size() - 3].part == Part::day && path_[path_.size() - 3].key == "rooms";
    return of_day || of_room ? Part::event : Part::other;
  }

  bool close() {
    const Part part = path_.back().part;
    path_.pop_back();
    if (part == Part::event) {
      if (event_.room.empty() && path_.size() >= 3 && path_[path_.size() - 3].key == "rooms") {
        event_.room = path_[path_.size() - 2].key;
      }
      // One more than there may be, so that it is said.
      if (events_.size() <= most_programme_events) events_.emplace_back(days_.size(), std::move(event_));
    }
    return true;
  }

  bool value(const std::string& text) {
    if (path_.empty() || path_.back().list) return true;
    const Frame& frame = path_.back();
    if (frame.part == Part::other) return true;
    const Location where = here(text.size() + 1);  // the parser stands behind the closing quote
    const FrabText sourced{one_line(text, 2000), where};
    if (frame.part == Part::conference) take_of_conference(frame.key, sourced);
    if (frame.part == Part::day) take_of_day(frame.key, sourced);
    if (frame.part == Part::event) take_of_event(frame.key, sourced, text);
    return true;
  }

  void take_of_conference(const std::string& key, const FrabText& text) {
    if (key == "title") conference_.title = text;
    if (key == "start") conference_.start = text;
    if (key == "end") conference_.end = text;
    if (key == "day_change") conference_.day_change = text;
    if (key == "time_zone_name") conference_.zone = text;
    if (key == "city") conference_.city = text.value;
  }

  void take_of_day(const std::string& key, const FrabText& text) {
    if (key == "date") days_.back().date = text;
    if (key == "day_start") days_.back().start = text;
    if (key == "day_end") days_.back().end = text;
  }

  void take_of_event(const std::string& key, const FrabText& text, const std::string& whole) {
    if (key == "guid") event_.guid = text.value;
    if (key == "id") event_.id = text.value;
    if (key == "code" && event_.id.empty()) event_.id = text.value;
    if (key == "slug") event_.slug = text.value;
    if (key == "title") event_.title = {whole, text.where};
    if (key == "room") event_.room = text.value;
    if (key == "track") event_.track = text.value;
    if (key == "language") event_.language = text.value;
    if (key == "status") event_.status = text.value;
    if (key == "date") event_.date = text;
    if (key == "start") event_.start = text;
    if (key == "end") event_.end = text;
    if (key == "duration") event_.duration = text;
  }

  ProgrammeReader& reader_;
  FrabReader frab_;
  const char* reached_;
  std::vector<Frame> path_;
  FrabConference conference_;
  // All of them before any is understood: what holds for the whole may stand at the end.
  std::vector<FrabDay> days_;
  std::vector<std::pair<std::size_t, FrabEvent>> events_;  // each with the number of its day, from 1
  FrabEvent event_;
  bool saw_days_ = false;
  bool failed_ = false;
};

}  // namespace

void read_frab_json(ProgrammeReader& reader) {
  JsonWalk(reader).run();
}

}  // namespace plancover

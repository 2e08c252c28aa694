#include "plancover/programme/stamps.hpp"

#include <array>

#include "plancover/input/parse_time.hpp"

namespace plancover {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Eats a text from the left; every function says whether it found what it looked for.
class Eater {
 public:
  explicit Eater(std::string_view text) : rest_(text) {}

  bool character(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool word(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }
  void spaces() {
    while (character(' ')) continue;
  }
  /// A number of least to most digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < most && length < rest_.size() && is_digit(rest_[length]))
      value = value * 10 + (rest_[length++] - '0');
    if (length < least) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct WallClock {
  Minutes minutes{};
  bool seconds = false;
};

std::optional<WallClock> eat_clock(Eater& text, std::size_t hour_digits) {
  const std::optional<int> hour = text.number(hour_digits, 2);
  if (!hour) return std::nullopt;
  const bool extended = text.character(':');
  const std::optional<int> minute = text.number(2, 2);
  if (!minute) return std::nullopt;
  std::optional<int> second = 0;
  if (extended ? text.character(':') : !text.empty() && is_digit(text.rest().front())) second = text.number(2, 2);
  if (!second) return std::nullopt;
  if (text.character('.') || text.character(',')) {  // a part of a second
    if (!text.number(1, 9)) return std::nullopt;
  }
  if (*hour > 24 || *minute > 59 || *second > 60 || (*hour == 24 && (*minute > 0 || *second > 0))) return std::nullopt;
  return WallClock{Minutes{*hour * 60 + *minute}, *second > 0};
}

std::optional<Minutes> eat_offset(Eater& text) {
  if (text.character('Z') || text.character('z')) return Minutes{0};
  const bool minus = text.character('-');
  if (!minus && !text.character('+')) return std::nullopt;
  const std::optional<int> hour = text.number(2, 2);
  if (!hour || *hour > 15) return std::nullopt;
  text.character(':');
  const int minute = text.number(2, 2).value_or(0);
  const Minutes offset{*hour * 60 + minute};
  return minus ? -offset : offset;
}

/// P1DT2H30M15S after the P, to seconds.
std::optional<std::int64_t> eat_iso_length(Eater& text) {
  std::int64_t sum = 0;
  bool any = false;
  bool in_time = false;
  while (!text.empty()) {
    if (text.character('T')) {
      in_time = true;
      continue;
    }
    const std::optional<int> amount = text.number(1, 6);
    if (!amount) return std::nullopt;
    std::int64_t unit = 0;
    if (!in_time && text.character('W')) unit = 7 * 86400;
    if (!in_time && unit == 0 && text.character('D')) unit = 86400;
    if (in_time && text.character('H')) unit = 3600;
    if (in_time && unit == 0 && text.character('M')) unit = 60;
    if (in_time && unit == 0 && text.character('S')) unit = 1;
    if (unit == 0) return std::nullopt;
    sum += *amount * unit;
    any = true;
  }
  if (!any) return std::nullopt;
  return sum;
}

/// Hours, minutes and the rest with colons between them, to seconds.
std::optional<std::int64_t> eat_colons(Eater& text) {
  std::array<std::int64_t, 4> parts{};
  std::size_t count = 0;
  do {
    const std::optional<int> part = text.number(1, 4);
    if (!part || count == parts.size()) return std::nullopt;
    parts[count++] = *part;
  } while (text.character(':'));
  if (!text.empty() || count < 2) return std::nullopt;
  if (count == 4) return parts[0] * 86400 + parts[1] * 3600 + parts[2] * 60 + parts[3];
  return parts[0] * 3600 + parts[1] * 60 + (count == 3 ? parts[2] : 0);
}

/// 90, 90m, 90 min, 1h30m, 1h, 1.5h, 2 hours, to seconds.
std::optional<std::int64_t> eat_units(Eater text) {
  std::int64_t sum = 0;
  bool bare = true;
  while (!text.empty()) {
    const std::optional<int> whole = text.number(1, 5);
    if (!whole) return std::nullopt;
    int tenths = 0;
    if (text.character('.') || text.character(',')) {
      const std::optional<int> tenth = text.number(1, 1);
      if (!tenth) return std::nullopt;
      tenths = *tenth;
      text.number(0, 1);  // 1.50 h
    }
    text.spaces();
    std::int64_t unit = 0;
    for (const std::string_view word : {"hours", "hour", "hrs", "hr", "h"}) {
      if (unit == 0 && text.word(word)) unit = 3600;
    }
    for (const std::string_view word : {"minutes", "minute", "mins", "min", "m", "'"}) {
      if (unit == 0 && text.word(word)) unit = 60;
    }
    if (unit == 0) {
      // A number alone is minutes; "1h30" ends so too.
      if (!text.empty()) return std::nullopt;
      unit = 60;
    } else {
      bare = false;
    }
    if (bare && tenths > 0) return std::nullopt;
    sum += *whole * unit + tenths * unit / 10;
    text.spaces();
  }
  return sum;
}

std::optional<std::int64_t> length_in_seconds(std::string_view trimmed_text) {
  Eater text(trimmed_text);
  text.character('+');
  if (text.character('P')) return eat_iso_length(text);
  if (text.rest().find("day") != std::string_view::npos) {  // Python's "1 day, 0:30:00"
    const std::optional<int> days = text.number(1, 3);
    text.spaces();
    if (!days || (!text.word("days") && !text.word("day"))) return std::nullopt;
    text.character(',');
    text.spaces();
    if (text.empty()) return *days * std::int64_t{86400};
    const std::optional<std::int64_t> rest = eat_colons(text);
    if (!rest) return std::nullopt;
    return *days * std::int64_t{86400} + *rest;
  }
  if (text.rest().find(':') != std::string_view::npos) return eat_colons(text);
  if (text.empty()) return std::nullopt;
  return eat_units(text);
}

}  // namespace

std::optional<Stamp> parse_stamp(std::string_view whole) {
  Eater text(trimmed(whole));
  const std::optional<int> year = text.number(4, 4);
  const bool extended = text.character('-');
  const std::optional<int> month = text.number(2, 2);
  if (!year || !month || (extended && !text.character('-'))) return std::nullopt;
  const std::optional<int> day_number = text.number(2, 2);
  if (!day_number || *year < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day_number)}};
  if (!date.ok()) return std::nullopt;
  Stamp stamp{Day{date}, {}, false, {}};
  if (text.empty()) return stamp;
  if (!text.character('T') && !text.character('t')) text.spaces();
  const std::optional<WallClock> clock = eat_clock(text, 2);
  if (!clock) return std::nullopt;
  stamp.clock = clock->minutes;
  stamp.seconds = clock->seconds;
  text.spaces();
  if (text.empty()) return stamp;
  stamp.offset = eat_offset(text);
  if (!stamp.offset || !text.empty()) return std::nullopt;
  return stamp;
}

std::optional<Minutes> parse_length(std::string_view text) {
  const std::optional<std::int64_t> seconds = length_in_seconds(trimmed(text));
  if (!seconds || *seconds < 0) return std::nullopt;
  return Minutes{(*seconds + 59) / 60};
}

std::optional<Minutes> parse_wall_clock(std::string_view whole) {
  Eater text(trimmed(whole));
  const std::optional<WallClock> clock = eat_clock(text, 1);
  if (!clock || !text.empty()) return std::nullopt;
  return clock->minutes;
}

}  // namespace plancover

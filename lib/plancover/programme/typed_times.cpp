#include "plancover/programme/typed_times.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "plancover/input/parse_time.hpp"
#include "plancover/programme/ics_lines.hpp"
#include "plancover/programme/stamps.hpp"

namespace plancover {

namespace {

constexpr Minutes one_day_long{24 * 60};

bool figure(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_spaces(std::string_view text) {
  return trimmed(text);
}

/// The words and numbers of a text, in capital letters; everything else separates.
std::vector<std::string> parts_of(std::string_view text) {
  constexpr std::size_t most = 8;
  std::vector<std::string> parts;
  bool in_number = false;
  for (const char c : upper_case(text)) {
    const bool number = figure(c);
    const bool letter = (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (!number && !letter) {
      in_number = false;
      parts.emplace_back();
    } else {
      if (parts.empty() || (number != in_number && !parts.back().empty())) parts.emplace_back();
      parts.back() += c;
      in_number = number;
    }
    if (parts.size() > 2 * most) return {};
  }
  std::erase(parts, std::string{});
  return parts;
}

/// 1 to 12 by its English name or the first three letters of it.
std::optional<int> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> months{"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                    "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                    "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word == months[i] || word == months[i].substr(0, 3) || (word == "SEPT" && i == 8))
      return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool weekday_word(std::string_view word) {
  constexpr std::array<std::string_view, 7> days{"MONDAY", "TUESDAY",  "WEDNESDAY", "THURSDAY",
                                                 "FRIDAY", "SATURDAY", "SUNDAY"};
  return std::any_of(days.begin(), days.end(),
                     [&](std::string_view day) { return word.size() >= 2 && day.starts_with(word); });
}

std::optional<Day> day_of_numbers(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day || *year < 1 || *month < 1 || *day < 1 || *month > 12 || *day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

struct TwoNumbers {
  int first = 0;
  int second = 0;
  int year = 0;
  bool dots = false;  // 20.10.2014: the day comes first wherever dots are used
};

std::optional<TwoNumbers> two_numbers(std::string_view text) {
  std::vector<std::string> parts = parts_of(text);
  if (!parts.empty() && weekday_word(parts.front())) parts.erase(parts.begin());
  if (parts.size() != 3 || parts[2].size() != 4 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  const std::optional<int> first = parse_number(parts[0]);
  const std::optional<int> second = parse_number(parts[1]);
  const std::optional<int> year = parse_number(parts[2]);
  if (!first || !second || !year) return std::nullopt;
  return TwoNumbers{*first, *second, *year, text.find('.') != std::string_view::npos};
}

/// `20 October 2014`, `Oct 20, 2014`, `Mon 20th Oct 2014`.
std::optional<Day> day_in_words(std::string_view text) {
  std::vector<std::string> parts = parts_of(text);
  if (!parts.empty() && weekday_word(parts.front())) parts.erase(parts.begin());
  std::erase_if(parts, [](const std::string& part) {
    return part == "ST" || part == "ND" || part == "RD" || part == "TH" || part == "OF";
  });
  if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
  const std::optional<int> year = parse_number(parts[2]);
  if (const std::optional<int> month = month_of(parts[1])) return day_of_numbers(year, month, parse_number(parts[0]));
  return day_of_numbers(year, month_of(parts[0]), parse_number(parts[1]));
}

}  // namespace

std::optional<Minutes> typed_clock(std::string_view given) {
  std::string text = upper_case(without_spaces(given));
  std::erase(text, ' ');
  std::optional<bool> afternoon;
  for (const std::string_view mark : {"AM", "PM", "A.M.", "P.M.", "UHR", "HRS", "H"}) {
    if (!text.ends_with(mark) || text.size() == mark.size()) continue;
    if (mark.front() == 'A' || mark.front() == 'P') afternoon = mark.front() == 'P';
    text.resize(text.size() - mark.size());
    break;
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '.' || c == 'H'; }, ':');
  std::string hour_text = text;
  std::string minute_text = "00";
  if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
    hour_text = text.substr(0, colon);
    minute_text = text.substr(colon + 1);
    if (minute_text.size() == 5 && minute_text[2] == ':' && parse_number(minute_text.substr(3))) minute_text.resize(2);
  } else if (text.size() == 3 || text.size() == 4) {
    hour_text = text.substr(0, text.size() - 2);
    minute_text = text.substr(text.size() - 2);
  }
  std::optional<int> hour = parse_number(hour_text);
  const std::optional<int> minute = parse_number(minute_text);
  if (!hour || !minute || minute_text.size() != 2 || hour_text.size() > 2) return std::nullopt;
  if (afternoon) {
    if (*hour < 1 || *hour > 12) return std::nullopt;
    hour = *hour % 12 + (*afternoon ? 12 : 0);
  }
  if (*minute > 59 || *hour > 24 || (*hour == 24 && *minute > 0)) return std::nullopt;
  return Minutes{*hour * 60 + *minute};
}

std::optional<TypedSpan> typed_span(std::string_view text) {
  for (const std::string_view between : {"\xE2\x80\x93", "\xE2\x80\x94", "-", " to ", " bis "}) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos) continue;
    const std::optional<Minutes> from = typed_clock(text.substr(0, at));
    const std::optional<Minutes> until = typed_clock(text.substr(at + between.size()));
    if (!from || !until) return std::nullopt;
    return TypedSpan{*from, *until < *from ? *until + one_day_long : *until};
  }
  return std::nullopt;
}

DayOrder order_of(std::string_view text) {
  const std::optional<TwoNumbers> numbers = two_numbers(text);
  if (!numbers) return DayOrder::unknown;
  if (numbers->dots || numbers->first > 12) return DayOrder::day_first;
  return numbers->second > 12 ? DayOrder::month_first : DayOrder::unknown;
}

bool needs_order(std::string_view text) {
  const std::optional<TwoNumbers> numbers = two_numbers(text);
  return numbers && !numbers->dots && numbers->first != numbers->second;
}

std::optional<Day> typed_day(std::string_view text, DayOrder order) {
  std::string iso(without_spaces(text));
  if (iso.size() == 10) std::replace(iso.begin(), iso.end(), '/', '-');
  if (const std::optional<Stamp> stamp = parse_stamp(iso); stamp && !stamp->clock) return stamp->day;
  if (const std::optional<TwoNumbers> numbers = two_numbers(text)) {
    const DayOrder own = order_of(text);
    if (own != DayOrder::unknown) order = own;
    if (order == DayOrder::unknown && numbers->first != numbers->second) return std::nullopt;
    return order == DayOrder::month_first ? day_of_numbers(numbers->year, numbers->first, numbers->second)
                                          : day_of_numbers(numbers->year, numbers->second, numbers->first);
  }
  return day_in_words(text);
}

}  // namespace plancover

#include "plancover/base/time.hpp"

#include <algorithm>
#include <cstdio>

namespace plancover {

std::vector<Window> joined(std::vector<Window> windows) {
  std::erase_if(windows, [](const Window& w) { return w.empty(); });
  std::sort(windows.begin(), windows.end());
  std::vector<Window> result;
  for (const Window& w : windows) {
    if (!result.empty() && w.from <= result.back().until) {
      result.back().until = std::max(result.back().until, w.until);
    } else {
      result.push_back(w);
    }
  }
  return result;
}

std::vector<Window> without(const std::vector<Window>& from, const std::vector<Window>& taken) {
  std::vector<Window> result;
  const std::vector<Window> holes = joined(taken);
  auto first = holes.begin();  // both lists are sorted: what ends before one window starts is no hole in later ones
  for (Window rest : joined(from)) {
    while (first != holes.end() && first->until <= rest.from) ++first;
    for (auto next = first; next != holes.end() && next->from < rest.until; ++next) {
      const Window& hole = *next;
      if (rest.from < hole.from) result.push_back({rest.from, hole.from});
      rest.from = std::min(hole.until, rest.until);
    }
    if (!rest.empty()) result.push_back(rest);
  }
  return result;
}

bool any_contains(const std::vector<Window>& windows, const Window& stretch) {
  // The last window that starts at or before the stretch is the only one that can hold it.
  auto after = std::upper_bound(windows.begin(), windows.end(), stretch.from,
                                [](Instant t, const Window& w) { return t < w.from; });
  return after != windows.begin() && contains(*(after - 1), stretch);
}

std::string to_string(Day day) {
  const std::chrono::year_month_day date{day};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

std::string clock_text(LocalTime time) {
  const auto minute = (time - std::chrono::floor<std::chrono::days>(time)).count();
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(minute / 60), static_cast<int>(minute % 60));
  return text;
}

std::string to_string(LocalTime time) {
  return to_string(std::chrono::floor<std::chrono::days>(time)) + " " + clock_text(time);
}

std::string to_string(Minutes length) {
  const auto hours = length.count() / 60;
  const auto minutes = length.count() % 60;
  if (hours == 0) return std::to_string(minutes) + "m";
  if (minutes == 0) return std::to_string(hours) + "h";
  return std::to_string(hours) + "h" + std::to_string(minutes) + "m";
}

}  // namespace plancover

#include "plancover/base/diagnostic.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

namespace plancover {

namespace {

// Further places of one problem that are shown, and distinct problems of one code.
constexpr std::size_t places_shown = 4;
constexpr int problems_of_a_code = 100;

auto order(const Diagnostic& d) {
  return std::tie(d.where, d.code, d.message);
}

// A few of the same are all worth their excerpt; not so where one thing is missing that
// several lines name, for it is mended in one place.
int repeats_shown(Code code) {
  return code >= Code::unknown_committee && code <= Code::unknown_slot ? 1 : 3;
}

std::vector<Diagnostic> merged(Diagnostics& sorted) {
  std::map<std::pair<Code, std::string>, int> total;
  for (const Diagnostic& each : sorted) total[{each.code, each.message}] += each.count;
  std::map<std::pair<Code, std::string>, std::pair<std::size_t, std::size_t>> first;  // to index and further places
  Diagnostics result;
  for (Diagnostic& each : sorted) {
    if (total[{each.code, each.message}] <= repeats_shown(each.code)) {
      result.push_back(std::move(each));
      continue;
    }
    const auto [known, fresh] = first.try_emplace({each.code, each.message}, result.size(), 0);
    if (fresh) {
      result.push_back(std::move(each));
      continue;
    }
    Diagnostic& head = result[known->second.first];
    head.count += each.count;
    if (each.where != head.where && each.where.known() && known->second.second < places_shown) {
      head.notes.push_back({"also here", each.where});
      ++known->second.second;
    }
  }
  return result;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return info(d.code).severity == Severity::error; });
}

void tidy(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
  Diagnostics all = merged(diagnostics);
  diagnostics.clear();
  std::map<Code, std::pair<int, std::size_t>> of_code;  // how many, and where the last kept one is
  std::map<Code, int> left_out;
  for (Diagnostic& each : all) {
    auto& [seen, last] = of_code[each.code];
    if (seen++ < problems_of_a_code) {
      last = diagnostics.size();
      diagnostics.push_back(std::move(each));
    } else {
      left_out[each.code] += each.count;
    }
  }
  for (const auto& [code, count] : left_out) {
    diagnostics[of_code[code].second].notes.push_back(
        {"and " + std::to_string(count) + " more of this kind, not shown", {}});
  }
}

namespace {

std::string folded(const std::string& word) {
  std::string lower = word;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_' || c == ' ') c = '-';
  }
  return lower;
}

// Damerau-Levenshtein distance (optimal string alignment: a swap of neighbours counts
// one and is not edited again), or anything above `limit` when it is above it.
int distance(const std::string& a, const std::string& b, int limit) {
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit) return limit + 1;
  std::vector<int> before(static_cast<std::size_t>(m) + 1);
  std::vector<int> above(before);
  std::vector<int> row(before);
  const auto at = [](std::vector<int>& v, int i) -> int& { return v[static_cast<std::size_t>(i)]; };
  const auto letter = [](const std::string& s, int i) { return s[static_cast<std::size_t>(i - 1)]; };
  for (int j = 0; j <= m; ++j) at(above, j) = j;
  for (int i = 1; i <= n; ++i) {
    at(row, 0) = i;
    int least = i;
    for (int j = 1; j <= m; ++j) {
      const int change = letter(a, i) == letter(b, j) ? 0 : 1;
      int best = std::min({at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + change});
      if (i > 1 && j > 1 && letter(a, i) == letter(b, j - 1) && letter(a, i - 1) == letter(b, j)) {
        best = std::min(best, at(before, j - 2) + 1);
      }
      at(row, j) = best;
      least = std::min(least, best);
    }
    if (least > limit) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return at(above, m);
}

std::string without_digits(const std::string& word) {
  std::string rest;
  for (const char c : word) {
    if (c < '0' || c > '9') rest += c;
  }
  return rest;
}

/// A key that was hit twice, or once instead of twice, is a slip in numbers too.
std::string squeezed(const std::string& word) {
  std::string rest;
  for (const char c : word) {
    if (rest.empty() || rest.back() != c) rest += c;
  }
  return rest;
}

/// Ids are numbered: of two that differ in the number alone neither is a slip for the other.
bool only_numbers_differ(const std::string& a, const std::string& b) {
  const std::string rest = without_digits(a);
  const bool numbered = !rest.empty() && rest.size() < a.size() && rest.size() < b.size();
  return numbered && rest == without_digits(b) && squeezed(a) != squeezed(b);
}

}  // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  // No slip of a hand makes a word this long; a hostile file shall not cost time either.
  constexpr std::size_t longest = 80;
  if (word.empty() || word.size() > longest) return {};
  const std::string wanted = folded(word);
  int limit = word.size() <= 2 ? 1 : std::max(1, std::min(3, static_cast<int>(word.size()) / 3));
  std::string best;
  bool found = false;
  for (const std::string& each : known) {
    if (each.empty() || each.size() > longest) continue;
    const int d = distance(wanted, folded(each), limit);
    // A word of which every letter would change is no slip.
    if (d > limit || d >= static_cast<int>(std::max(word.size(), each.size()))) continue;
    if (d > 0 && only_numbers_differ(wanted, folded(each))) continue;
    if (!found || d < limit || (d == limit && each < best)) {
      if (found && d == limit && !(each < best)) continue;
      best = each;
      limit = d;
      found = true;
    }
  }
  return best;
}

}  // namespace plancover

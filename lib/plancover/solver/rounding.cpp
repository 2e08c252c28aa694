#include "plancover/solver/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plancover {

namespace {

constexpr std::int64_t most_denominator = 500;
// The denominator where no smaller one is exact. What it is off counts as often as the values of a row say.
constexpr std::int64_t fine = 1'000'000'000;
constexpr std::int64_t most_value = 2000;  // of a cut: prices of its row stay fine enough, and cuts of cuts small

template <class Number>
Number floor_of(Number value, Number by) {
  const Number quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

/// Where none is exact, multipliers are a little off, and so is the cut: it is true of any.
std::int64_t denominator_of(const std::vector<std::pair<std::size_t, double>>& multipliers) {
  for (std::int64_t d = 1; d <= most_denominator; ++d) {
    const bool fits = std::all_of(multipliers.begin(), multipliers.end(), [&](const auto& each) {
      const double whole = each.second * static_cast<double>(d);
      return std::abs(whole - std::round(whole)) < 1e-6 * static_cast<double>(d);
    });
    if (fits) return d;
  }
  return fine;
}

/// A sum over variables, each as what it is above its lower bound or below its upper one.
struct Counted {
  const Compact& compact;
  const std::vector<bool>& from_upper;
  std::vector<Wide> value;
  Wide right = 0;

  void add(const CompactRow& row, Wide times) {
    for (const Term& term : row.terms) {
      const auto j = static_cast<std::size_t>(term.variable);
      const Wide here = times * term.value;
      value[j] += from_upper[j] ? -here : here;
      right -= here * (from_upper[j] ? compact.upper[j] : compact.lower[j]);
    }
    right += times * row.right;
  }
};

}  // namespace

std::optional<CompactRow> rounded(const Compact& compact,
                                  const std::vector<std::pair<std::size_t, double>>& multipliers,
                                  const std::vector<bool>& from_upper) {
  const Wide d = denominator_of(multipliers);
  if (d < 2) return std::nullopt;  // a sum of whole rows has nothing to round
  Counted sum{compact, from_upper, std::vector<Wide>(compact.lower.size(), 0), 0};
  std::vector<std::pair<const CompactRow*, Wide>> slacks;
  for (const auto& [index, multiplier] : multipliers) {
    const CompactRow& row = compact.rows[index];
    if (std::abs(multiplier) > 1e6) return std::nullopt;
    const Wide times = std::llround(multiplier * static_cast<double>(d));
    if (times == 0) continue;
    sum.add(row, times);
    if (!row.equal) slacks.emplace_back(&row, times);
  }
  const Wide over = sum.right - floor_of(sum.right, d) * d;
  if (over == 0) return std::nullopt;
  const auto value = [&](Wide of) {
    const Wide whole = floor_of(of, d);
    return whole * (d - over) + std::max<Wide>(0, of - whole * d - over);
  };
  for (Wide& each : sum.value) each = value(each);
  sum.right = floor_of(sum.right, d) * (d - over);
  for (const auto& [row, times] : slacks) {
    if (const Wide by = value(times); by != 0) sum.add(*row, -by);
  }
  Wide largest = 1;
  for (const Wide each : sum.value) largest = std::max(largest, each < 0 ? -each : each);
  // Large values are made small once more: less of what is not negative is less.
  const Wide by = largest > most_value ? largest : most_value;
  CompactRow cut;
  std::int64_t divisor = 0;
  Wide right = floor_of(sum.right * most_value, by);
  for (std::size_t j = 0; j < sum.value.size(); ++j) {
    const Wide scaled = floor_of(sum.value[j] * most_value, by);
    if (scaled == 0) continue;
    const Wide here = from_upper[j] ? -scaled : scaled;
    right += here * (from_upper[j] ? compact.upper[j] : compact.lower[j]);
    divisor = std::gcd(divisor, static_cast<std::int64_t>(here));
    cut.terms.push_back({static_cast<int>(j), static_cast<std::int64_t>(here)});
  }
  if (cut.terms.empty()) return std::nullopt;
  for (Term& term : cut.terms) term.value /= divisor;
  cut.right = static_cast<std::int64_t>(floor_of<Wide>(right, divisor));
  return cut;
}

}  // namespace plancover

#include "plancover/solver/cut_choice.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plancover {

namespace {

constexpr double standing = 1e-6;
// Measured on conferences of 600 sessions by 40 people.
constexpr double near_the_best = 0.05;
constexpr double most_parallel = 0.1;  // cosine of the angle
constexpr std::size_t most_chosen = 40;

/// The sum of products; terms of both are ascending by variable.
double product(const CompactRow& a, const CompactRow& b) {
  double sum = 0;
  for (auto one = a.terms.begin(), other = b.terms.begin(); one != a.terms.end() && other != b.terms.end();) {
    if (one->variable == other->variable) {
      sum += static_cast<double>(one->value) * static_cast<double>(other->value);
      ++one;
      ++other;
    } else if (one->variable < other->variable) {
      ++one;
    } else {
      ++other;
    }
  }
  return sum;
}

}  // namespace

double rating(const Compact& compact, const CompactRow& cut, const double* values) {
  double broken_by = -static_cast<double>(cut.right);
  double length = 0;
  int active = 0;
  for (const Term& term : cut.terms) {
    const auto j = static_cast<std::size_t>(term.variable);
    const auto value = static_cast<double>(term.value);
    broken_by += value * values[j];
    const bool is_active = value > 0 ? values[j] > static_cast<double>(compact.lower[j]) + standing
                                     : values[j] < static_cast<double>(compact.upper[j]) - standing;
    if (!is_active) continue;
    length += value * value;
    ++active;
  }
  return active == 0 ? 0.0 : broken_by / (std::sqrt(length) * active);
}

std::vector<CompactRow> chosen_cuts(std::vector<RatedCut> found, double best) {
  std::stable_sort(found.begin(), found.end(),
                   [](const RatedCut& a, const RatedCut& b) { return a.rating > b.rating; });
  std::vector<CompactRow> chosen;
  std::vector<double> lengths;
  for (RatedCut& each : found) {
    if (chosen.size() == most_chosen || (!chosen.empty() && each.rating < near_the_best * best)) break;
    const double length = std::sqrt(product(each.row, each.row));
    bool says_more = true;
    for (std::size_t k = 0; k < chosen.size() && says_more; ++k)
      says_more = product(each.row, chosen[k]) <= most_parallel * length * lengths[k];
    if (!says_more) continue;
    chosen.push_back(std::move(each.row));
    lengths.push_back(length);
  }
  return chosen;
}

}  // namespace plancover

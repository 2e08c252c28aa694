#include "bench/compact_mip/rows.hpp"

#include <map>

namespace plancover::bench {
namespace {

/// Each column once: CBC refuses a row that names one twice.
Terms merged(const Terms& terms) {
  Terms once;
  std::map<std::string, std::size_t> place;
  for (const Term& term : terms) {
    const auto [found, fresh] = place.try_emplace(term.column, once.size());
    if (fresh)
      once.push_back(term);
    else
      once[found->second].factor += term.factor;
  }
  return once;
}

// CBC reads lines up to a length, so that a line holds few terms.
std::string expression(const Terms& terms) {
  std::string text;
  int on_line = 0;
  for (const Term& term : merged(terms)) {
    if (term.factor == 0) continue;
    text += (term.factor < 0 ? " - " : " + ") + std::to_string(term.factor < 0 ? -term.factor : term.factor) + " " +
            term.column;
    if (++on_line % 8 == 0) text += "\n ";
  }
  return text;
}

bool empty(const Terms& terms) {
  for (const Term& term : terms)
    if (term.factor != 0) return false;
  return true;
}

}  // namespace

std::string lp_text(const Mip& mip, std::size_t level, const std::vector<std::int64_t>& reached) {
  std::string text = "Minimize\n obj:" + expression(mip.levels[level]);
  if (empty(mip.levels[level])) text += " 0 one";
  text += "\nSubject To\n pin: one = 1\n";
  std::size_t number = 0;
  const auto add = [&](const Terms& terms, const std::string& relation, std::int64_t right) {
    if (empty(terms)) return;
    text += " r" + std::to_string(++number) + ":" + expression(terms) + " " + relation + " " + std::to_string(right);
    text += "\n";
  };
  for (const Row& row : mip.rows) add(row.terms, row.relation, row.right);
  for (std::size_t l = 0; l < level; ++l) add(mip.levels[l], "<=", reached[l]);
  text += "Bounds\n 0 <= one <= 1\n";
  for (const Bounded& each : mip.continuous)
    text += " 0 <= " + each.column + (each.most < 0 ? "" : " <= " + std::to_string(each.most)) + "\n";
  text += "Binaries\n";
  for (const std::string& name : mip.binaries) text += " " + name + "\n";
  return text + "End\n";
}

}  // namespace plancover::bench

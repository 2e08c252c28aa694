// What is wrong with an input, as a value: a stable code, a place, a sentence, and the
// way out. The library collects diagnostics and returns them; it never prints.
#pragma once

#include <string>
#include <vector>

#include "plancover/base/code.hpp"
#include "plancover/base/location.hpp"

namespace plancover {

/// A second fact that belongs to a diagnostic; `where` may be unknown.
struct Note {
  std::string text;
  Location where{};
};

struct Diagnostic {
  Code code{};
  Location where{};
  std::string message;      ///< short, lower case, no full stop
  std::vector<Note> notes;  ///< "= note: …", each with its place where it has one
  std::string help;         ///< "= help: …"; empty for none
  int count = 1;            ///< how many times the same problem was found
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);
/// By file and place, then code; the same code and message more than three times becomes
/// one with a count and a few places, and of one code at most a hundred messages stay.
void tidy(Diagnostics& diagnostics);
/// The word of `known` nearest to `word`, or empty if none is near enough to be a slip.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& known);

}  // namespace plancover

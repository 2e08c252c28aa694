// What every reader of a part needs: where problems go, hints for near misses within a
// bounded effort, and the zone in which times are read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/zone.hpp"

namespace plancover {

class Context {
 public:
  void say(Code code, Location where, std::string message, std::string help = {}, std::vector<Note> notes = {});
  /// "did you mean 'x'", or empty; `kind` names the list of known words, which must not change between calls.
  std::string hint(std::string_view kind, const std::string& word, const std::vector<std::string>& known);

  /// Was this hint asked for before? Then the list of known words need not be made again.
  [[nodiscard]] bool knows_hint(std::string_view kind, const std::string& word) const;

  /// How many problems were found so far: more afterwards means the part just read is in doubt.
  [[nodiscard]] std::size_t said() const { return diagnostics.size() + unsaid; }

  Diagnostics diagnostics;
  std::size_t unsaid = 0;   ///< problems that may vanish once the file that cannot be read can be
  bool incomplete = false;  ///< a file could not be read: what is unknown may stand there
  Zone zone;                ///< the conference's
  std::string dates_text;   ///< for the note of a window that makes no sense
  Location dates_where{};

 private:
  std::map<std::string, std::string, std::less<>> hints_;
  std::size_t effort_ = 0;
};

/// The help for an id that is no slip of a known one: the section that wants it.
[[nodiscard]] std::string where_to_add(Code unknown);

/// The text in single quotes, cut where it is long.
[[nodiscard]] std::string quote(std::string_view text);

}  // namespace plancover

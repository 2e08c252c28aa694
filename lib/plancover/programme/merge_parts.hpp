// One planning file while a programme is merged into it, and the check that only what was
// meant to change has changed.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "plancover/input/document.hpp"
#include "plancover/programme/text_edit.hpp"
#include "plancover/programme/timetable.hpp"

namespace plancover {

struct MergeFile {
  std::optional<YamlNode> document;
  std::unique_ptr<YamlEdits> edits;
  bool imported = false;  ///< bears the importer's mark
  std::size_t matches = 0;
  std::map<std::string, std::string> expected;  ///< paths of `flat` and what they shall hold; "\n" for no such path
};

/// Every scalar of a tree by its path: "sessions/3/room" to "A".
[[nodiscard]] std::map<std::string, std::string> flat(const YamlNode& document);

/// Does the new text read as the old one with what was expected, and lists only longer?
[[nodiscard]] bool only_expected_changed(const MergeFile& file, const std::string& text);

/// The line before which something is added at the end of a top-level block list; 0 where
/// the file has no such list in that style. `indent` is what its dashes stand behind.
[[nodiscard]] std::size_t end_of_section(const MergeFile& file, std::string_view key, std::string& indent);

}  // namespace plancover

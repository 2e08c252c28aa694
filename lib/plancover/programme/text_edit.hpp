// Changes to a YAML text by place: a value replaced where it stands, a key added beside
// another. Everything else keeps its bytes, comments and line ends too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/input/document.hpp"

namespace plancover {

class YamlEdits {
 public:
  /// The text must outlive the object.
  explicit YamlEdits(std::string_view text);

  /// False where the value is not on one line or has an anchor.
  bool replace_value(const YamlNode& value, const std::string& written);
  /// The key and its value become another pair, such as `slot: morning` a `time: …`.
  bool replace_pair(const YamlNode& value, const std::string& pair);
  /// Adds `key: value` to a map, behind `neighbour`, one of its values.
  bool add_pair(const YamlNode& map, const YamlNode& neighbour, const std::string& pair);
  /// Adds whole lines before this line, counted from 1.
  void add_lines(std::size_t number, const std::string& lines);

  [[nodiscard]] bool empty() const { return edits_.empty(); }
  /// The text with all of them.
  [[nodiscard]] std::string apply() const;

  /// The byte that stands there.
  [[nodiscard]] char at(const Location& where) const;
  /// How many lines the text has, and one of them without its break; from 1.
  [[nodiscard]] std::size_t lines() const { return line_starts_.size(); }
  [[nodiscard]] std::string_view line(std::size_t number) const;

 private:
  struct Edit {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
  };

  [[nodiscard]] std::size_t offset_of(const Location& where) const;
  [[nodiscard]] std::optional<std::size_t> end_of_scalar(const YamlNode& value) const;

  std::string_view text_;
  std::string line_break_;
  std::vector<std::size_t> line_starts_;
  std::vector<Edit> edits_;
};

}  // namespace plancover

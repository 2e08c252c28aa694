// Small changes of one YAML text, told by the nodes that were read from it: a key put into a
// map, items of a list changed, dropped or added. Makes splices; not for use elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/base/splice.hpp"
#include "plancover/input/document.hpp"

namespace plancover {

class TextEditor {
 public:
  /// The text must outlive the object.
  TextEditor(std::string_view text, std::uint32_t file) : text_(text), file_(file) {}

  /// `key: value` right behind the entry of `beside`, which is a plain key of the map.
  void add_key(const YamlNode& map, const YamlNode& beside, const std::string& key, const std::string& value);
  /// The text of a scalar.
  void replace(const YamlNode& scalar, const std::string& text);
  /// For each item its new text, or nothing to drop it, or the text it has; then what is added behind them.
  void rewrite(const YamlNode& list, const std::vector<std::optional<std::string>>& items,
               const std::vector<std::string>& added);
  /// As it stands in the text.
  [[nodiscard]] std::string raw(const YamlNode& node) const;

  [[nodiscard]] std::vector<Splice> take() { return std::move(splices_); }

 private:
  void splice(std::size_t offset, std::size_t length, std::string text);
  void rewrite_flow(const YamlNode& list, const std::vector<std::optional<std::string>>& items,
                    const std::vector<std::string>& added, std::size_t begin, std::size_t end);
  void rewrite_block(const YamlNode& list, const std::vector<std::optional<std::string>>& items,
                     const std::vector<std::string>& added);
  [[nodiscard]] std::size_t offset_of(Location where) const;
  [[nodiscard]] std::size_t end_of(const YamlNode& node) const;
  [[nodiscard]] std::size_t flow_end(std::size_t offset) const;
  [[nodiscard]] std::size_t line_begin(std::size_t offset) const;
  [[nodiscard]] std::size_t next_line(std::size_t offset) const;
  void insert_line(std::size_t after, std::size_t indent, const std::string& text);

  std::string_view text_;
  std::uint32_t file_;
  std::vector<Splice> splices_;
};

}  // namespace plancover

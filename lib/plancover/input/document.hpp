// A YAML text as a plain tree in which everything knows its place. The only door to the
// YAML library. Refuses what the planning format has no use for or what hides mistakes:
// duplicate keys, merge keys, several documents, tags, bytes that are no text, nesting
// and aliases without bound.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"

namespace plancover {

// Not just Node: the solver has nodes of its own, and two types of one name are one to the linker.
struct YamlNode {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;  ///< of a scalar: in quotes, or a block scalar
  std::string text;     ///< of a scalar
  Location where{};     ///< of an alias: the alias's own place; of an empty value: its key's
  std::string key;      ///< where this node is the value of a map's entry
  Location key_where{};
  std::vector<YamlNode> items;  ///< of a list its items, of a map its values, in the order of the text

  /// The value of a map's entry, or null.
  [[nodiscard]] const YamlNode* find(std::string_view wanted) const;
};

/// What no honest planning file reaches, so that no file can exhaust the machine.
struct DocumentBounds {
  std::size_t bytes = std::size_t{16} << 20;
  std::size_t values = 3'000'000;
  std::size_t expanded = 200'000;  ///< values that come from aliases
  std::size_t depth = 64;
};

/// The tree of one text, or nothing where the text cannot be read at all; an empty text
/// is a null. Problems are added to `diagnostics`; a tree may come with some.
[[nodiscard]] std::optional<YamlNode> read_document(const Source& source, std::uint32_t file, Diagnostics& diagnostics,
                                                    const DocumentBounds& bounds = {});

/// Does the map at the top of the text have this key? Reads only as far as it must; false for what is no YAML.
[[nodiscard]] bool has_top_level_key(const Source& source, std::string_view key);

}  // namespace plancover

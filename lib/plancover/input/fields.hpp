// The keys of one map, read by name. Says what is unknown, missing or of the wrong kind,
// so that the readers of parts only say what is wrong with a value.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/input/context.hpp"
#include "plancover/input/document.hpp"

namespace plancover {

/// "a session", "the conference": says unknown keys with a hint. False where the node is no map.
bool check_keys(Context& context, const YamlNode& node, std::string_view what, std::span<const std::string_view> known);
/// The value of a key, or null; with `required` a missing one is said at the map's place.
const YamlNode* required(Context& context, const YamlNode& map, std::string_view key, std::string_view what);

/// A scalar that is not empty; says otherwise. `what` as in "a list of badges".
bool is_scalar(Context& context, const YamlNode& node, std::string_view what);
/// A list; says otherwise.
bool is_list(Context& context, const YamlNode& node, std::string_view what);
bool is_map(Context& context, const YamlNode& node, std::string_view what);
/// Where to point for a value: itself, or its key where it is empty.
[[nodiscard]] Location place(const YamlNode& node);

/// The texts of a list of words, each with its place; a word twice counts once.
std::vector<Sourced<std::string>> read_words(Context& context, const YamlNode& node, std::string_view what);
[[nodiscard]] std::vector<std::string> plain(const std::vector<Sourced<std::string>>& words);

}  // namespace plancover

// Ids: given once, and found again where something refers to them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plancover/input/context.hpp"
#include "plancover/input/document.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

template <class I>
using Ids = std::map<std::string, I, std::less<>>;

template <class I>
std::vector<std::string> words_of(const Ids<I>& ids) {
  std::vector<std::string> words;
  words.reserve(ids.size());
  for (const auto& [id, index] : ids) words.push_back(id);
  return words;
}

/// The id of an entity and its place. A badly spelled one is said and yet returned, so
/// that what refers to it is not said as well; nothing only where there is none.
inline std::optional<Sourced<std::string>> read_own_id(Context& context, const YamlNode& entity,
                                                       std::string_view what) {
  const YamlNode* node = required(context, entity, "id", what);
  if (node == nullptr || !is_scalar(context, *node, "an id")) return std::nullopt;
  check_id(context, node->text, node->where);
  return Sourced<std::string>{node->text, node->where};
}

inline void say_double(Context& context, std::string_view kind, const Sourced<std::string>& id, Location first) {
  context.say(Code::duplicate_id, id.where, std::string(kind) + " " + quote(id.value) + " is given twice",
              "give each its own id", {{"first given here", first}});
}

/// What a scalar refers to; says what names nothing, unless a file that may hold it could not be read.
template <class I>
std::optional<I> resolve_id(Context& context, const YamlNode& node, const Ids<I>& ids, Code unknown,
                            std::string_view kind) {
  std::string what = "the id of ";
  what.append(kind);
  if (!is_scalar(context, node, what)) return std::nullopt;
  const auto found = ids.find(node.text);
  if (found != ids.end()) return found->second;
  if (!context.incomplete) {
    std::string message = "no ";
    message.append(kind).append(" is called ").append(quote(node.text));
    std::string help =
        context.hint(kind, node.text, context.knows_hint(kind, node.text) ? std::vector<std::string>{} : words_of(ids));
    if (help.empty()) help = where_to_add(unknown);
    context.say(unknown, node.where, std::move(message), std::move(help));
  } else {
    ++context.unsaid;
  }
  return std::nullopt;
}

}  // namespace plancover

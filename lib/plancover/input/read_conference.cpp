#include "plancover/input/read_conference.hpp"

#include <array>
#include <deque>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

constexpr std::array<std::string_view, 12> top_keys{"plancover", "conference", "slots",    "roles",
                                                    "topics",    "committees", "sessions", "delegations",
                                                    "attendees", "pinned",     "barred",   "weights"};
constexpr int known_format = 1;

/// False where the file is of a format that this program does not know.
bool read_format(Context& context, const YamlNode& root) {
  const YamlNode* node = root.find("plancover");
  if (node == nullptr || !is_scalar(context, *node, "the number of the format")) return true;
  const std::optional<int> version = parse_number(node->text);
  if (version && *version == known_format) return true;
  if (version && *version > known_format) {
    context.say(Code::newer_format, node->where,
                "this file is of format " + std::to_string(*version) + "; this program reads format " +
                    std::to_string(known_format),
                "use a newer plancover");
    return false;
  }
  context.say(Code::bad_number, node->where, "the format is the number 1, not " + quote(node->text));
  return true;
}

void once(Context& context, const YamlNode& node, const YamlNode*& section) {
  if (section == nullptr) {
    section = &node;
    return;
  }
  context.say(Code::section_twice, node.key_where, quote(node.key) + " stands in two files", "keep it in one file",
              {{"first given here", section->key_where}});
}

// A section without anything under it is one that nobody has filled yet.
void items_of(Context& context, const YamlNode& node, YamlNode::Kind kind, std::vector<const YamlNode*>& section) {
  if (node.kind == YamlNode::Kind::null) return;
  const bool fits = kind == YamlNode::Kind::list ? is_list(context, node, "a list") : is_map(context, node, "a map");
  if (!fits) {
    context.incomplete = true;
    return;
  }
  for (const YamlNode& item : node.items) section.push_back(&item);
}

void collect(Context& context, const YamlNode& root, Sections& sections) {
  const std::array<std::pair<std::string_view, std::vector<const YamlNode*>*>, 7> lists{{
      {"topics", &sections.topics},
      {"committees", &sections.committees},
      {"sessions", &sections.sessions},
      {"delegations", &sections.delegations},
      {"attendees", &sections.attendees},
      {"pinned", &sections.pinned},
      {"barred", &sections.barred},
  }};
  for (const YamlNode& part : root.items) {
    if (part.key == "conference") once(context, part, sections.conference);
    if (part.key == "weights") once(context, part, sections.weights);
    if (part.key == "slots") items_of(context, part, YamlNode::Kind::map, sections.slots);
    if (part.key == "roles") items_of(context, part, YamlNode::Kind::map, sections.roles);
    for (const auto& [key, section] : lists) {
      if (part.key == key) items_of(context, part, YamlNode::Kind::list, *section);
    }
  }
}

std::deque<YamlNode> read_documents(const Sources& sources, Context& context, Sections& sections) {
  std::deque<YamlNode> documents;
  for (std::size_t file = 0; file < sources.size(); ++file) {
    std::optional<YamlNode> root = read_document(sources[file], static_cast<std::uint32_t>(file), context.diagnostics);
    if (root && root->kind == YamlNode::Kind::null) continue;
    if (!root || !check_keys(context, *root, "the top of a file", top_keys) || !read_format(context, *root)) {
      context.incomplete = true;
      continue;
    }
    documents.push_back(std::move(*root));
    collect(context, documents.back(), sections);
  }
  return documents;
}

}  // namespace

ConferenceRead read_conference(const Sources& sources) {
  Draft draft;
  Context& context = draft.context;
  const std::deque<YamlNode> documents = read_documents(sources, context, draft.sections);
  read_conference_header(draft);
  read_slots(draft);
  read_roles(draft);
  read_topics(draft);
  read_conference_seats(draft);
  read_committees(draft);
  read_sessions(draft);
  read_delegations(draft);
  read_attendees(draft);
  read_pins(draft);
  read_bars(draft);
  read_weights(draft);
  draft.doubts.whole = draft.doubts.whole || context.incomplete;

  ConferenceRead result;
  result.diagnostics = std::move(context.diagnostics);
  for (Diagnostic& each : check(draft.conference, draft.doubts)) result.diagnostics.push_back(std::move(each));
  tidy(result.diagnostics);
  if (!has_errors(result.diagnostics)) result.conference = std::move(draft.conference);
  return result;
}

bool is_plan(const Source& source) {
  return has_top_level_key(source, "plan");
}

}  // namespace plancover

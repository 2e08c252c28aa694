#include "plancover/input/events.hpp"

#include <algorithm>
#include <numeric>

#include "plancover/input/extent.hpp"

namespace plancover {

namespace {

std::size_t offset_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

std::size_t size_of(const YamlNode& node) {
  std::size_t size = 1;
  for (const YamlNode& item : node.items) size += size_of(item);  // no deeper than DocumentBounds::depth
  return size;
}

// The library takes these words for "no value"; in a planning file every scalar is text.
std::string_view null_word(std::string_view text, std::size_t offset) {
  for (const std::string_view word : {"null", "Null", "NULL"}) {
    if (text.substr(std::min(offset, text.size())).starts_with(word)) return word;
  }
  return {};
}

}  // namespace

void TreeBuilder::say(Code code, Location where, std::string message, std::string help, std::vector<Note> notes) {
  diagnostics_.push_back({code, where, std::move(message), std::move(notes), std::move(help), 1});
}

void TreeBuilder::count(std::size_t nodes) {
  values_ += nodes;
  if (values_ <= bounds_.values) return;
  say(Code::text_too_big, {places_.at(0).file, 0, 0, 1},
      "the file holds more than " + std::to_string(bounds_.values) + " values");
  throw StopReading{};
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (started_) {
    if (text_.substr(std::min(offset_of(mark), text_.size())).starts_with("---")) {
      say(Code::several_documents, places_.at(offset_of(mark), 3), "a second document begins here",
          "keep one document per file: drop the '---' or make two files");
    } else {
      say(Code::not_yaml, places_.at(offset_of(mark)), "this does not belong to what stands above",
          "begin every line at the top with a key");
    }
    throw StopReading{};
  }
  started_ = true;
}

std::size_t TreeBuilder::skip_properties(std::size_t offset) const {
  // Anchor and tag come before the value, and the library marks them as its beginning.
  std::size_t i = offset;
  while (i < text_.size() && (text_[i] == '&' || text_[i] == '!')) {
    const std::size_t end = text_.find_first_of(" \t\r\n", i);
    const std::size_t next = end == std::string_view::npos ? end : text_.find_first_not_of(" \t", end);
    if (next == std::string_view::npos || text_[next] == '\n' || text_[next] == '\r' || text_[next] == '#') return i;
    i = next;
  }
  return i;
}

void TreeBuilder::check_tag(const std::string& tag, YamlNode::Kind kind, Location where) {
  constexpr std::string_view yaml = "tag:yaml.org,2002:";
  if (tag.empty() || tag == "?" || tag == "!") return;
  if (kind == YamlNode::Kind::scalar && tag == std::string(yaml) + "str") return;
  if (kind == YamlNode::Kind::list && tag == std::string(yaml) + "seq") return;
  if (kind == YamlNode::Kind::map && tag == std::string(yaml) + "map") return;
  say(Code::tag_refused, where, "tags such as '!!int' have no use here", "drop the tag: every value is plain text");
}

Location TreeBuilder::empty_place(const YAML::Mark& mark) const {
  if (!open_.empty() && open_.back().key) return open_.back().key->where;
  // In a list the library names the next thing; the dash stands before it.
  const std::size_t offset = std::min(offset_of(mark), text_.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : text_.find_last_not_of(" \t\r\n", offset - 1);
  const bool dash = before != std::string_view::npos && (text_[before] == '-' || text_[before] == ',');
  return places_.at(dash ? before : offset);
}

void TreeBuilder::settle_word(std::size_t offset) {
  // Where the next thing stands at the same place, the "word" was that thing's beginning.
  if (open_.empty() || !open_.back().word) return;
  Open& top = open_.back();
  if (*top.word == offset && !top.node.items.empty()) {
    YamlNode& last = top.node.items.back();
    last.kind = YamlNode::Kind::null;
    last.text.clear();
    if (last.key_where.known()) last.where = last.key_where;
  }
  top.word.reset();
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t offset = skip_properties(offset_of(mark));
  settle_word(offset);
  YamlNode node;
  const std::string_view word = null_word(text_, offset);
  const bool as_value = !open_.empty() && (open_.back().node.kind == YamlNode::Kind::list || open_.back().key);
  if (!word.empty()) {
    node.kind = YamlNode::Kind::scalar;
    node.text = word;
    node.where = places_.at(offset, word.size());
  } else if (offset < text_.size() && text_[offset] == '~') {
    node.where = places_.at(offset);
  } else {
    node.where = empty_place(mark);
  }
  add(std::move(node), anchor);
  if (!word.empty() && as_value) open_.back().word = offset;
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t offset = offset_of(mark);
  settle_word(offset);
  const std::size_t end = text_.find_first_of(" \t\r\n,]}", offset);
  const Location where = places_.at(offset, (end == std::string_view::npos ? text_.size() : end) - offset);
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) {
    say(Code::unknown_anchor, where, "an alias cannot stand for the value it is part of");
    throw StopReading{};
  }
  expanded_ += sizes_[anchor];
  if (expanded_ > bounds_.expanded) {
    say(Code::too_many_aliases, where,
        "aliases grow the file by more than " + std::to_string(bounds_.expanded) + " values",
        "write the values out, or use fewer aliases of aliases");
    throw StopReading{};
  }
  YamlNode copy = found->second;
  copy.where = where;
  copy.key.clear();
  copy.key_where = {};
  count(sizes_[anchor] - 1);
  add(std::move(copy), 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const std::size_t offset = skip_properties(offset_of(mark));
  settle_word(offset_of(mark));
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  const char first = offset < text_.size() ? text_[offset] : ' ';
  node.quoted = first == '"' || first == '\'' || first == '|' || first == '>';
  node.text = value;
  node.where = places_.at(offset, extent(text_, offset, node.quoted ? std::string_view{} : value));
  check_tag(tag, node.kind, node.where);
  // The library takes the end of the text for the end of the quote.
  if (node.quoted && (first == '"' || first == '\'') && !quote_closes(text_, offset)) {
    say(Code::not_yaml, places_.at(offset), "a quote is not closed", "close the quote, or drop it");
    throw StopReading{};
  }
  add(std::move(node), anchor);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
  open(YamlNode::Kind::list, mark, tag, anchor);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  open(YamlNode::Kind::map, mark, tag, anchor);
}

void TreeBuilder::open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  const std::size_t offset = skip_properties(offset_of(mark));
  settle_word(offset_of(mark));
  Open fresh;
  fresh.node.kind = kind;
  fresh.node.where = places_.at(offset, extent(text_, offset, {}));
  fresh.anchor = anchor;
  check_tag(tag, kind, fresh.node.where);
  if (open_.size() >= bounds_.depth) {
    say(Code::too_deep, fresh.node.where,
        "lists and maps are nested more than " + std::to_string(bounds_.depth) + " deep");
    throw StopReading{};
  }
  open_.push_back(std::move(fresh));
}

void TreeBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  if (done.node.kind == YamlNode::Kind::map) drop_double_keys(done.node);
  add(std::move(done.node), done.anchor);
}

void TreeBuilder::add(YamlNode node, YAML::anchor_t anchor) {
  count(1);
  if (anchor != 0) {
    sizes_[anchor] = size_of(node);
    anchors_[anchor] = node;
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& top = open_.back();
  if (top.node.kind == YamlNode::Kind::list) {
    top.node.items.push_back(std::move(node));
  } else if (!top.key) {
    if (node.kind != YamlNode::Kind::scalar) {
      say(Code::wrong_kind, node.where,
          node.kind == YamlNode::Kind::null ? "a key is missing before ':'" : "a key must be a word");
      node.text.clear();
      node.kind = YamlNode::Kind::null;
    }
    top.key = std::move(node);
  } else {
    const YamlNode key = std::move(*top.key);
    top.key.reset();
    if (key.kind == YamlNode::Kind::null) return;  // said above
    if (key.text == "<<" && !key.quoted) {
      say(Code::merge_key, key.where, "merge keys ('<<') are not part of the format",
          "write the keys out, or give the whole value an alias");
      return;
    }
    node.key = key.text;
    node.key_where = key.where;
    top.node.items.push_back(std::move(node));
  }
}

void TreeBuilder::drop_double_keys(YamlNode& map) {
  std::vector<std::size_t> order(map.items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int difference = map.items[a].key.compare(map.items[b].key);
    return difference < 0 || (difference == 0 && a < b);
  });
  std::vector<bool> drop(map.items.size(), false);
  std::size_t first = 0;  // in `order`, of the run of equal keys
  for (std::size_t i = 1; i < order.size(); ++i) {
    const YamlNode& here = map.items[order[i]];
    const YamlNode& there = map.items[order[first]];
    if (here.key != there.key) {
      first = i;
      continue;
    }
    say(Code::duplicate_key, here.key_where, "key '" + here.key + "' stands twice in one map", "keep one of the two",
        {{"first given here", there.key_where}});
    drop[order[i]] = true;
  }
  std::size_t position = 0;
  std::erase_if(map.items, [&](const YamlNode&) { return drop[position++]; });
}

}  // namespace plancover

#include "plancover/input/document.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "plancover/input/events.hpp"
#include "plancover/input/utf8.hpp"
#include "plancover/input/yaml_words.hpp"

namespace plancover {

namespace {

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

// As the library sees it: it takes a lone carriage return for an ordinary character.
bool fit(std::string_view text, std::uint32_t file, const DocumentBounds& bounds, Diagnostics& diagnostics) {
  if (text.size() > bounds.bytes) {
    diagnostics.push_back({Code::text_too_big,
                           {file, 0, 0, 1},
                           "the file is larger than " + std::to_string(bounds.bytes >> 20) + " MiB",
                           {},
                           "split it: a planning folder may have any number of files",
                           1});
    return false;
  }
  const std::optional<BadByte> bad = first_bad_byte(text);
  if (!bad) return true;
  const Places places(text.substr(0, bad->offset), file);
  Diagnostic said;
  said.where = places.at(bad->offset);
  if (bad->offset > 0 && text[bad->offset - 1] == '\n') {
    said.where = {file, said.where.line + 1, 1, 1};
  }
  said.code = bad->binary ? Code::binary_text : Code::not_utf8;
  said.message = bad->binary ? "a control character stands here: this is no text file" : "this is not UTF-8 text";
  said.help = bad->binary ? "is this the right file" : "save the file as UTF-8";
  diagnostics.push_back(std::move(said));
  return false;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view wanted) const {
  if (kind != Kind::map) return nullptr;
  const auto found = std::find_if(items.begin(), items.end(), [&](const YamlNode& item) { return item.key == wanted; });
  return found == items.end() ? nullptr : &*found;
}

std::optional<YamlNode> read_document(const Source& source, std::uint32_t file, Diagnostics& diagnostics,
                                      const DocumentBounds& bounds) {
  const std::string_view text = without_mark(source.text);
  if (!fit(text, file, bounds, diagnostics)) return std::nullopt;
  const Places places(text, file);
  TreeBuilder builder(text, places, bounds, diagnostics);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.take_root();
  } catch (const StopReading&) {
    return std::nullopt;
  } catch (const YAML::Exception& e) {
    diagnostics.push_back(in_plain_words(e, text, places));
    return std::nullopt;
  }
}

namespace {

struct Found {};

/// Watches the first level of keys only, and leaves as soon as it knows.
class KeyFinder : public YAML::EventHandler {
 public:
  explicit KeyFinder(std::string_view key) : key_(key) {}
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override { throw StopReading{}; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { value({}); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { value({}); }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& text) override {
    value(text);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    if (depth_ == 0) throw StopReading{};
    enter();
  }
  void OnSequenceEnd() override { leave(); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    enter();
  }
  void OnMapEnd() override { leave(); }

 private:
  void value(std::string_view text) {
    if (depth_ != 1) return;
    if (at_key_ && text == key_) throw Found{};
    at_key_ = !at_key_;
  }
  void enter() {
    if (++depth_ > static_cast<int>(DocumentBounds{}.depth)) throw StopReading{};
  }
  void leave() {
    if (--depth_ == 1) at_key_ = !at_key_;
  }

  std::string_view key_;
  int depth_ = 0;
  bool at_key_ = true;
};

// Most files do not even hold the word before a colon, and reading them twice costs time.
bool may_have_key(std::string_view text, std::string_view key) {
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    std::size_t after = at + key.size();
    if (after < text.size() && (text[after] == '"' || text[after] == '\'')) ++after;
    after = text.find_first_not_of(" \t", after);
    if (after != std::string_view::npos && text[after] == ':') return true;
  }
  return false;
}

}  // namespace

bool has_top_level_key(const Source& source, std::string_view key) {
  const std::string_view text = without_mark(source.text);
  if (text.size() > DocumentBounds{}.bytes || !may_have_key(text, key)) return false;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    KeyFinder finder(key);
    parser.HandleNextDocument(finder);
  } catch (const Found&) {
    return true;
  } catch (const StopReading&) {
    return false;
  } catch (const YAML::Exception&) {
    return false;
  }
  return false;
}

}  // namespace plancover

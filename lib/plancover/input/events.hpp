// Turns the YAML library's events into a tree of nodes and mends the places it gets
// wrong. Not for use outside the document reader.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plancover/input/document.hpp"
#include "plancover/input/places.hpp"

namespace plancover {

/// Thrown through the library to stop reading; what there is to say has been said.
struct StopReading {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, const Places& places, const DocumentBounds& bounds, Diagnostics& diagnostics)
      : text_(text), places_(places), bounds_(bounds), diagnostics_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  [[nodiscard]] YamlNode take_root() { return std::move(root_); }

 private:
  /// A list or map that is not closed yet.
  struct Open {
    YamlNode node;
    YAML::anchor_t anchor = 0;
    std::optional<YamlNode> key;      // read, its value not yet
    std::optional<std::size_t> word;  // offset of a last item that may be a word such as null, or nothing at all
  };

  void say(Code code, Location where, std::string message, std::string help = {}, std::vector<Note> notes = {});
  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void add(YamlNode node, YAML::anchor_t anchor);
  void count(std::size_t nodes);
  void check_tag(const std::string& tag, YamlNode::Kind kind, Location where);
  void settle_word(std::size_t offset);
  void drop_double_keys(YamlNode& map);
  [[nodiscard]] std::size_t skip_properties(std::size_t offset) const;
  [[nodiscard]] Location empty_place(const YAML::Mark& mark) const;

  std::string_view text_;
  const Places& places_;
  const DocumentBounds& bounds_;
  Diagnostics& diagnostics_;
  bool started_ = false;
  std::size_t values_ = 0;
  std::size_t expanded_ = 0;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
  std::map<YAML::anchor_t, std::size_t> sizes_;  // nodes under each anchor
  YamlNode root_;
};

}  // namespace plancover

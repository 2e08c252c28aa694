#include "plancover/input/yaml_words.hpp"

#include <yaml-cpp/exceptions.h>

#include <array>

namespace plancover {

namespace {

struct Words {
  std::string_view theirs;  // part of the library's message
  std::string_view ours;
  std::string_view help;
};

constexpr std::array words{
    Words{"illegal map value", "a ':' is not expected here", "put text that holds ': ' into quotes"},
    Words{"end of map flow not found", "a '}' is missing", "look for a '{' that is not closed"},
    Words{"end of sequence flow not found", "a ']' is missing", "look for a '[' that is not closed"},
    Words{"end of map not found", "the indentation does not fit the lines above", "align the keys of one map"},
    Words{"end of sequence not found", "the indentation does not fit the lines above",
          "align the items of one list, each with its '- '"},
    Words{"illegal block entry", "a '-' is not expected here", "put text that begins with '- ' into quotes"},
    Words{"illegal EOF in scalar", "a quote is not closed", "close the quote, or drop it"},
    Words{"illegal document indicator in scalar", "a quote is not closed", "close the quote, or drop it"},
    Words{"illegal flow end", "a closing bracket has no opening one", ""},
    Words{"unknown token", "this character cannot begin a value", "put the text into quotes"},
    Words{"alias not found after *", "a '*' is not expected here", "put text that begins with '*' into quotes"},
    Words{"anchor not found after &", "a '&' is not expected here", "put text that begins with '&' into quotes"},
    Words{"character found while scanning", "this name of an anchor or alias cannot be read",
          "put text that begins with '*' or '&' into quotes"},
    Words{"unknown escape character", "this '\\' means nothing inside double quotes", "use single quotes"},
    Words{"bad block scalar header", "text after '|' or '>' is not expected here", ""},
    Words{"block", "a block of text is not expected here", ""},
};

bool tab_indented(std::string_view line) {
  const std::size_t tab = line.find('\t');
  return tab != std::string_view::npos && tab <= line.find_first_not_of(" \t\r");
}

}  // namespace

Diagnostic in_plain_words(const YAML::Exception& error, std::string_view text, const Places& places) {
  Diagnostic said;
  said.code = Code::not_yaml;
  const bool placed = !error.mark.is_null() && error.mark.pos >= 0;
  const std::size_t offset = placed ? static_cast<std::size_t>(error.mark.pos) : text.size();
  said.where = places.at(offset);

  const std::string_view line = places.line_at(offset);
  const auto line_start = static_cast<std::size_t>(line.data() - text.data());
  for (const std::size_t start : {line_start, line_start == 0 ? 0 : line_start - 1}) {
    const std::string_view suspect = places.line_at(start);
    if (!tab_indented(suspect)) continue;
    said.code = Code::tab_indent;
    said.where = places.at(static_cast<std::size_t>(suspect.data() - text.data()) + suspect.find('\t'));
    said.message = "a tab is used for indentation";
    said.help = "indent with spaces";
    return said;
  }
  if (error.msg.find("the referenced anchor is not defined") != std::string::npos) {
    said.code = Code::unknown_anchor;
    said.message = "an alias names no anchor before it";
    said.help = "put text that begins with '*' into quotes";
    return said;
  }
  said.message = "this is not YAML: " + error.msg;
  for (const Words& each : words) {
    if (error.msg.find(each.theirs) == std::string::npos) continue;
    said.message = each.ours;
    said.help = each.help;
    break;
  }
  return said;
}

}  // namespace plancover

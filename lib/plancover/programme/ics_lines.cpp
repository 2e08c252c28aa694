#include "plancover/programme/ics_lines.hpp"

#include <algorithm>

namespace plancover {

namespace {

/// A line without its folds, and where each byte behind a fold stands in the text.
struct Unfolded {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> folds;  // position in `text`, offset in the file

  [[nodiscard]] std::size_t offset(std::size_t position) const {
    const auto after = std::upper_bound(folds.begin(), folds.end(), position,
                                        [](std::size_t p, const auto& fold) { return p < fold.first; });
    const auto& fold = *std::prev(after);
    return fold.second + (position - fold.first);
  }
};

Unfolded unfold(std::string_view text, std::size_t& at) {
  Unfolded line;
  line.folds.emplace_back(0, at);
  while (true) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    line.text.append(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
    if (at >= text.size() || (text[at] != ' ' && text[at] != '\t')) return line;
    ++at;
    line.folds.emplace_back(line.text.size(), at);
  }
}

/// From `at`, which stands behind a semicolon, to the next semicolon or colon.
std::pair<std::string, std::string> parameter_at(std::string_view line, std::size_t& at) {
  const std::size_t equals = std::min(line.find_first_of("=;:", at), line.size());
  std::pair<std::string, std::string> result{upper_case(line.substr(at, equals - at)), {}};
  at = equals;
  if (at >= line.size() || line[at] != '=') return result;
  bool quoted = false;
  for (++at; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ';' || c == ':')) {
      break;
    } else {
      result.second += c;
    }
  }
  return result;
}

}  // namespace

std::string upper_case(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

std::string_view IcsLine::parameter(std::string_view wanted) const {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [&](const auto& each) { return each.first == wanted; });
  return found == parameters.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<IcsLine> IcsLines::next() {
  while (at_ < text_.size()) {
    IcsLine line;
    line.offset = at_;
    const Unfolded whole = unfold(text_, at_);
    if (whole.text.find_first_not_of(" \t") == std::string::npos) continue;
    std::size_t at = std::min(whole.text.find_first_of(":;"), whole.text.size());
    line.name = upper_case(std::string_view(whole.text).substr(0, at));
    while (at < whole.text.size() && whole.text[at] == ';') {
      ++at;
      line.parameters.push_back(parameter_at(whole.text, at));
    }
    line.has_colon = at < whole.text.size();
    if (line.has_colon) {
      line.value = whole.text.substr(at + 1);
      line.value_offset = whole.offset(at + 1);
    }
    return line;
  }
  return std::nullopt;
}

std::string ics_text(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      text += value[i];
      continue;
    }
    ++i;
    text += value[i] == 'n' || value[i] == 'N' ? ' ' : value[i];
  }
  return text;
}

}  // namespace plancover

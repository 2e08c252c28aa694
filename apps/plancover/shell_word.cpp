#include "shell_word.hpp"

#include <algorithm>

#include "plancover/report/text_width.hpp"

namespace plancover::app {

namespace {

bool plain_in_a_shell(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  // Letters of other scripts are no signs of any shell.
  return letter || static_cast<unsigned char>(c) >= 0x80 || std::string_view("_-./@%+=:,").find(c) != std::string::npos;
}

}  // namespace

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), plain_in_a_shell)) return printable(text);
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return printable(quoted + "'");
}

std::string shell_words(const std::vector<std::string>& texts) {
  std::string words;
  for (const std::string& text : texts) words += " " + shell_word(text);
  return words;
}

std::string program_in(const std::string& folder) {
  return folder.empty() ? "plancover" : "plancover -C " + shell_word(folder);
}

}  // namespace plancover::app

#include "help.hpp"

#include <fmt/format.h>

#include "plancover/base/diagnostic.hpp"
#include "plancover/report/text_width.hpp"
#include "reading.hpp"
#include "terminal.hpp"

namespace plancover::app {

namespace {

std::string help_text() {
  std::string text =
      "plancover plans who covers which session of a conference, and proves the plan best.\n\n"
      "Usage: plancover COMMAND [OPTIONS] [FILE|FOLDER]...\n\n"
      "Commands\n";
  for (const Command& command : commands()) text += fmt::format("  {:<10}{}\n", command.name, command.summary);
  return text +
         "\nWith no file or folder, the current folder is read; - is standard input.\n"
         "To begin: plancover init talks\n"
         "More: plancover help COMMAND\n";
}

ExitStatus shown(const std::string& text) {
  return deliver(text, "", ExitStatus::done);
}

ExitStatus unknown_command(const std::string& word) {
  std::vector<std::string> known;
  for (const Command& command : commands()) known.emplace_back(command.name);
  const std::string hint = nearest(word, known);
  if (word.starts_with('-')) {
    complain(fmt::format("unknown option {}", printable(word)));
  } else {
    complain(fmt::format("there is no command {}{}", printable(word),
                         hint.empty() ? "" : fmt::format("; did you mean {}?", hint)));
  }
  say("see plancover --help");
  return ExitStatus::unusable;
}

ExitStatus help_on(const Arguments& words) {
  if (words.empty()) return shown(help_text());
  const Command* command = find_command(words.front());
  return command == nullptr ? unknown_command(words.front()) : command->run({"--help"});
}

}  // namespace

ExitStatus run(const Arguments& arguments) {
  // Options that every command has may stand before the command too: plancover -C talks check.
  Arguments before;
  std::size_t at = 0;
  for (; at < arguments.size() && arguments[at].starts_with('-'); ++at) {
    const std::string& word = arguments[at];
    if (word == "-h" || word == "--help") return shown(help_text());
    if (word == "--version") return shown("plancover " PLANCOVER_VERSION "\n");
    const bool takes_value = word == "-C" || word == "--color";
    const bool known =
        takes_value || word == "-q" || word == "--quiet" || word.starts_with("-C") || word.starts_with("--color=");
    if (!known) return unknown_command(word);
    before.push_back(word);
    if (takes_value && at + 1 < arguments.size()) before.push_back(arguments[++at]);
  }
  if (at == arguments.size()) {
    complain("name a command");
    say("");
    say(help_text());
    return ExitStatus::unusable;
  }
  const std::string& name = arguments[at];
  Arguments rest(arguments.begin() + static_cast<std::ptrdiff_t>(at) + 1, arguments.end());
  if (name == "help") return help_on(rest);
  const Command* command = find_command(name);
  if (command == nullptr) return unknown_command(name);
  before.insert(before.end(), rest.begin(), rest.end());
  return command->run(before);
}

}  // namespace plancover::app

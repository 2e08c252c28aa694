#include "command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "disk.hpp"
#include "plancover/base/diagnostic.hpp"
#include "plancover/report/text_width.hpp"
#include "reading.hpp"

namespace plancover::app {

namespace {

/// Help in the shape of the man pages: usage, what it does, the options.
class HelpText : public CLI::Formatter {
 public:
  HelpText() { column_width(24); }

  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    std::string text = "Usage: " + app->get_name() + " " + app->get_footer() + "\n\n" + app->get_description() + "\n\n";
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional() || option->get_group().empty()) continue;
      text += option_text(*option);
    }
    return text;
  }

 private:
  [[nodiscard]] std::string option_text(const CLI::Option& option) const {
    std::string name;
    for (const std::string& one : option.get_snames()) name += (name.empty() ? "-" : ", -") + one;
    for (const std::string& one : option.get_lnames()) name += (name.empty() ? "    --" : ", --") + one;
    if (option.get_items_expected_max() > 0 && option.get_type_size() > 0) name += " " + option.get_type_name();
    std::string text = "  " + pad_right(name, column_width_ - 2);
    if (name.size() > column_width_ - 4) text = "  " + name + "\n" + std::string(column_width_, ' ');
    for (const std::string& line : wrapped(option.get_description(), 80 - column_width_)) {
      text += line + "\n" + std::string(column_width_, ' ');
    }
    text.erase(text.find_last_of('\n') + 1);
    return text;
  }
};

std::string lower_first(std::string text) {
  if (!text.empty() && text.size() > 1 && text[1] >= 'a' && text[1] <= 'z') {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

/// As from a variable of the shell that is not set.
std::string empty_word(const std::string& option) {
  return option + " wants a word after it, and got an empty one";
}

std::string unknown_text(const CLI::App& app) {
  std::string text;
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  for (const std::string& word : app.remaining()) {
    if (!text.empty()) text += "\n";
    const std::string name = word.substr(0, word.find('='));
    const std::string hint = word.starts_with("--") ? nearest(name, known) : "";
    text += word.starts_with('-') ? "unknown option " : "too many arguments: ";
    text += printable(word.starts_with('-') ? name : word);
    if (!hint.empty()) text += fmt::format("; did you mean {}?", hint);
  }
  return text;
}

}  // namespace

CommandLine::CommandLine(std::string_view command, const std::string& what)
    : command_(command), app_(std::string(find_command(command)->summary), "plancover " + command_) {
  app_.formatter(std::make_shared<HelpText>());
  app_.footer("[OPTIONS] " + what);
  app_.set_help_flag("-h,--help", "print this help and exit");
  app_.add_option("-C", common_.folder, "go to this folder first")->type_name("DIR");
  add_choice(app_, "--color", common_.color_word, {"auto", "always", "never"}, "colour text and messages")
      ->type_name("WHEN");
  app_.add_flag("-q,--quiet", common_.quiet, "say only what must be acted on");
}

std::optional<ExitStatus> CommandLine::parse(const Arguments& arguments) {
  try {
    app_.parse(Arguments(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return deliver(app_.help(), "", ExitStatus::done);
  } catch (const CLI::ExtrasError&) {
    return refuse(unknown_text(app_));
  } catch (const CLI::RequiredError& error) {
    const std::string_view what = error.what();
    std::string name = printable(what.substr(0, what.find(' ')));
    if (name.starts_with('-')) return refuse(name + " is missing");
    std::replace(name.begin(), name.end(), '-', ' ');
    return refuse("name a " + name);
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view what = error.what();
    const std::string option(what.substr(0, what.find(':')));
    const CLI::Option* given = app_.get_option_no_throw(option);
    const bool twice = given != nullptr && given->results().size() > 1;
    return refuse(printable(option) + (twice ? " is given twice" : " wants a word after it"));
  } catch (const CLI::ParseError& error) {
    const std::string_view what = error.what();
    const std::size_t colon = what.find(": ");
    if (colon != std::string_view::npos && what.substr(colon).starts_with(":  is "))
      return refuse(empty_word(std::string(what.substr(0, colon))));
    return refuse(printable(lower_first(error.what())));
  }
  for (const CLI::Option* option : app_.get_options()) {
    const auto& given = option->results();
    const bool is_empty = std::find(given.begin(), given.end(), "") != given.end();
    if (is_empty && !option->get_positional()) return refuse(empty_word(option->get_name()));
  }
  common_.color = common_.color_word == "always"  ? Color::always
                  : common_.color_word == "never" ? Color::never
                                                  : Color::automatic;
  if (!common_.folder.empty() && ::chdir(common_.folder.c_str()) != 0) {
    complain(printable(common_.folder) + ": cannot go there: " + reason(errno));
    return ExitStatus::files;
  }
  return std::nullopt;
}

ExitStatus CommandLine::refuse(const std::string& problem) const {
  complain(problem);
  say("see plancover help " + command_);
  return ExitStatus::unusable;
}

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& help) {
  std::string metavar = name.substr(2);
  for (char& c : metavar) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  // The check speaks for itself: CLI11's own text would print the set in braces.
  const auto member = [choices](const std::string& word) {
    for (const std::string& choice : choices) {
      if (choice == word) return std::string();
    }
    return fmt::format("{} is none of {}", word, fmt::join(choices, ", "));
  };
  return app.add_option(name, value, help + fmt::format(": {}", fmt::join(choices, ", ")))
      ->type_name(metavar == "FAIL-ON" ? "TIER" : metavar)
      ->check(member);
}

}  // namespace plancover::app

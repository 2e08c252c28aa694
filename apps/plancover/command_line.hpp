// One command's command line: the options every command has, parsing before any file is
// opened, and mistakes said in plain words with the nearest option that exists.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "terminal.hpp"

namespace plancover::app {

struct CommonOptions {
  std::string folder;  ///< -C
  std::string color_word = "auto";
  Color color = Color::automatic;
  bool quiet = false;
};

class CommandLine {
 public:
  /// `what` is the file part of the usage line, such as "[FILE|FOLDER]...".
  CommandLine(std::string_view command, const std::string& what);

  CLI::App& options() { return app_; }
  [[nodiscard]] const CommonOptions& common() const { return common_; }

  /// A status where the command ends here: after --help, or for a mistake (said). Goes to
  /// the folder of -C when all is well.
  [[nodiscard]] std::optional<ExitStatus> parse(const Arguments& arguments);

  /// Says what is wrong with the command line, and where to look.
  [[nodiscard]] ExitStatus refuse(const std::string& problem) const;

 private:
  std::string command_;
  CLI::App app_;
  CommonOptions common_;
};

/// `--format`, `--by` and the like: one word of a few, said in the help.
CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& help);

}  // namespace plancover::app

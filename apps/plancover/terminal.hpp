// What the two output streams can do: colour or not, how wide. The only place that asks
// the environment and the terminal. Results are laid out for 80 columns unless a
// terminal is wider or narrower, so that a file or a pipe always gets the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "plancover/report/text_style.hpp"

namespace plancover::app {

enum class Color { automatic, always, never };
enum class Stream { output, error };

[[nodiscard]] bool is_terminal(Stream stream);
/// On a terminal its width, between 40 and `most` columns.
[[nodiscard]] TextStyle style_of(Stream stream, Color color, std::size_t most = 120);

/// A result to standard output, whole. False where it could not be written; a reader who
/// went away (a broken pipe) is no failure.
[[nodiscard]] bool print(std::string_view text);
/// A message to standard error; a line break is added.
void say(std::string_view message);
/// "plancover: " before it: what went wrong with the command line or a file.
void complain(std::string_view message);

}  // namespace plancover::app

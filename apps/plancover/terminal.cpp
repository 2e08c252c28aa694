#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>

namespace plancover::app {

namespace {

int descriptor(Stream stream) {
  return stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno == EPIPE;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool colour_wanted(Stream stream, Color color) {
  if (color != Color::automatic) return color == Color::always;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  return is_terminal(stream) && term != nullptr && std::string_view(term) != "dumb";
}

/// A terminal over a serial line knows no width of its own; there COLUMNS may say it.
std::size_t terminal_width(Stream stream) {
  winsize size{};
  if (::ioctl(descriptor(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  constexpr std::size_t usual = 80;
  const char* columns = std::getenv("COLUMNS");
  if (columns == nullptr) return usual;
  std::size_t width = 0;
  const std::string_view text(columns);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  return error == std::errc{} && end == text.data() + text.size() ? width : usual;
}

}  // namespace

bool is_terminal(Stream stream) {
  return ::isatty(descriptor(stream)) == 1;
}

TextStyle style_of(Stream stream, Color color, std::size_t most) {
  TextStyle style;
  style.color = colour_wanted(stream, color);
  if (is_terminal(stream)) style.width = std::clamp<std::size_t>(terminal_width(stream), 40, most);
  return style;
}

bool print(std::string_view text) {
  return write_all(STDOUT_FILENO, text);
}

void say(std::string_view message) {
  // Nothing can be done, and nothing said, where standard error itself is gone.
  static_cast<void>(write_all(STDERR_FILENO, std::string(message) + "\n"));
}

void complain(std::string_view message) {
  say("plancover: " + std::string(message));
}

}  // namespace plancover::app

#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
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

}  // namespace

bool is_terminal(Stream stream) {
  return ::isatty(descriptor(stream)) == 1;
}

TextStyle style_of(Stream stream, Color color) {
  TextStyle style;
  style.color = colour_wanted(stream, color);
  winsize size{};
  if (is_terminal(stream) && ::ioctl(descriptor(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.width = std::clamp<std::size_t>(size.ws_col, 40, 120);
  }
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

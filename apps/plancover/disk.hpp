// The disk behind a handful of functions, so that tests can put another in its place.
// Problems come back as words for a planner, never as exceptions.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace plancover::app {

/// `special`: a pipe, a socket or a device, which may never come to an end.
enum class PathKind { missing, file, folder, special };

struct Disk {
  std::function<PathKind(const std::string& path)> kind;
  /// Every byte; "-" is standard input. On failure `problem` says why. Of a file larger than
  /// the readers take, only so much that they see it is, for memory is not endless.
  std::function<std::string(const std::string& path, std::string& problem)> read;
  /// Names in a folder, in no order.
  std::function<std::vector<std::string>(const std::string& folder, std::string& problem)> list;
  /// The same for two paths to one file.
  std::function<std::string(const std::string& path)> identity;
};

/// An errno in words, lower case, without a full stop.
[[nodiscard]] std::string reason(int error);

[[nodiscard]] const Disk& real_disk();

/// Why nothing can be written there, as far as can be told before trying; empty where it
/// seems possible. Asked before a long solve, not after it.
[[nodiscard]] std::string why_not_writable(const std::string& path);

/// The file holds the text whole or stays as it was: a new file in the same folder, flushed,
/// then renamed. A symbolic link is followed, the file's permissions are kept. Empty on
/// success, otherwise why not.
[[nodiscard]] std::string write_whole(const std::string& path, const std::string& text);

}  // namespace plancover::app

#include "disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "plancover/input/document.hpp"

namespace plancover::app {

namespace {

namespace fs = std::filesystem;

/// Closes itself: every way out of a function that reads or writes must.
class Handle {
 public:
  explicit Handle(int file) : file_(file) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  Handle(Handle&&) = delete;
  Handle& operator=(Handle&&) = delete;
  ~Handle() {
    if (file_ > STDERR_FILENO) ::close(file_);
  }
  [[nodiscard]] int get() const { return file_; }

 private:
  int file_;
};

std::string read_real(const std::string& path, std::string& problem) {
  const Handle file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string text;
  if (file.get() < 0) {
    problem = reason(errno);
    return text;
  }
  char part[1 << 16];
  while (true) {
    const ssize_t got = ::read(file.get(), part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) problem = reason(errno);
    if (got <= 0) return text;
    text.append(part, static_cast<std::size_t>(got));
    if (text.size() > DocumentBounds{}.bytes) return text;
  }
}

std::vector<std::string> list_real(const std::string& folder, std::string& problem) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  if (error) problem = reason(error.value());
  return names;
}

PathKind kind_real(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return PathKind::missing;
  if (fs::is_directory(status)) return PathKind::folder;
  return fs::is_regular_file(status) ? PathKind::file : PathKind::special;
}

std::string write_all(int file, const std::string& text) {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t written = ::write(file, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return reason(errno);
    done += static_cast<std::size_t>(written);
  }
  return {};
}

/// The file itself, not the link that names it, also where the link leads to nothing yet.
fs::path behind_links(const std::string& path) {
  constexpr int most = 40;  // as the system allows; a circle of links is found when it is opened
  fs::path target = path;
  std::error_code error;
  for (int i = 0; i < most && fs::is_symlink(target, error); ++i) {
    target = target.parent_path() / fs::read_symlink(target, error);
  }
  return target;
}

std::string identity_real(const std::string& path) {
  struct stat info {};
  if (path == "-") return path;
  const auto number = [&] { return std::to_string(info.st_dev) + ":" + std::to_string(info.st_ino); };
  if (::stat(path.c_str(), &info) == 0) return number();
  // Not there yet: its folder and its name in there.
  const fs::path target = behind_links(path);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  return ::stat(folder.c_str(), &info) == 0 ? number() + "/" + target.filename().string() : path;
}

}  // namespace

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file or folder";
    case EACCES:
    case EPERM:
      return "no permission";
    case EISDIR:
      return "it is a folder";
    case ENOTDIR:
      return "a part of the path is no folder";
    case EFBIG:
      return "it would be larger than a file may be here";
    case ELOOP:
      return "its links lead round in a circle";
    case ENOSPC:
      return "the disk is full";
    case EROFS:
      return "the disk is read-only";
    default:
      return std::strerror(error);
  }
}

const Disk& real_disk() {
  static const Disk disk{kind_real, read_real, list_real, identity_real};
  return disk;
}

std::string why_not_writable(const std::string& path) {
  const fs::path target = behind_links(path);
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) {
    if (S_ISDIR(old.st_mode)) return reason(EISDIR);
    // Renaming would also replace a file that its owner protected against writing.
    if (::access(target.c_str(), W_OK) != 0) return reason(errno);
    if (!S_ISREG(old.st_mode)) return {};
  }
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (!target.has_filename()) return reason(EISDIR);
  if (kind_real(folder) == PathKind::file) return reason(ENOTDIR);
  return ::access(folder.c_str(), W_OK | X_OK) == 0 ? std::string() : reason(errno);
}

std::string write_whole(const std::string& path, const std::string& text) {
  if (std::string problem = why_not_writable(path); !problem.empty()) return problem;
  const fs::path target = behind_links(path);
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) {  // a device or a pipe cannot be renamed over
    const Handle file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) return reason(errno);
    return write_all(file.get(), text);
  }
  std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const Handle file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return reason(errno);
  std::string problem = write_all(file.get(), text);
  if (problem.empty() && ::fsync(file.get()) != 0) problem = reason(errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? old.st_mode & 07777u : 0666u & ~mask;
  if (problem.empty() && ::fchmod(file.get(), mode) != 0) problem = reason(errno);
  if (problem.empty() && ::rename(temporary.c_str(), target.c_str()) != 0) problem = reason(errno);
  if (!problem.empty()) ::unlink(temporary.c_str());
  return problem;
}

}  // namespace plancover::app

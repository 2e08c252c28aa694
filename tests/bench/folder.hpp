// A planning folder from the disk to a conference, for the programs of the benchmark.
#pragma once

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "plancover/input/read_conference.hpp"

namespace plancover::bench {

/// Empty, with a word on standard error, where `plancover check` would find an error.
inline std::optional<Conference> read_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  Sources sources;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    Source source{path.string(), std::string(std::istreambuf_iterator<char>(in), {})};
    if (!is_plan(source)) sources.push_back(std::move(source));
  }
  ConferenceRead read = read_conference(sources);
  if (!read.conference) std::fprintf(stderr, "%s: not a planning folder that check accepts\n", folder.c_str());
  return std::move(read.conference);
}

}  // namespace plancover::bench

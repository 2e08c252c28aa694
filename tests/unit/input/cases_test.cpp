// Each file of cases/ holds planning files and what is said of them: parts that begin with
// "=== NAME", the last of them "=== says". UPDATE_GOLDEN=1 writes what is said now.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "plancover/input/read_conference.hpp"
#include "plancover/report/diagnostics_text.hpp"

using namespace plancover;
namespace fs = std::filesystem;

namespace {

struct Case {
  Sources sources;
  std::string says;
};

std::string file_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

Case parse(const std::string& text) {
  Case result;
  std::istringstream lines(text);
  std::string line;
  std::string* part = nullptr;
  while (std::getline(lines, line)) {
    if (line == "=== says") {
      part = &result.says;
    } else if (line.starts_with("=== ")) {
      result.sources.push_back({line.substr(4), {}});
      part = &result.sources.back().text;
    } else {
      REQUIRE(part != nullptr);
      *part += line + '\n';
    }
  }
  return result;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(PLANCOVER_CASES)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("what is said of each case") {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (const fs::path& path : cases()) {
    const std::string code = path.stem().string();
    CAPTURE(code);
    const std::string text = file_text(path);
    const Case each = parse(text);
    const ConferenceRead read = read_conference(each.sources);
    const std::string said = diagnostics_text(read.diagnostics, each.sources, false);
    if (update) {
      std::ofstream(path, std::ios::binary) << text.substr(0, text.find("=== says\n")) << "=== says\n" << said;
    } else {
      CHECK(said == each.says);
    }
    // The code that names the case is among what is said, at a place.
    CHECK(said.find("[" + code.substr(0, 5) + "]") != std::string::npos);
    CHECK(read.conference.has_value() != has_errors(read.diagnostics));
  }
}

TEST_CASE("every code of the planning files has a case") {
  std::set<std::string> have;
  for (const fs::path& path : cases()) have.insert(path.stem().string().substr(0, 5));
  for (const CodeInfo& each : all_codes()) {
    if (each.code == Code::file_passed_over) continue;  // found by the command: tests/cli/check/yml_passed_over.case
    if (static_cast<int>(each.code) >= 300) continue;   // those of plans are tested with the plans
    if (each.code == Code::text_too_big) continue;      // needs a small bound: hostile_test.cpp
    if (each.code == Code::no_zone_database) continue;  // needs a machine without one
    if (each.code == Code::reach_unfinished) continue;  // needs thousands of lines: check_test.cpp of the model
    CHECK_MESSAGE(have.contains(std::string(name(each.code))), name(each.code));
  }
}

// fuzz TARGET [OPTIONS OF LIBFUZZER] [FOLDER]...
// One program for all targets, which links much faster than one for each.
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "fuzz/targets.hpp"

namespace {

struct FuzzTarget {
  std::string_view name;
  void (*run)(const std::string& text);
};

using namespace plancover::fuzz;

constexpr std::array targets{
    FuzzTarget{"planning", planning},
    FuzzTarget{"plan", plan},
    FuzzTarget{"previous_calendar", previous_calendar},
    FuzzTarget{"calendar", calendar},
    FuzzTarget{"schedule_xml", schedule_xml},
    FuzzTarget{"schedule_json", schedule_json},
    FuzzTarget{"table", table},
    FuzzTarget{"map_rules", map_rules},
    FuzzTarget{"merge", merge},
};

const FuzzTarget* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
  const std::string_view name = *count > 1 ? (*words)[1] : "";
  for (const FuzzTarget& target : targets) {
    if (target.name == name) chosen = &target;
  }
  if (chosen == nullptr) {
    std::fputs("fuzz: name one of", stderr);
    for (const FuzzTarget& target : targets) std::fprintf(stderr, " %s", target.name.data());
    std::fputs("\n", stderr);
    std::exit(2);
  }
  // libFuzzer would take the name for a folder.
  (*words)[1] = (*words)[0];
  ++*words;
  --*count;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run(std::string(data, data + size));
  return 0;
}

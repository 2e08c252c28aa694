// bench_generate SIZE LOOSE|TIGHT SEED OUTDIR [ATTENDEES]
// Writes a planning folder; the same arguments give the same bytes on every machine.
//
// S has 120 sessions, M 600, L 3,000, XL 20,000. TIGHT means few people with short stays
// (15, 40, 150, 1,000), so that many required seats stay empty. LOOSE means as many people
// for the sessions as the folder of PP-14 has (24 for 90: 32, 160, 800, 5,333).
//
// Every feature of the format, in the shares of a real conference. Of 100 attendees, counted
// over three seeds of S, M and L (where two figures stand: tight, loose):
//   78 have a delegation (2 of 5 delegations are silent on a topic), 46 a badge of their own,
//   5 may speak in their own right, 7 are silent on a topic themselves
//   20 follow remotely at times, 6 only ever so; 12, 22 are away for a part of their stay
//   86 name their languages; 48 prefer something, 36 avoid something; all know 3 to 7 topics
//   50 have limits of their own: 8 sessions a day, 14 hours a day, 8, 5 a longer rest, 30 hours
//   in all, which can bind for 12, 15; the conference's own limits and its rest bind everybody
//   28, 20 are pinned somewhere, 12 barred from something
// Of 100 sessions:
//   81 have a seat n..m, 15 a speaker, who needs leave and must be on site, 13 need documents
//   81 ask for a badge, 38 are webcast, 39 name languages, 33 have no room of their own
//   10 set their own priority, 12 topics, 4 door, 5 webcast, 3 languages, 6 seats
//   10 use a slot; 9 sit in the evening, 3 over midnight or after it, before day_change
//   3 are cancelled; one a day is the coalition's own, with n..all, every third day has a
//   private meeting for those pinned
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "bench/generate/draft.hpp"

namespace {

using namespace plancover::bench;

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all{{"S", 120, 15, 6, 8, true},
                                      {"M", 600, 40, 15, 12, true},
                                      {"L", 3000, 150, 12, 24, true},
                                      {"XL", 20000, 1000, 14, 60, true}};
  return all;
}

std::optional<Shape> shape_of(const std::string& size, const std::string& kind) {
  for (Shape shape : shapes()) {
    if (shape.size != size) continue;
    if (kind != "TIGHT" && kind != "LOOSE") return std::nullopt;
    shape.tight = kind == "TIGHT";
    if (!shape.tight) shape.attendees = shape.sessions * 24 / 90;  // the folder of PP-14: 24 for about 90
    return shape;
  }
  return std::nullopt;
}

std::optional<int> number(const char* text) {
  int value = 0;
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, value);
  if (error != std::errc() || stop != end || value < 1) return std::nullopt;
  return value;
}

bool save(const std::filesystem::path& folder, const Draft& draft) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (const DraftFile& file : write(draft)) {
    std::ofstream out(folder / file.name, std::ios::binary);
    out << file.text;
    out.close();
    if (!out) {
      std::fprintf(stderr, "cannot write %s\n", (folder / file.name).c_str());
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const auto shape = argc >= 5 ? shape_of(argv[1], argv[2]) : std::nullopt;
  const auto seed = argc >= 5 ? number(argv[3]) : std::nullopt;
  const auto attendees = argc == 6 ? number(argv[5]) : std::nullopt;
  if (!shape || !seed || argc > 6 || (argc == 6 && !attendees)) {
    std::fprintf(stderr, "usage: bench_generate S|M|L|XL LOOSE|TIGHT SEED OUTDIR [ATTENDEES]\n");
    return 2;
  }
  Draft draft;
  draft.shape = *shape;
  if (attendees) draft.shape.attendees = *attendees;
  Random random(static_cast<std::uint64_t>(*seed) * 1000 + static_cast<std::uint64_t>(shape->sessions) +
                (shape->tight ? 0 : 1));
  draft_programme(draft, random);
  draft_people(draft, random);
  draft_pins(draft, random);
  return save(argv[4], draft) ? 0 : 3;
}

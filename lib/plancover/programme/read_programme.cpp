#include "plancover/programme/read_programme.hpp"

#include <algorithm>

#include "plancover/input/document.hpp"
#include "plancover/programme/frab_json.hpp"
#include "plancover/programme/frab_xml.hpp"
#include "plancover/programme/ics_lines.hpp"
#include "plancover/programme/programme_reader.hpp"
#include "plancover/programme/programme_text.hpp"
#include "plancover/programme/read_csv.hpp"
#include "plancover/programme/read_ics.hpp"

namespace plancover {

namespace {

/// False where it is no programme; said.
bool read_by_format(ProgrammeReader& reader) {
  std::string_view text = reader.text();
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
  const std::string head = upper_case(text.substr(0, 15));
  if (head.starts_with("BEGIN:VCALENDAR")) {
    read_ics(reader);
  } else if (head.starts_with("<!DOCTYPE HTML") || head.starts_with("<HTML")) {
    reader.say(Code::not_a_programme, reader.at(0), "this is a web page, not a programme",
               "look on it for a link to schedule.xml, schedule.json or a calendar (.ics)");
  } else if (head.starts_with('<')) {
    read_frab_xml(reader);
  } else if (head.starts_with('{')) {
    read_frab_json(reader);
  } else if (looks_like_csv(reader.text())) {
    read_csv(reader);
  } else {
    reader.say(Code::not_a_programme, reader.at(0), "this is no programme that plancover can read",
               "it reads iCalendar, schedule.xml, schedule.json, and CSV with a line of headings");
  }
  return std::none_of(reader.diagnostics.begin(), reader.diagnostics.end(),
                      [](const Diagnostic& each) { return each.code == Code::not_a_programme; });
}

}  // namespace

ProgrammeRead read_programme(const Source& source, std::uint32_t file, const std::optional<Zone>& zone) {
  ProgrammeRead read;
  // The bound of planning files: what is imported has to be read again as one.
  constexpr std::size_t most = DocumentBounds{}.bytes;
  if (source.text.size() > most) {
    read.diagnostics.push_back({Code::text_too_big,
                                {file, 0, 0, 1},
                                "the file is larger than " + std::to_string(most >> 20) + " MiB",
                                {},
                                "split the file",
                                1});
    return read;
  }
  CleanText clean = clean_programme_text(source.text);
  read.text = std::move(clean.text);
  ProgrammeReader reader(read.text, file);
  for (const std::size_t offset : clean.replaced) {
    reader.say(Code::programme_not_utf8, reader.at(offset, 3), "a byte stands here that no text has",
               "is the file complete; save it as UTF-8");
  }
  if (read_by_format(reader)) read.timetable = settle(reader.programme, zone, file, reader.diagnostics);
  read.diagnostics = std::move(reader.diagnostics);
  tidy(read.diagnostics);
  return read;
}

}  // namespace plancover

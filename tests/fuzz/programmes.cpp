// Whatever the text, what comes of a programme is a planning file that check takes, with as
// many sessions; or nothing comes of it, and that is said.
#include "fuzz/targets.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/programme/planning_yaml.hpp"
#include "plancover/programme/read_programme.hpp"

namespace plancover::fuzz {

namespace {

void import_programme(const std::string& text) {
  const ProgrammeRead read = read_programme({"fuzz", text}, 0, find_zone("Europe/Berlin"));
  if (!read.timetable) {
    demand(!read.diagnostics.empty());
    return;
  }
  const ConferenceRead again = read_conference({{"out.yaml", planning_yaml(*read.timetable)}});
  demand(again.conference.has_value());
  demand(again.conference->sessions.size() == read.timetable->sessions.size());
}

}  // namespace

void calendar(const std::string& text) {
  import_programme("BEGIN:VCALENDAR\n" + text);
}

void schedule_xml(const std::string& text) {
  import_programme("<" + text);
}

void schedule_json(const std::string& text) {
  import_programme("{" + text);
}

void table(const std::string& text) {
  import_programme("day,start,end,title,room,track,id,duration\n" + text);
}

}  // namespace plancover::fuzz

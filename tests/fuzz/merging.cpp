#include "fuzz/targets.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/programme/map_rules.hpp"
#include "plancover/programme/merge.hpp"
#include "plancover/programme/planning_yaml.hpp"
#include "plancover/programme/read_programme.hpp"

namespace plancover::fuzz {

namespace {

const Timetable& small_programme() {
  static const Timetable timetable = *read_programme({"p",
                                                      "id,day,start,end,title,room,track\n"
                                                      "a,2027-03-08,9:00,10:00,One,A,Main\n"
                                                      "b,2027-03-08,9:00,10:00,Two,B,Side\n"},
                                                     0, find_zone("Europe/Berlin"))
                                          .timetable;
  return timetable;
}

}  // namespace

void map_rules(const std::string& text) {
  Diagnostics said;
  const auto rules = read_map_rules({"rules.yaml", text}, 0, said);
  demand(rules.has_value() != has_errors(said));
  if (!rules) return;
  Timetable timetable = small_programme();
  apply_map_rules(*rules, timetable, said);
  demand(read_conference({{"out.yaml", planning_yaml(timetable)}}).conference.has_value());
}

/// What could be read before can be read after, and a second merge changes nothing more.
void merge(const std::string& text) {
  const Sources before{{"fuzz.yaml", text}};
  const Merged merged = merge_timetable(before, small_programme(), true);
  demand(merged.texts.size() == 1);
  if (!read_conference(before).conference) return;
  Sources after{{"fuzz.yaml", merged.texts.front()}};
  if (!merged.new_text.empty()) after.push_back({"programme.yaml", merged.new_text});
  demand(read_conference(after).conference.has_value());
  if (!has_errors(merged.diagnostics)) demand(merge_timetable(after, small_programme(), true).changes.empty());
}

}  // namespace plancover::fuzz

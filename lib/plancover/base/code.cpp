#include "plancover/base/code.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>

namespace plancover {

namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

// One line a code, by number.
constexpr std::array table{
    CodeInfo{Code::not_utf8, error, "the file is not UTF-8 text"},
    CodeInfo{Code::binary_text, error, "the file holds a character that text does not have"},
    CodeInfo{Code::text_too_big, error, "the file is too big"},
    CodeInfo{Code::not_yaml, error, "the text is not YAML"},
    CodeInfo{Code::tab_indent, error, "a tab is used for indentation"},
    CodeInfo{Code::too_deep, error, "lists and maps are nested too deeply"},
    CodeInfo{Code::too_many_aliases, error, "aliases grow the file beyond reason"},
    CodeInfo{Code::duplicate_key, error, "one key stands twice in a map"},
    CodeInfo{Code::merge_key, error, "a merge key is used"},
    CodeInfo{Code::several_documents, error, "the file holds several documents"},
    CodeInfo{Code::tag_refused, error, "a tag is used"},
    CodeInfo{Code::unknown_anchor, error, "an alias names no anchor before it"},
    CodeInfo{Code::wrong_kind, error, "a value is of the wrong kind"},
    CodeInfo{Code::unknown_key, error, "a key is not known"},
    CodeInfo{Code::missing_key, error, "a required key is missing"},
    CodeInfo{Code::empty_value, error, "a key has no value"},
    CodeInfo{Code::newer_format, error, "the file is of a newer format"},
    CodeInfo{Code::bad_day, error, "a day cannot be read"},
    CodeInfo{Code::window_reversed, error, "a window ends before it starts"},
    CodeInfo{Code::bad_time, error, "a time of day cannot be read"},
    CodeInfo{Code::bad_span, error, "a span of times cannot be read"},
    CodeInfo{Code::empty_span, error, "a span of times has equal ends"},
    CodeInfo{Code::bad_duration, error, "a duration cannot be read"},
    CodeInfo{Code::bad_window, error, "a window cannot be read"},
    CodeInfo{Code::time_skipped, error, "a local time does not exist"},
    CodeInfo{Code::time_doubled, error, "a local time exists twice"},
    CodeInfo{Code::unknown_zone, error, "a time zone is not known"},
    CodeInfo{Code::bad_id, error, "an id cannot be used"},
    CodeInfo{Code::bad_number, error, "a number cannot be read or is out of range"},
    CodeInfo{Code::bad_bool, error, "a value is neither true nor false"},
    CodeInfo{Code::unknown_word, error, "a value is none of the words allowed"},
    CodeInfo{Code::bad_seat_count, error, "a count of seats cannot be read"},
    CodeInfo{Code::no_zone_database, error, "this machine has no time zones"},
    CodeInfo{Code::duplicate_id, error, "one id is given twice"},
    CodeInfo{Code::unknown_committee, error, "a committee is not known"},
    CodeInfo{Code::unknown_topic, error, "a topic is not known"},
    CodeInfo{Code::unknown_role, error, "a role is not known"},
    CodeInfo{Code::unknown_attendee, error, "an attendee is not known"},
    CodeInfo{Code::unknown_session, error, "a session is not known"},
    CodeInfo{Code::unknown_delegation, error, "a delegation is not known"},
    CodeInfo{Code::unknown_slot, error, "a slot is not known"},
    CodeInfo{Code::unknown_wish, error, "a wish names nothing"},
    CodeInfo{Code::committee_cycle, error, "a committee is its own parent"},
    CodeInfo{Code::time_and_slot, error, "a session has not exactly one of time and slot"},
    CodeInfo{Code::several_all, error, "several roles of a session are open to all"},
    CodeInfo{Code::bar_target, error, "a bar has not exactly one of session, committee and topic"},
    CodeInfo{Code::section_twice, error, "a section stands in two files"},
    CodeInfo{Code::no_conference, error, "no file describes the conference"},
    CodeInfo{Code::session_outside, warning, "a session lies outside the conference"},
    CodeInfo{Code::window_outside, warning, "a window lies outside the conference"},
    CodeInfo{Code::badge_of_nobody, warning, "a badge is asked for but held by nobody"},
    CodeInfo{Code::attendee_without_seat, warning, "an attendee can sit nowhere"},
    CodeInfo{Code::session_without_candidate, warning, "nobody can enter a session"},
    CodeInfo{Code::topic_without_session, warning, "a topic has no session"},
    CodeInfo{Code::room_twice, warning, "two sessions are in one room at once"},
    CodeInfo{Code::pin_cancelled, warning, "a pin is in a cancelled session"},
    CodeInfo{Code::pin_twice, error, "a pin stands twice"},
    CodeInfo{Code::pin_seat, error, "a pin breaks rule 1: the seat"},
    CodeInfo{Code::pin_presence, error, "a pin breaks rule 2: the attendee cannot be there"},
    CodeInfo{Code::pin_role, error, "a pin breaks rule 3: the attendee cannot fill the role"},
    CodeInfo{Code::pin_overlap, error, "a pin breaks rule 4: two sessions at once"},
    CodeInfo{Code::pin_limit, error, "a pin breaks rule 5: a limit"},
    CodeInfo{Code::pin_barred, error, "a pin meets a bar"},
    CodeInfo{Code::clock_unknown, warning, "the changes of the clocks are not known so far ahead"},
    CodeInfo{Code::reach_unfinished, warning, "the conference is too large to look for all warnings"},
    CodeInfo{Code::no_attendees, warning, "there are sessions but no attendees"},
    CodeInfo{Code::file_passed_over, warning, "a file in a folder is not read"},
    CodeInfo{Code::session_into_next_day, warning, "a session lasts far into the next day"},
    CodeInfo{Code::need_of_nobody, warning, "a role needs what nobody can"},
    CodeInfo{Code::language_of_nobody, warning, "a session is in languages that nobody has"},
    CodeInfo{Code::plan_line_twice, error, "a plan says one thing twice"},
    CodeInfo{Code::plan_presence, error, "a plan is wrong about who follows remotely"},
    CodeInfo{Code::plan_level, error, "a level in a plan is not what the plan is worth"},
    CodeInfo{Code::plan_gap, error, "a gap in a plan is not what the plan leaves empty"},
    CodeInfo{Code::plan_conference, warning, "a plan is of another conference"},
    CodeInfo{Code::plan_two_seats, error, "a plan breaks rule 1: two seats in one session"},
    CodeInfo{Code::plan_role_not_asked, error, "a plan breaks rule 1: a role that the session does not ask for"},
    CodeInfo{Code::plan_too_many, error, "a plan breaks rule 1: more in a role than the session has seats"},
    CodeInfo{Code::plan_away, error, "a plan breaks rule 2: the attendee is not available"},
    CodeInfo{Code::plan_no_badge, error, "a plan breaks rule 2: the door does not open to the attendee"},
    CodeInfo{Code::plan_not_webcast, error, "a plan breaks rule 2: no webcast reaches the attendee"},
    CodeInfo{Code::plan_asleep, error, "a plan breaks rule 2: outside the daily hours of the attendee"},
    CodeInfo{Code::plan_onsite_role, error, "a plan breaks rule 2: the role is for people on site"},
    CodeInfo{Code::plan_cannot, error, "a plan breaks rule 3: the attendee may not do what the role needs"},
    CodeInfo{Code::plan_silent, error, "a plan breaks rule 3: the attendee is silent on a topic"},
    CodeInfo{Code::plan_expertise, error, "a plan breaks rule 3: too little expertise"},
    CodeInfo{Code::plan_language, error, "a plan breaks rule 3: no language in common"},
    CodeInfo{Code::plan_overlap, error, "a plan breaks rule 4: two sessions at once"},
    CodeInfo{Code::plan_transfer, error, "a plan breaks rule 4: too little time between two rooms"},
    CodeInfo{Code::plan_sessions_per_day, error, "a plan breaks rule 5: too many sessions in a day"},
    CodeInfo{Code::plan_hours_per_day, error, "a plan breaks rule 5: too many hours in a day"},
    CodeInfo{Code::plan_hours, error, "a plan breaks rule 5: too many hours in all"},
    CodeInfo{Code::plan_rest, error, "a plan breaks rule 5: too little rest between two days"},
    CodeInfo{Code::plan_pin_missing, error, "a plan breaks rule 6: a pinned assignment is missing"},
    CodeInfo{Code::plan_barred, error, "a plan breaks rule 6: a barred assignment"},
    CodeInfo{Code::plan_cancelled, error, "a plan breaks rule 7: a seat in a cancelled session"},
    CodeInfo{Code::plan_history, error, "a plan breaks rule 8: the past is changed"},
    CodeInfo{Code::not_a_programme, error, "the file is no programme that plancover can read"},
    CodeInfo{Code::programme_broken, error, "a programme is broken"},
    CodeInfo{Code::bad_programme_time, error, "a time in a programme cannot be read"},
    CodeInfo{Code::bad_programme_zone, error, "a programme names a time zone that does not exist"},
    CodeInfo{Code::no_programme_zone, error, "a programme does not say its time zone"},
    CodeInfo{Code::guessed_zone, warning, "the time zone of a programme is a guess"},
    CodeInfo{Code::session_without_length, warning, "a session of a programme has no length"},
    CodeInfo{Code::session_of_days, warning, "a session of a programme is longer than a day"},
    CodeInfo{Code::bad_recurrence, error, "a rule of repetition is not followed"},
    CodeInfo{Code::recurrence_cut, warning, "a rule of repetition is followed only so far"},
    CodeInfo{Code::change_without_series, warning, "a change belongs to no series"},
    CodeInfo{Code::same_event_twice, warning, "a programme says one event twice"},
    CodeInfo{Code::too_many_events, error, "a programme has too many events"},
    CodeInfo{Code::programme_not_utf8, error, "a programme is not all UTF-8 text"},
    CodeInfo{Code::clock_change_widened, warning, "a session is moved out of a clock change"},
    CodeInfo{Code::text_cut, warning, "a text of a programme is cut short"},
    CodeInfo{Code::no_sessions, error, "there is no session in a programme"},
    CodeInfo{Code::missing_column, error, "a table lacks a column"},
    CodeInfo{Code::bad_rule, error, "a rule for programmes says nothing that can be done"},
    CodeInfo{Code::rule_without_match, warning, "a rule for programmes fits no session"},
    CodeInfo{Code::cannot_edit, error, "a planning file cannot be changed in place"},
    CodeInfo{Code::bad_event, error, "an event of the day makes no sense"},
    CodeInfo{Code::event_in_vain, warning, "an event of the day may be a slip"},
    CodeInfo{Code::now_outside, error, "the present moment lies outside the conference"},
    CodeInfo{Code::previous_gone, warning, "a previous assignment is lost"},
    CodeInfo{Code::pin_dropped, warning, "a pin is dropped"},
    CodeInfo{Code::previous_elsewhere, error, "the previous plan is of another conference"},
};

const std::map<Code, std::string>& names() {
  static const std::map<Code, std::string> all = [] {
    std::map<Code, std::string> made;
    for (const CodeInfo& each : table) {
      const std::string number = std::to_string(static_cast<int>(each.code));
      made[each.code] = "PC" + std::string(3 - number.size(), '0') + number;
    }
    return made;
  }();
  return all;
}

}  // namespace

std::span<const CodeInfo> all_codes() {
  return table;
}

const CodeInfo& info(Code code) {
  const auto* row =
      std::lower_bound(table.begin(), table.end(), code, [](const CodeInfo& a, Code b) { return a.code < b; });
  if (row == table.end() || row->code != code) throw std::logic_error("a diagnostic code is missing from its table");
  return *row;
}

std::string_view name(Code code) {
  return names().at(code);
}

}  // namespace plancover

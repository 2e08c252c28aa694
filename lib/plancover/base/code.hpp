// The diagnostics by code. A code is stable for ever: a number is never used again for
// another thing. PC001-PC099 text and values, PC100-PC199 references and the sense of
// one file, PC200-PC299 the conference as a whole, PC300-PC399 plans,
// PC400-PC499 published programmes.
#pragma once

#include <span>
#include <string_view>

namespace plancover {

enum class Severity { error, warning };

// One line a code, by number; the titles are in code.cpp.
enum class Code : int {
  not_utf8 = 1,
  binary_text = 2,
  text_too_big = 3,
  not_yaml = 4,
  tab_indent = 5,
  too_deep = 6,
  too_many_aliases = 7,
  duplicate_key = 8,
  merge_key = 9,
  several_documents = 10,
  tag_refused = 11,
  unknown_anchor = 12,
  wrong_kind = 13,
  unknown_key = 14,
  missing_key = 15,
  empty_value = 16,
  newer_format = 17,
  bad_day = 20,
  window_reversed = 21,
  bad_time = 22,
  bad_span = 23,
  empty_span = 24,
  bad_duration = 25,
  bad_window = 26,
  time_skipped = 27,
  time_doubled = 28,
  unknown_zone = 29,
  bad_id = 30,
  bad_number = 31,
  bad_bool = 32,
  unknown_word = 33,
  bad_seat_count = 34,
  no_zone_database = 35,
  duplicate_id = 100,
  unknown_committee = 101,
  unknown_topic = 102,
  unknown_role = 103,
  unknown_attendee = 104,
  unknown_session = 105,
  unknown_delegation = 106,
  unknown_slot = 107,
  unknown_wish = 108,
  committee_cycle = 110,
  time_and_slot = 111,
  several_all = 112,
  bar_target = 113,
  section_twice = 114,
  no_conference = 200,
  session_outside = 201,
  window_outside = 202,
  badge_of_nobody = 203,
  attendee_without_seat = 204,
  session_without_candidate = 205,
  topic_without_session = 206,
  room_twice = 207,
  pin_cancelled = 208,
  pin_twice = 209,
  pin_seat = 210,
  pin_presence = 211,
  pin_role = 212,
  pin_overlap = 213,
  pin_limit = 214,
  pin_barred = 215,
  clock_unknown = 216,
  reach_unfinished = 217,
  no_attendees = 218,
  file_passed_over = 219,
  plan_line_twice = 300,
  plan_presence = 301,
  plan_level = 302,
  plan_gap = 303,
  plan_conference = 304,
  plan_two_seats = 310,
  plan_role_not_asked = 311,
  plan_too_many = 312,
  plan_away = 320,
  plan_no_badge = 321,
  plan_not_webcast = 322,
  plan_asleep = 323,
  plan_onsite_role = 324,
  plan_cannot = 330,
  plan_silent = 331,
  plan_expertise = 332,
  plan_language = 333,
  plan_overlap = 340,
  plan_transfer = 341,
  plan_sessions_per_day = 350,
  plan_hours_per_day = 351,
  plan_hours = 352,
  plan_rest = 353,
  plan_pin_missing = 360,
  plan_barred = 361,
  plan_cancelled = 370,
  plan_history = 380,
  not_a_programme = 400,
  programme_broken = 401,
  bad_programme_time = 402,
  bad_programme_zone = 403,
  no_programme_zone = 404,
  guessed_zone = 405,
  session_without_length = 406,
  session_of_days = 407,
  bad_recurrence = 408,
  recurrence_cut = 409,
  change_without_series = 410,
  same_event_twice = 411,
  too_many_events = 412,
  programme_not_utf8 = 413,
  clock_change_widened = 414,
  text_cut = 415,
  no_sessions = 416,
  missing_column = 417,
  bad_rule = 418,
  rule_without_match = 419,
  cannot_edit = 420,
};

struct CodeInfo {
  Code code;
  Severity severity;
  std::string_view title;  ///< what plancover-diagnostics(7) calls it
};

/// Every code, by number.
[[nodiscard]] std::span<const CodeInfo> all_codes();
[[nodiscard]] const CodeInfo& info(Code code);
/// "PC021"
[[nodiscard]] std::string_view name(Code code);

}  // namespace plancover

// The conference as the solver sees it: whole numbers in plain arrays, no text, no
// zones, no inheritance. Everything that can be decided for one attendee and one seat
// alone has been decided: what is not a Candidate cannot happen.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plancover/base/index.hpp"

namespace plancover {

struct ProblemSession;
struct Seat;
struct Candidate;
struct Person;
using SlotIndex = Index<ProblemSession>;
using SeatIndex = Index<Seat>;
using CandidateIndex = Index<Candidate>;
using PersonIndex = Index<Person>;

/// A live session. Times are minutes of universal time since the first session's start.
struct ProblemSession {
  std::int64_t start = 0;
  std::int64_t end = 0;             ///< half-open
  int day = 0;                      ///< days with sessions, numbered from 0 in order (rule 5)
  int room = -1;                    ///< -1: unknown, which is never the same room
  int tier = 0;                     ///< 0 critical … 3 low
  bool counts = true;               ///< in sessions_per_day and load; false for kind `meeting`
  bool history = false;             ///< started before now: nothing in it may change, nothing in it is a gap
  bool attended = false;            ///< somebody sits there who is not of this problem, so it is never abandoned
  std::vector<SlotIndex> previous;  ///< sitting in any of these earns continuity here
  std::vector<SeatIndex> seats;
};

/// One role of one session: `required` must, up to `wanted` may; with `all` any number
/// above `required` earns `attend` (then `wanted` == `required`).
struct Seat {
  SlotIndex session;
  int required = 0;
  int wanted = 0;
  bool all = false;
  std::vector<CandidateIndex> candidates;  ///< ascending
};

struct Candidate {
  PersonIndex person;
  SeatIndex seat;
  SlotIndex session;  ///< that of the seat
  bool remote = false;
  bool fixed = false;       ///< pinned or history: chosen in every plan
  std::int64_t points = 0;  ///< quality of this assignment by itself: expertise, prefers, avoids, remote
  int kept = 0;             ///< how many units of `changes` it saves: 2 same role, 1 same session, 0 neither
};

/// What an attendee may carry. Absent limits are so high that they cannot bind.
struct Person {
  int sessions_per_day = 0;
  std::int64_t minutes_per_day = 0;
  std::int64_t minutes = 0;                ///< over the whole conference
  std::int64_t rest = 0;                   ///< between sessions of different days
  std::vector<CandidateIndex> candidates;  ///< by session start, then session, then seat
};

enum class LevelKind { required, changes, optional, quality };

struct ProblemLevel {
  LevelKind kind = LevelKind::quality;
  int tier = 0;  ///< of `required` and `optional`
};

[[nodiscard]] inline bool counts_seats(const ProblemLevel& level) {
  return level.kind == LevelKind::required || level.kind == LevelKind::optional;
}

struct Problem {
  Table<SlotIndex, ProblemSession> sessions;    ///< by start, then end, then the model's order
  Table<SeatIndex, Seat> seats;                 ///< by session
  Table<CandidateIndex, Candidate> candidates;  ///< by person
  Table<PersonIndex, Person> people;
  std::vector<ProblemLevel> levels;  ///< in the order of importance
  std::int64_t changes_at_most = 0;  ///< `changes` when nothing at all is kept
  std::int64_t transfer = 0;         ///< minutes between two different rooms, on site
  std::int64_t continuity = 0;       ///< points
  std::int64_t attend = 0;
  std::int64_t load = 0;
  int days = 0;
};

/// Must the two candidates of one person not be chosen together? Rule 4 and rest; also
/// true for two seats of one session. False between two fixed candidates of history.
[[nodiscard]] bool clash(const Problem& problem, CandidateIndex a, CandidateIndex b);
/// What the person may do in the session.
[[nodiscard]] std::span<const CandidateIndex> candidates_at(const Problem& problem, PersonIndex person,
                                                            SlotIndex session);

}  // namespace plancover

// Who may fill which seat: hard rules 2 and 3 and the bars, for one attendee, one
// session and one role, with the reason and its line where the answer is no. Knows
// nothing of other assignments; those are in conflict.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plancover/model/assignment.hpp"
#include "plancover/model/conference.hpp"

namespace plancover {

/// The first rule that keeps an attendee out, in the order they are asked.
enum class Obstacle {
  barred,       ///< a bar names the session, its committee or one of its topics
  away,         ///< in no window, on site or remote
  no_badge,     ///< there, but the door asks for a badge the attendee does not hold
  not_webcast,  ///< remote only, and the session is not webcast to the attendee
  asleep,       ///< remote only, and outside the attendee's daily hours
  onsite_role,  ///< remote only, and the role must be filled on site
  cannot,       ///< the role needs an ability the attendee lacks
  silent,       ///< the role needs an ability and the attendee is silent on a topic of the session
  expertise,    ///< too low in every topic of the session
  language,     ///< none in common
};

struct Refusal {
  Obstacle obstacle{};
  Location because{};  ///< the line that decides (the window, the door, the terms …); may be unknown
  std::string detail;  ///< the word it turns on: a badge, an ability, a topic id; may be empty
};

/// Every attendee × role × session question has one of two answers.
struct Eligibility {
  std::optional<Presence> presence;  ///< set: a candidate, there in this way
  std::vector<Refusal> refusals;     ///< otherwise every reason, in the order of Obstacle; at least one
};

/// Asks rules 2 and 3 and the bars. Does not ask whether the session has such a seat or is cancelled.
[[nodiscard]] Eligibility eligibility(const Conference& conference, AttendeeIndex attendee, SessionIndex session,
                                      RoleIndex role);
/// The same without reasons: set where the attendee is a candidate.
[[nodiscard]] std::optional<Presence> candidate(const Conference& conference, AttendeeIndex attendee,
                                                SessionIndex session, RoleIndex role);

/// `candidate` for one attendee and many seats, of which a large conference has millions: what does not change from one
/// to the next is looked up once.
class Candidacy {
 public:
  /// What the roles of a session have in common.
  struct Standing {
    std::optional<Presence> way;  ///< absent: no role of the session is open to the attendee
    bool silent = false;          ///< on one of its topics
    bool topicless = true;        ///< then no expertise is asked for
    int expertise = 0;            ///< as `expertise_in`
  };

  Candidacy(const Conference& conference, AttendeeIndex attendee);
  [[nodiscard]] Standing at(SessionIndex session) const;
  [[nodiscard]] std::optional<Presence> in(const Standing& standing, RoleIndex role) const;

 private:
  const Conference& conference_;
  AttendeeIndex attendee_;
  std::vector<bool> silent_;            // by TopicIndex
  std::vector<std::int8_t> level_;      // by TopicIndex
  std::vector<bool> able_;              // by RoleIndex: has all that it needs
  std::vector<bool> barred_topic_;      // by TopicIndex
  std::vector<bool> barred_committee_;  // by CommitteeIndex
  std::vector<SessionIndex> barred_;    // ascending, as the next
  std::vector<SessionIndex> pinned_;
};

/// Rule 2 alone, for a role that may be filled remotely (`onsite` false) or not.
[[nodiscard]] std::optional<Presence> presence(const Conference& conference, AttendeeIndex attendee,
                                               SessionIndex session, bool onsite);
/// The highest level of the attendee among the session's topics, 0..3.
[[nodiscard]] int expertise_in(const Conference& conference, AttendeeIndex attendee, SessionIndex session);

}  // namespace plancover

#include <algorithm>
#include <tuple>

#include "plancover/plan/plan.hpp"

namespace plancover {

void sort_plan(const Conference& conference, Plan& plan) {
  const auto session_key = [&](SessionIndex s) {
    const Session& session = conference.sessions[s];
    return std::tuple<Instant, const std::string&>(session.time.value.from, session.id);
  };
  std::sort(plan.assignments.begin(), plan.assignments.end(), [&](const Assignment& a, const Assignment& b) {
    return std::tuple_cat(session_key(a.session), std::tie(conference.roles[a.role].id),
                          std::tie(conference.attendees[a.attendee].id)) <
           std::tuple_cat(session_key(b.session), std::tie(conference.roles[b.role].id),
                          std::tie(conference.attendees[b.attendee].id));
  });
  std::sort(plan.gaps.begin(), plan.gaps.end(), [&](const Gap& a, const Gap& b) {
    return std::tuple_cat(session_key(a.session), std::tie(conference.roles[a.role].id),
                          std::tuple<bool>(!a.required)) <
           std::tuple_cat(session_key(b.session), std::tie(conference.roles[b.role].id), std::tuple<bool>(!b.required));
  });
}

}  // namespace plancover

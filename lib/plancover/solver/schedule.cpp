#include "plancover/solver/schedule.hpp"

#include <algorithm>

namespace plancover {

Schedule::Schedule(const Problem& problem)
    : problem_(problem),
      filled_(problem.seats.size(), 0),
      sitting_(problem.sessions.size(), 0),
      held_(problem.people.size()),
      minutes_(problem.people.size(), 0) {
  for (const ProblemSession& session : problem.sessions) longest_ = std::max(longest_, session.end - session.start);
}

bool Schedule::fits(CandidateIndex index) const {
  const Candidate& candidate = problem_.candidates[index];
  const Seat& seat = problem_.seats[candidate.seat];
  const ProblemSession& session = problem_.sessions[candidate.session];
  const Person& person = problem_.people[candidate.person];
  const std::int64_t length = session.end - session.start;
  if (!seat.all && filled_[candidate.seat.value] >= seat.wanted) return false;
  if (lacks_hours(index)) return false;
  // Only what is near can be in the way: what is of the same day, and what a walk or a rest reaches.
  const std::vector<CandidateIndex>& held = held_[candidate.person.value];
  const std::int64_t reach = std::max(problem_.transfer, person.rest);
  const auto here = std::lower_bound(held.begin(), held.end(), index);
  std::int64_t today = length;
  int counted = session.counts ? 1 : 0;
  const auto is_free_beside = [&](CandidateIndex other, const ProblemSession& beside) {
    if (beside.day == session.day) {
      today += beside.end - beside.start;
      if (beside.counts) ++counted;
    }
    return !clash(problem_, index, other);
  };
  for (auto before = here; before != held.begin();) {
    const ProblemSession& beside = problem_.sessions[problem_.candidates[*--before].session];
    if (beside.day != session.day && beside.start + longest_ + reach <= session.start) break;
    if (!is_free_beside(*before, beside)) return false;
  }
  for (auto after = here; after != held.end(); ++after) {
    const ProblemSession& beside = problem_.sessions[problem_.candidates[*after].session];
    if (beside.day != session.day && beside.start >= session.end + reach) break;
    if (!is_free_beside(*after, beside)) return false;
  }
  return today <= person.minutes_per_day && (!session.counts || counted <= person.sessions_per_day);
}

bool Schedule::lacks_hours(CandidateIndex index) const {
  const Candidate& candidate = problem_.candidates[index];
  const ProblemSession& session = problem_.sessions[candidate.session];
  const std::int64_t length = session.end - session.start;
  return minutes_[candidate.person.value] + length > problem_.people[candidate.person].minutes;
}

void Schedule::add(CandidateIndex index) {
  const Candidate& candidate = problem_.candidates[index];
  const ProblemSession& session = problem_.sessions[candidate.session];
  ++filled_[candidate.seat.value];
  ++sitting_[candidate.session.value];
  minutes_[candidate.person.value] += session.end - session.start;
  std::vector<CandidateIndex>& held = held_[candidate.person.value];
  held.insert(std::upper_bound(held.begin(), held.end(), index), index);
}

void Schedule::remove(CandidateIndex index) {
  const Candidate& candidate = problem_.candidates[index];
  const ProblemSession& session = problem_.sessions[candidate.session];
  --filled_[candidate.seat.value];
  --sitting_[candidate.session.value];
  minutes_[candidate.person.value] -= session.end - session.start;
  std::erase(held_[candidate.person.value], index);
}

int Schedule::counted(PersonIndex person, int day) const {
  int count = 0;
  for (const CandidateIndex c : held_[person.value]) {
    const ProblemSession& session = problem_.sessions[problem_.candidates[c].session];
    if (session.day == day && session.counts) ++count;
  }
  return count;
}

std::vector<CandidateIndex> Schedule::chosen() const {
  std::vector<CandidateIndex> all;
  for (const auto& held : held_) all.insert(all.end(), held.begin(), held.end());
  return all;  // candidates stand by person
}

std::vector<CandidateIndex> repaired(const Problem& problem, const std::vector<CandidateIndex>& chosen) {
  Schedule schedule(problem);
  for (const CandidateIndex c : chosen) {
    if (problem.candidates[c].fixed) schedule.add(c);
  }
  // Candidates of a person stand by start, so ascending order is order of time.
  std::vector<CandidateIndex> ascending = chosen;
  std::sort(ascending.begin(), ascending.end());
  for (const CandidateIndex c : ascending) {
    if (!problem.candidates[c].fixed && schedule.fits(c)) schedule.add(c);
  }
  return schedule.chosen();
}

}  // namespace plancover

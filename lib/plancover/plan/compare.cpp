#include "plancover/plan/compare.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "plancover/base/zone.hpp"
#include "plancover/plan/resolve_parts.hpp"

namespace plancover {
namespace {

using SeatKey = std::pair<std::string, std::string>;  // session, role

/// role -> what is said of presence, of one attendee in one session.
using Parts = std::map<std::string, std::optional<bool>>;

class Comparison {
 public:
  Comparison(const PlanText& before, const PlanText& after, const Conference* conference)
      : before_(before), after_(after), conference_(conference) {}

  ChangeList run() {
    order_sessions();
    compare_parts();
    compare_seats();
    compare_gaps_of_both();
    sort();
    return std::move(list_);
  }

 private:
  static std::optional<bool> remote_in(const PlanText& plan, const AssignmentText& line) {
    const auto said = said_presence(plan, line);
    return said ? std::optional{*said == Presence::remote} : std::nullopt;
  }

  void order_sessions() {
    std::vector<std::string> names;
    for (const PlanText* plan : {&before_, &after_}) {
      for (const AssignmentText& line : plan->assignments) names.push_back(line.session);
      if (!plan->gaps) continue;
      for (const GapText& gap : *plan->gaps) names.push_back(gap.session);
    }
    if (conference_ != nullptr) {
      const auto key = [&](const std::string& id) {
        const auto known = conference_->session_ids.find(id);
        const bool there = known != conference_->session_ids.end();
        return std::tuple{!there, there ? conference_->sessions[known->second].time.value.from : Instant{}, id};
      };
      std::sort(names.begin(), names.end(),
                [&](const std::string& a, const std::string& b) { return key(a) < key(b); });
    }
    for (const std::string& id : names) order_.emplace(id, order_.size());
  }

  [[nodiscard]] bool history(const std::string& session) const {
    if (conference_ == nullptr) return false;
    const auto known = conference_->session_ids.find(session);
    if (known == conference_->session_ids.end()) return false;
    for (const PlanText* plan : {&before_, &after_}) {
      if (!plan->now) continue;
      const Instant now = to_instant_leniently(conference_->zone, plan->now->value);
      if (conference_->sessions[known->second].time.value.from < now) return true;
    }
    return false;
  }

  void compare_parts() {
    std::map<std::pair<std::string, std::string>, std::pair<Parts, Parts>> all;  // by attendee, session
    for (const AssignmentText& line : before_.assignments) {
      all[{line.attendee, line.session}].first.emplace(line.role, remote_in(before_, line));
      was_[{line.session, line.role}].insert(line.attendee);
    }
    for (const AssignmentText& line : after_.assignments) {
      all[{line.attendee, line.session}].second.emplace(line.role, remote_in(after_, line));
      now_[{line.session, line.role}].insert(line.attendee);
    }
    for (auto& [key, both] : all) one_attendee(key.first, key.second, both.first, both.second);
  }

  void one_attendee(const std::string& attendee, const std::string& session, Parts& was, Parts& now) {
    const auto add = [&](std::optional<Part> old_part, std::optional<Part> new_part) {
      list_.parts.push_back({session, attendee, std::move(old_part), std::move(new_part), {}});
    };
    for (auto it = was.begin(); it != was.end();) {
      const auto same = now.find(it->first);
      if (same == now.end()) {
        ++it;
        continue;
      }
      if (it->second && same->second && *it->second != *same->second) {
        ++list_.switched;
        add(Part{it->first, it->second}, Part{same->first, same->second});
      } else {
        ++list_.unchanged;
      }
      now.erase(same);
      it = was.erase(it);
    }
    auto next = now.begin();
    for (const auto& [role, remote] : was) {
      if (next == now.end()) {
        add(Part{role, remote}, std::nullopt);
      } else {
        add(Part{role, remote}, Part{next->first, next->second});
        ++next;
      }
    }
    for (; next != now.end(); ++next) add(std::nullopt, Part{next->first, next->second});
  }

  static std::vector<std::string> only_in(const std::map<SeatKey, std::set<std::string>>& here,
                                          const std::map<SeatKey, std::set<std::string>>& there, const SeatKey& seat) {
    std::vector<std::string> result;
    const auto all = here.find(seat);
    if (all == here.end()) return result;
    const auto others = there.find(seat);
    for (const std::string& attendee : all->second) {
      if (others == there.end() || !others->second.contains(attendee)) result.push_back(attendee);
    }
    return result;
  }

  /// Who went and who came, seat by seat; what is left over opens or closes gaps, or came and went with the seat.
  void compare_seats() {
    std::set<SeatKey> seats;
    for (const auto& [seat, attendees] : was_) seats.insert(seat);
    for (const auto& [seat, attendees] : now_) seats.insert(seat);
    for (const SeatKey& seat : seats) {
      const int went = static_cast<int>(only_in(was_, now_, seat).size());
      const int came = static_cast<int>(only_in(now_, was_, seat).size());
      const int both = std::min(went, came);
      list_.reassigned += both;
      came_[seat] = came - both;
      went_[seat] = went - both;
    }
    for (PartChange& part : list_.parts) {
      if (part.was && (!part.now || part.now->role != part.was->role)) {
        part.instead = only_in(now_, was_, {part.session, part.was->role});
      } else if (!part.was) {
        part.instead = only_in(was_, now_, {part.session, part.now->role});
      }
    }
  }

  void compare_gaps_of_both() {
    if (before_.gaps && after_.gaps) {
      std::map<std::tuple<std::string, std::string, bool>, std::pair<int, int>> open;  // required first
      for (const GapText& gap : *before_.gaps) open[{gap.session, gap.role, !gap.required}].first += gap.open;
      for (const GapText& gap : *after_.gaps) open[{gap.session, gap.role, !gap.required}].second += gap.open;
      for (const auto& [key, counts] : open) {
        const auto& [session, role, optional] = key;
        if (counts.first == counts.second || history(session)) continue;
        GapChange change{session, role, !optional, counts.first, counts.second, 0};
        if (change.now < change.was) {
          int& came = came_[{session, role}];
          change.filled = std::min(came, change.was - change.now);
          came -= change.filled;
          list_.closed += change.filled;
        } else {
          int& went = went_[{session, role}];
          went -= std::min(went, change.now - change.was);
          list_.opened += change.now - change.was;
        }
        list_.gaps.push_back(std::move(change));
      }
    }
    for (const auto& [seat, count] : came_) list_.added += count;
    for (const auto& [seat, count] : went_) list_.released += count;
  }

  void sort() {
    const auto place = [&](const std::string& session) { return order_.at(session); };
    std::stable_sort(list_.parts.begin(), list_.parts.end(), [&](const PartChange& a, const PartChange& b) {
      return std::tuple{std::string_view(a.attendee), place(a.session)} <
             std::tuple{std::string_view(b.attendee), place(b.session)};
    });
    std::stable_sort(list_.gaps.begin(), list_.gaps.end(),
                     [&](const GapChange& a, const GapChange& b) { return place(a.session) < place(b.session); });
    for (const PartChange& part : list_.parts) {
      if (list_.attendees.empty() || list_.attendees.back() != part.attendee) {
        list_.attendees.push_back(part.attendee);
      }
    }
  }

  const PlanText& before_;
  const PlanText& after_;
  const Conference* conference_;
  ChangeList list_;
  std::map<std::string, std::size_t> order_;
  std::map<SeatKey, std::set<std::string>> was_;
  std::map<SeatKey, std::set<std::string>> now_;
  std::map<SeatKey, int> came_;  // beyond those in whose place they came
  std::map<SeatKey, int> went_;
};

}  // namespace

ChangeList compare_plans(const PlanText& before, const PlanText& after, const Conference* conference) {
  return Comparison(before, after, conference).run();
}

PlanText in_words(const Conference& conference, const Plan& plan) {
  PlanText text;
  text.conference = conference.name;
  text.status = plan.status;
  if (plan.now) text.now = {to_local(conference.zone, *plan.now), {}};
  for (const Level& level : plan.levels) text.levels.push_back({level, {}});
  for (const Assignment& a : plan.assignments) {
    text.assignments.push_back({conference.sessions[a.session].id, conference.roles[a.role].id,
                                conference.attendees[a.attendee].id, a.presence == Presence::remote, a.where});
  }
  text.gaps.emplace();
  for (const Gap& gap : plan.gaps) {
    text.gaps->push_back(
        {conference.sessions[gap.session].id, conference.roles[gap.role].id, gap.required, gap.open, {}});
  }
  return text;
}

}  // namespace plancover

#include "plancover/insight/shortage.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "plancover/problem/build.hpp"

namespace plancover {

namespace {

/// One place to fill at the instant; a seat that asks for two is two of them.
struct Place {
  SeatIndex seat;
  std::vector<PersonIndex> people;
};

class Matching {
 public:
  Matching(std::vector<Place> places, std::size_t people)
      : places_(std::move(places)), place_of_(people, -1), visited_(people, false) {}

  /// Fills one more place, moving others; otherwise `reached` are the places that want the same people.
  bool fill(int place) {
    std::fill(visited_.begin(), visited_.end(), false);
    reached_.clear();
    return augment(place);
  }
  [[nodiscard]] const std::set<int>& reached() const { return reached_; }
  [[nodiscard]] const Place& place(int number) const { return places_[static_cast<std::size_t>(number)]; }

 private:
  bool augment(int number) {
    reached_.insert(number);
    for (const PersonIndex person : place(number).people) {
      if (visited_[person.value]) continue;
      visited_[person.value] = true;
      if (place_of_[person.value] >= 0 && !augment(place_of_[person.value])) continue;
      place_of_[person.value] = number;
      return true;
    }
    return false;
  }

  std::vector<Place> places_;
  std::vector<int> place_of_;  // by PersonIndex; -1: in none
  std::vector<bool> visited_;
  std::set<int> reached_;
};

class ShortageSearch {
 public:
  ShortageSearch(const Conference& conference, const Past& past, SeatKey asked, bool required)
      : conference_(conference), built_(build_problem(conference, past)), required_(required) {
    for (const SeatIndex seat : problem().seats.indexes()) {
      const SessionIndex session = built_.session_of[problem().seats[seat].session.value];
      if (session == asked.session && built_.role_of[seat.value] == asked.role) seat_ = seat;
    }
  }

  [[nodiscard]] std::optional<SeatShortage> run() const {
    if (!seat_) return std::nullopt;
    const ProblemSession& mine = problem().sessions[problem().seats[*seat_].session];
    std::set<std::int64_t> instants{mine.start};
    for (const ProblemSession& other : problem().sessions) {
      if (other.start > mine.start && other.start < mine.end) instants.insert(other.start);
    }
    std::optional<SeatShortage> best;
    for (const std::int64_t at : instants) {
      auto found = at_instant(at);
      if (found && (!best || found->seat_count() < best->seat_count())) best = std::move(found);
    }
    return best;
  }

 private:
  [[nodiscard]] const Problem& problem() const { return built_.problem; }

  /// How many of a seat stand no lower than the seat asked for.
  [[nodiscard]] int places_of(const Seat& seat) const {
    const int tier = problem().sessions[seat.session].tier;
    const int own = problem().sessions[problem().seats[*seat_].session].tier;
    if (required_) return tier <= own ? seat.required : 0;
    return tier <= own ? seat.wanted : seat.required;
  }

  [[nodiscard]] bool runs(SlotIndex slot, std::int64_t at) const {
    const ProblemSession& session = problem().sessions[slot];
    return session.start <= at && at < session.end;
  }

  /// The seat in which a person is pinned, or was, at the instant.
  [[nodiscard]] std::map<PersonIndex, SeatIndex> fixed_at(std::int64_t at) const {
    std::map<PersonIndex, SeatIndex> fixed;
    for (const Candidate& candidate : problem().candidates) {
      if (candidate.fixed && runs(candidate.session, at)) fixed[candidate.person] = candidate.seat;
    }
    return fixed;
  }

  [[nodiscard]] std::optional<SeatShortage> at_instant(std::int64_t at) const {
    const auto fixed = fixed_at(at);
    std::vector<Place> places;
    const auto add = [&](SeatIndex index) {
      const Seat& seat = problem().seats[index];
      if (!runs(seat.session, at) || problem().sessions[seat.session].history) return;
      Place place{index, {}};
      for (const CandidateIndex c : seat.candidates) {
        const PersonIndex person = problem().candidates[c].person;
        const auto held = fixed.find(person);
        if (held == fixed.end() || held->second == index) place.people.push_back(person);
      }
      places.insert(places.end(), static_cast<std::size_t>(places_of(seat)), place);
    };
    for (const SeatIndex seat : problem().seats.indexes()) {
      if (seat != *seat_) add(seat);
    }
    const auto others = static_cast<int>(places.size());
    add(*seat_);
    const auto all = static_cast<int>(places.size());
    Matching matching(std::move(places), problem().people.size());
    for (int i = 0; i < others; ++i) static_cast<void>(matching.fill(i));
    for (int i = others; i < all; ++i) {
      if (!matching.fill(i)) return told(at, matching);
    }
    return std::nullopt;
  }

  [[nodiscard]] SeatShortage told(std::int64_t at, const Matching& matching) const {
    SeatShortage shortage;
    const SessionIndex first = built_.session_of.front();
    shortage.at = conference_.sessions[first].time.value.from + Minutes{at};
    std::map<SeatKey, int> counts;
    std::set<AttendeeIndex> people;
    for (const int number : matching.reached()) {
      const Place& place = matching.place(number);
      ++counts[{built_.session_of[problem().seats[place.seat].session.value], built_.role_of[place.seat.value]}];
      for (const PersonIndex person : place.people) people.insert(built_.attendee_of[person.value]);
    }
    for (const auto& [key, count] : counts) shortage.seats.push_back({key, count});
    shortage.candidates.assign(people.begin(), people.end());
    return shortage;
  }

  const Conference& conference_;
  BuiltProblem built_;
  bool required_;
  std::optional<SeatIndex> seat_;
};

}  // namespace

std::optional<SeatShortage> find_shortage(const Conference& conference, const Past& past, SeatKey seat, bool required) {
  return ShortageSearch(conference, past, seat, required).run();
}

}  // namespace plancover

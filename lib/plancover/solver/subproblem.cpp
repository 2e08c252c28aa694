#include "plancover/solver/subproblem.hpp"

#include <algorithm>

namespace plancover {

namespace {

class Extraction {
 public:
  Extraction(const Problem& problem, const Fates& fates, const std::vector<PersonIndex>& people,
             const std::vector<int>& filled)
      : whole_(problem), fates_(fates), people_(people), filled_(filled) {}

  Subproblem run() {
    take_weights();
    take_sessions();
    for (const PersonIndex person : people_) take_person(person);
    return std::move(result_);
  }

 private:
  void take_weights() {
    Problem& part = result_.problem;
    part.levels = whole_.levels;
    part.transfer = whole_.transfer;
    part.continuity = whole_.continuity;
    part.attend = whole_.attend;
    part.load = whole_.load;
    part.days = whole_.days;
  }

  /// Can the candidate sit, for all the others do?
  [[nodiscard]] bool is_possible(CandidateIndex c) const {
    if (fates_[c.value] == Fate::forbidden) return false;
    const SeatIndex index = whole_.candidates[c].seat;
    const Seat& seat = whole_.seats[index];
    return fates_[c.value] == Fate::chosen || seat.all || filled_[index.value] < seat.wanted;
  }

  void take_sessions() {
    for (const PersonIndex person : people_) {
      for (const CandidateIndex c : whole_.people[person].candidates) {
        if (is_possible(c)) sessions_.push_back(whole_.candidates[c].session);
      }
    }
    std::sort(sessions_.begin(), sessions_.end());
    sessions_.erase(std::unique(sessions_.begin(), sessions_.end()), sessions_.end());
    Problem& part = result_.problem;
    for (const SlotIndex slot : sessions_) {
      ProblemSession session = whole_.sessions[slot];
      session.seats.clear();
      std::vector<SlotIndex> previous;
      for (const SlotIndex before : session.previous) {
        if (std::binary_search(sessions_.begin(), sessions_.end(), before)) previous.push_back(slot_of(before));
      }
      session.previous = std::move(previous);
      const SlotIndex here = part.sessions.add(std::move(session));
      for (const SeatIndex index : whole_.sessions[slot].seats) {
        const Seat& seat = whole_.seats[index];
        const int others = filled_[index.value];
        if (others > 0) part.sessions[here].attended = true;
        const SeatIndex left = part.seats.add(
            {here, std::max(seat.required - others, 0), std::max(seat.wanted - others, 0), seat.all, {}});
        part.sessions[here].seats.push_back(left);
      }
    }
  }

  [[nodiscard]] SlotIndex slot_of(SlotIndex session) const {
    return SlotIndex(
        static_cast<std::size_t>(std::lower_bound(sessions_.begin(), sessions_.end(), session) - sessions_.begin()));
  }

  void take_person(PersonIndex index) {
    Problem& part = result_.problem;
    Person person = whole_.people[index];
    person.candidates.clear();
    const PersonIndex here = part.people.add(std::move(person));
    for (const CandidateIndex c : whole_.people[index].candidates) {
      if (!is_possible(c)) continue;
      Candidate candidate = whole_.candidates[c];
      const SlotIndex slot = slot_of(candidate.session);
      const auto& seats = whole_.sessions[candidate.session].seats;
      const auto at = std::find(seats.begin(), seats.end(), candidate.seat) - seats.begin();
      candidate.person = here;
      candidate.session = slot;
      candidate.seat = part.sessions[slot].seats[static_cast<std::size_t>(at)];
      const CandidateIndex added = part.candidates.add(candidate);
      part.people[here].candidates.push_back(added);
      part.seats[candidate.seat].candidates.push_back(added);
      result_.origin.push_back(c);
      result_.fates.push_back(fates_[c.value]);
    }
  }

  const Problem& whole_;
  const Fates& fates_;
  const std::vector<PersonIndex>& people_;
  const std::vector<int>& filled_;
  std::vector<SlotIndex> sessions_;  // in which anyone of these may sit, ascending
  Subproblem result_;
};

}  // namespace

Subproblem subproblem_of(const Problem& problem, const Fates& fates, const std::vector<PersonIndex>& people,
                         const std::vector<int>& filled) {
  return Extraction(problem, fates, people, filled).run();
}

Piece whole_piece(const Problem& part, const std::vector<Cell>& cells) {
  Piece piece{{}, part.sessions.indexes()};
  for (std::size_t i = 0; i < cells.size(); ++i) piece.cells.push_back(static_cast<int>(i));
  return piece;
}

std::vector<CandidateIndex> in_part(const Subproblem& part, const std::vector<CandidateIndex>& chosen) {
  std::vector<CandidateIndex> found;
  for (std::size_t i = 0; i < part.origin.size(); ++i) {
    if (std::binary_search(chosen.begin(), chosen.end(), part.origin[i])) found.emplace_back(i);
  }
  return found;
}

std::vector<CandidateIndex> in_whole(const Subproblem& part, const std::vector<CandidateIndex>& chosen) {
  std::vector<CandidateIndex> found;
  found.reserve(chosen.size());
  for (const CandidateIndex c : chosen) found.push_back(part.origin[c.value]);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace plancover

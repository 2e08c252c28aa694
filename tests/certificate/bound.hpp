// A lower bound on what a level costs in some sessions, from any prices at all: what the
// prices make of each session's seats, taken at its least, and of each attendee's stay,
// taken at its most (Lagrangean relaxation). In whole numbers of 128 bits.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "certificate/stay.hpp"

namespace plancover::certificate {

/// As the certificate lists them; what is not listed has the price 0.
struct PriceList {
  struct Cost {
    std::size_t level = 0;
    int group = -1;
    Wide amount = 0;
  };
  std::vector<std::pair<SeatIndex, Wide>> seats;
  std::vector<Cost> costs;
  std::map<PersonIndex, Ties> ties;
};

/// What is known of the cost of a level: at least, at most; nothing known of what is absent.
struct Range {
  std::optional<Wide> least;
  std::optional<Wide> most;
};

using WholeRange = std::pair<std::int64_t, std::int64_t>;

/// What branching and fixing have decided.
struct Decisions {
  std::vector<Fate> fates;  ///< by CandidateIndex
  std::map<SeatIndex, WholeRange> empty;
  std::map<SeatIndex, WholeRange> wanting;
  std::map<SlotIndex, WholeRange> abandoned;
  std::map<std::pair<std::size_t, int>, Range> costs;  ///< by level and group, on top of what is known
  bool contradiction = false;
};

/// The sessions that a claim is about, and who can sit in them.
struct View {
  std::vector<SlotIndex> sessions;
  std::vector<bool> inside;  ///< by SlotIndex
  std::vector<int> group;    ///< by SlotIndex
  std::vector<std::pair<PersonIndex, std::vector<CandidateIndex>>> people;
};

[[nodiscard]] View view_of(const Problem& problem, const std::vector<SlotIndex>& sessions, std::vector<int> group);

/// By a count of something, from 0: no plan that has so many costs less; none where no plan has.
using ByCount = std::vector<std::optional<Wide>>;

/// No plan in which the level's cost in the group is `steps` away from `limit` costs less than
/// `steps` times `amount` above the bound; `from_least`: more than the limit, otherwise less.
struct Slope {
  std::size_t level = 0;
  int group = -1;
  bool from_least = true;
  Wide limit = 0;
  Wide amount = 0;
};

struct Bounded {
  bool possible = true;  ///< false: what was decided cannot be
  Wide scaled = 0;       ///< no plan costs less, in units of 1/scale
  // The rest only where asked for.
  /// By CandidateIndex: no plan that uses an open candidate costs less; none where no plan uses it.
  std::vector<std::optional<Wide>> with;
  std::map<SeatIndex, ByCount> empty;
  std::map<SeatIndex, ByCount> wanting;
  std::map<SlotIndex, ByCount> abandoned;
  std::vector<Slope> slopes;
};

/// What is known of the level's cost in the group (-1: in all of the view).
using Known = std::function<Range(std::size_t level, int group)>;

/// Throws std::string where a price needs a limit that is not known.
[[nodiscard]] Bounded bound(const Problem& problem, const View& view, std::size_t level, std::int64_t scale,
                            const PriceList& prices, const Decisions& decisions, const Known& known, bool with_each);

/// The least whole number that is not below scaled / scale.
[[nodiscard]] Wide rounded_up(Wide scaled, std::int64_t scale);
/// What the level costs at most in a session, whoever sits there.
[[nodiscard]] Wide most_cost(const Problem& problem, SlotIndex session, const ProblemLevel& level);

}  // namespace plancover::certificate

// One piece as rows and variables of whole numbers: each seat is filled or counted
// empty, totals of earlier levels are kept, and rows for what ties days together. The
// person-day columns are not listed here; a column's entries follow from its candidates.
// Both the LP and the exact bound are made from this one description.
#pragma once

#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "plancover/solver/piece.hpp"

namespace plancover {

/// What is minimised: a level in the sense "less is better" (quality and kept
/// assignments count negative), without the parts that no plan can change.
using Cost = std::int64_t;

struct Row {
  enum class Kind { seat, room, total, count, hours, night, link, cut };
  bool equal = false;  ///< otherwise: at most
  std::int64_t right = 0;
  Kind kind = Kind::seat;
  std::int64_t subject = 0;  ///< the seat, session, level's number, attendee or cut's number that it is about
  int group = 0;             ///< `total` and `count`
};

/// What a row is about, whatever formulation it stands in: its kind, subject and group.
using RowName = std::tuple<Row::Kind, std::int64_t, int>;
[[nodiscard]] inline RowName name_of(const Row& row) {
  return {row.kind, row.subject, row.group};
}

/// The subject of rows that keep or count a level.
[[nodiscard]] inline std::int64_t total_subject(const ProblemLevel& level) {
  return static_cast<std::int64_t>(level.kind) * 4 + level.tier;
}

struct Entry {
  int row = 0;
  std::int64_t value = 0;
};

/// Everything that is no person-day.
struct Variable {
  enum class Kind {
    empty,      ///< required seats of a role left empty
    wanting,    ///< optional seats left empty
    more,       ///< filled above what `..all` requires
    abandoned,  ///< nobody sits in a session with required seats
    link,       ///< sits in a session that continues none of another day
    total,      ///< what a level costs in a group, so that branching can decide it
  };
  Kind kind = Kind::empty;
  std::int64_t upper = 0;
  std::vector<Entry> entries;
  int tier = 0;
  int group = 0;  ///< of its session
  std::int64_t lower = 0;
  SlotIndex session = {};   ///< but for `total`
  PersonIndex person = {};  ///< `link`
  bool alone = false;       ///< `empty`: the session's only seat, so that it empty is the room empty
};

/// Counts 1 in `row` for a column that holds any of the members.
struct AnyOf {
  int row = 0;
  std::vector<CandidateIndex> members;  ///< ascending
};

/// A level that is kept or counted: its cost in the sessions of `group` (-1: of all groups).
struct Total {
  ProblemLevel level;
  int group = -1;
  Cost limit = 0;
  int row = -1;
};

/// What every plan keeps of which the node it was made for allows: the sum is at most `right`.
struct Cut {
  std::int64_t right = 0;
  std::vector<std::pair<CandidateIndex, std::int64_t>> candidates;
  std::vector<std::pair<std::size_t, std::int64_t>> variables;
};

/// Each kept assignment in sessions of the group is one less in the row.
struct KeptRow {
  int row = 0;
  int group = -1;  ///< -1: all
};

struct Formulation {
  Piece piece;
  std::vector<int> group_of;  ///< by SlotIndex: which total a session counts in
  std::vector<Total> totals;
  std::vector<Total> counts;  ///< likewise, but at least as much; each has a variable
  std::vector<Row> rows;
  std::vector<Variable> variables;
  std::size_t first_seat = 0;
  std::vector<int> seat_row;                  ///< by seat, from first_seat; -1: no row (history, or not open)
  std::vector<std::vector<Entry>> tie_terms;  ///< by candidate; empty where nothing ties days
  /// By candidate: points of continuity from another day, as if it were earned: links take back what is not. Empty
  /// where there are no links.
  std::vector<std::int64_t> hoped;
  std::vector<KeptRow> kept_rows;          ///< rows in which kept units count
  std::vector<std::vector<AnyOf>> any_of;  ///< by position of the cell in the piece
};

/// No session is open yet. `group_of`, by SlotIndex, numbers the parts in which earlier
/// levels are kept one by one. With `ties`, rows for total hours, rest and overlap across
/// days are made; without, days are let go their own way.
[[nodiscard]] Formulation formulate(const Problem& problem, const std::vector<Cell>& cells, Piece piece,
                                    std::vector<int> group_of, bool ties, const Fates& fates);

/// Rows and variables for the seats of sessions that were not open before.
void open_sessions(const Problem& problem, Formulation& formulation, const std::vector<SlotIndex>& sessions);

/// Is the room empty as soon as this seat, which one must sit in, is?
[[nodiscard]] bool is_all_of_room(const Problem& problem, const Seat& seat);

/// A variable for the level's cost in the group, which is proved to be `at_least`.
void add_count(const Problem& problem, Formulation& formulation, const ProblemLevel& level, int group, Cost at_least);
/// A row that keeps the level's cost in the group at most `at_most`. Quality cannot be
/// kept: it is the last level.
void add_total(const Problem& problem, Formulation& formulation, const ProblemLevel& level, int group, Cost at_most);

/// A row for the cut.
void add_cut(const Problem& problem, Formulation& formulation, const Cut& cut);
/// Empties the rows of all cuts.
void drop_cuts(Formulation& formulation);

[[nodiscard]] Cost cost(const Problem& problem, const Variable& variable, const ProblemLevel& level);
[[nodiscard]] Cost cost(const Formulation& formulation, const Column& column, const ProblemLevel& level);
/// All entries of a column but that of its cell, each row once.
[[nodiscard]] std::vector<Entry> entries(const Problem& problem, const Formulation& formulation, std::size_t position,
                                         const Column& column);
/// The exact cost of a choice in `sessions` (ascending); what `chosen` holds elsewhere is passed over.
[[nodiscard]] Cost total_cost(const Problem& problem, const std::vector<SlotIndex>& sessions, const ProblemLevel& level,
                              const std::vector<CandidateIndex>& chosen);
/// The same at each level up to `last`. Of two choices, the one whose costs come first in the order of vectors is
/// better.
[[nodiscard]] std::vector<Cost> costs_up_to(const Problem& problem, const std::vector<SlotIndex>& sessions,
                                            std::size_t last, const std::vector<CandidateIndex>& chosen);
/// Does the choice keep every total of the formulation?
[[nodiscard]] bool keeps_totals(const Problem& problem, const Formulation& formulation,
                                const std::vector<CandidateIndex>& chosen);

}  // namespace plancover

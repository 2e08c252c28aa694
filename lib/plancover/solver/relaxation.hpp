// What is left of a problem once its rows have prices: one best column for each cell, found
// exactly (Lagrangean relaxation; Geoffrion 1974). The sum is a bound that needs no linear
// program, and what the columns miss of the rows says where the prices should go.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "plancover/solver/ascent.hpp"
#include "plancover/solver/budget.hpp"
#include "plancover/solver/potential.hpp"

namespace plancover {

/// What an earlier level must keep to: its cost in the sessions of `group` (-1: all of them).
struct HeldLevel {
  ProblemLevel level;
  int group = -1;
  Cost at_most = 0;
};

/// Prices to start near, whatever formulation they stood in, in units of the level.
struct NearPrices {
  std::map<RowName, double> rows;
  /// What of continuity in a session, by attendee, is paid to those before it.
  std::map<std::pair<PersonIndex, SlotIndex>, double> early;
  /// By attendee, in the order in which their days give them: of what must not be on both sides of a night.
  std::map<PersonIndex, std::vector<double>> nights;
};

class Relaxation {
 public:
  /// `formulation` is that of the cells of its piece, with everything open that matters at the level.
  Relaxation(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation, const ProblemLevel& level,
             const Fates& fates);

  /// What ties the days of each attendee, by position in `attendees`, cells that hold all their candidates. Its
  /// credits go to the gains of those candidates; cells that are whole are searched as stays, and are `attendees`.
  void credit(std::vector<Cell> attendees, std::vector<Potential> potentials);
  [[nodiscard]] const std::vector<Cell>& attendees() const { return attendees_; }
  [[nodiscard]] std::vector<Potential>& potentials() { return potentials_; }

  [[nodiscard]] const Formulation& formulation() const { return formulation_; }
  [[nodiscard]] const RowPrices& start() const { return start_; }
  /// Starts near these, as far as rows are named there.
  void start_near(const NearPrices& near);
  [[nodiscard]] std::int64_t scaled(double units) const;

  /// The bound at these prices, scaled; nothing where what is decided breaks a rule.
  std::optional<Wide> solve(const RowPrices& at, Budget& budget);
  /// How that bound would change with the price of each row.
  [[nodiscard]] std::vector<double> missed(const RowPrices& at) const;
  [[nodiscard]] const Prices& prices() const { return relaxed_.prices; }  ///< of candidates, the last ones
  /// The column of each cell of the piece that was best at the last prices.
  [[nodiscard]] const std::vector<Priced>& best() const { return best_; }

 private:
  const Problem& problem_;
  const std::vector<Cell>& cells_;
  Formulation formulation_;
  ProblemLevel level_;
  const Fates& fates_;
  VariableBounds bounds_;
  RowPrices start_;
  std::vector<Cell> attendees_;
  std::vector<Potential> potentials_;
  Relaxed relaxed_;
  std::vector<Priced> best_;
};

/// These prices for the rows of a formulation; 0 for those that are not named.
[[nodiscard]] RowPrices prices_in(const Formulation& formulation, const NearPrices& near, std::int64_t scale);

/// What the prices of its rows may be.
[[nodiscard]] std::vector<PriceRange> ranges_of(const Formulation& formulation);

/// Adds to the formulation the rows of sessions that matter, and of what is held.
void open_held(const Problem& problem, Formulation& formulation, const std::vector<SlotIndex>& sessions,
               const std::vector<HeldLevel>& held);

}  // namespace plancover

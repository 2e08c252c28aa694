// Writes down, while levels are solved, what their bounds rest on (proof.hpp). Without a
// Proof to write to every call does nothing; with one, nothing changes in the search of a level.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "plancover/solver/branching.hpp"
#include "plancover/solver/proof.hpp"

namespace plancover {

class Recorder {
 public:
  explicit Recorder(Proof* proof = nullptr) : proof_(proof) {}

  /// The parts that claims are about, in the order of their numbers.
  void group(const std::vector<SlotIndex>& sessions);
  void whole(const std::vector<std::size_t>& groups);

  /// What follows, until `end`, is about a group or a whole at a level, whose sessions cost `besides` what masters
  /// count of them.
  void begin(std::size_t level, bool whole, std::size_t part, std::int64_t besides = 0);
  /// The claim is kept if it says more than is `known`; that of a group waits until it is used.
  /// Returns what it shows, which is less than what was proved where `shows` said so.
  std::int64_t end(std::int64_t proved, std::int64_t known);
  /// More was proved than what was told here.
  void shows(std::int64_t bound) { shows_ = bound; }
  /// The claim of a group at the level is used now.
  void use(std::size_t level, std::size_t group);
  /// As `end`, where the last solve rules out what costs too much.
  void settled();

  /// What was recorded bounds the next level by this, as LevelResult counts.
  void closed(std::int64_t shown);

  /// Nodes are numbered within the claim.
  std::size_t root();
  /// The node was bounded at these prices of the master's rows; none at all are all 0.
  void solved(std::size_t number, const Master& master, const RowPrices& prices, const NodeResult& result);
  void fixed(std::size_t node);
  /// The first of the two nodes made; the second, `up`, follows it.
  std::size_t branched(std::size_t number, const Master& master, const Branch& branch);
  void impossible(std::size_t node);
  /// Does anybody listen?
  [[nodiscard]] bool on() const { return proof_ != nullptr && open_; }

 private:
  static void trim(ProofClaim& claim);

  Proof* proof_ = nullptr;
  bool open_ = false;
  ProofClaim claim_;
  std::int64_t besides_ = 0;  // in each bound that is written
  std::optional<std::int64_t> shows_;
  std::map<std::pair<std::size_t, std::size_t>, ProofClaim> waiting_;  // by level and group
  RowPrices last_;                                                     // those of the last entry of Proof::prices
  const Master* last_of_ = nullptr;
};

}  // namespace plancover

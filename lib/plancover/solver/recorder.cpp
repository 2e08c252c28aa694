#include "plancover/solver/recorder.hpp"

#include <algorithm>
#include <optional>

namespace plancover {

namespace {

std::size_t level_number(const Problem& problem, std::int64_t subject) {
  const auto at = std::find_if(problem.levels.begin(), problem.levels.end(), [&](const ProblemLevel& level) {
    return static_cast<std::int64_t>(level.kind) * 4 + level.tier == subject;
  });
  return static_cast<std::size_t>(at - problem.levels.begin());
}

std::vector<SlotIndex> sessions_of(const Problem& problem, const std::vector<CandidateIndex>& candidates) {
  std::vector<SlotIndex> sessions;
  sessions.reserve(candidates.size());
  for (const CandidateIndex c : candidates) sessions.push_back(problem.candidates[c].session);
  std::sort(sessions.begin(), sessions.end());
  sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
  return sessions;
}

/// Prices of a master's rows by what the rows are about. Rooms are left out: what a whole
/// session is worth empty follows from its seats.
class Naming {
 public:
  explicit Naming(const Master& master) : master_(master), f_(master.formulation()) {
    for (const std::vector<AnyOf>& of_cell : f_.any_of) {
      for (const AnyOf& any : of_cell) sides_[any.row].push_back(&any);
    }
    for (const Variable& variable : f_.variables) {
      if (variable.kind != Variable::Kind::link) continue;
      links_.emplace(variable.entries.front().row, &variable);
    }
  }

  std::vector<ProofPrice> all(const RowPrices& prices) const {
    std::vector<ProofPrice> named;
    for (std::size_t row = 0; row < prices.of.size(); ++row) {
      if (f_.rows[row].kind == Row::Kind::link) add_link(static_cast<int>(row), prices, named);
      if (prices.of[row] == 0) continue;
      if (auto price = name(static_cast<int>(row), prices.of[row])) named.push_back(std::move(*price));
    }
    return named;
  }

 private:
  /// What of continuity is not paid for sitting there before is paid for sitting there.
  void add_link(int row, const RowPrices& prices, std::vector<ProofPrice>& named) const {
    const Variable& link = *links_.at(row);
    const bool counts = master_.level().kind == LevelKind::quality;
    const std::int64_t in_all = counts ? prices.scale * master_.problem().continuity : 0;
    ProofPrice price;
    price.person = link.person;
    price.session = link.session;
    price.kind = ProofPrice::Kind::before;
    price.amount = -prices.of[static_cast<std::size_t>(row)];
    if (price.amount != 0) named.push_back(price);
    price.kind = ProofPrice::Kind::after;
    price.amount = std::max<std::int64_t>(in_all - price.amount, 0);
    if (price.amount != 0) named.push_back(price);
  }

  std::optional<ProofPrice> name(int index, std::int64_t amount) const {
    const Row& row = f_.rows[static_cast<std::size_t>(index)];
    ProofPrice price;
    switch (row.kind) {
      case Row::Kind::cut:  // dropped by now, and nothing in it has a price
      case Row::Kind::room:
      case Row::Kind::link:   // it has two, see add_link
      case Row::Kind::hours:  // the limit is kept exactly by whoever looks at all days of an attendee
        return std::nullopt;
      case Row::Kind::seat:
        price.seat = SeatIndex(static_cast<std::size_t>(row.subject));
        price.amount = amount;
        return price;
      case Row::Kind::total:
      case Row::Kind::count:
        price.kind = ProofPrice::Kind::level;
        price.level = level_number(master_.problem(), row.subject);
        price.group = row.group;
        price.amount = -amount;
        return price;
      case Row::Kind::night: {
        const auto it = sides_.find(index);
        if (it == sides_.end() || it->second.size() != 2) return std::nullopt;
        price.kind = ProofPrice::Kind::night;
        price.person = PersonIndex(static_cast<std::size_t>(row.subject));
        price.first = sessions_of(master_.problem(), it->second[0]->members);
        price.second = sessions_of(master_.problem(), it->second[1]->members);
        price.amount = -amount;
        return price;
      }
    }
    return std::nullopt;
  }

  const Master& master_;
  const Formulation& f_;
  std::map<int, std::vector<const AnyOf*>> sides_;
  std::map<int, const Variable*> links_;  // by row
};

}  // namespace

void Recorder::group(const std::vector<SlotIndex>& sessions) {
  if (proof_ != nullptr) proof_->groups.push_back(sessions);
}

void Recorder::whole(const std::vector<std::size_t>& groups) {
  if (proof_ != nullptr) proof_->wholes.push_back(groups);
}

void Recorder::begin(std::size_t level, bool whole, std::size_t part, std::int64_t besides) {
  if (proof_ == nullptr) return;
  open_ = true;
  besides_ = besides;
  last_of_ = nullptr;  // it may be gone, and another stand in its place
  claim_ = {level, whole, part, false, 0, {}};
  shows_.reset();
}

std::int64_t Recorder::end(std::int64_t proved, std::int64_t known) {
  if (!on()) return proved;
  open_ = false;
  const std::int64_t shown = std::min(proved, shows_.value_or(proved));
  claim_.bound = shown + besides_;
  if (claim_.nodes.empty() || shown <= known) return shown;
  trim(claim_);
  if (claim_.whole) {
    proof_->claims.push_back(std::move(claim_));
  } else {
    waiting_[{claim_.level, claim_.part}] = std::move(claim_);
  }
  return shown;
}

void Recorder::use(std::size_t level, std::size_t group) {
  const auto it = waiting_.find({level, group});
  if (it == waiting_.end()) return;
  proof_->claims.push_back(std::move(it->second));
  waiting_.erase(it);
}

void Recorder::settled() {
  if (!on()) return;
  open_ = false;
  claim_.settles = true;
  proof_->claims.push_back(std::move(claim_));
}

void Recorder::closed(std::int64_t shown) {
  if (proof_ != nullptr) proof_->shown.push_back(shown);
}

std::size_t Recorder::root() {
  if (!on()) return 0;
  claim_.nodes.assign(1, {});
  return 0;
}

void Recorder::solved(std::size_t number, const Master& master, const RowPrices& prices, const NodeResult& result) {
  if (!on()) return;
  ProofNode& node = claim_.nodes[number];
  node.impossible = result.impossible;
  if (result.impossible) return;
  proof_->scale = prices.scale;
  if (last_of_ != &master || last_.of != prices.of || proof_->prices.empty()) {
    proof_->prices.push_back(Naming(master).all(prices));
    last_ = prices;
    last_of_ = &master;
  }
  const std::size_t index = proof_->prices.size() - 1;
  if (!node.uses.empty() && !node.uses.back().fixes) node.uses.pop_back();  // the last bound is the best
  node.uses.push_back({index, result.bound + besides_, false});
}

void Recorder::fixed(std::size_t node) {
  if (on() && !claim_.nodes[node].uses.empty()) claim_.nodes[node].uses.back().fixes = true;
}

std::size_t Recorder::branched(std::size_t number, const Master& master, const Branch& branch) {
  if (!on()) return 0;
  const std::size_t down = claim_.nodes.size();
  claim_.nodes.resize(down + 2);
  ProofNode& node = claim_.nodes[number];
  node.down = down;
  node.up = down + 1;
  node.branch.at_most = branch.floor;
  if (branch.kind == Branch::Kind::candidate) {
    node.branch.kind = ProofBranch::Kind::sits;
    node.branch.candidate = branch.candidate;
    node.branch.at_most = 0;
    return down;
  }
  const Variable& variable = master.formulation().variables[branch.variable];
  const Row& row = master.formulation().rows[static_cast<std::size_t>(variable.entries.front().row)];
  switch (variable.kind) {
    case Variable::Kind::empty:
      node.branch.kind = ProofBranch::Kind::empty;
      node.branch.seat = SeatIndex(static_cast<std::size_t>(row.subject));
      break;
    case Variable::Kind::wanting:
      node.branch.kind = ProofBranch::Kind::wanting;
      node.branch.seat = SeatIndex(static_cast<std::size_t>(row.subject));
      break;
    case Variable::Kind::abandoned:
      node.branch.kind = ProofBranch::Kind::abandoned;
      node.branch.session = variable.session;
      break;
    case Variable::Kind::total:
      node.branch.kind = ProofBranch::Kind::level;
      node.branch.level = level_number(master.problem(), row.subject);
      node.branch.group = row.group;
      break;
    case Variable::Kind::more:
    case Variable::Kind::link:
      break;  // nothing branches on these
  }
  return down;
}

void Recorder::impossible(std::size_t node) {
  if (on()) claim_.nodes[node].impossible = true;
}

/// Where a node's own bound says enough, nothing below it is needed.
void Recorder::trim(ProofClaim& claim) {
  for (ProofNode& node : claim.nodes) {
    const auto enough =
        std::find_if(node.uses.begin(), node.uses.end(), [&](const ProofUse& use) { return use.bound >= claim.bound; });
    if (enough == node.uses.end()) continue;
    enough->fixes = false;
    node.uses.erase(enough + 1, node.uses.end());
    node.branch = {};
    node.down = node.up = ProofNode::none;
  }
}

}  // namespace plancover

#include "bench/compact_mip/formulation.hpp"

#include <algorithm>
#include <map>

namespace plancover::bench {
namespace {

/// What one attendee has to do with one session: the sum of `seats` is 0 or 1.
struct Sitting {
  SlotIndex session;
  CandidateIndex first;  ///< any of them: clash asks only for the session and the way
  Terms seats;
};

class Formulation {
 public:
  explicit Formulation(const Problem& problem) : problem_(problem) {}

  Mip make() {
    mip_.levels.resize(problem_.levels.size());
    for (const CandidateIndex c : problem_.candidates.indexes()) {
      mip_.binaries.push_back(x(c));
      if (problem_.candidates[c].fixed) mip_.rows.push_back({{{1, x(c)}}, "=", 1});
      add(LevelKind::quality, 0, -problem_.candidates[c].points, x(c));
      add(LevelKind::changes, 0, -problem_.candidates[c].kept, x(c));
    }
    add(LevelKind::changes, 0, problem_.changes_at_most, "one");
    for (const SlotIndex s : problem_.sessions.indexes()) session(s);
    for (const PersonIndex p : problem_.people.indexes()) person(p);
    return std::move(mip_);
  }

 private:
  static std::string x(CandidateIndex c) { return "x" + std::to_string(c.value); }

  std::string continuous(char kind, std::int64_t most) {
    mip_.continuous.push_back({kind + std::to_string(mip_.continuous.size()), most});
    return mip_.continuous.back().column;
  }

  void add(LevelKind kind, int tier, std::int64_t factor, const std::string& column) {
    for (std::size_t l = 0; l < problem_.levels.size(); ++l) {
      const ProblemLevel& level = problem_.levels[l];
      const bool tiers = kind == LevelKind::required || kind == LevelKind::optional;
      if (level.kind == kind && (!tiers || level.tier == tier)) mip_.levels[l].push_back({factor, column});
    }
  }

  // Filled + short = required + extra + welcome; the optional level counts the extra that
  // is missing, so that its constant becomes a column fixed at one.
  void session(SlotIndex index) {
    const ProblemSession& session = problem_.sessions[index];
    if (session.history) return past(session);
    Terms sitting;
    bool asks = false;
    for (const SeatIndex s : session.seats) {
      const Seat& seat = problem_.seats[s];
      Row row{{}, "=", seat.required};
      for (const CandidateIndex c : seat.candidates) row.terms.push_back({1, x(c)});
      sitting.insert(sitting.end(), row.terms.begin(), row.terms.end());
      if (seat.required > 0) {
        asks = true;
        row.terms.push_back({1, continuous('s', seat.required)});
        add(LevelKind::required, session.tier, 1, row.terms.back().column);
      }
      if (seat.all) {
        row.terms.push_back({-1, continuous('w', -1)});
        add(LevelKind::quality, 0, -problem_.attend, row.terms.back().column);
      } else if (seat.wanted > seat.required) {
        row.terms.push_back({-1, continuous('o', seat.wanted - seat.required)});
        add(LevelKind::optional, session.tier, -1, row.terms.back().column);
        add(LevelKind::optional, session.tier, seat.wanted - seat.required, "one");
      }
      mip_.rows.push_back(std::move(row));
    }
    if (!asks) return;
    sitting.push_back({1, continuous('b', 1)});
    add(LevelKind::required, session.tier, 1, sitting.back().column);
    mip_.rows.push_back({std::move(sitting), ">=", 1});
  }

  // Nothing in it is open: what its `all` seats earn is known.
  void past(const ProblemSession& session) {
    for (const SeatIndex s : session.seats) {
      const Seat& seat = problem_.seats[s];
      const auto extra = static_cast<std::int64_t>(seat.candidates.size()) - seat.required;
      if (seat.all && extra > 0) add(LevelKind::quality, 0, -problem_.attend * extra, "one");
    }
  }

  [[nodiscard]] std::vector<Sitting> sittings(PersonIndex p) const {
    std::map<SlotIndex, Sitting> by_session;
    for (const CandidateIndex c : problem_.people[p].candidates) {
      const SlotIndex s = problem_.candidates[c].session;
      by_session.try_emplace(s, Sitting{s, c, {}}).first->second.seats.push_back({1, x(c)});
    }
    std::vector<Sitting> list;
    for (auto& [s, sitting] : by_session) list.push_back(std::move(sitting));
    return list;
  }

  void person(PersonIndex p) {
    const std::vector<Sitting> list = sittings(p);
    cliques(list);
    limits(problem_.people[p], list);
    continuity(list);
  }

  // Every pair that clashes lies in a clique, and each clique is grown as far as it goes.
  void cliques(const std::vector<Sitting>& list) {
    const std::size_t n = list.size();
    std::vector<std::vector<char>> clashes(n, std::vector<char>(n, 0));
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j)
        clashes[i][j] = clashes[j][i] = clash(problem_, list[i].first, list[j].first) ? 1 : 0;
    auto open = clashes;
    for (std::size_t i = 0; i < n; ++i) {
      bool alone = list[i].seats.size() > 1;
      for (std::size_t j = 0; j < n; ++j) {
        if (clashes[i][j]) alone = false;
        if (j > i && open[i][j]) clique(list, clashes, open, {i, j});
      }
      if (alone) mip_.rows.push_back({list[i].seats, "<=", 1});
    }
  }

  void clique(const std::vector<Sitting>& list, const std::vector<std::vector<char>>& clashes,
              std::vector<std::vector<char>>& open, std::vector<std::size_t> members) {
    for (std::size_t k = 0; k < list.size(); ++k)
      if (std::all_of(members.begin(), members.end(), [&](std::size_t m) { return m != k && clashes[m][k]; }))
        members.push_back(k);
    Row row{{}, "<=", 1};
    for (const std::size_t a : members) {
      for (const std::size_t b : members) open[a][b] = 0;
      row.terms.insert(row.terms.end(), list[a].seats.begin(), list[a].seats.end());
    }
    mip_.rows.push_back(std::move(row));
  }

  void limits(const Person& person, const std::vector<Sitting>& list) {
    std::map<int, std::pair<std::int64_t, Terms>> counted;  // with how many of them are fixed
    std::map<int, std::pair<std::int64_t, Terms>> minutes;
    std::map<int, std::int64_t> fixed_minutes;  // history may exceed a limit, which then only forbids more
    std::int64_t fixed_total = 0;
    std::pair<std::int64_t, Terms> total;
    for (const Sitting& each : list) {
      const ProblemSession& session = problem_.sessions[each.session];
      const std::int64_t length = session.end - session.start;
      for (const Term& term : each.seats) {
        if (session.counts) counted[session.day].second.push_back(term);
        minutes[session.day].second.push_back({length, term.column});
        total.second.push_back({length, term.column});
      }
      minutes[session.day].first += length;
      total.first += length;
      if (!problem_.candidates[each.first].fixed) continue;
      if (session.counts) ++counted[session.day].first;
      fixed_minutes[session.day] += length;
      fixed_total += length;
    }
    for (auto& [day, sum] : minutes)
      if (sum.first > person.minutes_per_day)
        mip_.rows.push_back({std::move(sum.second), "<=", std::max(person.minutes_per_day, fixed_minutes[day])});
    if (total.first > person.minutes)
      mip_.rows.push_back({std::move(total.second), "<=", std::max(person.minutes, fixed_total)});
    for (auto& [day, terms] : counted)
      sessions_of_day(std::max<std::int64_t>(person.sessions_per_day, terms.first), std::move(terms.second));
  }

  // The k-th session of a day costs k-1 times the load: convex, so that columns between
  // 0 and 1 fill in order of price.
  void sessions_of_day(std::int64_t at_most, Terms terms) {
    const auto most = std::min(at_most, static_cast<std::int64_t>(terms.size()));
    for (std::int64_t k = 0; k < most; ++k) {
      terms.push_back({-1, continuous('k', 1)});
      add(LevelKind::quality, 0, problem_.load * k, terms.back().column);
    }
    mip_.rows.push_back({std::move(terms), "<=", 0});
  }

  void continuity(const std::vector<Sitting>& list) {
    std::map<SlotIndex, const Terms*> seats;
    for (const Sitting& each : list) seats[each.session] = &each.seats;
    for (const Sitting& each : list) {
      Terms before;
      for (const SlotIndex s : problem_.sessions[each.session].previous)
        if (const auto found = seats.find(s); found != seats.end())
          before.insert(before.end(), found->second->begin(), found->second->end());
      if (before.empty()) continue;
      const std::string y = continuous('y', 1);
      Terms here = each.seats;
      here.push_back({-1, y});
      before.push_back({-1, y});
      mip_.rows.push_back({std::move(here), ">=", 0});
      mip_.rows.push_back({std::move(before), ">=", 0});
      add(LevelKind::quality, 0, -problem_.continuity, y);
    }
  }

  const Problem& problem_;
  Mip mip_;
};

}  // namespace

Mip compact_mip(const Problem& problem) {
  return Formulation(problem).make();
}

}  // namespace plancover::bench

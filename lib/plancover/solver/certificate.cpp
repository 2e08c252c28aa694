#include "plancover/solver/certificate.hpp"

#include <map>

namespace plancover {

namespace {

class CertificateWriter {
 public:
  CertificateWriter(const Conference& conference, const BuiltProblem& built, const Proof& proof)
      : conference_(conference), built_(built), proof_(proof) {}

  std::string write(const std::vector<Level>& levels) {
    line("plancover-certificate", 1);
    line("scale", proof_.scale);
    for (std::size_t i = 0; i < levels.size(); ++i) write(i, levels[i]);
    for (std::size_t i = 0; i < proof_.groups.size(); ++i) {
      words("group", i);
      for (const SlotIndex s : proof_.groups[i]) words(session(s));
      text_ += '\n';
    }
    for (std::size_t i = 0; i < proof_.wholes.size(); ++i) {
      words("whole", i);
      for (const std::size_t group : proof_.wholes[i]) words(group);
      text_ += '\n';
    }
    for (const ProofClaim& claim : proof_.claims) write(claim);
    line("end", proof_.claims.size());
    return std::move(text_);
  }

 private:
  void word(const std::string& text) {
    if (!text_.empty() && text_.back() != '\n') text_ += ' ';
    text_ += text;
  }
  void word(const char* text) { word(std::string(text)); }
  template <class Number>
  void word(Number number) {
    word(std::to_string(number));
  }
  template <class... Words>
  void words(const Words&... all) {
    (word(all), ...);
  }
  template <class... Words>
  void line(const Words&... all) {
    words(all...);
    text_ += '\n';
  }

  [[nodiscard]] const std::string& session(SlotIndex s) const {
    return conference_.sessions[built_.session_of[s.value]].id;
  }
  [[nodiscard]] const std::string& role(SeatIndex seat) const {
    return conference_.roles[built_.role_of[seat.value]].id;
  }
  [[nodiscard]] const std::string& session(SeatIndex seat) const { return session(built_.problem.seats[seat].session); }
  [[nodiscard]] const std::string& attendee(PersonIndex person) const {
    return conference_.attendees[built_.attendee_of[person.value]].id;
  }
  static std::string group(int number) { return number < 0 ? "all" : std::to_string(number); }

  void write(std::size_t number, const Level& level) {
    line("level", number, level.name, "value", level.value, "bound", level.bound, "shown", proof_.shown.at(number));
  }

  void write(const ProofPrice& price) {
    switch (price.kind) {
      case ProofPrice::Kind::seat:
        line("seat", session(price.seat), role(price.seat), price.amount);
        return;
      case ProofPrice::Kind::level:
        line("cost", price.level, group(price.group), price.amount);
        return;
      case ProofPrice::Kind::night:
        words("night", attendee(price.person), price.amount);
        for (const SlotIndex s : price.first) word(session(s));
        word("or");
        for (const SlotIndex s : price.second) word(session(s));
        text_ += '\n';
        return;
      case ProofPrice::Kind::after:
        line("after", attendee(price.person), session(price.session), price.amount);
        return;
      case ProofPrice::Kind::before:
        line("before", attendee(price.person), session(price.session), price.amount);
        return;
    }
  }

  void write(const ProofBranch& branch) {
    switch (branch.kind) {
      case ProofBranch::Kind::none:
        return;
      case ProofBranch::Kind::empty:
        line("branch empty", session(branch.seat), role(branch.seat), branch.at_most);
        return;
      case ProofBranch::Kind::wanting:
        line("branch wanting", session(branch.seat), role(branch.seat), branch.at_most);
        return;
      case ProofBranch::Kind::abandoned:
        line("branch abandoned", session(branch.session), branch.at_most);
        return;
      case ProofBranch::Kind::level:
        line("branch cost", branch.level, group(branch.group), branch.at_most);
        return;
      case ProofBranch::Kind::sits: {
        const Candidate& candidate = built_.problem.candidates[branch.candidate];
        line("branch sits", attendee(candidate.person), session(candidate.session), role(candidate.seat));
        return;
      }
    }
  }

  void write(const ProofClaim& claim) {
    define_prices(claim, 0);
    if (claim.settles) {
      line("settle", claim.level, claim.part);
    } else {
      line("claim", claim.level, claim.whole ? "whole" : "group", claim.part, "at least", claim.bound);
    }
    write(claim, 0);
  }

  void define_prices(const ProofClaim& claim, std::size_t number) {
    const ProofNode& node = claim.nodes[number];
    for (const ProofUse& use : node.uses) {
      if (!number_of_.emplace(use.prices, number_of_.size()).second) continue;
      line("prices", number_of_.size() - 1);
      for (const ProofPrice& price : proof_.prices[use.prices]) write(price);
    }
    if (node.branch.kind == ProofBranch::Kind::none) return;
    define_prices(claim, node.down);
    define_prices(claim, node.up);
  }

  void write(const ProofClaim& claim, std::size_t number) {
    const ProofNode& node = claim.nodes[number];
    line("node");
    for (const ProofUse& use : node.uses) {
      line("use", number_of_.at(use.prices));
      if (use.fixes || claim.settles) line("fix");
    }
    if (node.impossible) line("impossible");
    if (node.branch.kind == ProofBranch::Kind::none) return;
    write(node.branch);
    write(claim, node.down);
    write(claim, node.up);
  }

  const Conference& conference_;
  const BuiltProblem& built_;
  const Proof& proof_;
  std::string text_;
  std::map<std::size_t, std::size_t> number_of_;  // of prices, in the order of the text
};

}  // namespace

std::string certificate_text(const Conference& conference, const BuiltProblem& built, const Plan& plan,
                             const Proof& proof) {
  return CertificateWriter(conference, built, proof).write(plan.levels);
}

}  // namespace plancover

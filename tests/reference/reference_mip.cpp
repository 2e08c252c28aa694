// A general solver (GLPK) on the compact MIP of seeded small conferences, against the
// brute force and our solver, level by level. Three readings of the model that share
// nothing after the Problem, two of which share nothing at all.
#include <glpk.h>

#include <cmath>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "bench/compact_mip/formulation.hpp"
#include "reference/compare_solver.hpp"
#include "reference/generator.hpp"
#include "reference/seeds.hpp"

using namespace plancover;

namespace {

struct DeleteProgram {
  void operator()(glp_prob* program) const { glp_delete_prob(program); }
};

class Program {
 public:
  explicit Program(const bench::Mip& mip) : program_(glp_create_prob()) {
    glp_set_obj_dir(program_.get(), GLP_MIN);
    for (const std::string& name : mip.binaries) glp_set_col_kind(program_.get(), column(name), GLP_BV);
    for (const bench::Bounded& each : mip.continuous) {
      const auto most = static_cast<double>(each.most);
      glp_set_col_bnds(program_.get(), column(each.column),
                       each.most < 0   ? GLP_LO
                       : each.most > 0 ? GLP_DB
                                       : GLP_FX,
                       0.0, most);
    }
    glp_set_col_bnds(program_.get(), column("one"), GLP_FX, 1.0, 1.0);
    for (const bench::Row& row : mip.rows) add_row(row.terms, row.relation, row.right);
  }

  void add_row(const bench::Terms& terms, const std::string& relation, std::int64_t right) {
    std::vector<int> columns(1);
    std::vector<double> factors(1);
    for (const auto& [index, factor] : merged(terms)) {
      columns.push_back(index);
      factors.push_back(static_cast<double>(factor));
    }
    const int row = glp_add_rows(program_.get(), 1);
    const int kind = relation == "=" ? GLP_FX : relation == "<=" ? GLP_UP : GLP_LO;
    glp_set_row_bnds(program_.get(), row, kind, static_cast<double>(right), static_cast<double>(right));
    glp_set_mat_row(program_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(), factors.data());
  }

  /// The least value of the level, computed again in whole numbers from where it is reached.
  std::optional<std::int64_t> minimise(const bench::Terms& level) {
    for (int c = 1; c <= glp_get_num_cols(program_.get()); ++c) glp_set_obj_coef(program_.get(), c, 0.0);
    const auto terms = merged(level);
    for (const auto& [index, factor] : terms) glp_set_obj_coef(program_.get(), index, static_cast<double>(factor));
    glp_iocp how;
    glp_init_iocp(&how);
    how.presolve = GLP_ON;
    how.tol_obj = 1e-12;  // values may be billions, and one point counts
    if (glp_intopt(program_.get(), &how) != 0 || glp_mip_status(program_.get()) != GLP_OPT) return std::nullopt;
    std::int64_t value = 0;
    for (const auto& [index, factor] : terms) value += factor * std::llround(glp_mip_col_val(program_.get(), index));
    return value;
  }

 private:
  int column(const std::string& name) {
    const auto [found, fresh] = columns_.try_emplace(name, 0);
    if (fresh) found->second = glp_add_cols(program_.get(), 1);
    return found->second;
  }

  std::map<int, std::int64_t> merged(const bench::Terms& terms) {
    std::map<int, std::int64_t> sums;
    for (const bench::Term& term : terms) sums[column(term.column)] += term.factor;
    return sums;
  }

  std::unique_ptr<glp_prob, DeleteProgram> program_;
  std::map<std::string, int> columns_;
};

std::string mip_trouble(const Conference& conference, const Past& past, const reference::Best& best) {
  const BuiltProblem built = build_problem(conference, past);
  const bench::Mip mip = bench::compact_mip(built.problem);
  Program program(mip);
  for (std::size_t l = 0; l < mip.levels.size(); ++l) {
    const std::string& name = best.levels[l].name;
    const std::int64_t expected = name == "quality" ? -best.levels[l].value : best.levels[l].value;
    const auto value = program.minimise(mip.levels[l]);
    if (!value) return name + ": no optimum";
    if (*value != expected) return name + " is " + std::to_string(*value) + ", not " + std::to_string(expected);
    program.add_row(mip.levels[l], "<=", expected);
  }
  return "";
}

int compare(const Conference& conference, const Past& past, const std::string& seed) {
  const auto best = reference::brute_force(conference, past);
  if (!best) return 0;
  int failed = 0;
  const auto tell = [&](const char* who, const std::string& trouble) {
    if (trouble.empty()) return;
    std::cout << "seed " << seed << ", " << who << ": " << trouble << "\n";
    ++failed;
  };
  tell("GLPK", mip_trouble(conference, past, *best));
  tell("plancover", reference::solver_trouble(conference, past, *best));
  return failed;
}

}  // namespace

int main(int argc, char** argv) {
  glp_term_out(GLP_OFF);
  const auto [seeds, first] = reference::seeds_to_try(argc, argv);
  int failed = 0;
  for (int i = 0; i < seeds; ++i) {
    const auto seed = static_cast<std::uint64_t>(first + i);
    const Conference conference = reference::small_conference(seed).conference;
    failed += compare(conference, {}, std::to_string(seed));
    if (i % 3 == 0)
      failed += compare(conference, reference::small_past(conference, seed), std::to_string(seed) + " with a past");
  }
  std::cout << seeds << " conferences, " << failed << " failures\n";
  return failed == 0 ? 0 : 1;
}

// Linear programs that grow and change as the solver's do, each answer held against GLPK's.
#include <glpk.h>

#include <cmath>
#include <iostream>
#include <memory>

#include "plancover/simplex/lp.hpp"
#include "reference/random.hpp"
#include "reference/seeds.hpp"

using namespace plancover;

namespace {

struct RowBounds {
  double lower = 0;
  double upper = 0;
};

/// The program as it stands, in plain lists.
struct Listed {
  std::vector<RowBounds> rows;
  std::vector<LpColumn> columns;
};

int kind_of(double lower, double upper) {
  if (lower <= -lp_infinity && upper >= lp_infinity) return GLP_FR;
  if (lower <= -lp_infinity) return GLP_UP;
  if (upper >= lp_infinity) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

/// Nothing where there is no answer.
bool by_glpk(const Listed& listed, double& objective) {
  struct Delete {
    void operator()(glp_prob* program) const { glp_delete_prob(program); }
  };
  const std::unique_ptr<glp_prob, Delete> program(glp_create_prob());
  glp_set_obj_dir(program.get(), GLP_MIN);
  for (const RowBounds& row : listed.rows) {
    glp_set_row_bnds(program.get(), glp_add_rows(program.get(), 1), kind_of(row.lower, row.upper), row.lower,
                     row.upper);
  }
  for (const LpColumn& column : listed.columns) {
    const int number = glp_add_cols(program.get(), 1);
    glp_set_col_bnds(program.get(), number, kind_of(column.lower, column.upper), column.lower, column.upper);
    glp_set_obj_coef(program.get(), number, column.cost);
    std::vector<int> places{0};
    std::vector<double> values{0};
    for (const LpEntry& entry : column.entries) {
      places.push_back(entry.index + 1);
      values.push_back(entry.value);
    }
    glp_set_mat_col(program.get(), number, static_cast<int>(column.entries.size()), places.data(), values.data());
  }
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  if (glp_simplex(program.get(), &how) != 0 || glp_get_status(program.get()) != GLP_OPT) return false;
  objective = glp_get_obj_val(program.get());
  return true;
}

class Trial {
 public:
  explicit Trial(int seed) : random_(static_cast<std::uint64_t>(seed)), lp_({}) {}

  /// What is wrong; empty where nothing is.
  std::string run() {
    for (int i = random_.between(2, 12); i > 0; --i) add_row();
    add_columns();
    for (int turn = 0; turn < 12; ++turn) {
      double wanted = 0;
      const bool has_answer = by_glpk(listed_, wanted);
      const bool solved = lp_.solve(100'000);
      if (solved != has_answer) return solved ? "an answer where there is none" : "no answer where there is one";
      if (solved) {
        if (std::abs(lp_.objective() - wanted) > 1e-5 * (1 + std::abs(wanted))) {
          return std::to_string(lp_.objective()) + " instead of " + std::to_string(wanted);
        }
        if (!prices_prove(lp_.objective())) return "its prices do not prove " + std::to_string(wanted);
      }
      change();
    }
    return {};
  }

 private:
  void add_row() {
    const double right = random_.between(0, 4);
    RowBounds row{random_.chance(40) ? right : -lp_infinity, right};
    if (random_.chance(10)) row = {0, lp_infinity};
    std::vector<LpEntry> entries;
    const int number = static_cast<int>(listed_.rows.size());
    for (std::size_t c = 0; c < listed_.columns.size(); ++c) {
      if (!random_.chance(20)) continue;
      entries.push_back({static_cast<int>(c), 1});
      listed_.columns[c].entries.push_back({number, 1});
    }
    listed_.rows.push_back(row);
    lp_.add_row(row.lower, row.upper, entries);
  }

  void add_columns() {
    std::vector<LpColumn> fresh;
    for (int i = random_.between(1, 15); i > 0; --i) {
      LpColumn column{static_cast<double>(random_.between(-20, 20)), 0, random_.chance(70) ? lp_infinity : 2, {}};
      if (random_.chance(60)) column.cost = std::abs(column.cost);
      for (std::size_t r = 0; r < listed_.rows.size(); ++r) {
        const int value = random_.chance(15) ? random_.between(-3, 3) : 1;
        if (random_.chance(35) && value != 0)
          column.entries.push_back({static_cast<int>(r), static_cast<double>(value)});
      }
      fresh.push_back(column);
    }
    listed_.columns.insert(listed_.columns.end(), fresh.begin(), fresh.end());
    lp_.add_columns(fresh);
  }

  void remove_columns() {
    std::vector<int> removed;
    std::vector<LpColumn> left;
    for (std::size_t c = 0; c < listed_.columns.size(); ++c) {
      if (random_.chance(20)) {
        removed.push_back(static_cast<int>(c));
      } else {
        left.push_back(listed_.columns[c]);
      }
    }
    listed_.columns = left;
    lp_.remove_columns(removed);
  }

  void change() {
    switch (random_.below(6)) {
      case 0:
        add_row();
        break;
      case 1:
      case 2:
        add_columns();
        break;
      case 3:
        remove_columns();
        break;
      default:
        break;
    }
    for (std::size_t c = 0; c < listed_.columns.size(); ++c) {
      if (!random_.chance(15)) continue;
      LpColumn& column = listed_.columns[c];
      if (random_.chance(30)) {
        column.cost = random_.between(-20, 20);
        lp_.set_cost(static_cast<int>(c), column.cost);
      } else {
        column.lower = random_.chance(20) ? 1 : 0;
        column.upper = random_.chance(40) ? column.lower : random_.chance(50) ? 3 : lp_infinity;
        lp_.set_column_bounds(static_cast<int>(c), column.lower, column.upper);
      }
    }
    if (random_.chance(20) && !listed_.rows.empty()) {
      const auto r = static_cast<std::size_t>(random_.below(static_cast<int>(listed_.rows.size())));
      listed_.rows[r] = {random_.chance(30) ? 1.0 : -lp_infinity, static_cast<double>(random_.between(1, 5))};
      lp_.set_row_bounds(static_cast<int>(r), listed_.rows[r].lower, listed_.rows[r].upper);
    }
  }

  /// The duals alone, at the bounds of rows and columns, come to the objective.
  [[nodiscard]] bool prices_prove(double objective) const {
    double sum = 0;
    const auto at_best = [](double price, double lower, double upper) {
      return std::abs(price) < 1e-6 ? 0.0 : price * (price > 0 ? lower : upper);
    };
    for (std::size_t r = 0; r < listed_.rows.size(); ++r) {
      sum += at_best(lp_.duals()[r], listed_.rows[r].lower, listed_.rows[r].upper);
    }
    for (std::size_t c = 0; c < listed_.columns.size(); ++c) {
      double reduced = listed_.columns[c].cost;
      for (const LpEntry& entry : listed_.columns[c].entries) reduced -= lp_.duals()[entry.index] * entry.value;
      sum += at_best(reduced, listed_.columns[c].lower, listed_.columns[c].upper);
    }
    return std::abs(sum - objective) < 1e-4 * (1 + std::abs(objective));
  }

  reference::Random random_;
  Listed listed_;
  Lp lp_;
};

}  // namespace

int main(int argc, char** argv) {
  const reference::Seeds seeds = reference::seeds_to_try(argc, argv);
  int failures = 0;
  for (int seed = seeds.first; seed < seeds.first + seeds.count; ++seed) {
    const std::string fault = Trial(seed).run();
    if (fault.empty()) continue;
    std::cout << "seed " << seed << ": " << fault << '\n';
    ++failures;
  }
  std::cout << seeds.count << " linear programs, " << failures << " failures\n";
  return failures == 0 ? 0 : 1;
}

#include "plancover/solver/lp.hpp"

#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <algorithm>
#include <utility>

namespace plancover {

namespace {

double bound(double value) {
  return value >= lp_infinity ? COIN_DBL_MAX : value <= -lp_infinity ? -COIN_DBL_MAX : value;
}

/// Asks at each event, of which an iteration has a few, whether to go on.
class Stopper : public ClpEventHandler {
 public:
  explicit Stopper(std::function<bool()> stop) : stop_(std::move(stop)) {}
  int event(Event) override { return stop_() ? 1 : -1; }
  [[nodiscard]] ClpEventHandler* clone() const override { return new Stopper(*this); }  // Clp deletes it

 private:
  std::function<bool()> stop_;
};

}  // namespace

struct Lp::Engine {
  struct NewRow {
    double lower = 0;
    double upper = 0;
    std::vector<LpEntry> entries;
  };

  ClpSimplex clp;
  long iterations = 0;
  // Clp copies all it has whenever something is added; so what is new waits until it is needed.
  std::vector<NewRow> new_rows;
  std::vector<LpColumn> new_columns;

  void flush() {
    if (!new_rows.empty()) flush_rows();
    if (!new_columns.empty()) flush_columns();
  }

 private:
  /// What a new row has in new columns comes with those.
  void flush_rows() {
    const int known = clp.numberColumns();
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    std::vector<double> values;
    int number = clp.numberRows();
    for (const NewRow& row : new_rows) {
      lower.push_back(bound(row.lower));
      upper.push_back(bound(row.upper));
      for (const LpEntry& entry : row.entries) {
        if (entry.index >= known) {
          new_columns[static_cast<std::size_t>(entry.index - known)].entries.push_back({number, entry.value});
          continue;
        }
        columns.push_back(entry.index);
        values.push_back(entry.value);
      }
      starts.push_back(static_cast<CoinBigIndex>(columns.size()));
      ++number;
    }
    clp.addRows(static_cast<int>(new_rows.size()), lower.data(), upper.data(), starts.data(), columns.data(),
                values.data());
    new_rows.clear();
  }

  void flush_columns() {
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<double> cost;
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> rows;
    std::vector<double> values;
    for (const LpColumn& column : new_columns) {
      lower.push_back(column.lower);
      upper.push_back(bound(column.upper));
      cost.push_back(column.cost);
      for (const LpEntry& entry : column.entries) {
        rows.push_back(entry.index);
        values.push_back(entry.value);
      }
      starts.push_back(static_cast<CoinBigIndex>(rows.size()));
    }
    clp.addColumns(static_cast<int>(new_columns.size()), lower.data(), upper.data(), cost.data(), starts.data(),
                   rows.data(), values.data());
    new_columns.clear();
  }
};

Lp::Lp(std::function<bool()> stop) : engine_(std::make_unique<Engine>()) {
  engine_->clp.setLogLevel(0);
  engine_->clp.setOptimizationDirection(1);
  engine_->clp.setPerturbation(50);
  engine_->clp.scaling(0);  // entries are small whole numbers already
  const Stopper stopper(std::move(stop));
  engine_->clp.passInEventHandler(&stopper);
}

Lp::~Lp() = default;

int Lp::add_row(double lower, double upper, std::vector<LpEntry> entries) {
  engine_->new_rows.push_back({lower, upper, std::move(entries)});
  return rows() - 1;
}

int Lp::add_columns(std::vector<LpColumn> columns) {
  const int first = this->columns();
  for (LpColumn& column : columns) engine_->new_columns.push_back(std::move(column));
  return first;
}

void Lp::remove_columns(const std::vector<int>& columns) {
  engine_->flush();
  engine_->clp.deleteColumns(static_cast<int>(columns.size()), columns.data());
}

void Lp::set_cost(int column, double cost) {
  engine_->flush();
  engine_->clp.setObjectiveCoefficient(column, cost);
}

void Lp::set_column_bounds(int column, double lower, double upper) {
  engine_->flush();
  engine_->clp.setColumnBounds(column, lower, bound(upper));
}

void Lp::set_row_bounds(int row, double lower, double upper) {
  engine_->flush();
  engine_->clp.setRowBounds(row, bound(lower), bound(upper));
}

bool Lp::solve(Change change, long most_iterations) {
  engine_->flush();
  ClpSimplex& clp = engine_->clp;
  clp.setMaximumIterations(static_cast<int>(std::clamp<long>(most_iterations, 100, 200'000)));
  if (change == Change::bounds) {
    clp.dual(0);
  } else {
    clp.primal(0);
  }
  engine_->iterations += clp.numberIterations();
  if (clp.status() == 4) {  // numbers went wrong: once more from nothing
    clp.allSlackBasis(true);
    clp.dual(0);
    engine_->iterations += clp.numberIterations();
  }
  return clp.status() == 0;
}

double Lp::objective_with(const std::vector<ColumnBounds>& bounds, int most_iterations) {
  engine_->flush();
  ClpSimplex trial(engine_->clp);
  for (const ColumnBounds& each : bounds) trial.setColumnBounds(each.column, each.lower, bound(each.upper));
  trial.setMaximumIterations(most_iterations);
  trial.dual(0);
  engine_->iterations += trial.numberIterations();
  return trial.status() == 1 ? lp_infinity : trial.objectiveValue();
}

int Lp::rows() const {
  return engine_->clp.numberRows() + static_cast<int>(engine_->new_rows.size());
}
int Lp::columns() const {
  return engine_->clp.numberColumns() + static_cast<int>(engine_->new_columns.size());
}
double Lp::objective() const {
  return engine_->clp.objectiveValue();
}
const double* Lp::values() const {
  engine_->flush();  // what is new has its place, at zero
  return engine_->clp.primalColumnSolution();
}
const double* Lp::reduced_costs() const {
  engine_->flush();
  return engine_->clp.dualColumnSolution();
}
const double* Lp::duals() const {
  engine_->flush();
  return engine_->clp.dualRowSolution();
}
long Lp::iterations() const {
  return engine_->iterations;
}

}  // namespace plancover

#include "plancover/solver/lp.hpp"

#include <ClpSimplex.hpp>

namespace plancover {

struct Lp::Engine {
  ClpSimplex clp;
  long iterations = 0;
};

Lp::Lp() : engine_(std::make_unique<Engine>()) {
  engine_->clp.setLogLevel(0);
  engine_->clp.setOptimizationDirection(1);
  engine_->clp.setPerturbation(50);
  engine_->clp.scaling(0);  // entries are small whole numbers already
  engine_->clp.setMaximumIterations(200'000);
}

Lp::~Lp() = default;

int Lp::add_row(double lower, double upper, const std::vector<LpEntry>& entries) {
  std::vector<int> columns;
  std::vector<double> values;
  for (const LpEntry& entry : entries) {
    columns.push_back(entry.index);
    values.push_back(entry.value);
  }
  const auto bound = [](double value) {
    return value >= lp_infinity ? COIN_DBL_MAX : value <= -lp_infinity ? -COIN_DBL_MAX : value;
  };
  engine_->clp.addRow(static_cast<int>(columns.size()), columns.data(), values.data(), bound(lower), bound(upper));
  return engine_->clp.numberRows() - 1;
}

int Lp::add_columns(const std::vector<LpColumn>& columns) {
  const int first = engine_->clp.numberColumns();
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<double> cost;
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> rows;
  std::vector<double> values;
  for (const LpColumn& column : columns) {
    lower.push_back(column.lower);
    upper.push_back(column.upper >= lp_infinity ? COIN_DBL_MAX : column.upper);
    cost.push_back(column.cost);
    for (const LpEntry& entry : column.entries) {
      rows.push_back(entry.index);
      values.push_back(entry.value);
    }
    starts.push_back(static_cast<CoinBigIndex>(rows.size()));
  }
  engine_->clp.addColumns(static_cast<int>(columns.size()), lower.data(), upper.data(), cost.data(), starts.data(),
                          rows.data(), values.data());
  return first;
}

void Lp::remove_columns(const std::vector<int>& columns) {
  engine_->clp.deleteColumns(static_cast<int>(columns.size()), columns.data());
}

void Lp::set_cost(int column, double cost) {
  engine_->clp.setObjectiveCoefficient(column, cost);
}

void Lp::set_column_bounds(int column, double lower, double upper) {
  engine_->clp.setColumnBounds(column, lower, upper >= lp_infinity ? COIN_DBL_MAX : upper);
}

void Lp::set_row_bounds(int row, double lower, double upper) {
  engine_->clp.setRowBounds(row, lower <= -lp_infinity ? -COIN_DBL_MAX : lower,
                            upper >= lp_infinity ? COIN_DBL_MAX : upper);
}

bool Lp::solve(Change change) {
  ClpSimplex& clp = engine_->clp;
  if (change == Change::bounds) {
    clp.dual(0);
  } else {
    clp.primal(0);
  }
  engine_->iterations += clp.numberIterations();
  if (clp.status() == 4 || clp.status() == 3) {  // numbers went wrong or iterations ran out: once more from nothing
    clp.allSlackBasis(true);
    clp.dual(0);
    engine_->iterations += clp.numberIterations();
  }
  return clp.status() == 0;
}

int Lp::rows() const {
  return engine_->clp.numberRows();
}
int Lp::columns() const {
  return engine_->clp.numberColumns();
}
double Lp::objective() const {
  return engine_->clp.objectiveValue();
}
const double* Lp::values() const {
  return engine_->clp.primalColumnSolution();
}
const double* Lp::reduced_costs() const {
  return engine_->clp.dualColumnSolution();
}
const double* Lp::duals() const {
  return engine_->clp.dualRowSolution();
}
long Lp::iterations() const {
  return engine_->iterations;
}

}  // namespace plancover

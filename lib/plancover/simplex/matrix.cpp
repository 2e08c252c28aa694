#include "plancover/simplex/matrix.hpp"

#include <algorithm>
#include <utility>

namespace plancover {

namespace {

std::size_t index(int number) {
  return static_cast<std::size_t>(number);
}

}  // namespace

void Matrix::add_row() {
  of_row_.emplace_back();
  first_.push_back(0);
}

void Matrix::add_variable() {
  of_variable_.emplace_back();
  place_.emplace_back();
  may_enter_.push_back(0);
}

void Matrix::add(std::size_t variable, const LpEntry& entry) {
  std::vector<RowEntry>& row = of_row_[index(entry.index)];
  const std::size_t number = of_variable_[variable].size();
  place_[variable].push_back(static_cast<int>(row.size()));
  row.push_back({static_cast<int>(variable), static_cast<int>(number), entry.value});
  of_variable_[variable].push_back(entry);
  if (may_enter_[variable] != 0) put_to_its_side(variable, number);
}

/// Where the border between the two sides passes the entry, they change places at it.
void Matrix::put_to_its_side(std::size_t variable, std::size_t number) {
  const std::size_t r = index(of_variable_[variable][number].index);
  std::vector<RowEntry>& row = of_row_[r];
  const std::size_t from = index(place_[variable][number]);
  const std::size_t to = may_enter_[variable] != 0 ? first_[r]++ : --first_[r];
  std::swap(row[from], row[to]);
  for (const std::size_t place : {from, to})
    place_[index(row[place].variable)][index(row[place].number)] = static_cast<int>(place);
}

void Matrix::let_enter(std::size_t variable, bool may_enter) {
  const unsigned char now = may_enter ? 1 : 0;
  if (may_enter_[variable] == now) return;
  may_enter_[variable] = now;
  for (std::size_t number = 0; number < of_variable_[variable].size(); ++number) put_to_its_side(variable, number);
}

void Matrix::clear_row(std::size_t row) {
  const std::vector<RowEntry> all = std::exchange(of_row_[row], {});
  first_[row] = 0;
  for (const RowEntry& entry : all) {
    std::vector<LpEntry>& entries = of_variable_[index(entry.variable)];
    std::vector<int>& places = place_[index(entry.variable)];
    entries.erase(entries.begin() + entry.number);
    places.erase(places.begin() + entry.number);
    for (std::size_t k = index(entry.number); k < entries.size(); ++k)
      of_row_[index(entries[k].index)][index(places[k])].number = static_cast<int>(k);
  }
}

void Matrix::remove(const std::vector<std::size_t>& moved) {
  keep_moved(of_variable_, moved);
  keep_moved(place_, moved);
  keep_moved(may_enter_, moved);
  const auto is_gone = [&](const RowEntry& entry) { return moved[index(entry.variable)] == gone; };
  for (std::size_t r = 0; r < rows(); ++r) {
    std::vector<RowEntry>& row = of_row_[r];
    const auto border = row.begin() + static_cast<std::ptrdiff_t>(first_[r]);
    first_[r] -= static_cast<std::size_t>(std::count_if(row.begin(), border, is_gone));
    std::erase_if(row, is_gone);
    for (std::size_t place = 0; place < row.size(); ++place) {
      row[place].variable = static_cast<int>(moved[index(row[place].variable)]);
      place_[index(row[place].variable)][index(row[place].number)] = static_cast<int>(place);
    }
  }
}

}  // namespace plancover

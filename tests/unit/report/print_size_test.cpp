// Letters on paper: as large as fits, never so small that a day fits and nobody can read it.
#include <doctest/doctest.h>

#include "plancover/report/print_size.hpp"

using namespace plancover;

namespace {

/// So many columns of sessions, each with so many after one another.
int size_of(std::size_t columns, std::size_t rows) {
  const PrintedCell cell{
      0, 1, {"09:00-10:00 wg-1", "Working group on enhanced cooperation, Room 4 high", "lead Ana Lima", "notes EMPTY"}};
  std::vector<PrintedCell> cells;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      cells.push_back(cell);
      cells.back().first_row = row;
    }
  }
  return print_size(std::vector<std::string>(columns, "Room"), rows + 1, cells);
}

}  // namespace

TEST_CASE("letters shrink with what stands beside and below one another") {
  CHECK(size_of(1, 1) == 90);
  CHECK(size_of(4, 4) == 90);
  CHECK(size_of(12, 5) < 80);
  CHECK(size_of(12, 5) >= size_of(12, 7));
  CHECK(size_of(12, 7) >= size_of(20, 7));
  CHECK(size_of(8, 40) == 45);  // two sheets, for that can be read
}

TEST_CASE("what spans several rows needs no more room than it takes") {
  const std::vector<std::string> lines(30, "lead Ana Lima");
  const std::vector<std::string> names(3, "Room");
  std::vector<PrintedCell> cells;
  for (std::size_t i = 0; i < 3; ++i) cells.push_back({0, 10, lines});
  const int beside = print_size(names, 11, cells);
  for (std::size_t i = 0; i < 3; ++i) cells[i] = {i, 1, lines};
  CHECK(beside > print_size(names, 11, cells));
}

TEST_CASE("markup is counted as what it shows") {
  CHECK(lines_in_markup("<article id=\"s1\"><h3><time>09:00</time> p1</h3><p><bdi>Plenary</bdi>, A<ul>\n<li>lead "
                        "<bdi>Ana</bdi></ul></article>") ==
        std::vector<std::string>{"09:00 p1", "Plenary, A\n", "lead Ana"});
  CHECK(lines_in_markup("").empty());
}

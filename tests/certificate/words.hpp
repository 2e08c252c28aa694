// The lines of a certificate, one after another, in words; and what the names in them
// mean in a planning folder. Throws Refusal with the line at whatever cannot be read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certificate/day.hpp"
#include "plancover/problem/build.hpp"

namespace plancover::certificate {

struct Refusal {
  std::size_t line = 0;
  std::string why;
};

/// Looks at one line at a time.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) { next(); }

  [[nodiscard]] bool over() const { return over_; }
  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  [[nodiscard]] bool starts(std::string_view word) const { return !over_ && words_.front() == word; }
  void next();

  [[noreturn]] void refuse(const std::string& why) const { throw Refusal{line_, why}; }
  /// Refuses a line of another length.
  void expect(std::size_t words) const;
  [[nodiscard]] const std::string& word(std::size_t index) const;
  [[nodiscard]] std::int64_t number(std::size_t index) const;
  /// At least 0 and below `end`.
  [[nodiscard]] std::size_t index(std::size_t index, std::size_t end) const;

 private:
  std::string_view text_;
  std::size_t line_ = 0;
  bool over_ = false;
  std::vector<std::string> words_;
};

class Names {
 public:
  Names(const Conference& conference, const BuiltProblem& built);

  [[nodiscard]] SlotIndex session(const Lines& lines, const std::string& name) const;
  [[nodiscard]] SeatIndex seat(const Lines& lines, const std::string& session, const std::string& role) const;
  [[nodiscard]] PersonIndex person(const Lines& lines, const std::string& name) const;

 private:
  std::map<std::string, SlotIndex> sessions_;
  std::map<std::pair<std::string, std::string>, SeatIndex> seats_;
  std::map<std::string, PersonIndex> people_;
};

}  // namespace plancover::certificate

// What the readers of all formats share: the cleaned text, its places, and where problems
// go. Refuses to hold more events than a conference can have.
#pragma once

#include <string>
#include <string_view>

#include "plancover/base/diagnostic.hpp"
#include "plancover/input/places.hpp"
#include "plancover/programme/programme.hpp"

namespace plancover {

class ProgrammeReader {
 public:
  /// The text must outlive the reader and be as clean_programme_text gives it.
  ProgrammeReader(std::string_view text, std::uint32_t file) : text_(text), file_(file), places_(text, file) {}

  void say(Code code, Location where, std::string message, std::string help = {}, std::vector<Note> notes = {});
  [[nodiscard]] Location at(std::size_t offset, std::size_t bytes = 1) const { return places_.at(offset, bytes); }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::uint32_t file() const { return file_; }

  /// A time with this offset from UTC, in a file that may name no zone.
  void see_offset(Minutes offset);
  /// False where the programme is full: said once; the event is left out.
  bool add(ProgrammeEvent event);

  Programme programme;
  Diagnostics diagnostics;

 private:
  std::string_view text_;
  std::uint32_t file_;
  Places places_;
  std::size_t too_many_ = 0;
};

/// On one line, without spaces at the ends or in a row, and no longer than people read.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t most_bytes = 400);

}  // namespace plancover

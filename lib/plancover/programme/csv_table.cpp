#include "plancover/programme/csv_table.hpp"

#include <algorithm>

#include "plancover/programme/programme_reader.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_cells = 1000;  // of one row; more are no table that people made

char separator_of(std::string_view line) {
  std::size_t most = 0;
  char best = ',';
  for (const char candidate : {',', ';', '\t'}) {
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') quoted = !quoted;
      if (!quoted && c == candidate) ++count;
    }
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

}  // namespace

CsvTable::CsvTable(std::string_view text) : text_(text) {
  at_ = std::min(text.find_first_not_of('\n'), text.size());
  const std::string_view line = text.substr(at_, text.find('\n', at_) - at_);
  if (line.size() == 5 && line.starts_with("sep=")) {
    separator_ = line[4];
    at_ = std::min(at_ + 6, text.size());
  } else {
    separator_ = separator_of(line);
  }
}

CsvCell CsvTable::cell() {
  CsvCell result;
  while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  result.offset = at_;
  std::string text;
  if (at_ < text_.size() && text_[at_] == '"') {
    const std::size_t begin = at_++;
    while (true) {
      const std::size_t quote = std::min(text_.find('"', at_), text_.size());
      text.append(text_.substr(at_, quote - at_));
      at_ = std::min(quote + 1, text_.size());
      if (quote == text_.size() && !open_quote_) open_quote_ = begin;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      text += '"';
      ++at_;
    }
  }
  // What stands behind a closing quote belongs to the cell all the same.
  const char ends[] = {separator_, '\n'};
  const std::size_t end = std::min(text_.find_first_of(std::string_view(ends, 2), at_), text_.size());
  text.append(text_.substr(at_, end - at_));
  at_ = end;
  result.text = one_line(text, text.size());
  return result;
}

std::optional<std::vector<CsvCell>> CsvTable::next() {
  while (at_ < text_.size()) {
    std::vector<CsvCell> row;
    while (true) {
      CsvCell each = cell();
      if (row.size() < most_cells) row.push_back(std::move(each));
      if (at_ >= text_.size() || text_[at_] == '\n') break;
      ++at_;
    }
    ++at_;
    if (std::any_of(row.begin(), row.end(), [](const CsvCell& each) { return !each.text.empty(); })) return row;
  }
  return std::nullopt;
}

}  // namespace plancover

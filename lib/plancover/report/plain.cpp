#include "plancover/report/plain.hpp"

#include "plancover/report/text_width.hpp"

namespace plancover {

std::string plain_of(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) {
    for (std::size_t i = 0; i < record.size(); ++i) {
      if (i > 0) text += '\t';
      text += printable(record[i]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace plancover

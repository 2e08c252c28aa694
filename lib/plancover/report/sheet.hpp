// A table with a heading, in no form yet: what Markdown and plain text share. Cells hold
// raw text; text_sheet.hpp and markdown.hpp escape and lay it out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace plancover {

struct SheetColumn {
  std::string name;
  bool number = false;  ///< set to the right
};

struct Sheet {
  std::string title;
  std::string subtitle;              ///< a line under the title; may be empty
  std::vector<SheetColumn> columns;  ///< the last one may wrap
  std::vector<std::vector<std::string>> rows;
};

}  // namespace plancover

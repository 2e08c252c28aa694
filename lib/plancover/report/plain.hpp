// Records one a line, fields apart by tabs, for cut, awk and grep; no header. Tabs and
// other controls inside a field are escaped, so a line always has the same fields.
#pragma once

#include <string>
#include <vector>

#include "plancover/report/records.hpp"

namespace plancover {

[[nodiscard]] std::string plain_of(const std::vector<Record>& records);

}  // namespace plancover

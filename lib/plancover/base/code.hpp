// The diagnostics by code. A code is stable for ever: a number is never used again for
// another thing. PC001-PC099 text and values, PC100-PC199 references and the sense of
// one file, PC200-PC299 the conference as a whole, PC300-PC399 plans.
#pragma once

#include <span>
#include <string_view>

namespace plancover {

enum class Severity { error, warning };

enum class Code : int {
  window_reversed = 21,
};

struct CodeInfo {
  Code code;
  Severity severity;
  std::string_view title;  ///< what plancover-diagnostics(7) calls it
};

/// Every code, by number.
[[nodiscard]] std::span<const CodeInfo> all_codes();
[[nodiscard]] const CodeInfo& info(Code code);
/// "PC021"
[[nodiscard]] std::string_view name(Code code);

}  // namespace plancover

// JSON is read as the YAML it nearly is. What YAML lacks is JSON's way to write a
// character as two escapes (a surrogate pair); here the two become one.
#pragma once

#include <string>
#include <string_view>

namespace plancover {

/// The text with each `\uD83D\uDE00` as `\U0001F600` where the text is JSON, that is where
/// it begins with a brace; any other text unchanged. What stands behind a pair on the same
/// line moves two columns to the left.
[[nodiscard]] std::string with_whole_characters(std::string_view text);

}  // namespace plancover

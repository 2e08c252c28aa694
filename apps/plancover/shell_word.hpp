// Paths in a suggested command, so that it can be copied into a shell as it stands:
// blanks, quotes and the shell's own signs lose their meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plancover::app {

/// As it is where a shell takes it as one word, otherwise in single quotes; what a
/// terminal could obey is escaped.
[[nodiscard]] std::string shell_word(std::string_view text);
/// Each with a blank before it.
[[nodiscard]] std::string shell_words(const std::vector<std::string>& texts);
/// "plancover", with -C where the command was sent to another folder.
[[nodiscard]] std::string program_in(const std::string& folder);

}  // namespace plancover::app

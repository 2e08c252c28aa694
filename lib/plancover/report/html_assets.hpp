// What every page of a plan carries: its style sheet and its script, with the script's hash
// by which the page's policy lets it run and nothing else. Plain text; holds no words of files.
#pragma once

#include <string_view>

namespace plancover {

[[nodiscard]] std::string_view html_style();
[[nodiscard]] std::string_view html_script();
/// SHA-256 of html_script() in Base64; a test computes it anew.
[[nodiscard]] std::string_view html_script_hash();

}  // namespace plancover

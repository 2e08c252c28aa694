// How far a value reaches in the text of its line: what a caret underlines.
#pragma once

#include <cstddef>
#include <string_view>

namespace plancover {

/// Bytes of the scalar, list or map in brackets that begins at `offset`; `plain` is the
/// value where it stands without quotes. Looks at a bounded stretch only.
[[nodiscard]] std::size_t extent(std::string_view text, std::size_t offset, std::string_view plain);

/// Does the quote that begins at `offset` end before the text does, on this line or a later one?
[[nodiscard]] bool quote_closes(std::string_view text, std::size_t offset);

}  // namespace plancover

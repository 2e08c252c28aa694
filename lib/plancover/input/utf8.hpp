// Is a text fit to be read: UTF-8, and free of characters that no text has?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace plancover {

struct BadByte {
  std::size_t offset = 0;
  bool binary = false;  ///< a control character that text does not have; otherwise no UTF-8
};

/// The first byte that does not belong into a text; control characters other than tab,
/// line feed and carriage return do not, nor do surrogates and overlong forms.
[[nodiscard]] std::optional<BadByte> first_bad_byte(std::string_view text);

}  // namespace plancover

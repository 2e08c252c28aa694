// What the YAML library says of a text it cannot read, in a planner's words.
#pragma once

#include <string_view>

#include "plancover/base/diagnostic.hpp"
#include "plancover/input/places.hpp"

namespace YAML {
class Exception;
}

namespace plancover {

[[nodiscard]] Diagnostic in_plain_words(const YAML::Exception& error, std::string_view text, const Places& places);

}  // namespace plancover

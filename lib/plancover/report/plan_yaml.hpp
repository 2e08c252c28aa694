// The plan file: YAML that people can read in a diff, one assignment a line, and that
// every command reads back. Holds no time stamp and no machine name.
#pragma once

#include <string>

#include "plancover/plan/plan.hpp"

namespace plancover {

/// The whole file, in the order of `plan`, which must be that of sort_plan. Ids that other
/// YAML readers would take for a number, a date or a truth value are quoted.
[[nodiscard]] std::string plan_yaml(const Conference& conference, const Plan& plan);

/// A text as a YAML value on one line that every reader takes for text; quoted and escaped
/// where it must be. Expects UTF-8. Safe in block and in flow context.
[[nodiscard]] std::string yaml_text(const std::string& text);

}  // namespace plancover

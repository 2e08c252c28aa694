// The four tiers, the kinds of committee and the kinds of seat: the small words of the
// planning format, and their spelling.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace plancover {

enum class Priority { critical, high, normal, low };  // most important first
inline constexpr std::array<Priority, 4> priorities{Priority::critical, Priority::high, Priority::normal,
                                                    Priority::low};

enum class CommitteeKind { plenary, committee, working_group, ad_hoc, meeting };

[[nodiscard]] std::string_view to_string(Priority priority);
[[nodiscard]] std::string_view to_string(CommitteeKind kind);
[[nodiscard]] std::optional<Priority> parse_priority(std::string_view text);
[[nodiscard]] std::optional<CommitteeKind> parse_committee_kind(std::string_view text);

}  // namespace plancover

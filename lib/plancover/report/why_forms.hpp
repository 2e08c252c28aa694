// An answer to "why" as text for a terminal, as Markdown for a message, and as one JSON
// object for programs, whose keys only ever get more.
#pragma once

#include <string>
#include <vector>

#include "plancover/report/text_style.hpp"
#include "plancover/report/why_sections.hpp"

namespace plancover {

[[nodiscard]] std::string why_text(const std::string& heading, const std::vector<WhySection>& sections,
                                   const TextStyle& style);
[[nodiscard]] std::string why_markdown(const std::string& heading, const std::vector<WhySection>& sections);

/// {"session", "seats": [{"role", "required", "open", "proved", "again"?, "shortage"?, "attendees", "chains",
/// "chains_complete", "repairs", "repairs_complete"}]}
[[nodiscard]] std::string why_json(const Conference& conference, const Sources& sources, SessionIndex session,
                                   const std::vector<WhyEmpty>& answers);
/// {"session", "attendee", "seats": [{"role", "class", "facts", "past"?, "pin"?, "otherwise"?}]}
[[nodiscard]] std::string why_json(const Conference& conference, const Sources& sources, SessionIndex session,
                                   const std::vector<WhyAttendee>& answers);

}  // namespace plancover

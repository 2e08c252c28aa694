// An answer to "why" as headed sections of sentences, in no form yet: what text and
// Markdown share. Sentences hold raw words from the files.
#pragma once

#include <string>
#include <vector>

#include "plancover/insight/answer.hpp"

namespace plancover {

struct WhySection {
  std::string title;
  struct Line {
    std::string text;
    bool follows = false;  ///< belongs to the line before it
  };
  std::vector<Line> lines;
  std::vector<std::vector<std::string>> rows;  ///< class, attendee, facts; instead of lines
};

/// The session, when it is and how much it matters: one line.
[[nodiscard]] std::string why_heading(const Conference& conference, SessionIndex index);
[[nodiscard]] std::vector<WhySection> sections_of(const Conference& conference, const Sources& sources,
                                                  const WhyEmpty& answer);
[[nodiscard]] std::vector<WhySection> sections_of(const Conference& conference, const Sources& sources,
                                                  const WhyAttendee& answer);

}  // namespace plancover

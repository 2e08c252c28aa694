// What differs between two plans, for people and programs: blocks of text to paste into a
// chat message, the same in Markdown, and one JSON object.
#pragma once

#include <string>
#include <vector>

#include "plancover/base/location.hpp"
#include "plancover/base/splice.hpp"
#include "plancover/plan/compare.hpp"
#include "plancover/plan/gap_reason.hpp"
#include "plancover/report/text_style.hpp"

namespace plancover {

/// What is to be told; the conference may be null, and `reasons` are those of gaps that opened.
struct ChangeReport {
  const ChangeList& changes;
  const Conference* conference = nullptr;
  const std::vector<GapReason>& reasons;
};

/// The summing line, a block per attendee, the gaps that opened; `nothing to change` is the caller's to say.
[[nodiscard]] std::string changes_text(const ChangeReport& report, const TextStyle& style);
/// The blocks as headings and lists.
[[nodiscard]] std::string changes_markdown(const ChangeReport& report);
/// {"changes": {"reassigned", "switched", "closed", "opened", "added", "released", "unchanged", "affects": [ids],
/// "attendees": [{"id", "name"?, "organisation"?, "changes": [{"session", "day"?, "start"?, "end"?, "room"?,
/// "local"?, "was"?, "now"?, "instead"}]}], "gaps": [{"session", "role", "required", "was", "now", "reason"?}]}};
/// `was` and `now` of a seat are {"role", "remote"?}.
[[nodiscard]] std::string changes_json(const ChangeReport& report);
/// The plan as plan_json gives it, and `changes` behind it; needs the conference. Where there are `splices`, then
/// "edits": [{"path", "line", "before": [lines], "after": [lines]}] too.
[[nodiscard]] std::string changes_json(const ChangeReport& report, const Plan& plan, const Sources& sources,
                                       const std::vector<Splice>& splices);

}  // namespace plancover

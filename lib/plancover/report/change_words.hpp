// The change list in words: the line that sums it up, and for each attendee what to tell
// them, one sentence a change. What text and Markdown share; raw text from files goes in
// and comes out raw.
#pragma once

#include <string>
#include <vector>

#include "plancover/plan/compare.hpp"
#include "plancover/plan/gap_reason.hpp"

namespace plancover {

/// Something to say under a title, one line an item.
struct ChangeBlock {
  std::string title;
  std::vector<std::string> lines;
};

/// "3 reassigned, 1 gap closed, 1 opened, 210 unchanged; affects apc-1, kictanet-2"
[[nodiscard]] std::string change_summary(const ChangeList& changes);
/// One an attendee, by id. `conference` may be null: then ids stand alone.
[[nodiscard]] std::vector<ChangeBlock> change_blocks(const ChangeList& changes, const Conference* conference);
/// The gaps that opened, each with why it stays empty where that is among `reasons`; no block where there are none.
[[nodiscard]] std::vector<ChangeBlock> opened_blocks(const ChangeList& changes, const std::vector<GapReason>& reasons,
                                                     const Conference* conference);
/// "apc-2 sits in com5-2; 12 are away, 3 have no badge"
[[nodiscard]] std::string reason_text(const Conference& conference, const GapReason& reason);

}  // namespace plancover

// The conference while it is read: what the files hold part by part, what is resolved so
// far, and which entities are in doubt because something in them could not be read.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plancover/input/context.hpp"
#include "plancover/input/document.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/model/check.hpp"
#include "plancover/model/conference.hpp"

namespace plancover {

/// The parts of all files, joined; nodes belong to the documents.
struct Sections {
  const YamlNode* conference = nullptr;
  const YamlNode* weights = nullptr;
  std::vector<const YamlNode*> slots, roles;  // entries of maps
  std::vector<const YamlNode*> topics, committees, sessions, delegations, attendees, pinned, barred;
};

/// What a session takes from its committee, key by key, unless it says otherwise.
struct Inherited {
  std::optional<Sourced<Priority>> priority;
  std::optional<Sourced<Door>> admits;
  std::optional<Sourced<Webcast>> webcast;
  std::optional<Sourced<std::optional<std::vector<std::string>>>> languages;
  std::optional<Sourced<Seats>> seats;
  std::optional<Sourced<std::vector<TopicIndex>>> topics;
};

/// What a delegation lends, each with its place.
struct DelegationTerms {
  std::vector<Sourced<std::string>> badges;
  std::vector<Sourced<std::string>> can;
  std::vector<Sourced<TopicIndex>> silent_on;
};

struct Draft {
  Context context;
  Sections sections;
  Conference conference;
  std::map<std::string, DelegationIndex, std::less<>> delegation_ids;
  std::map<std::string, Sourced<ClockSpan>, std::less<>> slots;
  std::set<std::string, std::less<>> broken_slots;  // given, but not readable
  std::optional<Sourced<Seats>> seats;              // the conference's
  Limits limits;                                    // the conference's
  Table<CommitteeIndex, Inherited> of_committee;
  std::vector<bool> committee_in_doubt;
  std::vector<DelegationTerms> terms;  // by delegation
  std::vector<bool> delegation_in_doubt;
  Doubts doubts;
};

// The readers, in the order in which each finds what it needs.
void read_conference_header(Draft& draft);
void read_slots(Draft& draft);
void read_roles(Draft& draft);
void read_topics(Draft& draft);
void read_conference_seats(Draft& draft);
void read_committees(Draft& draft);
void read_sessions(Draft& draft);
void read_delegations(Draft& draft);
void read_attendees(Draft& draft);
void read_pins(Draft& draft);
void read_bars(Draft& draft);
void read_weights(Draft& draft);

// Parts that several readers share.
Limits read_limits(Context& context, const YamlNode& node, Limits limits);
std::optional<Seats> read_seats(Draft& draft, const YamlNode& node);
Inherited read_inherited(Draft& draft, const YamlNode& node);
std::vector<Sourced<TopicIndex>> read_topic_list(Draft& draft, const YamlNode& node);
Wishes read_wishes(Draft& draft, const YamlNode& node);
std::optional<Remote> read_remote(Draft& draft, const YamlNode& node);

}  // namespace plancover

// From the text of a small conference to the conference, and a past to go with it.
#include <algorithm>
#include <stdexcept>

#include "plancover/input/read_conference.hpp"
#include "reference/generator.hpp"
#include "reference/rules.hpp"

namespace plancover::reference {
namespace {

std::string with_pins(const SmallFile& file, const std::vector<std::string>& pins) {
  std::string text = file.text;
  if (!pins.empty()) text += "pinned:\n";
  for (const std::string& pin : pins) text += pin;
  return text;
}

constexpr std::size_t most_pins = 3;

}  // namespace

SmallConference small_conference(std::uint64_t seed) {
  const SmallFile file = small_file(seed);
  ConferenceRead read = read_conference({{"small.yaml", file.text}});
  if (!read.conference) {
    std::string words = "seed " + std::to_string(seed) + " is refused\n" + file.text;
    for (const Diagnostic& d : read.diagnostics) words += std::to_string(d.where.line) + ": " + d.message + "\n";
    throw std::runtime_error(words);
  }
  std::vector<std::string> kept;
  for (const std::string& pin : file.pins) {
    if (kept.size() == most_pins) break;
    std::vector<std::string> more = kept;
    more.push_back(pin);
    ConferenceRead again = read_conference({{"small.yaml", with_pins(file, more)}});
    if (!again.conference) continue;
    kept = std::move(more);
    read = std::move(again);
  }
  return {std::move(*read.conference), with_pins(file, kept), file.clocks_change};
}

std::vector<Assignment> random_assignments(const Conference& conference, Random& random) {
  std::vector<Assignment> all;
  for (const SessionIndex s : conference.sessions.indexes()) {
    const Seats& seats = conference.sessions[s].seats.value;
    for (const AttendeeIndex a : conference.attendees.indexes()) {
      if (!random.chance(40)) continue;
      RoleIndex role{static_cast<std::size_t>(random.below(static_cast<int>(conference.roles.size())))};
      if (!seats.empty() && random.chance(95)) role = random.one_of(seats).role;
      const auto way = may_fill(conference, a, s, role);
      if (!way && random.chance(80)) continue;
      all.push_back({s, role, a, way.value_or(random.chance(50) ? Presence::remote : Presence::on_site), {}});
    }
  }
  return all;
}

Past small_past(const Conference& conference, std::uint64_t seed) {
  Random random(seed + 0x5eed);
  Past past;
  past.has_previous = true;
  past.previous = random_assignments(conference, random);
  past.disturb_for = random.one_of(std::vector<Priority>(priorities.begin(), priorities.end()));
  if (random.chance(20)) past.vanished_attendees = random.between(1, 3);
  if (conference.sessions.empty() || random.chance(25)) return past;
  const auto pick = static_cast<std::size_t>(random.below(static_cast<int>(conference.sessions.size())));
  const Window& time = conference.sessions[SessionIndex{pick}].time.value;
  past.now = random.one_of(std::vector<Instant>{time.from, time.from + Minutes{1}, time.until});
  return past;
}

}  // namespace plancover::reference

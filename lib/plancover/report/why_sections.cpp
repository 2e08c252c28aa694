#include "plancover/report/why_sections.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plancover/report/why_words.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

std::string at_place(const Sources& sources, Location where) {
  const std::string place = place_text(sources, where);
  return place.empty() ? "" : " (" + place + ")";
}

std::string fact_text(const Sources& sources, const Fact& fact) {
  return fact.text + at_place(sources, fact.where);
}

/// The fact that decides, and in a word what else there is.
std::string short_facts(const Conference& conference, const Sources& sources, SeatKey seat,
                        const AttendeeStanding& standing) {
  const auto facts = facts_of(conference, seat, standing);
  if (facts.empty()) return "nothing keeps them away";
  const auto more = other_kinds(standing);
  return fact_text(sources, facts.front()) + (more.empty() ? "" : "; also " + listed_words(more));
}

std::string need_text(const Conference& conference, const SeatShortage::Need& need) {
  const std::string& role = conference.roles[need.seat.role].id;
  const std::string& session = conference.sessions[need.seat.session].id;
  return need.count == 1 ? fmt::format("{} of {}", role, session)
                         : fmt::format("{} {} of {}", need.count, role, session);
}

std::string shortage_text(const Conference& conference, const SeatShortage& shortage) {
  const LocalTime at = to_local(conference.zone, shortage.at);
  const std::string when = clock_text(at) + " on " + day_text(Day{std::chrono::floor<std::chrono::days>(at)});
  const int seats = shortage.seat_count();
  if (shortage.candidates.empty() && seats == 1) return fmt::format("at {} no attendee can fill it", when);
  std::vector<std::string> needs;
  for (const auto& need : shortage.seats) needs.push_back(need_text(conference, need));
  std::vector<std::string> people;
  for (const AttendeeIndex attendee : shortage.candidates) people.push_back(conference.attendees[attendee].id);
  const std::string have = people.empty() ? "nobody can fill them"
                           : people.size() == 1
                               ? "only " + people.front() + " can fill any of them"
                               : fmt::format("only {} can fill any of them: {}", people.size(), listed_words(people));
  return fmt::format("at {} these {} seats need someone, and {}: {}", when, seats, have, listed_words(needs));
}

WhySection reason_section(const Conference& conference, const WhyEmpty& answer) {
  WhySection section{"why it stays empty", {}, {}};
  if (answer.shortage) {
    section.lines.push_back({shortage_text(conference, *answer.shortage)});
  } else if (answer.proved) {
    section.lines.push_back({answer.required ? "whoever fills it leaves a seat empty that matters as much or more"
                                             : "whoever fills it must leave another seat"});
    section.lines.push_back({"proved by solving, no shorter reason"});
  } else {
    section.lines.push_back({"no plan that fills it was found within the limit; none is ruled out"});
  }
  return section;
}

WhySection people_section(const Conference& conference, const Sources& sources, const WhyEmpty& answer) {
  WhySection section{"who could, and who cannot", {}, {}};
  std::vector<const AttendeeStanding*> sorted;
  for (const AttendeeStanding& each : answer.attendees) sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) {
    if (a->standing != b->standing) return a->standing > b->standing;
    return conference.attendees[a->attendee].id < conference.attendees[b->attendee].id;
  });
  for (const auto* each : sorted) {
    section.rows.push_back({standing_text(each->standing), conference.attendees[each->attendee].id,
                            short_facts(conference, sources, answer.seat, *each)});
  }
  return section;
}

WhySection chains_section(const Conference& conference, const WhyEmpty& answer) {
  WhySection section{"what it costs to fill it all the same", {}, {}};
  for (const Chain& chain : answer.chains) {
    const std::string steps = steps_text(conference, chain.outcome.steps, 1);
    section.lines.push_back(
        {conference.attendees[chain.attendee].id + " could fill it" + (steps.empty() ? "" : " if " + steps)});
    section.lines.push_back(
        {"costs " + price_text(chain.outcome.price) + (chain.outcome.proved ? "" : "; found within the limit"), true});
  }
  const bool candidates = std::any_of(answer.attendees.begin(), answer.attendees.end(), [](const auto& each) {
    return each.standing != Standing::here && each.refusals.empty();
  });
  if (section.lines.empty() && candidates && answer.chains_complete) {
    section.lines.push_back({"nobody who could is free to move: pins or the past hold them"});
  } else if (section.lines.empty() && candidates) {
    section.lines.push_back({"not asked: the limit was reached"});
  } else if (!section.lines.empty()) {
    section.lines.push_back({answer.chains_complete ? "cheapest first, proved by solving"
                                                    : "found within the limit; there may be cheaper ways"});
  }
  return section;
}

WhySection repairs_section(const Conference& conference, const Sources& sources, const WhyEmpty& answer) {
  constexpr std::size_t most = 8;  // more are of no use to a reader, and the JSON has them all
  WhySection section{"single changes that fill it", {}, {}};
  for (std::size_t i = 0; i < answer.repairs.size() && i < most; ++i) {
    const Repair& repair = answer.repairs[i];
    section.lines.push_back({change_text(conference, repair.change) + at_place(sources, repair.change.where)});
    std::string then =
        fmt::format("then {}: {}", steps_text(conference, repair.outcome.steps, 0), price_text(repair.outcome.price));
    if (repair.elsewhere) then += "; pin it, or the best plan uses the change for another seat";
    if (!repair.outcome.proved) then += "; found within the limit";
    section.lines.push_back({std::move(then), true});
  }
  if (answer.repairs.size() > most) {
    section.lines.push_back({fmt::format("and {} more", answer.repairs.size() - most)});
  }
  if (answer.repairs.empty()) {
    section.lines.push_back({answer.repairs_complete
                                 ? "none: whatever single change would let one more attendee fill it, or give it "
                                   "another hour of its day, was tried and proved to be no help"
                                 : "none was found within the limit"});
  } else {
    section.lines.push_back({answer.repairs_complete ? "best first, each solved and proved"
                                                     : "found within the limit; there may be others"});
  }
  return section;
}

std::string status_of(const WhyEmpty& answer) {
  const std::string_view kind = answer.required ? "required" : "optional";
  if (answer.open == 1) return fmt::format("empty, {}", kind);
  return fmt::format("{} empty, {}", answer.open, kind);
}

WhySection attendee_section(const Conference& conference, const Sources& sources, const WhyAttendee& answer) {
  const std::string& who = conference.attendees[answer.standing.attendee].id;
  WhySection section;
  const auto say = [&](std::string text, bool follows = false) { section.lines.push_back({std::move(text), follows}); };
  const bool here = answer.standing.standing == Standing::here;
  if (answer.history) {
    say("it is past: what was stays");
  } else if (here && answer.pin) {
    say("people decided it: the seat is pinned" + at_place(sources, *answer.pin));
  } else if (here) {
    if (!answer.otherwise) {
      say("no plan without " + who + " was found within the limit");
      return section;
    }
    say((answer.otherwise->proved ? "without " + who + " the best plan is" : "a plan without " + who + " is"));
    say(steps_text(conference, answer.otherwise->steps, 0), true);
    say("costs " + price_text(answer.otherwise->price), true);
  } else {
    for (const Fact& fact : facts_of(conference, answer.seat, answer.standing)) say(fact_text(sources, fact));
    if (answer.otherwise) {
      const std::string steps = steps_text(conference, answer.otherwise->steps, 1);
      say(who + " could fill it" + (steps.empty() ? "" : " if " + steps));
      say("costs " + price_text(answer.otherwise->price), true);
    } else if (answer.impossible) {
      say("what is pinned or past leaves no room for it");
    } else if (answer.standing.refusals.empty()) {
      say("no plan with " + who + " in it was found within the limit");
    }
  }
  if (answer.otherwise) say(answer.otherwise->proved ? "proved by solving" : "found within the limit");
  return section;
}

}  // namespace

std::string why_heading(const Conference& conference, SessionIndex index) {
  const Session& session = conference.sessions[index];
  return fmt::format("{}, {}, {} {}, {}", session.id, session_title(conference, session),
                     day_text(date_of(conference, session)), span_text(conference.zone, session.time.value),
                     to_string(session.priority.value));
}

std::vector<WhySection> sections_of(const Conference& conference, const Sources& sources, const WhyEmpty& answer) {
  const std::string& role = conference.roles[answer.seat.role].id;
  std::vector<WhySection> sections;
  if (answer.again) {
    WhySection section{role + ": " + status_of(answer) + ", and no change is needed", {}, {}};
    section.lines.push_back({"solving again fills it: " + steps_text(conference, answer.again->steps, 0)});
    section.lines.push_back({price_text(answer.again->price), true});
    sections.push_back(std::move(section));
    return sections;
  }
  WhySection reason = reason_section(conference, answer);
  reason.title = role + ": " + status_of(answer);
  sections.push_back(std::move(reason));
  sections.push_back(people_section(conference, sources, answer));
  if (WhySection chains = chains_section(conference, answer); !chains.lines.empty()) sections.push_back(chains);
  sections.push_back(repairs_section(conference, sources, answer));
  return sections;
}

std::vector<WhySection> sections_of(const Conference& conference, const Sources& sources, const WhyAttendee& answer) {
  WhySection section = attendee_section(conference, sources, answer);
  const bool here = answer.standing.standing == Standing::here;
  section.title =
      fmt::format("{}: {} {}", conference.roles[answer.seat.role].id, conference.attendees[answer.standing.attendee].id,
                  here ? "sits here" : "does not sit here");
  return {section};
}

}  // namespace plancover

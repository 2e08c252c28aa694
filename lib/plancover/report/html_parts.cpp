#include "plancover/report/html_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plancover/report/statistics.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

constexpr int bar_width = 144;

/// Decorates a number that stands beside it, so it says nothing to a screen reader.
std::string bar(std::int64_t part, std::int64_t whole) {
  const std::int64_t filled = whole == 0 ? 0 : part * bar_width / whole;
  return fmt::format(
      "<svg viewBox=\"0 0 {0} 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"rest\" "
      "width=\"{0}\" "
      "height=\"16\"/><rect class=\"bar\" width=\"{1}\" height=\"16\"/></svg>",
      bar_width, filled);
}

std::string covered_row(const std::string& name, const Covered& covered) {
  return fmt::format(R"(<tr><th scope="row">{}<td class="number">{} of {}<td>{})", name, covered.required_filled,
                     covered.required, bar(covered.required_filled, covered.required));
}

std::string shift_row(const Conference& conference, const Attendee& attendee, const Shift& shift) {
  const Session& session = conference.sessions[shift.session];
  const bool remote = shift.presence == Presence::remote;
  std::string where = remote ? "remote" : session.room;
  if (remote && attendee.remote && attendee.remote->zone.name() != conference.zone.name()) {
    const Zone& zone = attendee.remote->zone;
    const Day there = std::chrono::floor<std::chrono::days>(to_local(zone, session.time.value.from));
    where += ", " + day_text(there).substr(0, 3) + " " + span_text(zone, session.time.value) + " in " + zone.name();
  }
  return fmt::format(R"(<tr><td>{}<td class="number">{}<td>{}<td><a href="#s{}">{}</a> {}{})",
                     day_text(date_of(conference, session)), span_text(conference.zone, session.time.value),
                     conference.roles[shift.role].id, shift.session.value, session.id,
                     html_apart(session_title(conference, session)), where.empty() ? "" : ", " + html_apart(where));
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string html_apart(std::string_view text) {
  return "<bdi>" + html_escaped(text) + "</bdi>";
}

std::map<std::string, std::size_t> organisation_numbers(const Conference& conference) {
  std::map<std::string, std::size_t> numbers;
  for (const Attendee& attendee : conference.attendees) numbers[attendee.organisation] = 0;
  std::size_t next = 0;
  for (auto& [name, number] : numbers) number = next++;
  return numbers;
}

std::string html_rosters(const Conference& conference, const std::vector<AttendeeView>& roster) {
  const auto organisations = organisation_numbers(conference);
  std::string text = "<section class=\"people\" id=\"people\"><h2>Rosters</h2>\n";
  for (const AttendeeView& person : roster) {
    const Attendee& attendee = conference.attendees[person.attendee];
    Minutes time{0};
    std::string rows;
    for (const Shift& shift : person.shifts) {
      time += conference.sessions[shift.session].time.value.length();
      rows += shift_row(conference, attendee, shift) + "\n";
    }
    text += fmt::format(
        R"(<details data-a="{}" data-o="{}"><summary>{}{} <span class="soft">{}</span></summary>)",
        person.attendee.value, organisations.at(attendee.organisation), html_apart(attendee_label(attendee)),
        attendee.organisation.empty() ? "" : ", " + html_apart(attendee.organisation),
        rows.empty() ? "nothing to do"
                     : counted(std::ssize(person.shifts), "session", "sessions") + ", " + to_string(time));
    if (!rows.empty()) {
      text +=
          "<div class=\"scroll\"><table><tr><th scope=\"col\">day<th scope=\"col\">time<th scope=\"col\">role<th "
          "scope=\"col\">session\n" +
          rows + "</table></div>";
    }
    text += "</details>\n";
  }
  return text + "</section>\n";
}

std::string html_figures(const Conference& conference, const Plan& plan, const PlanFilter& filter) {
  const Statistics figures = statistics(conference, plan, filter);
  const std::string head = "<div class=\"scroll\"><table>\n";
  std::string text = R"(<section class="figures" id="figures"><h2>Required seats filled, by tier</h2>)" + head;
  for (const Priority tier : priorities) {
    text += covered_row(std::string(to_string(tier)), figures.tiers[static_cast<std::size_t>(tier)]) + "\n";
  }
  text += "</table></div>\n";
  if (!conference.topics.empty()) text += "<h2>Required seats filled, by topic</h2>" + head;
  for (const TopicIndex topic : conference.topics.indexes()) {
    text += covered_row(html_apart(conference.topics[topic].name), figures.topics[topic]) + "\n";
  }
  if (!conference.topics.empty()) text += "</table></div>\n";
  std::map<std::string_view, AttendeeIndex> by_id;
  Minutes most{0};
  for (const AttendeeIndex i : conference.attendees.indexes()) {
    if (figures.attendees[i].attendees == 0) continue;
    by_id[conference.attendees[i].id] = i;
    most = std::max(most, figures.attendees[i].time);
  }
  text += "<h2>Load by attendee</h2>" + head;
  for (const auto& [id, index] : by_id) {
    const Load& load = figures.attendees[index];
    text += fmt::format("<tr><th scope=\"row\">{}<td class=\"number\">{}<td>{}\n",
                        html_apart(attendee_label(conference.attendees[index])), to_string(load.time),
                        bar(load.time.count(), most.count()));
  }
  return text + "</table></div></section>\n";
}

}  // namespace plancover

#include "plancover/report/html.hpp"

#include <fmt/format.h>

#include <array>

#include "plancover/report/html_assets.hpp"
#include "plancover/report/html_parts.hpp"
#include "plancover/report/text_levels.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

std::string html_head(const Conference& conference) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">"
      "<title>{}</title><style>{}</style></head>\n<body>",
      html_script_hash(), html_escaped(conference.name), html_style());
}

std::string choice_box(std::string_view name, std::string_view title, const std::string& options) {
  return fmt::format("<label>{}<select name=\"{}\"><option value=\"\">all</option>\n{}</select></label>\n", title, name,
                     options);
}

template <class Value>
std::string choice(const Value& value, const std::string& escaped) {
  return fmt::format("<option value=\"{}\">{}</option>\n", value, escaped);
}

std::string html_filters(const Conference& conference, const std::vector<DayGrid>& days,
                         const std::vector<AttendeeView>& roster) {
  std::string of_day;
  std::string of_attendee;
  std::string of_organisation;
  std::string of_committee;
  std::string of_topic;
  for (const DayGrid& grid : days) of_day += choice(to_string(grid.day), day_text(grid.day));
  for (const AttendeeView& person : roster) {
    of_attendee += choice(person.attendee.value, html_escaped(attendee_label(conference.attendees[person.attendee])));
  }
  for (const auto& [name, number] : organisation_numbers(conference)) {
    of_organisation += choice(number, name.empty() ? "(none)" : html_escaped(name));
  }
  for (const auto& [id, index] : conference.committee_ids) {
    of_committee += choice(index.value, html_escaped(conference.committees[index].name));
  }
  for (const TopicIndex topic : conference.topics.indexes()) {
    of_topic += choice(topic.value, html_escaped(conference.topics[topic].name));
  }
  // Hidden until the script is there to serve it.
  return R"(<form id="filters" hidden aria-label="what is shown">)" + choice_box("d", "day", of_day) +
         choice_box("a", "attendee", of_attendee) + choice_box("o", "organisation", of_organisation) +
         choice_box("c", "committee", of_committee) + choice_box("t", "topic", of_topic) +
         "<label class=\"check\"><input type=\"checkbox\" name=\"g\">with empty seats</label>"
         "<button type=\"reset\">show all</button></form>\n<p id=\"shown\" role=\"status\" class=\"soft\"></p>\n";
}

std::string html_open_seats(const Conference& conference, const PlanView& shown) {
  std::array<std::string, 4> by_tier;
  std::size_t count = 0;
  for (const SessionView& view : shown.sessions) {
    const Session& session = conference.sessions[view.session];
    std::string& rows = by_tier[static_cast<std::size_t>(session.priority.value)];
    for (const SeatView& seat : view.seats) {
      if (seat.open_required == 0) continue;
      count += static_cast<std::size_t>(seat.open_required);
      rows +=
          fmt::format("<li>{} {} <a href=\"#s{}\">{}</a> {}: {} <span class=\"shout\">{}EMPTY</span>\n",
                      day_text(date_of(conference, session)), span_text(conference.zone, session.time.value),
                      view.session.value, session.id, to_string(session.priority.value), conference.roles[seat.role].id,
                      seat.open_required > 1 ? fmt::format("{} ", seat.open_required) : "");
    }
  }
  if (count == 0) return {};
  // A list longer than a screen would hide the programme that it speaks of.
  constexpr std::size_t most_unfolded = 12;
  const std::string title =
      counted(static_cast<std::int64_t>(count), "required seat stays empty", "required seats stay empty");
  const std::string rows = by_tier[0] + by_tier[1] + by_tier[2] + by_tier[3];
  return fmt::format(
      "<section class=\"open\"><h2>{}</h2><details{}><summary>which</summary><ul>\n{}</ul></details></section>\n",
      title, count <= most_unfolded ? " open" : "", rows);
}

}  // namespace

std::string html_of(const Conference& conference, const Plan& plan, const PlanFilter& filter) {
  const PlanView shown = view(conference, plan, filter);
  const std::vector<AttendeeView> people = roster(conference, plan, filter);
  const std::vector<DayGrid> days = day_grids(conference, shown);

  std::string text = html_head(conference);
  text += fmt::format(
      "<a class=\"skip\" href=\"#programme\">to the programme</a><header><h1>{}</h1><p>times in {}; {}</p></header>\n",
      html_apart(conference.name), conference.zone.name(), text_summary(conference, plan));
  text += "<nav aria-label=\"page\"><ul>";
  for (const DayGrid& grid : days) {
    text += fmt::format("<li><a href=\"#d{}\">{}</a>\n", to_string(grid.day), day_text(grid.day));
  }
  text += "<li><a href=\"#people\">rosters</a><li><a href=\"#figures\">figures</a></ul></nav>\n";
  text += html_filters(conference, days, people) + html_open_seats(conference, shown) + "<main id=\"programme\">\n";
  for (const DayGrid& grid : days) text += html_day(conference, grid);
  if (days.empty()) text += "<p>no sessions to show\n";
  text += "</main>\n" + html_rosters(conference, people) + html_figures(conference, plan, filter);
  return text + fmt::format("<script>{}</script></body></html>\n", html_script());
}

}  // namespace plancover

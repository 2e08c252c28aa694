// plancover why: why a seat is empty, or why an attendee sits in a session or not, and what
// would change it. Every claim was solved before it gets here.
#include <fmt/format.h>

#include <algorithm>

#include "plancover/insight/why.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/why_forms.hpp"
#include "plancover/report/words.hpp"
#include "reading.hpp"

namespace plancover::app {

namespace {

struct WhyOptions {
  std::string session;
  std::vector<std::string> files;
  std::string role;
  std::string attendee;
  std::string plan;
  std::string format = "text";
  std::string output;
};

/// What is asked, with every id found.
struct Question {
  SessionIndex session;
  std::optional<RoleIndex> role;
  std::optional<AttendeeIndex> attendee;
};

template <class I>
std::optional<I> id_of(std::string_view kind, const std::string& word,
                       const std::map<std::string, I, std::less<>>& ids) {
  const auto found = ids.find(word);
  if (found != ids.end()) return found->second;
  std::vector<std::string> known;
  known.reserve(ids.size());
  for (const auto& [id, index] : ids) known.push_back(id);
  const std::string hint = nearest(word, known);
  complain(fmt::format("there is no {} {}{}", kind, printable(word),
                       hint.empty() ? "" : fmt::format("; did you mean {}?", printable(hint))));
  return std::nullopt;
}

std::string roles_text(const Conference& conference, const Session& session) {
  std::string text;
  for (const SeatCount& seat : session.seats.value) {
    text += (text.empty() ? "" : ", ") + printable(conference.roles[seat.role].id);
  }
  return text;
}

std::optional<Question> question_of(const Conference& conference, const WhyOptions& asked) {
  const auto session = id_of("session", asked.session, conference.session_ids);
  if (!session) return std::nullopt;
  Question question{*session, {}, {}};
  const Session& what = conference.sessions[*session];
  const std::string name = printable(what.id);
  if (what.cancelled) {
    complain(name + " is cancelled, so it has no seats");
    return std::nullopt;
  }
  if (what.seats.value.empty()) {
    complain(name + " has no seats");
    return std::nullopt;
  }
  if (!asked.role.empty()) {
    question.role = id_of("role", asked.role, conference.role_ids);
    if (!question.role) return std::nullopt;
    const auto& seats = what.seats.value;
    if (std::none_of(seats.begin(), seats.end(), [&](const auto& seat) { return seat.role == *question.role; })) {
      complain(
          fmt::format("{} asks for no {}, only for {}", name, printable(asked.role), roles_text(conference, what)));
      return std::nullopt;
    }
  }
  if (!asked.attendee.empty()) {
    question.attendee = id_of("attendee", asked.attendee, conference.attendee_ids);
    if (!question.attendee) return std::nullopt;
  }
  return question;
}

/// Reads the plan; a status where it cannot be used (said).
std::optional<ExitStatus> read_given(Reading& reading, const WhyOptions& asked, const CommonOptions& common,
                                     std::optional<Plan>& given) {
  if (asked.plan.empty()) return refused(reading, common);
  const std::optional<PlanText> text = read_plan_file(reading, asked.plan);
  if (reading.failed) return reading.failed;
  if (!text || !reading.conference) return refused(reading, common);
  Resolved resolved = resolve(*reading.conference, *text);
  std::erase_if(resolved.diagnostics,
                [](const Diagnostic& d) { return d.code == Code::plan_level || d.code == Code::plan_gap; });
  reading.diagnostics.insert(reading.diagnostics.end(), resolved.diagnostics.begin(), resolved.diagnostics.end());
  if (const auto status = refused(reading, common)) return status;
  Past past;
  past.now = resolved.plan.now;
  const std::size_t broken = verify(*reading.conference, resolved.plan.assignments, past).size();
  if (broken > 0) {
    complain(fmt::format("the plan breaks {}; see plancover check --plan {}",
                         broken == 1 ? "a rule" : fmt::format("{} rules", broken), printable(asked.plan)));
    return ExitStatus::unusable;
  }
  given = std::move(resolved.plan);
  return std::nullopt;
}

struct OpenSeat {
  SeatKey seat;
  bool required = true;
};

/// The seats to explain: empty in the plan that was given or in the best one, required ones first.
std::vector<OpenSeat> open_seats(const PlanAtHand& at_hand, const Question& question) {
  std::vector<OpenSeat> open;
  const Plan& plan = at_hand.given ? *at_hand.given : at_hand.plan;
  for (const bool required : {true, false}) {
    for (const Gap& gap : plan.gaps) {
      if (gap.session != question.session || gap.required != required) continue;
      if (!question.role || *question.role == gap.role) open.push_back({{gap.session, gap.role}, required});
    }
  }
  return open;
}

std::string sitting_text(const Conference& conference, const Plan& plan, const Question& question) {
  std::string text;
  for (const Assignment& a : plan.assignments) {
    if (a.session != question.session || (question.role && a.role != *question.role)) continue;
    text += (text.empty() ? "" : ", ") + printable(conference.attendees[a.attendee].id) + " as " +
            printable(conference.roles[a.role].id);
  }
  return text;
}

std::string form(const Conference& conference, const std::vector<WhySection>& sections, SessionIndex session,
                 const WhyOptions& asked, const TextStyle& style) {
  const std::string heading = why_heading(conference, session);
  return asked.format == "markdown" ? why_markdown(heading, sections) : why_text(heading, sections, style);
}

template <class Answer>
std::string rendered(const Reading& reading, const std::vector<Answer>& answers, const Question& question,
                     const WhyOptions& asked, const TextStyle& style) {
  const Conference& conference = *reading.conference;
  if (asked.format == "json") return why_json(conference, reading.sources, question.session, answers);
  std::vector<WhySection> sections;
  for (const Answer& answer : answers) {
    const auto more = sections_of(conference, reading.sources, answer);
    sections.insert(sections.end(), more.begin(), more.end());
  }
  return form(conference, sections, question.session, asked, style);
}

std::vector<WhyAttendee> attendee_answers(const Conference& conference, const PlanAtHand& at_hand,
                                          const Question& question, Asking& asking) {
  std::vector<RoleIndex> roles;
  for (const SeatCount& seat : conference.sessions[question.session].seats.value) {
    if (!question.role || seat.role == *question.role) roles.push_back(seat.role);
  }
  for (const Assignment& a : at_hand.plan.assignments) {
    if (a.session == question.session && a.attendee == *question.attendee) roles = {a.role};
  }
  std::vector<WhyAttendee> answers;
  answers.reserve(roles.size());
  for (const RoleIndex role : roles) {
    answers.push_back(why_attendee(conference, at_hand, {question.session, role}, *question.attendee, asking));
  }
  return answers;
}

/// Said before the answer where it is about another plan than the one that was read.
void say_solved_again(const PlanAtHand& at_hand, const CommonOptions& common) {
  if (!at_hand.again || common.quiet) return;
  say("the plan is not the best; this is about the best one that changes it least");
}

}  // namespace

ExitStatus run_why(const Arguments& arguments) {
  WhyOptions asked;
  CommandLine line("why", "SESSION [FILE|FOLDER]...");
  CLI::App& app = line.options();
  app.add_option("session", asked.session, "")->required();
  app.add_option("files", asked.files, "");
  app.add_option("--role", asked.role, "only this role of the session")->type_name("ROLE");
  app.add_option("--attendee", asked.attendee, "why this attendee sits in it, or not")->type_name("ID");
  app.add_option("--plan", asked.plan, "ask about this plan; without it the best plan is found first")
      ->type_name("PLAN");
  add_choice(app, "--format", asked.format, {"text", "markdown", "json"}, "how the answer is printed");
  app.add_option("-o,--output", asked.output, "write to this file what would be printed")->type_name("FILE");
  if (const auto status = line.parse(arguments)) return *status;
  if (standard_input_twice(asked.plan, asked.files)) return ExitStatus::unusable;

  Reading reading = read_planning(asked.files);
  if (reading.failed) return *reading.failed;
  if (!asked.plan.empty()) {
    if (const auto status = second_plan(reading, {asked.plan}, line, "--plan takes one")) return *status;
  }
  std::optional<Plan> given;
  if (const auto status = read_given(reading, asked, line.common(), given)) return *status;
  if (const auto status = refused_output(reading, asked.output)) return *status;
  const Conference& conference = *reading.conference;
  const std::optional<Question> question = question_of(conference, asked);
  if (!question) return ExitStatus::unusable;

  Asking asking;
  const PlanAtHand at_hand = plan_at_hand(conference, given, asking);
  TextStyle style = style_of(Stream::output, line.common().color);
  if (!asked.output.empty()) style = {};
  if (question->attendee) {
    say_solved_again(at_hand, line.common());
    const auto answers = attendee_answers(conference, at_hand, *question, asking);
    return deliver(rendered(reading, answers, *question, asked, style), asked.output, ExitStatus::done);
  }
  const std::vector<OpenSeat> open = open_seats(at_hand, *question);
  if (open.empty()) {
    const std::string sitting = sitting_text(conference, at_hand.plan, *question);
    const bool past = at_hand.past.is_history(conference.sessions[question->session]);
    const std::string name = printable(asked.session);
    const std::string where = asked.role.empty() ? name : name + " as " + printable(asked.role);
    complain(past ? name + " is past: nothing in it can be filled any more"
                  : fmt::format("no seat of {} is empty: {}; --attendee says why", where,
                                sitting.empty() ? "everybody is welcome" : sitting));
    return ExitStatus::unusable;
  }
  say_solved_again(at_hand, line.common());
  std::vector<WhyEmpty> answers;
  answers.reserve(open.size());
  for (const OpenSeat& seat : open) {
    answers.push_back(why_empty(conference, at_hand, seat.seat, seat.required, asking));
  }
  return deliver(rendered(reading, answers, *question, asked, style), asked.output, ExitStatus::done);
}

}  // namespace plancover::app

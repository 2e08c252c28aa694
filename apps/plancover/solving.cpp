#include "solving.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "duration.hpp"
#include "interrupt.hpp"
#include "plancover/plan/score.hpp"
#include "progress.hpp"

namespace plancover::app {

int all_threads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void add_solving_options(CLI::App& app, std::string& time_limit, int& threads) {
  app.add_option("--time-limit", time_limit, "stop after this time, such as 10s, with the best plan found")
      ->type_name("TIME")
      ->check([](const std::string& text) {
        return parse_duration(text) ? std::string() : text + " is no length of time; write 10s or 2m";
      });
  app.add_option("--threads", threads, "use so many threads; the plan does not depend on it")
      ->type_name("N")
      ->check([](const std::string& text) {
        const bool number =
            !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == std::string::npos;
        return number && text != "0" ? std::string() : text + " is no number of threads";
      });
}

SolveOptions solve_options(const std::string& time_limit, int threads, const Past& past, bool show_progress) {
  SolveOptions options;
  options.threads = threads;
  const auto limit = time_limit.empty() ? std::nullopt : parse_duration(time_limit);
  options.time_used = time_question(limit);
  if (limit) options.seconds = std::chrono::duration<double>(*limit).count();
  if (show_progress) {
    std::vector<std::string> names;
    for (const Level& level : level_names(past)) names.push_back(level.name);
    options.progress = progress_line(std::move(names));
  }
  return options;
}

std::string why_stopped(const Plan& plan, const std::string& time_limit) {
  if (plan.status == Status::optimal) return "";
  if (interrupted()) return "stopped before the proof: this is the best plan found so far";
  if (!time_limit.empty()) return fmt::format("not proved within {}: this is the best plan found", time_limit);
  return "not proved within the fixed amount of work: this is the best plan found";
}

int open_seats(const Conference& conference, const Plan& plan, const std::string& fail_on) {
  const auto tier = parse_priority(fail_on);
  int open = 0;
  for (const Gap& gap : plan.gaps) {
    if (tier && gap.required && conference.sessions[gap.session].priority.value <= *tier) open += gap.open;
  }
  return open;
}

}  // namespace plancover::app

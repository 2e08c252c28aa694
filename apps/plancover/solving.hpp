// What every command that solves has in common: the options for time and threads, the
// questions of the clock and of progress, and how it is said that a proof is missing.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"
#include "plancover/solver/solve.hpp"

namespace plancover::app {

/// As many as the machine runs at once.
[[nodiscard]] int all_threads();
/// --time-limit and --threads.
void add_solving_options(CLI::App& app, std::string& time_limit, int& threads);
/// Starts the clock where there is a limit.
[[nodiscard]] SolveOptions solve_options(const std::string& time_limit, int threads, const Past& past,
                                         bool show_progress);
/// Why there is no proof; empty where there is one.
[[nodiscard]] std::string why_stopped(const Plan& plan, const std::string& time_limit);
/// Required seats that stay empty in sessions of this tier or a higher one; none for `never`.
[[nodiscard]] int open_seats(const Conference& conference, const Plan& plan, const std::string& fail_on);

}  // namespace plancover::app

// What reassign is asked for: the options as typed, before any file is opened.
#pragma once

#include <string>
#include <vector>

#include "command_line.hpp"
#include "plancover/input/read_events.hpp"
#include "reading.hpp"
#include "solving.hpp"

namespace plancover::app {

struct ReassignOptions {
  std::string plan;
  std::vector<std::string> files;
  std::string output;
  std::string format = "text";
  std::string fail_on = "low";
  std::string disturb_for = "low";
  std::string time_limit;
  std::string now;
  std::vector<std::string> leaves;
  std::vector<std::string> arrives;
  std::vector<std::string> absent;
  std::vector<std::string> cancel;
  int threads = all_threads();
  bool print_edits = false;
};

void add_options(CLI::App& app, ReassignOptions& asked);

/// Each event becomes a source of its own behind those that were read, named as its option.
[[nodiscard]] std::vector<EventText> event_sources(const ReassignOptions& asked, Reading& reading);

}  // namespace plancover::app

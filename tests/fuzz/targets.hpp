// What is asked of everything that reads what others wrote: any bytes are read or refused with
// a reason. A target aborts where a promise is broken; the sanitizers see the rest.
#pragma once

#include <cstdlib>
#include <string>

namespace plancover::fuzz {

/// A planning file: read, or refused with an error.
void planning(const std::string& text);
/// A plan, looked up in a small conference and, where it is one, written and read again.
void plan(const std::string& text);
/// The calendar exported before: the export that goes on from it is one to go on from again.
void previous_calendar(const std::string& text);
/// Programmes, each behind the first words by which its format is told.
void calendar(const std::string& text);
void schedule_xml(const std::string& text);
void schedule_json(const std::string& text);
void table(const std::string& text);
/// Rules for an import, applied to a small programme.
void map_rules(const std::string& text);
/// A planning file into which a small programme is merged.
void merge(const std::string& text);

inline void demand(bool kept) {
  if (!kept) std::abort();
}

}  // namespace plancover::fuzz

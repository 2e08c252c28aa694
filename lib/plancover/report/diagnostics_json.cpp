#include <nlohmann/json.hpp>

#include "plancover/report/diagnostics_text.hpp"

namespace plancover {

namespace {

using nlohmann::ordered_json;

void put_place(ordered_json& object, Location where, const Sources& sources) {
  if (where.file >= sources.size() || !where.known()) return;
  object["path"] = sources[where.file].path;
  object["line"] = where.line;
  object["column"] = where.column;
  object["length"] = where.length;
}

ordered_json to_json(const Diagnostic& diagnostic, const Sources& sources) {
  const CodeInfo& what = info(diagnostic.code);
  ordered_json object = ordered_json::object();
  put_place(object, diagnostic.where, sources);
  if (diagnostic.code == Code::text_too_big && diagnostic.where.file < sources.size()) {
    object["path"] = sources[diagnostic.where.file].path;
  }
  object["severity"] = what.severity == Severity::error ? "error" : "warning";
  object["code"] = std::string(name(diagnostic.code));
  object["message"] = diagnostic.message;
  object["notes"] = ordered_json::array();
  for (const Note& note : diagnostic.notes) {
    ordered_json said = {{"message", note.text}};
    put_place(said, note.where, sources);
    object["notes"].push_back(std::move(said));
  }
  if (!diagnostic.help.empty()) object["help"] = diagnostic.help;
  object["count"] = diagnostic.count;
  return object;
}

}  // namespace

std::string diagnostics_json(const Diagnostics& diagnostics, const Sources& sources) {
  ordered_json all = ordered_json::array();
  for (const Diagnostic& each : diagnostics) all.push_back(to_json(each, sources));
  // Paths and words of a file that is no UTF-8 must not stop the report.
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace plancover

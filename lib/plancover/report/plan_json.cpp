#include "plancover/report/plan_json.hpp"

#include <nlohmann/json.hpp>

#include "plancover/base/zone.hpp"

namespace plancover {
namespace {

using Json = nlohmann::ordered_json;

Json head(const Conference& conference, const Plan& plan) {
  Json part;
  part["format"] = 1;
  part["conference"] = conference.name;
  part["status"] = plan.status == Status::optimal ? "optimal" : "feasible";
  if (plan.now) part["now"] = to_string(to_local(conference.zone, *plan.now));
  part["levels"] = Json::array();
  for (const Level& level : plan.levels) {
    part["levels"].push_back({{"name", level.name}, {"value", level.value}, {"bound", level.bound}});
  }
  return part;
}

}  // namespace

std::string plan_json(const Conference& conference, const Plan& plan) {
  Json all;
  all["plan"] = head(conference, plan);
  all["assignments"] = Json::array();
  for (const Assignment& a : plan.assignments) {
    Json line{{"session", conference.sessions[a.session].id},
              {"role", conference.roles[a.role].id},
              {"attendee", conference.attendees[a.attendee].id}};
    if (a.presence == Presence::remote) line["remote"] = true;
    all["assignments"].push_back(std::move(line));
  }
  all["gaps"] = Json::array();
  for (const Gap& gap : plan.gaps) {
    all["gaps"].push_back({{"session", conference.sessions[gap.session].id},
                           {"role", conference.roles[gap.role].id},
                           {"required", gap.required},
                           {"open", gap.open}});
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace plancover

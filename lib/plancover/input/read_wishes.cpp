// What an attendee prefers or avoids: ids of committees, topics or sessions.
#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

Wishes read_wishes(Draft& draft, const YamlNode& node) {
  Context& context = draft.context;
  const Conference& conference = draft.conference;
  Wishes wishes;
  for (const Sourced<std::string>& word : read_words(context, node, "a list of committees, topics or sessions")) {
    bool known = false;
    const auto take = [&](const auto& ids, auto& into) {
      const auto found = ids.find(word.value);
      if (found == ids.end()) return;
      into.push_back(found->second);
      known = true;
    };
    take(conference.committee_ids, wishes.committees);
    take(conference.topic_ids, wishes.topics);
    take(conference.session_ids, wishes.sessions);
    if (known) continue;
    if (context.incomplete) {
      ++context.unsaid;
      continue;
    }
    std::vector<std::string> ids;
    if (!context.knows_hint("wish", word.value)) {
      ids = words_of(conference.committee_ids);
      for (std::string& id : words_of(conference.topic_ids)) ids.push_back(std::move(id));
      for (std::string& id : words_of(conference.session_ids)) ids.push_back(std::move(id));
    }
    context.say(Code::unknown_wish, word.where, "no committee, topic or session is called " + quote(word.value),
                context.hint("wish", word.value, ids));
  }
  return wishes;
}

}  // namespace plancover

// Ids for sessions and committees, made of what the file calls them and of nothing that
// moves: the same programme gives the same ids however its times and rooms change.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace plancover {

/// The key itself where it is an id. Else its letters and digits with dashes between, and
/// where other characters than spaces, dashes and one '@' were lost, a short hash of the key
/// behind them, so that two keys do not become one id.
[[nodiscard]] std::string id_of_key(std::string_view key);
/// A name in small letters with dashes between the words; a hash where no letter is left.
[[nodiscard]] std::string id_of_name(std::string_view name);
/// Eight digits that stand for the text, the same on every machine.
[[nodiscard]] std::string short_hash(std::string_view text);

/// Gives each id once: the second of "x" is "x-2".
class IdsGiven {
 public:
  [[nodiscard]] std::string unique(const std::string& wanted);

 private:
  std::map<std::string, int> times_;
};

}  // namespace plancover

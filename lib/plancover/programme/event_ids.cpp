#include "plancover/programme/event_ids.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

constexpr std::size_t longest_stem = 48;  // an id has 64; a hash, a day of several and "-999" go behind it

bool id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

/// Every run of other characters a dash, none at the ends.
std::string dashed(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if (id_character(c)) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  const std::size_t begin = std::min(id.find_first_not_of(".-_"), id.size());
  id.erase(0, begin);
  id.resize(std::min(id.size(), longest_stem));
  while (!id.empty() && !id_character(id.back())) id.pop_back();
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

}  // namespace

std::string short_hash(std::string_view text) {
  // FNV-1a, 64 bits, its halves folded.
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  char digits[16];
  std::snprintf(digits, sizeof digits, "%08x", static_cast<unsigned>((hash >> 32U) ^ (hash & 0xFFFFFFFFU)));
  return digits;
}

std::string id_of_key(std::string_view key) {
  if (is_id(key) && key.size() <= longest_stem) return std::string(key);
  std::string stem = dashed(key);
  const bool plain =
      std::all_of(key.begin(), key.end(), [](char c) { return id_character(c) || c == '@' || c == ' '; });
  if (plain && key.size() <= longest_stem && std::count(key.begin(), key.end(), '@') <= 1 && !stem.empty()) return stem;
  return stem.empty() ? "x" + short_hash(key) : stem + "-" + short_hash(key);
}

std::string id_of_name(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  std::string id = dashed(lower);
  return id.empty() ? "x" + short_hash(name) : id;
}

std::string IdsGiven::unique(const std::string& wanted) {
  int& times = times_[wanted];
  if (++times == 1) return wanted;
  while (true) {
    std::string next = wanted + "-" + std::to_string(times);
    if (times_.emplace(next, 1).second) return next;
    ++times;
  }
}

}  // namespace plancover

// Cities that people write for a time zone but that the zone database does not name.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>

#include "plancover/base/zone.hpp"

namespace plancover {

namespace {

struct City {
  std::string_view name;  // letters only, lower case
  std::string_view zone;
};

// Where conferences meet; sorted by name.
constexpr std::array cities{
    City{"abudhabi", "Asia/Dubai"},
    City{"abuja", "Africa/Lagos"},
    City{"agadir", "Africa/Casablanca"},
    City{"ankara", "Europe/Istanbul"},
    City{"antalya", "Europe/Istanbul"},
    City{"arusha", "Africa/Dar_es_Salaam"},
    City{"bali", "Asia/Makassar"},
    City{"bangalore", "Asia/Kolkata"},
    City{"barcelona", "Europe/Madrid"},
    City{"basel", "Europe/Zurich"},
    City{"beijing", "Asia/Shanghai"},
    City{"belem", "America/Belem"},
    City{"bern", "Europe/Zurich"},
    City{"bonn", "Europe/Berlin"},
    City{"boston", "America/New_York"},
    City{"brasilia", "America/Sao_Paulo"},
    City{"busan", "Asia/Seoul"},
    City{"calgary", "America/Edmonton"},
    City{"cali", "America/Bogota"},
    City{"capetown", "Africa/Johannesburg"},
    City{"cartagena", "America/Bogota"},
    City{"chennai", "Asia/Kolkata"},
    City{"cologne", "Europe/Berlin"},
    City{"daegu", "Asia/Seoul"},
    City{"delhi", "Asia/Kolkata"},
    City{"doha", "Asia/Qatar"},
    City{"durban", "Africa/Johannesburg"},
    City{"florence", "Europe/Rome"},
    City{"fortaleza", "America/Fortaleza"},
    City{"frankfurt", "Europe/Berlin"},
    City{"geneva", "Europe/Zurich"},
    City{"glasgow", "Europe/London"},
    City{"guadalajara", "America/Mexico_City"},
    City{"hague", "Europe/Amsterdam"},
    City{"hamburg", "Europe/Berlin"},
    City{"hanoi", "Asia/Ho_Chi_Minh"},
    City{"hyderabad", "Asia/Kolkata"},
    City{"incheon", "Asia/Seoul"},
    City{"islamabad", "Asia/Karachi"},
    City{"katowice", "Europe/Warsaw"},
    City{"kyoto", "Asia/Tokyo"},
    City{"lausanne", "Europe/Zurich"},
    City{"lyon", "Europe/Paris"},
    City{"marrakech", "Africa/Casablanca"},
    City{"marrakesh", "Africa/Casablanca"},
    City{"medellin", "America/Bogota"},
    City{"miami", "America/New_York"},
    City{"milan", "Europe/Rome"},
    City{"montreal", "America/Toronto"},
    City{"mumbai", "Asia/Kolkata"},
    City{"munich", "Europe/Berlin"},
    City{"muscat", "Asia/Dubai"},
    City{"nagoya", "Asia/Tokyo"},
    City{"newdelhi", "Asia/Kolkata"},
    City{"nice", "Europe/Paris"},
    City{"osaka", "Asia/Tokyo"},
    City{"ottawa", "America/Toronto"},
    City{"pattaya", "Asia/Bangkok"},
    City{"philadelphia", "America/New_York"},
    City{"pretoria", "Africa/Johannesburg"},
    City{"quebec", "America/Toronto"},
    City{"rabat", "Africa/Casablanca"},
    City{"rio", "America/Sao_Paulo"},
    City{"riodejaneiro", "America/Sao_Paulo"},
    City{"salvador", "America/Bahia"},
    City{"sanfrancisco", "America/Los_Angeles"},
    City{"seattle", "America/Los_Angeles"},
    City{"sharmelsheikh", "Africa/Cairo"},
    City{"shenzhen", "Asia/Shanghai"},
    City{"strasbourg", "Europe/Paris"},
    City{"telaviv", "Asia/Jerusalem"},
    City{"thehague", "Europe/Amsterdam"},
    City{"washington", "America/New_York"},
    City{"wellington", "Pacific/Auckland"},
};
static_assert(std::is_sorted(cities.begin(), cities.end(), [](City a, City b) { return a.name < b.name; }));

std::string letters(std::string_view name) {
  std::string kept;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0 && byte < 128) kept.push_back(static_cast<char>(std::tolower(byte)));
  }
  return kept;
}

std::string_view last_part(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

// The first of its names where a city is in several zones.
std::map<std::string, std::string> zones_by_city() {
  std::map<std::string, std::string> all;
  for (const std::string& each : zone_names()) {
    if (each.find('/') != std::string::npos && !each.starts_with("Etc/")) all.emplace(letters(last_part(each)), each);
  }
  return all;
}

}  // namespace

std::string zone_of_city(std::string_view name) {
  const std::string city = letters(last_part(name));
  if (city.empty()) return {};
  const auto* row = std::lower_bound(cities.begin(), cities.end(), city,
                                     [](const City& a, const std::string& b) { return a.name < b; });
  if (row != cities.end() && row->name == city) return std::string(row->zone);
  // A zone's own city without its continent, or under a wrong one: "Seoul", "Africa/Dubai".
  static const std::map<std::string, std::string> by_city = zones_by_city();  // a slip may stand in many lines
  const auto found = by_city.find(city);
  return found == by_city.end() ? std::string{} : found->second;
}

}  // namespace plancover

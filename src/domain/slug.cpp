#include "domain/slug.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"

namespace northlight::domain {
namespace {

/// The letters with marks that names in England and Wales carry, and their plain letters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> plain_letters = {{
    {"â", "a"}, {"á", "a"}, {"à", "a"}, {"ä", "a"}, {"ê", "e"}, {"é", "e"}, {"è", "e"}, {"ë", "e"},
    {"î", "i"}, {"í", "i"}, {"ì", "i"}, {"ï", "i"}, {"ô", "o"}, {"ó", "o"}, {"ò", "o"}, {"ö", "o"},
    {"û", "u"}, {"ú", "u"}, {"ù", "u"}, {"ü", "u"}, {"ŵ", "w"}, {"ŷ", "y"}, {"ý", "y"}, {"Â", "a"},
    {"Ê", "e"}, {"Î", "i"}, {"Ô", "o"}, {"Û", "u"}, {"Ŵ", "w"}, {"Ŷ", "y"},
}};

constexpr std::array<std::string_view, 12> endings = {
    " youth justice and prevention service",
    " youth offending and prevention service",
    " youth justice services",
    " youth justice service",
    " youth justice team",
    " youth offending service",
    " youth offending team",
    " youth support service",
    " yjs",
    " yot",
    " yos",
    " yjt",
};

}  // namespace

std::string slug(std::string_view name) {
  std::string plain(name);
  for (const auto& [marked, letter] : plain_letters)
    plain = replace_all(std::move(plain), marked, letter);
  std::string result;
  for (const char c : lower(plain)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool dropped = c == '\'' || c == '.';
    if (kept) {
      result += c;
    } else if (!dropped && !result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

std::string short_service_name(std::string_view full_name) {
  std::string_view name = trim(full_name);
  if (equals_ignoring_case(name.substr(0, 4), "the ")) name = trim(name.substr(4));
  for (const auto ending : endings)
    if (name.size() > ending.size() &&
        equals_ignoring_case(name.substr(name.size() - ending.size()), ending))
      return std::string(trim(name.substr(0, name.size() - ending.size())));
  return std::string(name);
}

std::string inspection_id(const PublishedInspection& inspection) {
  const std::string service = slug(inspection.service);
  if (inspection.published.day) {
    const Date day = *inspection.published.day;
    return service + "-" + iso(day.year() / day.month());
  }
  if (inspection.published.month) return service + "-" + iso(*inspection.published.month);
  const std::string published = slug(inspection.published.text);
  return published.empty() ? service : service + "-" + published;
}

}  // namespace northlight::domain

#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "domain/holding.hpp"
#include "platform/clock.hpp"

/// How lines about what is held on somebody are made. Of use inside store/ only.
namespace northlight::store {

inline std::string day_words(platform::Instant at) { return words(platform::day_in_london(at)); }

/// The day of a moment as the database holds it.
inline std::string day_in(const std::string& moment) {
  const auto at = platform::parse_instant(moment);
  return at ? day_words(*at) : "a day that cannot be read";
}

inline std::string span_words(platform::Instant from,
                              const std::optional<platform::Instant>& until) {
  return "from " + day_words(from) + (until ? " until " + day_words(*until) : "");
}

/// A place is told by its kind and an id, so that it is the same tomorrow, whatever else has come:
/// "case/<id>/opened/0". The number counts lines of that very kind and id alone; who adds several
/// of one id says in it which each is.
inline void add_line(domain::HeldEntry& to, domain::HeldFact fact, const std::string& id,
                     std::string label, std::string text,
                     domain::AboutWhom about = domain::AboutWhom::Child) {
  const auto of_id = std::string(code(fact)) + "/" + id + "/";
  const auto before = std::ranges::count_if(to.lines, [&](const domain::HeldLine& one) {
    return one.place.starts_with(of_id) && one.place.find('/', of_id.size()) == std::string::npos;
  });
  domain::HeldLine line{.place = of_id + std::to_string(before),
                        .fact = fact,
                        .about = about,
                        .names_somebody = about == domain::AboutWhom::Professional};
  line.label = std::move(label);
  line.text = std::move(text);
  to.lines.push_back(std::move(line));
}

}  // namespace northlight::store

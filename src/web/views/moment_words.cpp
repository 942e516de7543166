#include "web/views/moment_words.hpp"

#include "base/date.hpp"

namespace northlight::web::views {

std::string moment_words(platform::Instant moment) {
  const auto local = platform::in_london(moment);
  const int hour = local.hour % 12 == 0 ? 12 : local.hour % 12;
  const auto minute = (local.minute < 10 ? "0" : "") + std::to_string(local.minute);
  return words(local.day) + " at " + std::to_string(hour) + ":" + minute +
         (local.hour < 12 ? "am" : "pm");
}

}  // namespace northlight::web::views

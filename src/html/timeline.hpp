#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// One thing that happened.
struct TimelineItem {
  Content label{};
  Content byline{};         ///< Who did it; shown after "by".
  std::string timestamp{};  ///< For machines: "2024-06-10" or "2024-06-10T09:30:00Z".
  std::string when{};       ///< For people: "10 June 2024 at 10:30am".
  Content content{};
  std::string classes{};
  Attributes attributes{};
};

/// What happened, in the order given.
struct Timeline {
  std::vector<TimelineItem> items{};
  int heading_level = 2;
  std::string classes{};
  Attributes attributes{};
};

Html timeline(const Timeline& parameters);

}  // namespace northlight::html

#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// A way to leave at once, for somebody whom another must not find reading this.
struct ExitThisPage {
  Content text{};  ///< "Exit this page", unless given.
  Url redirect_url = "https://www.bbc.co.uk/weather";
  std::string id{};
  std::string classes{};
  Attributes attributes{};
  std::string activated_text{};
  std::string timed_out_text{};
  std::string press_two_more_times_text{};
  std::string press_one_more_time_text{};
};

Html exit_this_page(const ExitThisPage& parameters);

}  // namespace northlight::html

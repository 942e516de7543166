#pragma once

#include <vector>

#include "html/html.hpp"

namespace northlight::html {

/// What can be done about a message.
struct CookieAction {
  std::string text{};
  Url href{};
  std::string type{};
  std::string name{};
  std::string value{};
  std::string classes{};
  Attributes attributes{};
};

/// One message of the banner.
struct CookieMessage {
  Content heading{};
  Content content{};
  std::vector<CookieAction> actions{};
  bool hidden = false;
  std::string role{};
  std::string classes{};
  Attributes attributes{};
};

/// Asks which cookies may be kept.
struct CookieBanner {
  std::vector<CookieMessage> messages{};
  std::string aria_label = "Cookie banner";
  bool hidden = false;
  std::string classes{};
  Attributes attributes{};
};

Html cookie_banner(const CookieBanner& parameters);

}  // namespace northlight::html

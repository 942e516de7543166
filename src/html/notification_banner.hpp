#pragma once

#include "html/html.hpp"

namespace northlight::html {

enum class NotificationKind { Important, Success };

/// Something that is not about the page itself: what has just been done, or what to know first.
struct NotificationBanner {
  Content content{};
  NotificationKind kind = NotificationKind::Important;
  Content title{};     ///< "Important" or "Success", unless given.
  std::string role{};  ///< "region", or "alert" for a success, unless given.
  std::string title_id = "govuk-notification-banner-title";
  int heading_level = 2;
  std::optional<bool> disable_auto_focus{};
  std::string classes{};
  Attributes attributes{};
};

Html notification_banner(const NotificationBanner& parameters);

}  // namespace northlight::html

#pragma once

#include <string>

#include "accounts/asker.hpp"
#include "platform/clock.hpp"

namespace northlight::web {

/// Who is signed in, as one request found them: made anew for each from a live session.
struct Visitor {
  accounts::Asker asker;
  std::string name;        ///< For the page's header. Never for a log, an address or a message.
  std::string form_token;  ///< For views::form_token in every form of a page.
  std::string session;     ///< Names this session in the list of one's own; opens nothing.
  platform::Instant ends_at{};  ///< When the session ends if nothing more is asked for.
};

}  // namespace northlight::web

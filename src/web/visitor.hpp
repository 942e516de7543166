#pragma once

#include <string>

#include "accounts/asker.hpp"
#include "base/sensitive.hpp"
#include "platform/clock.hpp"
#include "store/sign_in_sessions.hpp"

namespace northlight::web {

/// Who is signed in, as one request found them: made anew for each from a live session.
struct Visitor {
  accounts::Asker asker;
  Sensitive<std::string> name;       ///< For the head of their pages.
  std::string form_token;            ///< For views::form_token in every form of a page.
  store::SignInSessionId session;    ///< Names it in the list of one's own; opens nothing.
  platform::Instant ends_at{};       ///< When the session ends if nothing more is asked for.
  platform::Instant ends_for_all{};  ///< When it ends whatever is asked for.
};

}  // namespace northlight::web

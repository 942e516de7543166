#pragma once

#include <chrono>
#include <string>
#include <variant>

#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/sign_in_sessions.hpp"

namespace northlight::accounts {

/// Where and when somebody tries to come in.
struct From {
  platform::Instant at{};
  std::string address;  ///< Of the network: "203.0.113.9".
  std::string request;  ///< The request's id, as in the log.
  std::string browser;  ///< "Firefox on Windows"; shown in the list of one's own sessions.
};

/// A session that has just begun. Only its owner's browser ever holds the token: 256 random bits.
struct NewSession {
  std::string token;
  store::SignInSessionId id;
  store::SignInStage stage;
  platform::Instant ends_at;
};

/// The name, the password or the code is wrong. Never says which, nor whether there is such a name.
struct NotRight {};

/// There were too many wrong tries.
struct TryLater {
  std::chrono::seconds wait;
};

/// What was begun has ended meanwhile.
struct StartAgain {};

using SignInOutcome = std::variant<NewSession, NotRight, TryLater, StartAgain>;

/// Right the first time: now they choose words of their own. The ticket says so for ten minutes.
struct ChooseWords {
  std::string ticket;
};
using LinkOutcome = std::variant<NewSession, ChooseWords, NotRight, TryLater>;

}  // namespace northlight::accounts

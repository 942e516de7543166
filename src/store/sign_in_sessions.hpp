#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/sensitive.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

/// The sessions of those who signed in. A `Session` alone is a conversation with the database.
namespace northlight::store {

using SignInSessionId = Id<struct SignInSessionKind>;

/// How far somebody has come.
enum class SignInStage {
  SecondFactor,       ///< The password was right; a code is still owed.
  SecondFactorSetUp,  ///< The password was right; a second factor is still to be set up.
  SignedIn,
};

enum class SignInMethod { Password, SetUpLink, IdentityProvider };

enum class SessionEnd {
  SignedOut,
  WentOn,  ///< To the next stage, which has a session of its own.
  ByItsOwner,
  PasswordChanged,
  SecondFactorChanged,
  TooManyCodes,
  Left,
  Idle,
};

struct SignInSession {
  SignInSessionId id;
  domain::PersonId person;
  SignInStage stage = SignInStage::SecondFactor;
  SignInMethod method = SignInMethod::Password;
  platform::Instant began_at{};
  platform::Instant seen_at{};  ///< To the minute.
  platform::Instant ends_at{};  ///< Whatever is asked for until then.
  std::optional<platform::Instant> ended_at{};
  std::optional<SessionEnd> ended_why{};
  std::string source{};
  std::string browser{};
};

/// With the person's name, for the head of their pages. They may have left meanwhile.
struct FoundSession {
  SignInSession session;
  Sensitive<std::string> name;
  std::optional<std::string> left_on{};
};

Status add_sign_in_session(Transaction& transaction, const SignInSession& session,
                           std::string_view token_hash);

/// Live or not; nothing for a token that was never given out.
Result<std::optional<FoundSession>> find_sign_in_session(Session& session,
                                                         std::string_view token_hash);

/// Likewise by its id, which opens nothing.
Result<std::optional<FoundSession>> find_sign_in_session(Session& session, SignInSessionId id);

Status note_seen(Transaction& transaction, SignInSessionId session, platform::Instant at);

/// Nothing happens to one that has ended already. Says how many were ended. What their browsers
/// sealed can be opened by nobody any more (store/draft_keys.hpp), unless they ran out.
Result<std::int64_t> end_sign_in_session(Transaction& transaction, SignInSessionId session,
                                         SessionEnd why, platform::Instant at);
/// Every session of that person but `except`.
Result<std::int64_t> end_sign_in_sessions(Transaction& transaction, domain::PersonId person,
                                          std::optional<SignInSessionId> except, SessionEnd why,
                                          platform::Instant at);

/// Those that were not ended and have not reached their end; newest first.
Result<std::vector<SignInSession>> sign_in_sessions(Session& session, domain::PersonId person,
                                                    platform::Instant at);

/// Takes out what could last until before that moment at most; the audit trail tells of it for
/// longer.
Status forget_sign_in_sessions(Transaction& transaction, platform::Instant before);

}  // namespace northlight::store

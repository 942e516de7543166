#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/sign_in_sessions.hpp"

namespace northlight::store {

using DraftKeyId = Id<struct DraftKeyKind>;

/// By which a session's browser seals what it cannot send yet. It goes when the session is ended by
/// anybody (end_sign_in_session), and stays for a time when the session runs out.
struct DraftKey {
  DraftKeyId id;
  SignInSessionId session;
  domain::PersonId person;
  std::string sealed;
  platform::Instant ends_at{};
};

/// Those past their end go.
Status add_draft_key(Transaction& transaction, const DraftKey& key, platform::Instant at);
Result<std::optional<DraftKey>> draft_key(Session& session, DraftKeyId id);
/// The newest that was made in the session: one that was taken up from an earlier session ends too
/// soon.
Result<std::optional<DraftKey>> draft_key_of(Session& session, SignInSessionId of);
/// From now on it goes with that session.
Status move_draft_key(Transaction& transaction, DraftKeyId id, SignInSessionId to);

/// Of one session, or of all of somebody's sessions but one.
Status forget_draft_keys(Transaction& transaction, SignInSessionId of);
Status forget_draft_keys(Transaction& transaction, domain::PersonId person,
                         std::optional<SignInSessionId> except);

}  // namespace northlight::store

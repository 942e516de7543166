#include "accounts/sessions.hpp"

#include <algorithm>

#include "accounts/load_asker.hpp"
#include "accounts/sign_in_trail.hpp"
#include "platform/crypto.hpp"
#include "platform/random.hpp"
#include "store/kept_forms.hpp"

namespace northlight::accounts {

using domain::PersonId;
using platform::Instant;
using store::AuditOutcome;
using store::Session;
using store::SessionEnd;
using store::SignInSessionId;
using store::SignInStage;
using store::Transaction;

namespace {

constexpr std::chrono::minutes noted_every{1};
constexpr std::int64_t most_kept_forms = 5;

std::string draft_key_context(store::DraftKeyId id) { return "draft_key:content:" + id.text(); }

/// Of a session's owner, on the trail of what they did with it.
Status note(Transaction& transaction, const Asker& asker, std::string_view action) {
  NL_TRY(account,
         store::find_account(transaction, asker.person, platform::day_in_london(asker.at)));
  const From from{.at = asker.at, .address = asker.source, .request = asker.request, .browser = {}};
  return put_on_trail(transaction, account ? &*account : nullptr, action, AuditOutcome::Allowed,
                      from);
}

}  // namespace

Result<std::optional<SessionHeld>> Sessions::find(std::string_view token, const From& from,
                                                  Presence presence) {
  const auto hash = keys_.keyed_hash(session_context, token);
  struct Found {
    store::FoundSession row;
    Asker asker;
  };
  NL_TRY(found, database_.read([&](Session& session) -> Result<std::optional<Found>> {
    NL_TRY(row, store::find_sign_in_session(session, hash));
    if (!row) return std::optional<Found>{};
    NL_TRY(asker, load_asker(session, row->session.person, from.at, from.address, from.request));
    return std::optional(Found{*std::move(row), std::move(asker)});
  }));
  if (!found || found->row.session.stage != SignInStage::SignedIn)
    return std::optional<SessionHeld>{};

  const auto& session = found->row.session;
  const bool has_left =
      found->row.left_on && *found->row.left_on < iso(platform::day_in_london(from.at));
  const bool ended = session.ended_at.has_value();
  const bool ran_out =
      from.at >= session.ends_at || from.at - session.seen_at > limits_.idle + noted_every;
  SessionHeld held{.is_live = !ended && !ran_out && !has_left,
                   .ran_out = ran_out && !ended && !has_left,
                   .asker = std::move(found->asker),
                   .name = std::move(found->row.name),
                   .id = session.id,
                   .ends_at = std::min(session.ends_at, from.at + limits_.idle)};
  if (presence == Presence::Background)
    held.ends_at = std::min(session.ends_at, session.seen_at + limits_.idle);
  else if (held.is_live && from.at - session.seen_at >= noted_every) {
    const auto noted = database_.write([&](Transaction& transaction) {
      return store::note_seen(transaction, session.id, from.at);
    });
    if (!noted) return noted.error();
  }
  return std::optional(std::move(held));
}

Status Sessions::end(const Asker& asker, SignInSessionId session) {
  return database_.write([&](Transaction& transaction) -> Status {
    NL_TRY(ended,
           store::end_sign_in_session(transaction, session, SessionEnd::SignedOut, asker.at));
    if (ended == 0) return done();
    return note(transaction, asker, "sign-out");
  });
}

Status Sessions::end_own(const Asker& asker, SignInSessionId session) {
  return database_.write([&](Transaction& transaction) -> Status {
    NL_TRY(all, store::sign_in_sessions(transaction, asker.person, asker.at));
    const bool is_own = std::ranges::any_of(
        all, [&](const store::SignInSession& one) { return one.id == session; });
    if (!is_own) return Error{ErrorCode::NotFound, "That session has ended already"};
    NL_CHECK(store::end_sign_in_session(transaction, session, SessionEnd::ByItsOwner, asker.at));
    return note(transaction, asker, "session-ended");
  });
}

Result<std::int64_t> Sessions::end_others(const Asker& asker, SignInSessionId except) {
  return database_.write([&](Transaction& transaction) -> Result<std::int64_t> {
    NL_TRY(ended, store::end_sign_in_sessions(transaction, asker.person, except,
                                              SessionEnd::ByItsOwner, asker.at));
    if (ended > 0) {
      NL_CHECK(note(transaction, asker, "sessions-ended"));
    }
    return ended;
  });
}

Result<std::vector<store::SignInSession>> Sessions::own(const Asker& asker) {
  NL_TRY(all, database_.read([&](Session& session) {
    return store::sign_in_sessions(session, asker.person, asker.at);
  }));
  std::erase_if(all, [&](const store::SignInSession& one) {
    return one.stage != SignInStage::SignedIn ||
           asker.at - one.seen_at > limits_.idle + noted_every;
  });
  return all;
}

Result<std::string> Sessions::keep_form(PersonId person, std::string_view content, Instant at,
                                        const std::optional<domain::FileId>& file) {
  const auto token = platform::base64url(platform::random_bytes(32));
  const auto hash = keys_.keyed_hash(kept_form_context, token);
  const store::KeptForm form{.person = person,
                             .sealed = keys_.seal("kept_form:content:" + hash, content),
                             .ends_at = at + limits_.kept_form,
                             .file = file};
  return database_.write([&](Transaction& transaction) -> Result<std::string> {
    NL_CHECK(store::keep_form(transaction, hash, form, at, most_kept_forms));
    return token;
  });
}

Result<std::optional<std::string>> Sessions::kept_form(std::string_view token, PersonId person,
                                                       Instant at) {
  const auto hash = keys_.keyed_hash(kept_form_context, token);
  NL_TRY(form,
         database_.read([&](Session& session) { return store::find_kept_form(session, hash); }));
  if (!form || form->person != person || form->ends_at <= at) return std::optional<std::string>{};
  NL_TRY(content, keys_.open("kept_form:content:" + hash, form->sealed));
  return std::optional(std::move(content));
}

Status Sessions::forget_form(std::string_view token) {
  const auto hash = keys_.keyed_hash(kept_form_context, token);
  return database_.write(
      [&](Transaction& transaction) { return store::forget_kept_form(transaction, hash); });
}

Result<DraftKeyShown> Sessions::draft_key(PersonId person, SignInSessionId session, Instant at) {
  const auto drawn = platform::random_id<store::DraftKeyId>();
  const auto random = platform::base64url(platform::random_bytes(32));
  NL_TRY(key, database_.write([&](Transaction& transaction) -> Result<store::DraftKey> {
    NL_TRY(there, store::draft_key_of(transaction, session));
    if (there) return *std::move(there);
    const store::DraftKey made{.id = drawn,
                               .session = session,
                               .person = person,
                               .sealed = keys_.seal(draft_key_context(drawn), random),
                               .ends_at = at + limits_.longest + limits_.draft_key};
    NL_CHECK(store::add_draft_key(transaction, made, at));
    return made;
  }));
  NL_TRY(opened, keys_.open(draft_key_context(key.id), key.sealed));
  return DraftKeyShown{key.id, std::move(opened)};
}

Result<std::optional<DraftKeyShown>> Sessions::take_up_draft_key(PersonId person,
                                                                 SignInSessionId session,
                                                                 store::DraftKeyId id, Instant at) {
  NL_TRY(key,
         database_.write([&](Transaction& transaction) -> Result<std::optional<store::DraftKey>> {
           NL_TRY(there, store::draft_key(transaction, id));
           if (!there || there->person != person || there->ends_at <= at)
             return std::optional<store::DraftKey>{};
           NL_CHECK(store::move_draft_key(transaction, id, session));
           return std::move(there);
         }));
  if (!key) return std::optional<DraftKeyShown>{};
  NL_TRY(opened, keys_.open(draft_key_context(id), key->sealed));
  return std::optional(DraftKeyShown{id, std::move(opened)});
}

Status end_all_sessions(Transaction& transaction, PersonId person, SessionEnd why, Instant at) {
  NL_CHECK(store::end_sign_in_sessions(transaction, person, {}, why, at));
  return done();
}

}  // namespace northlight::accounts

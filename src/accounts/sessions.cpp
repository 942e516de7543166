#include "accounts/sessions.hpp"

#include <algorithm>

#include "accounts/load_asker.hpp"
#include "accounts/sign_in_trail.hpp"
#include "platform/crypto.hpp"
#include "platform/random.hpp"
#include "store/authority.hpp"
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

bool Sessions::ran_out(const store::SignInSession& session, Instant at) const {
  return at >= session.ends_at || at - session.seen_at > limits_.idle + noted_every;
}

/// As it was found before, if that still stands.
Result<std::optional<KnownSession>> Sessions::known(const std::string& hash, Instant at) {
  if (database_.engine() != store::Engine::Sqlite) return std::optional<KnownSession>{};
  NL_TRY(version, database_.glance(store::authority_version));
  if (!version) return std::optional<KnownSession>{};
  auto before = known_.find(hash, *version, at);
  // Another program may have noted since that its owner was there.
  if (before && ran_out(before->found.session, at)) before.reset();
  return before;
}

Result<std::optional<KnownSession>> Sessions::look_up(const std::string& hash, Instant at) {
  std::optional<std::int64_t> version;
  NL_TRY(found, database_.read([&](Session& session) -> Result<std::optional<KnownSession>> {
    NL_TRY(row, store::find_sign_in_session(session, hash));
    if (!row || row->session.stage != SignInStage::SignedIn) return std::optional<KnownSession>{};
    const auto person = row->session.person;
    NL_TRY(asker, load_asker(session, person, at, {}, {}));
    KnownSession found{
        .found = *std::move(row),
        .roles = std::move(asker.roles),
        .covers = std::move(asker.covers),
        .from = at,
        .until = platform::start_of_day_in_london(add_days(platform::day_in_london(at), 1))};
    NL_TRY(now, store::authority_version(session));
    version = now;
    if (version) {
      NL_TRY(next, store::next_change_of_cover(session, person, at));
      if (next) found.until = std::min(found.until, *next);
    }
    return std::optional(std::move(found));
  }));
  if (found && version && !found->found.session.ended_at && !ran_out(found->found.session, at))
    known_.keep(hash, *version, *found);
  return std::move(found);
}

Result<std::optional<SessionHeld>> Sessions::find(std::string_view token, const From& from,
                                                  Presence presence) {
  const auto hash = keys_.keyed_hash(session_context, token);
  NL_TRY(found, known(hash, from.at));
  if (!found) {
    NL_TRY(looked_up, look_up(hash, from.at));
    found = std::move(looked_up);
  }
  if (!found) return std::optional<SessionHeld>{};

  const auto& session = found->found.session;
  const bool has_left =
      found->found.left_on && *found->found.left_on < iso(platform::day_in_london(from.at));
  const bool ended = session.ended_at.has_value();
  const bool no_time_left = ran_out(session, from.at);
  SessionHeld held{.is_live = !ended && !no_time_left && !has_left,
                   .ran_out = no_time_left && !ended && !has_left,
                   .asker = {.person = session.person,
                             .roles = std::move(found->roles),
                             .covers = std::move(found->covers),
                             .at = from.at,
                             .source = from.address,
                             .request = from.request},
                   .name = std::move(found->found.name),
                   .id = session.id,
                   .ends_at = std::min(session.ends_at, from.at + limits_.idle),
                   .ends_for_all = session.ends_at};
  if (presence == Presence::Background)
    held.ends_at = std::min(session.ends_at, session.seen_at + limits_.idle);
  else if (held.is_live && from.at - session.seen_at >= noted_every) {
    const auto noted = database_.write([&](Transaction& transaction) {
      return store::note_seen(transaction, session.id, from.at);
    });
    if (!noted) return noted.error();
    known_.forget(hash);  // It was seen later now than it is known by.
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

Result<std::optional<SessionOwner>> Sessions::owner(SignInSessionId session, Instant at) {
  NL_TRY(found, database_.read(
                    [&](Session& there) { return store::find_sign_in_session(there, session); }));
  if (!found || found->session.stage != SignInStage::SignedIn) return std::optional<SessionOwner>{};
  const bool has_left = found->left_on && *found->left_on < iso(platform::day_in_london(at));
  return std::optional(
      SessionOwner{found->session.person, found->session.ended_at.has_value() || has_left});
}

Status Sessions::keep_form(PersonId person, std::string_view content, Instant at,
                           const std::optional<domain::FileId>& file) {
  const auto name = platform::base64url(platform::random_bytes(32));
  const store::KeptForm form{.person = person,
                             .sealed = keys_.seal("kept_form:content:" + name, content),
                             .ends_at = at + limits_.kept_form,
                             .file = file};
  return database_.write([&](Transaction& transaction) {
    return store::keep_form(transaction, name, form, at, most_kept_forms);
  });
}

Result<std::vector<KeptContent>> Sessions::kept_forms(PersonId person, Instant at) {
  NL_TRY(found, database_.read(
                    [&](Session& session) { return store::kept_forms_of(session, person, at); }));
  std::vector<KeptContent> all;
  for (auto& one : found) {
    NL_TRY(content, keys_.open("kept_form:content:" + one.name, one.sealed));
    all.push_back({std::move(one.name), std::move(content), one.ends_at});
  }
  return all;
}

Status Sessions::forget_form(PersonId person, std::string_view name) {
  return database_.write(
      [&](Transaction& transaction) { return store::forget_kept_form(transaction, person, name); });
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

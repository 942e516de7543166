#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/asker.hpp"
#include "accounts/known_sessions.hpp"
#include "accounts/sign_in.hpp"
#include "base/sensitive.hpp"
#include "store/draft_keys.hpp"

namespace northlight::accounts {

/// What a session's token stands for.
struct SessionHeld {
  bool is_live = false;  ///< If not, it ended or ran out: `asker` may do nothing by it.
  bool ran_out = false;  ///< It was not ended by anybody: what came with it is worth keeping.
  Asker asker;
  Sensitive<std::string> name;
  store::SignInSessionId id;
  platform::Instant ends_at{};       ///< If nothing more is asked for.
  platform::Instant ends_for_all{};  ///< Whatever is asked for.
};

/// Whether a request shows that its sender is there: what a page asks for by itself does not.
enum class Presence { Shown, Background };

/// To whom a session was given.
struct SessionOwner {
  domain::PersonId person;
  bool was_ended = false;  ///< By somebody, or they have left: it did not just run out.
};

/// A form that is kept for somebody, opened.
struct KeptContent {
  std::string name;  ///< By which it is forgotten once it was sent.
  std::string content;
  platform::Instant ends_at{};
};

/// A key as a signed-in page gets it.
struct DraftKeyShown {
  store::DraftKeyId id;
  std::string key;
};

/// The sessions of who is signed in. Looking one up reads; once a minute it writes that its owner
/// is still there. On SQLite one that was looked up before is known for as long as nothing about it
/// has changed, which each request asks the database.
class Sessions {
 public:
  Sessions(store::Database& database, const platform::Keys& keys, SignInLimits limits = {})
      : database_(database), keys_(keys), limits_(limits) {}

  /// Nothing for a token that was never given out, or that has not come to the last step.
  Result<std::optional<SessionHeld>> find(std::string_view token, const From& from,
                                          Presence presence = Presence::Shown);

  /// Signs out. Nothing happens to a session that has ended.
  Status end(const Asker& asker, store::SignInSessionId session);
  /// Ends one of the asker's own; NotFound when it is none of theirs or has ended.
  Status end_own(const Asker& asker, store::SignInSessionId session);
  /// All but the one they ask by; says how many.
  Result<std::int64_t> end_others(const Asker& asker, store::SignInSessionId except);
  /// Newest first.
  Result<std::vector<store::SignInSession>> own(const Asker& asker);

  /// Whose session that is or was; nothing for an id that no session has, or one that has not come
  /// to the last step.
  Result<std::optional<SessionOwner>> owner(store::SignInSessionId session, platform::Instant at);

  /// A form that could not be taken when it came, for that person, to whose page it belonged, and
  /// for nobody else. The content is sealed. What is about a file goes with it: `file` as the
  /// address names it, and that of the link for who comes by one. NotFound where the file or the
  /// link is no more.
  Status keep_form(domain::PersonId person, std::string_view content, platform::Instant at,
                   const std::optional<domain::FileId>& file = {});
  /// That person's, the latest first; without those past their end.
  Result<std::vector<KeptContent>> kept_forms(domain::PersonId person, platform::Instant at);
  /// Nothing happens to what is another's.
  Status forget_form(domain::PersonId person, std::string_view name);

  /// By which this session's browser seals what it cannot send yet.
  Result<DraftKeyShown> draft_key(domain::PersonId person, store::SignInSessionId session,
                                  platform::Instant at);
  /// One of an earlier session of the same person that ran out, so that what it sealed can be
  /// opened; it goes with this session from now on. Nothing for another's, or one that is gone.
  Result<std::optional<DraftKeyShown>> take_up_draft_key(domain::PersonId person,
                                                         store::SignInSessionId session,
                                                         store::DraftKeyId key,
                                                         platform::Instant at);

 private:
  Result<std::optional<KnownSession>> look_up(const std::string& hash, platform::Instant at);
  Result<std::optional<KnownSession>> known(const std::string& hash, platform::Instant at);
  bool ran_out(const store::SignInSession& session, platform::Instant at) const;

  store::Database& database_;
  const platform::Keys& keys_;
  SignInLimits limits_;
  KnownSessions known_;
};

/// Ends every session of somebody whose account was changed: who left, who lost a factor.
Status end_all_sessions(store::Transaction& transaction, domain::PersonId person,
                        store::SessionEnd why, platform::Instant at);

}  // namespace northlight::accounts

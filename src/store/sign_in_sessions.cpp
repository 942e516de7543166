#include "store/sign_in_sessions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "store/draft_keys.hpp"

namespace northlight::store {
namespace {

using domain::PersonId;
using platform::Instant;
using platform::parse_instant;

using Text = std::string;
using MaybeText = std::optional<std::string>;

template <typename Enum, std::size_t N>
using Codes = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Codes<SignInStage, 3> stages{{{SignInStage::SecondFactor, "second-factor"},
                                        {SignInStage::SecondFactorSetUp, "second-factor-set-up"},
                                        {SignInStage::SignedIn, "signed-in"}}};
constexpr Codes<SignInMethod, 3> methods{{{SignInMethod::Password, "password"},
                                          {SignInMethod::SetUpLink, "set-up-link"},
                                          {SignInMethod::IdentityProvider, "identity-provider"}}};
constexpr Codes<SessionEnd, 8> ends{{{SessionEnd::SignedOut, "signed-out"},
                                     {SessionEnd::WentOn, "went-on"},
                                     {SessionEnd::ByItsOwner, "by-its-owner"},
                                     {SessionEnd::PasswordChanged, "password-changed"},
                                     {SessionEnd::SecondFactorChanged, "second-factor-changed"},
                                     {SessionEnd::TooManyCodes, "too-many-codes"},
                                     {SessionEnd::Left, "left"},
                                     {SessionEnd::Idle, "idle"}}};

template <typename Enum, std::size_t N>
std::string_view code(const Codes<Enum, N>& codes, Enum value) {
  return std::ranges::find(codes, value, &std::pair<Enum, std::string_view>::first)->second;
}

template <typename Enum, std::size_t N>
Result<Enum> parse(const Codes<Enum, N>& codes, std::string_view text) {
  const auto found = std::ranges::find(codes, text, &std::pair<Enum, std::string_view>::second);
  if (found == codes.end())
    return Error{ErrorCode::Unavailable, "The database holds a session of an unknown kind"};
  return found->first;
}

struct SessionRow {
  Text id, person, stage, method, began, seen, ends_at;
  MaybeText ended, ended_why;
  Text source, browser;
};

Result<SignInSession> session_of(SessionRow row) {
  NL_TRY(id, SignInSessionId::parse(row.id));
  NL_TRY(person, PersonId::parse(row.person));
  NL_TRY(stage, parse(stages, row.stage));
  NL_TRY(method, parse(methods, row.method));
  NL_TRY(began, parse_instant(row.began));
  NL_TRY(seen, parse_instant(row.seen));
  NL_TRY(ends_at, parse_instant(row.ends_at));
  SignInSession session{.id = id,
                        .person = person,
                        .stage = stage,
                        .method = method,
                        .began_at = began,
                        .seen_at = seen,
                        .ends_at = ends_at,
                        .source = std::move(row.source),
                        .browser = std::move(row.browser)};
  if (row.ended) {
    NL_TRY(ended, parse_instant(*row.ended));
    session.ended_at = ended;
  }
  if (row.ended_why) {
    NL_TRY(why, parse(ends, *row.ended_why));
    session.ended_why = why;
  }
  return session;
}

/// Whoever ended it did so to leave nothing behind; what ran out did not.
bool takes_the_draft_key(SessionEnd why) {
  return why != SessionEnd::Idle && why != SessionEnd::WentOn;
}

/// Of which that holds: one, or none.
Result<std::optional<FoundSession>> session_where(Session& session, const Text& condition,
                                                  const Bindings& bindings) {
  struct Found {
    SessionRow row;
    Text name;
    MaybeText left_on;
  };
  NL_TRY(
      found,
      (session.row<Text, Text, Text, Text, Text, Text, Text, MaybeText, MaybeText, Text, Text, Text,
                   MaybeText>(
          "select s.id, s.person_id, s.stage, s.method, s.began_at, s.seen_at, s.ends_at, "
          "s.ended_at, s.ended_why, s.source, s.browser, p.name, p.left_on "
          "from sign_in_session s join person p on p.id = s.person_id "
          "where " +
              condition,
          bindings,
          [](Text id, Text person, Text stage, Text method, Text began, Text seen, Text ends_at,
             MaybeText ended, MaybeText why, Text source, Text browser, Text name, MaybeText left) {
            return Found{{std::move(id), std::move(person), std::move(stage), std::move(method),
                          std::move(began), std::move(seen), std::move(ends_at), std::move(ended),
                          std::move(why), std::move(source), std::move(browser)},
                         std::move(name),
                         std::move(left)};
          })));
  if (!found) return std::optional<FoundSession>{};
  NL_TRY(made, session_of(std::move(found->row)));
  return std::optional(
      FoundSession{std::move(made), Sensitive(std::move(found->name)), std::move(found->left_on)});
}

}  // namespace

Status add_sign_in_session(Transaction& transaction, const SignInSession& session,
                           std::string_view token_hash) {
  NL_CHECK(transaction.run(
      "insert into sign_in_session (id, token_hash, person_id, stage, method, began_at, seen_at, "
      "ends_at, source, browser) values (:id, :hash, :person, :stage, :method, :began, :seen, "
      ":ends, :source, :browser)",
      {{"id", session.id.text()},
       {"hash", token_hash},
       {"person", session.person.text()},
       {"stage", code(stages, session.stage)},
       {"method", code(methods, session.method)},
       {"began", platform::iso(session.began_at)},
       {"seen", platform::iso(session.seen_at)},
       {"ends", platform::iso(session.ends_at)},
       {"source", session.source},
       {"browser", session.browser}}));
  return done();
}

Result<std::optional<FoundSession>> find_sign_in_session(Session& session,
                                                         std::string_view token_hash) {
  return session_where(session, "s.token_hash = :hash", {{"hash", token_hash}});
}

Result<std::optional<FoundSession>> find_sign_in_session(Session& session, SignInSessionId id) {
  return session_where(session, "s.id = :id", {{"id", id.text()}});
}

Status note_seen(Transaction& transaction, SignInSessionId session, Instant at) {
  NL_CHECK(
      transaction.run("update sign_in_session set seen_at = :at "
                      "where id = :id and seen_at < :at and ended_at is null",
                      {{"at", platform::iso(at)}, {"id", session.text()}}));
  return done();
}

Result<std::int64_t> end_sign_in_session(Transaction& transaction, SignInSessionId session,
                                         SessionEnd why, Instant at) {
  if (takes_the_draft_key(why)) NL_CHECK(forget_draft_keys(transaction, session));
  return transaction.run(
      "update sign_in_session set ended_at = :at, ended_why = :why "
      "where id = :id and ended_at is null",
      {{"at", platform::iso(at)}, {"why", code(ends, why)}, {"id", session.text()}});
}

Result<std::int64_t> end_sign_in_sessions(Transaction& transaction, PersonId person,
                                          std::optional<SignInSessionId> except, SessionEnd why,
                                          Instant at) {
  if (takes_the_draft_key(why)) NL_CHECK(forget_draft_keys(transaction, person, except));
  return transaction.run(
      "update sign_in_session set ended_at = :at, ended_why = :why "
      "where person_id = :person and id <> :except and ended_at is null",
      {{"at", platform::iso(at)},
       {"why", code(ends, why)},
       {"person", person.text()},
       {"except", except ? except->text() : std::string()}});
}

Result<std::vector<SignInSession>> sign_in_sessions(Session& session, PersonId person, Instant at) {
  NL_TRY(rows, (session.rows<Text, Text, Text, Text, Text, Text, Text, Text, Text>(
                   "select id, person_id, stage, method, began_at, seen_at, ends_at, source, "
                   "browser from sign_in_session where person_id = :person and ended_at is null "
                   "and ends_at > :at order by began_at desc, id",
                   {{"person", person.text()}, {"at", platform::iso(at)}},
                   [](Text id, Text who, Text stage, Text method, Text began, Text seen,
                      Text ends_at, Text source, Text browser) {
                     return SessionRow{std::move(id),      std::move(who),    std::move(stage),
                                       std::move(method),  std::move(began),  std::move(seen),
                                       std::move(ends_at), std::nullopt,      std::nullopt,
                                       std::move(source),  std::move(browser)};
                   })));
  std::vector<SignInSession> sessions;
  for (auto& row : rows) {
    NL_TRY(made, session_of(std::move(row)));
    sessions.push_back(std::move(made));
  }
  return sessions;
}

Status forget_sign_in_sessions(Transaction& transaction, Instant before) {
  NL_CHECK(transaction.run("delete from sign_in_session where ends_at < :before",
                           {{"before", platform::iso(before)}}));
  return done();
}

}  // namespace northlight::store

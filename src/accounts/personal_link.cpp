#include "accounts/personal_link.hpp"

#include "accounts/link_words.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in_parts.hpp"
#include "accounts/sign_in_trail.hpp"
#include "base/text.hpp"
#include "platform/crypto.hpp"
#include "store/personal_links.hpp"

namespace northlight::accounts {
namespace {

using store::AuditOutcome;
using store::Transaction;

constexpr std::size_t shortest_agreed = 6;
constexpr std::size_t shortest_own = 8;
constexpr std::size_t longest_words = 200;
constexpr std::chrono::minutes code_ticket_lasts{10};

/// "Blue  Otter " and "blue otter" are the same words.
std::string plain_words(std::string_view typed) {
  std::string plain;
  for (const char c : lower(trim(typed.substr(0, longest_words))))
    if (c != ' ' || (!plain.empty() && plain.back() != ' ')) plain += c;
  return plain;
}

std::string ticket_context(const std::string& hash) { return "personal_link:ticket:" + hash; }

struct Found {
  store::PersonalLink link;
  store::Account account;
};

/// Nothing for a link that is none, ended, or was not opened in time.
Result<std::optional<Found>> find(store::Session& session, const std::string& hash,
                                  platform::Instant at) {
  NL_TRY(link, store::find_personal_link(session, hash));
  if (!link || (!link->is_set_up && link->set_up_by <= at)) return std::optional<Found>{};
  NL_TRY(account, store::find_account(session, link->person, platform::day_in_london(at)));
  if (!account) return std::optional<Found>{};
  return std::optional(Found{*link, *std::move(account)});
}

}  // namespace

Result<std::string> make_personal_link(Transaction& transaction, const store::Grant& grant,
                                       const platform::Keys& keys, domain::PersonId person,
                                       std::string_view words_hash, std::string_view whose,
                                       std::chrono::hours lasts) {
  auto token = platform::base64url(platform::random_bytes(32));
  NL_CHECK(store::put_password(transaction, person, words_hash, grant.at()));
  NL_CHECK(store::add_personal_link(
      transaction, grant, keys, keys.keyed_hash(personal_link_context, token),
      {.person = person, .file = grant.file(), .set_up_by = grant.at() + lasts}, whose));
  return token;
}

Status end_personal_link(Transaction& transaction, domain::PersonId person, platform::Instant at) {
  NL_CHECK(store::forget_personal_link(transaction, person));
  return end_all_sessions(transaction, person, store::SessionEnd::Left, at);
}

Result<std::string> SignIn::hash_of_words(std::string_view words) {
  const auto plain = plain_words(words);
  if (plain.size() < shortest_agreed)
    return Error{ErrorCode::Invalid, "Agree on words of six letters or more.", "agreed"};
  return hasher_.hash(plain);
}

Result<LinkOutcome> SignIn::with_personal_link(std::string_view link, std::string_view words,
                                               const From& from) {
  const auto hash = keys_.keyed_hash(personal_link_context, link);
  NL_TRY(tried, count_try(account_key("link:" + hash), from,
                          [&](Transaction& transaction) -> Result<std::optional<store::Account>> {
                            NL_TRY(found, find(transaction, hash, from.at));
                            if (!found) return std::optional<store::Account>{};
                            return std::optional(std::move(found->account));
                          }));
  if (tried.later) return LinkOutcome{*tried.later};
  NL_TRY(is_right, look_at(tried, plain_words(words), from));
  const auto drawn = draw();
  return database_.write([&](Transaction& transaction) -> Result<LinkOutcome> {
    // Looked up again: it may have ended, or got other words, while these were being looked at.
    NL_TRY(found, find(transaction, hash, from.at));
    const bool chose_others =
        found && tried.account && found->account.password_hash != tried.account->password_hash;
    if (!is_right || !found || chose_others) {
      NL_CHECK(put_on_trail(transaction, found ? &found->account : nullptr, "personal-link",
                            AuditOutcome::Denied, from));
      return LinkOutcome{NotRight{}};
    }
    const auto& account = found->account;
    NL_CHECK(take_back_try(transaction, from));
    NL_CHECK(store::forget_failures(transaction, tried.by_account));
    NL_CHECK(put_on_trail(transaction, &account, "personal-link", AuditOutcome::Allowed, from));
    if (!found->link.is_set_up)
      return LinkOutcome{ChooseWords{keys_.seal(ticket_context(hash), platform::iso(from.at))}};
    NL_TRY(begun, begin(transaction, drawn, account.person, store::SignInStage::SignedIn,
                        store::SignInMethod::SetUpLink, from));
    NL_CHECK(put_on_trail(transaction, &account, "sign-in", AuditOutcome::Allowed, from));
    return LinkOutcome{std::move(begun)};
  });
}

Result<LinkOutcome> SignIn::choose_words(std::string_view link, std::string_view ticket,
                                         std::string_view chosen, const From& from) {
  const auto hash = keys_.keyed_hash(personal_link_context, link);
  const auto said = keys_.open(ticket_context(hash), ticket);
  const auto given =
      said ? platform::parse_instant(*said) : Result<platform::Instant>(said.error());
  if (!given || *given + code_ticket_lasts <= from.at || *given > from.at)
    return LinkOutcome{NotRight{}};
  const auto plain = plain_words(chosen);
  if (plain.size() < shortest_own)
    return Error{ErrorCode::Invalid, "Use more letters: 8 or more.", "words"};
  NL_TRY(common, common_passwords_.load());
  if (!check_new_password(plain, *common, {}) && plain.find(' ') == std::string::npos)
    return Error{ErrorCode::Invalid, "Other people would guess that. Try three words in a row.",
                 "words"};
  NL_TRY(names, database_.read([&](store::Session& session) -> Result<std::vector<std::string>> {
    NL_TRY(found, find(session, hash, from.at));
    if (!found) return std::vector<std::string>{};
    return store::names_behind_links(session, keys_, found->link.file, found->link.person);
  }));
  if (has_name_in_it(plain, names))
    return Error{ErrorCode::Invalid,
                 "Do not use a name: not yours, not your family’s and not the service’s. Other "
                 "people would try those first.",
                 "words"};
  NL_TRY(words_hash, hasher_.hash(plain));
  const auto drawn = draw();
  return database_.write([&](Transaction& transaction) -> Result<LinkOutcome> {
    NL_TRY(found, find(transaction, hash, from.at));
    if (!found || found->link.is_set_up) return LinkOutcome{NotRight{}};
    NL_TRY(is_first, store::set_up_personal_link(transaction, found->link.person, from.at));
    if (!is_first) return LinkOutcome{NotRight{}};
    NL_CHECK(store::put_password(transaction, found->link.person, words_hash, from.at));
    NL_TRY(begun, begin(transaction, drawn, found->link.person, store::SignInStage::SignedIn,
                        store::SignInMethod::SetUpLink, from));
    NL_CHECK(
        put_on_trail(transaction, &found->account, "words-chosen", AuditOutcome::Allowed, from));
    NL_CHECK(put_on_trail(transaction, &found->account, "sign-in", AuditOutcome::Allowed, from));
    return LinkOutcome{std::move(begun)};
  });
}

}  // namespace northlight::accounts

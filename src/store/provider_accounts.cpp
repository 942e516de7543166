#include "store/provider_accounts.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view their_account_page = "their-account-page";

std::string_view code(ConnectedBy by) {
  switch (by) {
    case ConnectedBy::TheirAccountPage:
      return their_account_page;
    case ConnectedBy::VerifiedEmail:
      return "verified-email";
  }
  return "";
}

}  // namespace

Result<std::optional<domain::PersonId>> person_of_provider_account(Session& session,
                                                                   const ProviderAccountKey& key) {
  NL_TRY(found, session.row<std::string>("select person_id from provider_account "
                                         "where issuer = :issuer and subject_hash = :subject",
                                         {{"issuer", key.issuer}, {"subject", key.subject_hash}}));
  if (!found) return std::optional<domain::PersonId>{};
  NL_TRY(person, domain::PersonId::parse(*found));
  return std::optional(person);
}

Status connect_provider_account(Transaction& transaction, const ProviderAccountKey& key,
                                domain::PersonId person, ConnectedBy by, platform::Instant at) {
  NL_TRY(added,
         transaction.run("insert into provider_account "
                         "(issuer, subject_hash, person_id, connected_at, connected_by) "
                         "values (:issuer, :subject, :person, :at, :by) on conflict do nothing",
                         {{"issuer", key.issuer},
                          {"subject", key.subject_hash},
                          {"person", person.text()},
                          {"at", platform::iso(at)},
                          {"by", code(by)}}));
  if (added == 1) return done();
  return Error{ErrorCode::Conflict, "One of the two is connected already."};
}

Result<bool> disconnect_provider_account(Transaction& transaction, std::string_view issuer,
                                         domain::PersonId person) {
  NL_TRY(taken, transaction.run(
                    "delete from provider_account where issuer = :issuer and person_id = :person",
                    {{"issuer", issuer}, {"person", person.text()}}));
  return taken == 1;
}

Result<std::int64_t> disconnect_provider_accounts(Transaction& transaction,
                                                  domain::PersonId person) {
  return transaction.run("delete from provider_account where person_id = :person",
                         {{"person", person.text()}});
}

Result<std::vector<ConnectedProvider>> providers_connected_with(Session& session,
                                                                domain::PersonId person) {
  using Row = std::tuple<std::string, std::string, std::string>;
  NL_TRY(rows, (session.rows<std::string, std::string, std::string>(
                   "select issuer, connected_at, connected_by from provider_account "
                   "where person_id = :person order by issuer",
                   {{"person", person.text()}})));
  std::vector<ConnectedProvider> connected;
  for (const Row& row : rows) {
    NL_TRY(at, platform::parse_instant(std::get<1>(row)));
    connected.push_back({std::get<0>(row), at,
                         std::get<2>(row) == their_account_page ? ConnectedBy::TheirAccountPage
                                                                : ConnectedBy::VerifiedEmail});
  }
  return connected;
}

Result<bool> use_provider_answer(Transaction& transaction, std::string_view use_hash,
                                 platform::Instant until, platform::Instant now) {
  NL_CHECK(transaction.run("delete from provider_answer_used where until_at < :now",
                           {{"now", platform::iso(now)}}));
  NL_TRY(added, transaction.run("insert into provider_answer_used (use_hash, until_at) "
                                "values (:use, :until) on conflict do nothing",
                                {{"use", use_hash}, {"until", platform::iso(until)}}));
  return added == 1;
}

}  // namespace northlight::store

#include "store/credentials.hpp"

#include "store/provider_accounts.hpp"

namespace northlight::store {
namespace {

using domain::OrganisationId;
using domain::PersonId;

using Text = std::string;
using MaybeText = std::optional<std::string>;

struct Held {
  MaybeText role{};
  MaybeText organisation{};
};

Result<Held> role_of(Session& session, const std::string& person, const std::string& day) {
  NL_TRY(found, (session.row<Text, Text>(
                    "select role, organisation_id from role_held where person_id = :person "
                    "and from_on <= :day and (until_on is null or until_on >= :day) "
                    "order by from_on, id",
                    {{"person", person}, {"day", day}})));
  if (!found) return Held{};
  return Held{std::get<0>(*found), std::get<1>(*found)};
}

struct Row {
  Text person;
  Text name;
  Text sign_in_name;
  MaybeText password_hash;
  MaybeText seed;
  std::optional<std::int64_t> last_step;
  MaybeText offered;
};

Result<std::optional<Account>> account_of(Session& session, std::optional<Row> row,
                                          const std::string& day) {
  if (!row) return std::optional<Account>{};
  NL_TRY(person, PersonId::parse(row->person));
  NL_TRY(held, role_of(session, row->person, day));
  Account account{.person = person,
                  .sign_in_name = row->sign_in_name,
                  .own_words = {std::move(row->name), std::move(row->sign_in_name)},
                  .password_hash = std::move(row->password_hash),
                  .sealed_seed = std::move(row->seed),
                  .last_step = row->last_step.value_or(0),
                  .offered_seed = std::move(row->offered),
                  .role = std::move(held.role)};
  if (held.organisation) {
    NL_TRY(organisation, OrganisationId::parse(*held.organisation));
    account.organisation = organisation;
  }
  return std::optional(std::move(account));
}

constexpr auto make_row = [](Text person, Text name, Text sign_in_name, MaybeText password,
                             MaybeText seed, std::optional<std::int64_t> step, MaybeText offered) {
  return Row{std::move(person),   std::move(name), std::move(sign_in_name),
             std::move(password), std::move(seed), step,
             std::move(offered)};
};

Result<std::optional<Row>> row_of(Session& session, std::string_view sql,
                                  const Bindings& bindings) {
  return session
      .row<Text, Text, Text, MaybeText, MaybeText, std::optional<std::int64_t>, MaybeText>(
          sql, bindings, make_row);
}

}  // namespace

Result<std::optional<Account>> find_account(Session& session, std::string_view sign_in_name,
                                            Date today) {
  const auto day = iso(today);
  NL_TRY(row, row_of(session,
                     "select p.id, p.name, p.sign_in_name, c.password_hash, o.seed, o.last_step, "
                     "o.offered_seed from person p left join credential c on c.person_id = p.id "
                     "left join one_time_code o on o.person_id = p.id "
                     "where p.sign_in_name = :name and p.kind = 'staff' and p.joined_on <= :day "
                     "and (p.left_on is null or p.left_on >= :day)",
                     {{"name", sign_in_name}, {"day", day}}));
  return account_of(session, std::move(row), day);
}

Result<std::optional<Account>> find_account(Session& session, PersonId person, Date today) {
  const auto day = iso(today);
  const auto id = person.text();
  NL_TRY(row, row_of(session,
                     "select p.id, p.name, coalesce(p.sign_in_name, ''), c.password_hash, o.seed, "
                     "o.last_step, "
                     "o.offered_seed from person p left join credential c on c.person_id = p.id "
                     "left join one_time_code o on o.person_id = p.id "
                     "where p.id = :id and (p.kind = 'link' or p.sign_in_name is not null) "
                     "and p.joined_on <= :day and (p.left_on is null or p.left_on >= :day)",
                     {{"id", id}, {"day", day}}));
  return account_of(session, std::move(row), day);
}

Status put_password(Transaction& transaction, PersonId person, std::string_view hash,
                    platform::Instant at) {
  NL_CHECK(transaction.run(
      "insert into credential (person_id, password_hash, set_at) values (:person, :hash, :at) "
      "on conflict (person_id) do update set password_hash = excluded.password_hash, "
      "set_at = excluded.set_at",
      {{"person", person.text()}, {"hash", hash}, {"at", platform::iso(at)}}));
  return done();
}

Status offer_seed(Transaction& transaction, PersonId person, std::string_view sealed,
                  platform::Instant at) {
  NL_CHECK(
      transaction.run("insert into one_time_code (person_id, last_step, offered_seed, offered_at) "
                      "values (:person, 0, :seed, :at) on conflict (person_id) do update set "
                      "offered_seed = excluded.offered_seed, offered_at = excluded.offered_at",
                      {{"person", person.text()}, {"seed", sealed}, {"at", platform::iso(at)}}));
  return done();
}

Status confirm_seed(Transaction& transaction, PersonId person, std::string_view offered,
                    std::string_view sealed, std::int64_t step, platform::Instant at) {
  NL_TRY(changed,
         transaction.run(
             "update one_time_code set seed = :seed, confirmed_at = :at, last_step = :step, "
             "offered_seed = null, offered_at = null "
             "where person_id = :person and offered_seed = :offered",
             {{"seed", sealed},
              {"at", platform::iso(at)},
              {"step", step},
              {"person", person.text()},
              {"offered", offered}}));
  if (changed == 0)
    return Error{ErrorCode::Conflict,
                 "The code to scan has changed meanwhile. Open the page again and scan it anew"};
  return done();
}

Result<bool> use_step(Transaction& transaction, PersonId person, std::int64_t step) {
  NL_TRY(changed, transaction.run("update one_time_code set last_step = :step "
                                  "where person_id = :person and last_step < :step",
                                  {{"step", step}, {"person", person.text()}}));
  return changed == 1;
}

Status forget_second_factor(Transaction& transaction, PersonId person) {
  const auto id = person.text();
  NL_CHECK(
      transaction.run("delete from one_time_code where person_id = :person", {{"person", id}}));
  NL_CHECK(
      transaction.run("delete from recovery_code where person_id = :person", {{"person", id}}));
  NL_CHECK(disconnect_provider_accounts(transaction, person));
  return done();
}

Status put_recovery_codes(Transaction& transaction, PersonId person,
                          const std::vector<std::string>& hashes, platform::Instant at) {
  const auto id = person.text();
  const auto made = platform::iso(at);
  NL_CHECK(
      transaction.run("delete from recovery_code where person_id = :person", {{"person", id}}));
  for (const auto& hash : hashes)
    NL_CHECK(
        transaction.run("insert into recovery_code (code_hash, person_id, made_at) "
                        "values (:hash, :person, :at)",
                        {{"hash", hash}, {"person", id}, {"at", made}}));
  return done();
}

Result<bool> use_recovery_code(Transaction& transaction, PersonId person, std::string_view hash,
                               platform::Instant at) {
  NL_TRY(changed,
         transaction.run("update recovery_code set used_at = :at where code_hash = :hash "
                         "and person_id = :person and used_at is null",
                         {{"at", platform::iso(at)}, {"hash", hash}, {"person", person.text()}}));
  return changed == 1;
}

Result<std::int64_t> recovery_codes_left(Session& session, PersonId person) {
  return session.value<std::int64_t>(
      "select count(*) from recovery_code where person_id = :person and used_at is null",
      {{"person", person.text()}});
}

Status put_set_up_link(Transaction& transaction, std::string_view token_hash, const SetUpLink& link,
                       platform::Instant made_at, std::optional<PersonId> made_by) {
  const auto id = link.person.text();
  NL_CHECK(forget_set_up_links(transaction, link.person));
  std::optional<std::string> by;
  if (made_by) by = made_by->text();
  NL_CHECK(
      transaction.run("insert into set_up_link (token_hash, person_id, made_at, made_by, ends_at) "
                      "values (:hash, :person, :made, :by, :ends)",
                      {{"hash", token_hash},
                       {"person", id},
                       {"made", platform::iso(made_at)},
                       {"by", by},
                       {"ends", platform::iso(link.ends_at)}}));
  return done();
}

Status forget_set_up_links(Transaction& transaction, PersonId person) {
  NL_CHECK(transaction.run("delete from set_up_link where person_id = :person and used_at is null",
                           {{"person", person.text()}}));
  return done();
}

Result<std::optional<SetUpLink>> find_set_up_link(Session& session, std::string_view token_hash) {
  NL_TRY(row, (session.row<Text, Text, MaybeText>(
                  "select person_id, ends_at, used_at from set_up_link where token_hash = :hash",
                  {{"hash", token_hash}})));
  if (!row) return std::optional<SetUpLink>{};
  NL_TRY(person, PersonId::parse(std::get<0>(*row)));
  NL_TRY(ends_at, platform::parse_instant(std::get<1>(*row)));
  return std::optional(SetUpLink{person, ends_at, std::get<2>(*row).has_value()});
}

Result<bool> use_set_up_link(Transaction& transaction, std::string_view token_hash,
                             platform::Instant at) {
  NL_TRY(changed, transaction.run("update set_up_link set used_at = :at "
                                  "where token_hash = :hash and used_at is null",
                                  {{"at", platform::iso(at)}, {"hash", token_hash}}));
  return changed == 1;
}

}  // namespace northlight::store

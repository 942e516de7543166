#include "store/audit_index.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace northlight::store {
namespace {

constexpr std::int64_t rows_indexed_at_once = 2'000;

/// Rows of one chain: after `from`, up to `to` and with it.
struct RowsOf {
  std::int64_t chain = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;

  std::vector<Bound> bound() const { return {{"chain", chain}, {"from", from}, {"to", to}}; }
};

constexpr std::string_view these_rows = "chain = :chain and number > :from and number <= :to";

std::string of_these_rows(std::string_view select, std::string_view more = "") {
  return std::string(select).append(" where ").append(these_rows).append(more);
}

/// What is still to be put into the index of a chain, a part of it; nothing where it is all there.
Result<std::optional<RowsOf>> next_part(Session& session, std::int64_t chain) {
  NL_TRY(found, (session.row<std::int64_t, std::int64_t>(
                    "select c.number, coalesce(u.number, 0) from audit_chain c left join "
                    "audit_named_until u on u.chain = c.id where c.id = :chain",
                    {{"chain", chain}})));
  if (!found) return std::optional<RowsOf>();
  const auto [last, until] = *found;
  if (until >= last) return std::optional<RowsOf>();
  return std::optional(RowsOf{chain, until, std::min(last, until + rows_indexed_at_once)});
}

Status index_part(Transaction& transaction, const RowsOf& rows) {
  // In the order of the index, so that each of its pages is found once.
  for (const std::string_view column : {"file_id", "person_id"}) {
    const auto name = std::string(column);
    NL_CHECK(transaction.run(of_these_rows("insert into audit_named (id, chain, number) select " +
                                               name + ", chain, number from audit_entry",
                                           " and " + name + " is not null order by " + name +
                                               ", number on conflict do nothing"),
                             rows.bound()));
  }
  std::set<std::pair<std::string, std::int64_t>> listed;
  NL_CHECK((transaction.each<std::int64_t, std::string>(
      of_these_rows("select number, listed from audit_entry", " and listed <> ''"), rows.bound(),
      [&](std::int64_t number, const std::string& files) {
        for (const auto file : split_words(files)) listed.emplace(file, number);
      })));
  for (const auto& [file, number] : listed)
    NL_CHECK(
        transaction.run("insert into audit_named (id, chain, number) values (:id, :chain, :number) "
                        "on conflict do nothing",
                        {{"id", file}, {"chain", rows.chain}, {"number", number}}));
  NL_CHECK(transaction.run(
      "insert into audit_named_until (chain, number) values (:chain, :number) on conflict (chain) "
      "do update set number = :number where audit_named_until.number < :number",
      {{"chain", rows.chain}, {"number", rows.to}}));
  return done();
}

Status index_chain(Database& database, std::int64_t chain) {
  for (;;) {
    // Mostly there is nothing to do, and nobody who writes is held up to see it.
    NL_TRY(there_is, database.read([&](Session& session) { return next_part(session, chain); }));
    if (!there_is) return done();
    NL_CHECK(database.write([&](Transaction& transaction) -> Status {
      NL_TRY(part, next_part(transaction, chain));
      return part ? index_part(transaction, *part) : done();
    }));
  }
}

}  // namespace

Status index_audit(Database& database) {
  NL_TRY(chains, database.read([](Session& session) {
    return session.rows<std::int64_t>("select id from audit_chain order by id");
  }));
  for (const auto& chain : chains) NL_CHECK(index_chain(database, chain));
  return done();
}

Status index_audit(Database& database, domain::OrganisationId service) {
  const auto name = service.text();
  NL_TRY(chain, database.read([&](Session& session) {
    return session.row<std::int64_t>("select id from audit_chain where service = :service",
                                     {{"service", name}});
  }));
  return chain ? index_chain(database, *chain) : done();
}

Status forget_audit_index(Transaction& transaction) {
  NL_CHECK(transaction.run("delete from audit_named"));
  NL_CHECK(transaction.run("delete from audit_named_until"));
  return done();
}

}  // namespace northlight::store

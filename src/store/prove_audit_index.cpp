#include "store/prove_audit_index.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace northlight::store {
namespace {

constexpr std::int64_t rows_proved_at_once = 4'000;

using RowsAndIds = std::set<std::pair<std::int64_t, std::string>>;

/// Each file and person that a row names, once.
template <typename See>
void each_named_in(const AuditColumns& columns, See see) {
  if (columns.listed.empty()) {
    if (columns.file) see(*columns.file);
    if (columns.person) see(*columns.person);
    return;
  }
  auto named = split_words(columns.listed);
  if (columns.file) named.push_back(*columns.file);
  if (columns.person) named.push_back(*columns.person);
  std::ranges::sort(named);
  const auto again = std::ranges::unique(named);
  named.erase(again.begin(), again.end());
  for (const auto id : named) see(id);
}

/// Of the rows after `from`, up to `to` and with it.
Result<RowsAndIds> named_in_rows(Session& session, std::int64_t chain, std::int64_t from,
                                 std::int64_t to) {
  RowsAndIds named;
  NL_CHECK(each_audit_row(session, chain, from + 1, [&](const AuditRow& row) {
    if (row.number > to) return false;
    each_named_in(row.columns, [&](std::string_view id) { named.emplace(row.number, id); });
    return true;
  }));
  return named;
}

Result<RowsAndIds> named_in_index(Session& session, std::int64_t chain, std::int64_t from,
                                  std::int64_t to) {
  RowsAndIds named;
  NL_CHECK((session.each<std::int64_t, std::string>(
      "select number, id from audit_named where chain = :chain and number > :from "
      "and number <= :to",
      {{"chain", chain}, {"from", from}, {"to", to}},
      [&](std::int64_t number, std::string id) { named.emplace(number, std::move(id)); })));
  return named;
}

AuditIndexFault fault_at(std::int64_t number, std::string_view what) {
  return {number, "The index of the log, by which rows are found for a child or a person, " +
                      std::string(what) + " row " + std::to_string(number) +
                      ". The rows themselves are proved apart from it. To make it anew, as the "
                      "owner of the database: northlight reindex"};
}

/// Part by part, up to `until`.
Result<std::optional<AuditIndexFault>> first_difference(Session& session, std::int64_t chain,
                                                        std::int64_t until) {
  using Found = std::optional<AuditIndexFault>;
  for (std::int64_t from = 0; from < until; from += rows_proved_at_once) {
    const auto to = std::min(until, from + rows_proved_at_once);
    NL_TRY(rows, named_in_rows(session, chain, from, to));
    NL_TRY(index, named_in_index(session, chain, from, to));
    RowsAndIds lacking;
    std::ranges::set_difference(rows, index, std::inserter(lacking, lacking.end()));
    if (!lacking.empty())
      return Found(fault_at(lacking.begin()->first, "leaves out something that is named in"));
    RowsAndIds added;
    std::ranges::set_difference(index, rows, std::inserter(added, added.end()));
    if (!added.empty())
      return Found(fault_at(added.begin()->first, "has something that is not named in"));
  }
  return Found{};
}

}  // namespace

AuditIndexProof::AuditIndexProof(std::int64_t chain, std::optional<std::int64_t> made_to)
    : chain_(chain), made_to_(made_to) {
  static_assert(std::tuple_size_v<Key> == crypto_shorthash_KEYBYTES);
  crypto_shorthash_keygen(key_.data());
}

Result<AuditIndexProof> AuditIndexProof::of(Session& session, std::int64_t chain) {
  NL_TRY(made_to,
         session.row<std::int64_t>("select number from audit_named_until where chain = :chain",
                                   {{"chain", chain}}));
  return AuditIndexProof(chain, made_to);
}

void AuditIndexProof::add(Sum& sum, std::int64_t number, std::string_view id) const {
  std::array<unsigned char, 64> bytes{};
  std::memcpy(bytes.data(), &number, sizeof number);
  const auto length = std::min(id.size(), bytes.size() - sizeof number);
  std::memcpy(bytes.data() + sizeof number, id.data(), length);
  std::array<unsigned char, crypto_shorthash_BYTES> hash{};
  crypto_shorthash(hash.data(), bytes.data(), sizeof number + length, key_.data());
  std::uint64_t whole = 0;
  std::memcpy(&whole, hash.data(), sizeof whole);
  sum.hashes += whole;
  ++sum.count;
}

void AuditIndexProof::see(const AuditRow& row) {
  if (!made_to_ || row.number > *made_to_) return;
  each_named_in(row.columns, [&](std::string_view id) { add(seen_, row.number, id); });
}

Result<bool> AuditIndexProof::index_is_as_seen(Session& session) const {
  Sum sum;
  NL_CHECK(each_audit_name(
      session, chain_, [&](std::int64_t number, std::string_view id) { add(sum, number, id); }));
  return sum == seen_;
}

Result<std::optional<AuditIndexFault>> AuditIndexProof::first_fault(Session& session,
                                                                    std::int64_t last,
                                                                    bool saw_all) const {
  using Found = std::optional<AuditIndexFault>;
  const auto until = std::min(made_to_.value_or(0), last);
  if (saw_all && made_to_.value_or(0) <= last) {
    NL_TRY(agrees, index_is_as_seen(session));
    if (agrees) return Found{};
  }
  NL_TRY(difference, first_difference(session, chain_, until));
  if (difference) return difference;
  NL_TRY(beyond, session.value<std::optional<std::int64_t>>(
                     "select min(number) from audit_named where chain = :chain "
                     "and number > :until",
                     {{"chain", chain_}, {"until", until}}));
  if (beyond) return Found(fault_at(*beyond, "has something that is not named in"));
  if (made_to_ && *made_to_ > last)
    return Found(fault_at(*made_to_, "claims to have been made up to"));
  return Found{};
}

}  // namespace northlight::store

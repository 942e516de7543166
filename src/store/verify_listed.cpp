#include "store/verify_listed.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace northlight::store {
namespace {

constexpr std::int64_t rows_at_once = 4'000;

using RowsAndFiles = std::set<std::pair<std::int64_t, std::string>>;

Result<RowsAndFiles> listed_in_rows(Session& session, std::int64_t chain, std::int64_t from,
                                    std::int64_t to) {
  RowsAndFiles listed;
  NL_CHECK((session.each<std::int64_t, std::string>(
      "select number, listed from audit_entry where chain = :chain and number > :from "
      "and number <= :to and listed <> ''",
      {{"chain", chain}, {"from", from}, {"to", to}},
      [&](std::int64_t number, const std::string& files) {
        for (const auto file : split_words(files)) listed.emplace(number, file);
      })));
  return listed;
}

Result<RowsAndFiles> listed_in_index(Session& session, std::int64_t chain, std::int64_t from,
                                     std::int64_t to) {
  RowsAndFiles listed;
  NL_CHECK((session.each<std::int64_t, std::string>(
      "select number, file_id from audit_listed where chain = :chain and number > :from "
      "and number <= :to",
      {{"chain", chain}, {"from", from}, {"to", to}},
      [&](std::int64_t number, std::string file) { listed.emplace(number, std::move(file)); })));
  return listed;
}

ListedFault fault_at(std::int64_t number, std::string_view what) {
  return {number, "The index of who was shown which child " + std::string(what) + " row " +
                      std::to_string(number) +
                      ". The rows themselves are proved apart from it. To make it anew, as the "
                      "owner of the database: northlight reindex"};
}

}  // namespace

Result<std::optional<ListedFault>> first_listed_fault(Session& session, std::int64_t chain,
                                                      std::int64_t last) {
  using Found = std::optional<ListedFault>;
  NL_TRY(made_to,
         session.row<std::int64_t>("select number from audit_listed_until where chain = :chain",
                                   {{"chain", chain}}));
  const auto until = std::min(made_to.value_or(0), last);
  for (std::int64_t from = 0; from < until; from += rows_at_once) {
    const auto to = std::min(until, from + rows_at_once);
    NL_TRY(rows, listed_in_rows(session, chain, from, to));
    NL_TRY(index, listed_in_index(session, chain, from, to));
    RowsAndFiles lacking;
    std::ranges::set_difference(rows, index, std::inserter(lacking, lacking.end()));
    if (!lacking.empty()) return Found(fault_at(lacking.begin()->first, "leaves out a child of"));
    RowsAndFiles added;
    std::ranges::set_difference(index, rows, std::inserter(added, added.end()));
    if (!added.empty()) return Found(fault_at(added.begin()->first, "has a child that is not in"));
  }
  NL_TRY(beyond, session.value<std::optional<std::int64_t>>(
                     "select min(number) from audit_listed where chain = :chain "
                     "and number > :until",
                     {{"chain", chain}, {"until", until}}));
  if (beyond) return Found(fault_at(*beyond, "has a child that is not in"));
  if (made_to && *made_to > last)
    return Found(fault_at(*made_to, "claims to have been made up to"));
  return Found{};
}

Status forget_listed(Transaction& transaction) {
  NL_CHECK(transaction.run("delete from audit_listed"));
  NL_CHECK(transaction.run("delete from audit_listed_until"));
  return done();
}

}  // namespace northlight::store

#include "store/sign_in_failures.hpp"

#include <string>

namespace northlight::store {

using platform::parse_instant;

Result<SignInFailures> failures_of(Transaction& transaction, std::string_view key_hash) {
  // Writing first takes the row for this transaction, whether it was there or not.
  NL_CHECK(
      transaction.run("insert into sign_in_failure (key_hash, failures, last_at, until_at) "
                      "values (:key, 0, :never, :never) "
                      "on conflict (key_hash) do update set failures = sign_in_failure.failures",
                      {{"key", key_hash}, {"never", platform::iso(platform::Instant{})}}));
  NL_TRY(row, (transaction.row<std::int64_t, std::string, std::string>(
                  "select failures, last_at, until_at from sign_in_failure where key_hash = :key",
                  {{"key", key_hash}})));
  if (!row) return SignInFailures{};
  NL_TRY(last_at, parse_instant(std::get<1>(*row)));
  NL_TRY(until_at, parse_instant(std::get<2>(*row)));
  return SignInFailures{std::get<0>(*row), last_at, until_at};
}

Status put_failures(Transaction& transaction, std::string_view key_hash,
                    const SignInFailures& failures) {
  NL_CHECK(
      transaction.run("update sign_in_failure set failures = :count, last_at = :last, "
                      "until_at = :until where key_hash = :key",
                      {{"count", failures.count},
                       {"last", platform::iso(failures.last_at)},
                       {"until", platform::iso(failures.until_at)},
                       {"key", key_hash}}));
  return done();
}

Status forget_failures(Transaction& transaction, std::string_view key_hash) {
  NL_CHECK(
      transaction.run("delete from sign_in_failure where key_hash = :key", {{"key", key_hash}}));
  return done();
}

Status forget_failures_before(Transaction& transaction, platform::Instant before) {
  NL_CHECK(transaction.run("delete from sign_in_failure where last_at < :before",
                           {{"before", platform::iso(before)}}));
  return done();
}

}  // namespace northlight::store

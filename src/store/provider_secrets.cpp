#include "store/provider_secrets.hpp"

namespace northlight::store {

std::string provider_secret_context(std::string_view issuer) {
  return "provider_secret:sealed:" + std::string(issuer);
}

Status put_provider_secret(Transaction& transaction, std::string_view issuer,
                           std::string_view sealed, platform::Instant at) {
  NL_CHECK(transaction.run(
      "insert into provider_secret (issuer, sealed, taken_at) values (:issuer, :sealed, :at) "
      "on conflict (issuer) do update set sealed = :sealed, taken_at = :at",
      {{"issuer", issuer}, {"sealed", sealed}, {"at", platform::iso(at)}}));
  return done();
}

Result<std::optional<std::string>> provider_secret(Session& session, std::string_view issuer) {
  return session.row<std::string>("select sealed from provider_secret where issuer = :issuer",
                                  {{"issuer", issuer}});
}

}  // namespace northlight::store

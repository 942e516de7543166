#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// What seals a provider's secret: it opens in the place of no other.
std::string provider_secret_context(std::string_view issuer);

/// The secret that a provider gave Northlight, sealed; in place of an earlier one.
Status put_provider_secret(Transaction& transaction, std::string_view issuer,
                           std::string_view sealed, platform::Instant at);
Result<std::optional<std::string>> provider_secret(Session& session, std::string_view issuer);

}  // namespace northlight::store

#pragma once

#include <optional>
#include <string_view>

#include "accounts/asker.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"

/// Where somebody lives, as they give it on their account page: kept as keyed hashes alone, to tell
/// when the file of a child at the same address or in the same postcode is opened.
namespace northlight::accounts {

/// In place of what they gave before. Invalid (where: "postcode", "house").
Status give_home_address(store::Database& database, const platform::Keys& keys, const Asker& asker,
                         std::string_view postcode, std::string_view house);
/// Nothing is kept any longer; again is all right.
Status forget_home_address(store::Database& database, const Asker& asker);
/// When they gave it; nothing where they did not.
Result<std::optional<platform::Instant>> home_address_given(store::Database& database,
                                                            const Asker& asker);

}  // namespace northlight::accounts

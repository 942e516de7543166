#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "accounts/identity_provider.hpp"
#include "base/result.hpp"

namespace northlight::accounts {

/// Reads policy/identity-providers.toml, which says what its keys mean. Refuses unknown keys,
/// missing ones, two providers of one id or one issuer, addresses without TLS, matching by e-mail
/// without domains, and a secret that stands in the file itself: each with file, line and key.
/// Secret files are named from `folder`.
Result<std::vector<IdentityProvider>> parse_identity_providers(std::string_view text,
                                                               std::string_view name,
                                                               const std::filesystem::path& folder);

Result<std::vector<IdentityProvider>> read_identity_providers(const std::filesystem::path& file);

}  // namespace northlight::accounts

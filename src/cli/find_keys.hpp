#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "platform/keys.hpp"
#include "store/database_url.hpp"

namespace northlight::cli {

/// Where the key file is: where `named` says (--keys); else where NORTHLIGHT_KEYS says; else, of
/// sqlite:FILE, in FILE.keys. Nothing for PostgreSQL where nobody says.
std::optional<std::filesystem::path> key_file(const std::optional<std::string>& named,
                                              const store::DatabaseUrl& database);

/// Reads it. NotFound, saying how to make one, where there is none.
Result<platform::Keys> find_keys(const std::optional<std::string>& named,
                                 const store::DatabaseUrl& database);

/// Where the key that signs is: where `named` says (--signing-key); else where
/// NORTHLIGHT_SIGNING_KEY says; else, of sqlite:FILE, in FILE.signing-key.
std::optional<std::filesystem::path> signing_key_file(const std::optional<std::string>& named,
                                                      const store::DatabaseUrl& database);

/// Where the ledger of erasures is, likewise: --erasures, NORTHLIGHT_ERASURES, FILE.erasures.
std::optional<std::filesystem::path> ledger_file(const std::optional<std::string>& named,
                                                 const store::DatabaseUrl& database);

}  // namespace northlight::cli

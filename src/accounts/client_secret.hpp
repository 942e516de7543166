#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "platform/crypto.hpp"

namespace northlight::accounts {

/// Reads the secret that a provider has given Northlight: the file's one line. Refuses a file that
/// others on the machine may read or write, that is empty, or larger than 4 KB.
Result<platform::Secret> read_client_secret(const std::filesystem::path& file);

}  // namespace northlight::accounts

#include "cli/find_keys.hpp"

#include <cstdlib>

namespace northlight::cli {

std::optional<std::filesystem::path> key_file(const std::optional<std::string>& named,
                                              const store::DatabaseUrl& database) {
  if (named) return *named;
  const char* const said = std::getenv("NORTHLIGHT_KEYS");  // NOLINT(concurrency-mt-unsafe)
  if (said != nullptr && *said != '\0') return said;
  if (database.engine == store::Engine::Sqlite) return database.place + ".keys";
  return std::nullopt;
}

Result<platform::Keys> find_keys(const std::optional<std::string>& named,
                                 const store::DatabaseUrl& database) {
  const auto file = key_file(named, database);
  if (!file)
    return Error{ErrorCode::NotFound,
                 "No key file is named: say --keys FILE, or set NORTHLIGHT_KEYS. To make one: "
                 "northlight keys make FILE"};
  return platform::Keys::read(*file);
}

}  // namespace northlight::cli

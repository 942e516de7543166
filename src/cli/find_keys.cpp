#include "cli/find_keys.hpp"

#include <cstdlib>

namespace northlight::cli {

namespace {

std::optional<std::filesystem::path> place(const std::optional<std::string>& named,
                                           const store::DatabaseUrl& database, const char* variable,
                                           const char* ending) {
  if (named) return *named;
  const char* const said = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe)
  if (said != nullptr && *said != '\0') return said;
  if (database.engine == store::Engine::Sqlite) return database.place + ending;
  return std::nullopt;
}

}  // namespace

std::optional<std::filesystem::path> key_file(const std::optional<std::string>& named,
                                              const store::DatabaseUrl& database) {
  return place(named, database, "NORTHLIGHT_KEYS", ".keys");
}

std::optional<std::filesystem::path> signing_key_file(const std::optional<std::string>& named,
                                                      const store::DatabaseUrl& database) {
  return place(named, database, "NORTHLIGHT_SIGNING_KEY", ".signing-key");
}

std::optional<std::filesystem::path> ledger_file(const std::optional<std::string>& named,
                                                 const store::DatabaseUrl& database) {
  return place(named, database, "NORTHLIGHT_ERASURES", ".erasures");
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

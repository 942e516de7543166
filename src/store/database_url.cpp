#include "store/database_url.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view sqlite_prefix = "sqlite:";

Error unusable(std::string message) { return {ErrorCode::Invalid, std::move(message), "database"}; }

}  // namespace

std::string_view name_of(Engine engine) {
  switch (engine) {
    case Engine::Sqlite:
      return "SQLite";
    case Engine::Postgres:
      return "PostgreSQL";
  }
  return "unknown";
}

Result<DatabaseUrl> DatabaseUrl::parse(std::string_view text) {
  if (text.find('\0') != text.npos) return unusable("A database address holds no NUL byte.");
  if (text.starts_with("postgresql://") || text.starts_with("postgres://"))
    return DatabaseUrl{Engine::Postgres, std::string(text)};
  if (!text.starts_with(sqlite_prefix))
    return unusable(
        "The database must be given as sqlite:FILE or postgresql://USER@HOST/NAME, not as \"" +
        DatabaseUrl{Engine::Postgres, std::string(text)}.shown() + "\".");
  const auto file = text.substr(sqlite_prefix.size());
  if (file.empty())
    return unusable("sqlite: needs a file name after it, such as sqlite:northlight.db.");
  if (file == ":memory:" || file.starts_with("file:"))
    return unusable("The database must be an ordinary file: sqlite:northlight.db.");
  if (file.find('"') != file.npos)
    return unusable("The database file's name may not hold a double quotation mark.");
  return DatabaseUrl{Engine::Sqlite, std::string(file)};
}

std::string DatabaseUrl::shown() const {
  if (engine == Engine::Sqlite) return std::string(sqlite_prefix) + place;
  std::string shown = place;
  // postgresql://user:password@host: what stands between the second colon and the @ is hidden.
  const auto scheme = shown.find("://");
  const auto at = shown.find('@');
  if (scheme != shown.npos && at != shown.npos) {
    const auto colon = shown.find(':', scheme + 3);
    if (colon < at) shown.replace(colon + 1, at - colon - 1, "…");
  }
  if (const auto key = shown.find("password="); key != shown.npos) {
    const auto value = key + std::string_view("password=").size();
    shown.replace(value, shown.find('&', value) - value, "…");
  }
  return shown;
}

}  // namespace northlight::store

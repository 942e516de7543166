#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight::store {

enum class Engine { Sqlite, Postgres };

/// "SQLite" or "PostgreSQL".
std::string_view name_of(Engine engine);

/// Where a database is: `sqlite:FILE` or `postgresql://…` (anything that libpq understands after
/// the two slashes, several hosts included).
struct DatabaseUrl {
  Engine engine = Engine::Sqlite;
  std::string place;  ///< The file, or the whole address.

  /// Refuses other engines, a missing file name, and a database in memory, which sessions could not
  /// share.
  static Result<DatabaseUrl> parse(std::string_view text);

  /// The address without a password, for logs and messages.
  std::string shown() const;
};

}  // namespace northlight::store

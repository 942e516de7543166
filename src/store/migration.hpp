#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/database_url.hpp"

namespace northlight::store {

/// One step of the schema: schema/0001-library.sql for both engines, and where they differ
/// (triggers and grants) 0001-library.sqlite.sql or 0001-library.postgresql.sql after it. Once
/// released it is never edited; the next step is a new file.
struct Migration {
  std::int64_t number = 0;
  std::string name;  ///< "0001-library"
  std::string shared{};
  std::string sqlite_only{};
  std::string postgres_only{};

  const std::string& only_for(Engine engine) const {
    return engine == Engine::Sqlite ? sqlite_only : postgres_only;
  }

  /// Of all that this engine runs.
  std::string checksum(Engine engine) const;

  /// Ready to run. Refuses an unknown dialect word and a statement without end.
  Result<std::vector<std::string>> statements(Engine engine) const;

  friend bool operator==(const Migration&, const Migration&) = default;
};

/// All steps, by number from 1 without a gap.
using Schema = std::vector<Migration>;

/// Puts steps into order; refuses a number twice, a gap, and a first number that is not 1.
Result<Schema> in_order(std::vector<Migration> migrations);

}  // namespace northlight::store

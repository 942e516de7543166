#include "store/migration.hpp"

#include <algorithm>

#include "store/checksum.hpp"
#include "store/sql_text.hpp"

namespace northlight::store {

std::string Migration::checksum(Engine engine) const {
  Checksum checksum;
  checksum.add_field(shared);
  checksum.add_field(only_for(engine));
  return checksum.hex();
}

Result<std::vector<std::string>> Migration::statements(Engine engine) const {
  const auto file = name + ".sql";
  NL_TRY(text, in_dialect(shared, engine, file));
  NL_TRY(all, statements_of(text, file));
  const auto own_file = name + (engine == Engine::Sqlite ? ".sqlite.sql" : ".postgresql.sql");
  NL_TRY(own, statements_of(only_for(engine), own_file));
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

Result<Schema> in_order(std::vector<Migration> migrations) {
  std::ranges::sort(migrations, {}, &Migration::number);
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    const auto expected = static_cast<std::int64_t>(i) + 1;
    if (migrations[i].number == expected) continue;
    if (i > 0 && migrations[i].number == migrations[i - 1].number)
      return Error{ErrorCode::Invalid, "Two schema files have the same number.",
                   migrations[i].name + ".sql"};
    return Error{ErrorCode::Invalid,
                 "Schema file number " + std::to_string(expected) + " is missing.",
                 migrations[i].name + ".sql"};
  }
  return migrations;
}

}  // namespace northlight::store

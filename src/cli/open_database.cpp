#include "cli/open_database.hpp"

#include <filesystem>
#include <system_error>

#include "store/migrate.hpp"
#include "store/read_migrations.hpp"

namespace northlight::cli {

Result<std::unique_ptr<store::Database>> open_current_database(const std::string& url,
                                                               const DataFolders& data) {
  NL_TRY(address, store::DatabaseUrl::parse(url));
  std::error_code unreadable;
  if (address.engine == store::Engine::Sqlite &&
      !std::filesystem::exists(address.place, unreadable))
    return Error{ErrorCode::NotFound,
                 "There is no such database. To make one: northlight migrate --database " + url,
                 address.shown()};
  NL_TRY(schema, store::read_migrations(data.schema()));
  NL_TRY(database, store::Database::open(url));
  NL_CHECK(store::check_is_current(*database, schema));
  return std::move(database);
}

}  // namespace northlight::cli

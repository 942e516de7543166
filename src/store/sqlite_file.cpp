// The raw interface of SQLite, which SOCI does not offer; never in one unit with SOCI's own header.
#include "store/sqlite_file.hpp"

#include <sqlite3.h>

#include <memory>
#include <string>

namespace northlight::store {
namespace {

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

Error described(int code, const std::filesystem::path& file) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorCode::Unavailable, "The disk is full. Free some space and try again.",
              file.string()};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::Invalid, "This database file is damaged.", file.string()};
    default:
      return {ErrorCode::Unavailable,
              std::string("The database file could not be copied: ") + sqlite3_errstr(code),
              file.string()};
  }
}

Result<Connection> open(const std::filesystem::path& file, int flags) {
  set_up_sqlite();
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  Connection connection(raw, sqlite3_close);
  if (code != SQLITE_OK) return described(code, file);
  sqlite3_busy_timeout(raw, 5'000);
  return connection;
}

Status run(sqlite3* connection, const char* sql, const std::filesystem::path& file) {
  const int code = sqlite3_exec(connection, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return described(code, file);
  return done();
}

}  // namespace

void set_up_sqlite() {
  static const bool is_set = [] {
    // Refused only where SQLite is in use already: it is then as safe, and slower.
    return sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
           sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
  }();
  static_cast<void>(is_set);
}

Status copy_sqlite_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  NL_TRY(source, open(from, SQLITE_OPEN_READWRITE));
  NL_TRY(target, open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  auto* copying = sqlite3_backup_init(target.get(), "main", source.get(), "main");
  if (copying == nullptr) return described(sqlite3_errcode(target.get()), to);
  // All pages in one step: one read transaction, which in WAL mode holds up no writer. In several
  // steps the copy would begin anew after each change.
  const int stepped = sqlite3_backup_step(copying, -1);
  const int finished = sqlite3_backup_finish(copying);
  if (stepped != SQLITE_DONE) return described(stepped, to);
  if (finished != SQLITE_OK) return described(finished, to);
  return done();
}

Status settle_sqlite_file(const std::filesystem::path& file) {
  NL_TRY(connection, open(file, SQLITE_OPEN_READWRITE));
  std::string verdict;
  const int code = sqlite3_exec(
      connection.get(), "pragma integrity_check(1)",
      [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) = values[0] == nullptr ? "" : values[0];
        return 0;
      },
      &verdict, nullptr);
  if (code != SQLITE_OK) return described(code, file);
  if (verdict != "ok")
    return Error{ErrorCode::Invalid, "This database file is damaged: " + verdict, file.string()};
  return run(connection.get(), "pragma journal_mode = delete", file);
}

}  // namespace northlight::store

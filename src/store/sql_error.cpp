#include "store/sql_error.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <string>
#include <string_view>

namespace northlight::store {
namespace {

constexpr std::string_view full =
    "The disk that holds the database is full. Nothing of this change was kept. Free some space "
    "and try "
    "again.";

SqlError unavailable(std::string message, Failure failure = Failure::Statement) {
  return {failure, {ErrorCode::Unavailable, std::move(message)}};
}

// What stands after the last ": " of SQLite's "UNIQUE constraint failed: service.slug".
std::string constraint_in(std::string_view message) {
  const auto at = message.rfind("failed: ");
  return at == message.npos ? std::string{} : std::string(message.substr(at + 8));
}

SqlError of_sqlite(int code, std::string_view message) {
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
      if (message.find("UNIQUE") != message.npos)
        return {Failure::Statement,
                {ErrorCode::Conflict, "Something with the same key is kept already.",
                 constraint_in(message)}};
      if (message.find("FOREIGN KEY") != message.npos)
        return {Failure::Statement,
                {ErrorCode::Invalid,
                 "This refers to a record that does not exist, or removes one that others "
                 "refer to."}};
      return {Failure::Statement,
              {ErrorCode::Invalid, "The database refused a value that breaks one of its rules.",
               constraint_in(message)}};
    case SQLITE_FULL:
      return unavailable(std::string(full));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return unavailable("Another program is writing to the database. Try again in a moment.",
                         Failure::Serialization);
    case SQLITE_READONLY:
      return unavailable("The database may only be read here. Check who owns its file and folder.");
    case SQLITE_CANTOPEN:
      return unavailable(
          "The database file cannot be opened or made. Check that its folder exists and may be "
          "written to.");
    case SQLITE_IOERR:
      return unavailable(
          "The disk that holds the database failed to read or write. Nothing of this change was "
          "kept.");
    case SQLITE_CORRUPT:
      return unavailable(
          "The database file is damaged. Stop the program and restore the latest backup.");
    case SQLITE_NOTADB:
      return unavailable("The file is not a database of this program.");
    case SQLITE_NOMEM:
      return unavailable("The database ran out of memory.");
    case SQLITE_TOOBIG:
      return {Failure::Statement, {ErrorCode::Invalid, "A text is too long to be kept."}};
    default:
      return unavailable("The database refused a statement: " + std::string(message));
  }
}

SqlError of_postgres(const std::string& state, const soci::soci_error& thrown) {
  const auto starts = [&](std::string_view prefix) { return state.starts_with(prefix); };
  if (state == "23505")
    return {Failure::Statement,
            {ErrorCode::Conflict, "Something with the same key is kept already."}};
  if (state == "23503")
    return {Failure::Statement,
            {ErrorCode::Invalid,
             "This refers to a record that does not exist, or removes one that others refer to."}};
  if (starts("23") || starts("22"))
    return {Failure::Statement,
            {ErrorCode::Invalid, "The database refused a value that breaks one of its rules."}};
  if (starts("40"))
    return unavailable("Too many people changed the same thing at once. Try again in a moment.",
                       Failure::Serialization);
  if (state == "53100") return unavailable(std::string(full));
  if (state == "53300")
    return unavailable("The database has no session free. Try again in a moment.");
  if (state == "53200") return unavailable("The database ran out of memory.");
  if (state == "25006") return unavailable("The database may only be read here.");
  if (state == "57014") return unavailable("The database took too long to answer.");
  if (starts("28")) return unavailable("The database refused the user or the password.");
  if (state == "3D000") return unavailable("There is no database of that name. Create it first.");
  if (starts("08") || starts("57P") || state.find_first_not_of(" ?") == std::string::npos)
    return unavailable("The database cannot be reached. Try again in a moment.",
                       Failure::ConnectionLost);
  // What is left is a fault in a statement, whose first line names no value.
  const auto message = thrown.get_error_message();
  return unavailable("The database refused a statement: " + message.substr(0, message.find('\n')));
}

}  // namespace

SqlError describe_current_exception() {
  try {
    throw;
  } catch (const soci::sqlite3_soci_error& thrown) {
    return of_sqlite(thrown.result(), thrown.get_error_message());
  } catch (const soci::postgresql_soci_error& thrown) {
    return of_postgres(thrown.sqlstate(), thrown);
  } catch (const soci::soci_error& thrown) {
    if (thrown.get_error_message().starts_with("Cannot establish connection"))
      return unavailable(
          "The database cannot be reached. Check that it runs, and its address, user and password.",
          Failure::ConnectionLost);
    return unavailable("The database refused a statement: " + thrown.get_error_message());
  } catch (const std::exception& thrown) {
    return unavailable(std::string("The database library failed: ") + thrown.what());
  }
}

}  // namespace northlight::store

#include "store/migrate.hpp"

namespace northlight::store {
namespace {

struct Applied {
  std::int64_t number;
  std::string name;
  std::string checksum;
};

Result<bool> has_history(Session& session) {
  const auto* sql =
      session.engine() == Engine::Sqlite
          ? "select count(*) from sqlite_master where type = 'table' and name = 'schema_migration'"
          : "select count(*) from information_schema.tables where table_schema = current_schema() "
            "and table_name = 'schema_migration'";
  NL_TRY(count, session.value<std::int64_t>(sql));
  return count > 0;
}

Result<std::vector<Applied>> history(Session& session) {
  NL_TRY(kept, has_history(session));
  if (!kept) return std::vector<Applied>{};
  return session.rows<std::int64_t, std::string, std::string>(
      "select number, name, checksum from schema_migration order by number", {},
      [](std::int64_t number, std::string name, std::string checksum) {
        return Applied{number, std::move(name), std::move(checksum)};
      });
}

// Says how many steps were run, or why this program and this database do not go together.
Result<std::size_t> steps_done(Session& session, const Schema& schema) {
  NL_TRY(applied, history(session));
  if (applied.size() > schema.size())
    return Error{ErrorCode::Unavailable,
                 "The database was brought to schema " + std::to_string(applied.back().number) +
                     " by a newer version of this program, which knows no more than " +
                     std::to_string(schema.size()) + ". Update the program.",
                 applied[schema.size()].name + ".sql"};
  for (std::size_t i = 0; i < applied.size(); ++i) {
    if (applied[i].number != schema[i].number || applied[i].name != schema[i].name)
      return Error{ErrorCode::Unavailable,
                   "This step of the schema was run on the database and is missing from the "
                   "program's schema "
                   "folder. Install the program's files again.",
                   applied[i].name + ".sql"};
    if (applied[i].checksum != schema[i].checksum(session.engine()))
      return Error{ErrorCode::Unavailable,
                   "This step of the schema has changed since it was run on the database. Put the "
                   "released file "
                   "back; a further change needs a further file.",
                   applied[i].name + ".sql"};
  }
  return applied.size();
}

Status run_step(Transaction& transaction, const Migration& step) {
  NL_TRY(statements, step.statements(transaction.engine()));
  for (const auto& statement : statements)
    if (auto ran = transaction.run_as_is(statement); !ran) {
      auto error = std::move(ran).error();
      error.where = step.name + ".sql: " + statement.substr(0, statement.find('\n'));
      return error;
    }
  NL_CHECK(transaction.run(
      "insert into schema_migration (number, name, checksum) values (:number, :name, :checksum)",
      {{"number", step.number},
       {"name", step.name},
       {"checksum", step.checksum(transaction.engine())}}));
  return done();
}

// Order and equality of text must be those of SQLite: byte by byte.
Status check_collation(Session& session) {
  if (session.engine() == Engine::Sqlite) return done();
  NL_TRY(found, (session.row<std::string, std::string>(
                    "select cast(pg_encoding_to_char(encoding) as text), cast(datcollate as text) "
                    "from pg_database where datname = current_database()")));
  if (!found)
    return Error{ErrorCode::Unavailable, "The database does not say how it sorts and writes text."};
  const auto& [encoding, collation] = *found;
  const bool plain = collation == "C" || collation == "POSIX" || collation.starts_with("C.");
  if (encoding == "UTF8" && plain) return done();
  return Error{ErrorCode::Unavailable,
               "The database sorts text by " + collation + " in " + encoding +
                   ". Create it with: create database NAME template template0 encoding 'UTF8' "
                   "locale 'C.UTF-8'."};
}

// Begins the history where there is none. False when another program's tables are here.
Status begin_history(Transaction& transaction) {
  NL_TRY(kept, has_history(transaction));
  if (kept) return done();
  NL_CHECK(check_collation(transaction));
  NL_TRY(empty, is_empty(transaction));
  if (!empty)
    return Error{
        ErrorCode::Conflict,
        "The database holds tables that this program did not make. Give it a database of its own."};
  return transaction.run_as_is(
      std::string("create table schema_migration (number ") +
      (transaction.engine() == Engine::Sqlite ? "integer" : "bigint") +
      " not null primary key, name text not null, checksum text not null)" +
      (transaction.engine() == Engine::Sqlite ? " strict" : ""));
}

}  // namespace

Result<std::int64_t> migrate(Database& database, const Schema& schema) {
  for (std::int64_t count = 0;; ++count) {
    // Looked at anew inside each transaction: another program may have run the step meanwhile.
    NL_TRY(ran, database.write_alone([&](Transaction& transaction) -> Result<bool> {
      NL_CHECK(begin_history(transaction));
      NL_TRY(steps, steps_done(transaction, schema));
      if (steps == schema.size()) return false;
      NL_CHECK(run_step(transaction, schema[steps]));
      return true;
    }));
    if (!ran) return count;
  }
}

Status check_is_current(Database& database, const Schema& schema) {
  NL_TRY(steps, database.read([&](Session& session) { return steps_done(session, schema); }));
  if (steps == schema.size()) return done();
  return Error{ErrorCode::Unavailable,
               "The database stands at schema " + std::to_string(steps) +
                   " and the program needs " + std::to_string(schema.size()) +
                   ". Run: northlight migrate --database " + database.url().shown()};
}

Result<std::int64_t> schema_version(Session& session) {
  NL_TRY(applied, history(session));
  return applied.empty() ? std::int64_t{0} : applied.back().number;
}

Result<bool> is_empty(Session& session) {
  const auto* sql =
      session.engine() == Engine::Sqlite
          ? "select count(*) from sqlite_master"
          : "select count(*) from information_schema.tables where table_schema = current_schema()";
  NL_TRY(count, session.value<std::int64_t>(sql));
  return count == 0;
}

}  // namespace northlight::store

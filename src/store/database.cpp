#include "store/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "platform/waits_elsewhere.hpp"
#include "store/guarded.hpp"
#include "store/postgres_writer.hpp"
#include "store/sqlite_writer.hpp"

namespace northlight::store {
namespace {

// SQLite gives its log the rights of the database file, so only the file needs them set.
void make_private_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);  // Where this failed, opening the database says why.
}

}  // namespace

Database::Database(DatabaseUrl url, Options options)
    : url_(std::move(url)), readers_(url_, SessionUse::Read, options.readers, options.patience) {}

Result<std::unique_ptr<Database>> Database::open(std::string_view text, Options options) {
  NL_TRY(url, DatabaseUrl::parse(text));
  std::unique_ptr<Database> database(new Database(url, options));
  if (url.engine == Engine::Sqlite) {
    make_private_file(url.place);
    NL_TRY(session, Transaction::open(url, SessionUse::Write));
    if (options.flush == Flush::LeftToTheMachine)
      NL_CHECK(session->run_as_is("pragma synchronous = off"));
    database->writer_ = std::make_unique<SqliteWriter>(std::move(session));
  } else {
    database->writer_ = std::make_unique<PostgresWriter>(url, options.writers, options.patience);
    NL_TRY(session,
           database->readers_.take());  // A wrong address is told now, not at the first page.
    static_cast<void>(session);
  }
  return database;
}

Status Database::read_with(const Work& ask, Moment moment) {
  const bool sqlite = engine() == Engine::Sqlite;
  std::optional<platform::WaitsElsewhere> waits;
  if (!sqlite) waits.emplace();  // Mostly for the other program.
  for (bool first = true;; first = false) {
    NL_TRY(session, readers_.take());
    session->forget_failure();
    const auto begin = [&]() -> Status {
      if (moment == Moment::OfEachStatement) return done();
      if (!sqlite) return session->run_as_is("begin isolation level repeatable read read only");
      NL_CHECK(session->run("begin"));
      return done();
    };
    auto answer = begin();
    if (answer) {
      answer = guarded(ask, *session);
      // Nothing was changed, so nothing is lost whichever way it ends.
      if (session->is_in_transaction())
        static_cast<void>(sqlite ? session->run("rollback").has_value()
                                 : session->run_as_is("rollback").has_value());
    }
    if (session->failure() != Failure::ConnectionLost) return answer;
    readers_.forget_idle();
    if (!first) return answer;
  }
}

}  // namespace northlight::store

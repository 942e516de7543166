#include "store/session.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <cassert>
#include <unordered_map>

#include "base/text.hpp"
#include "store/sql_error.hpp"
#include "store/sqlite_file.hpp"

namespace northlight::store {
namespace {

constexpr std::size_t most_statements_kept = 512;

// A value's place in memory, which SOCI reads each time the statement runs.
struct Parameter {
  ValueKind kind;
  std::string name;
  std::string text{};
  long long whole = 0;
  double real = 0;
  soci::indicator present = soci::i_ok;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// A statement prepared once, with the memory that its values go through.
class Prepared {
 public:
  Prepared(soci::session& session, std::string_view sql, std::span<const Bound> bound,
           std::span<const ValueKind> columns)
      : statement_(session),
        cells_(columns.size()),
        wholes_(columns.size()),
        present_(columns.size()) {
    parameters_.reserve(bound.size());
    for (const auto& each : bound)
      parameters_.push_back({each.value.kind(), std::string(each.name)});
    statement_.alloc();
    statement_.prepare(std::string(sql));
    for (auto& parameter : parameters_) use(parameter);
    for (std::size_t i = 0; i < columns.size(); ++i) into(columns[i], i);
    statement_.define_and_bind();
  }

  bool fits(std::span<const Bound> bound, std::span<const ValueKind> columns) const {
    return std::ranges::equal(parameters_, bound,
                              [](const Parameter& mine, const Bound& other) {
                                return mine.kind == other.value.kind() && mine.name == other.name;
                              }) &&
           std::ranges::equal(cells_, columns, {}, &Cell::kind);
  }

  void set(std::span<const Bound> bound) {
    for (std::size_t i = 0; i < bound.size(); ++i) {
      const auto& value = bound[i].value;
      auto& mine = parameters_[i];
      mine.present = value.is_null() ? soci::i_null : soci::i_ok;
      if (mine.kind == ValueKind::Text) mine.text.assign(value.text());
      mine.whole = value.whole();
      mine.real = value.real();
    }
  }

  long long run() {
    statement_.execute(true);  // SQLite takes its first step only when asked for data.
    return statement_.get_affected_rows();
  }

  template <typename See>
  void each_row(See see) {
    statement_.execute(false);
    while (statement_.fetch()) {
      for (std::size_t i = 0; i < cells_.size(); ++i) {
        cells_[i].null = present_[i] == soci::i_null;
        cells_[i].whole = wholes_[i];
      }
      see(std::span<Cell>(cells_));
    }
  }

  bool busy = false;

 private:
  void use(Parameter& parameter) {
    switch (parameter.kind) {
      case ValueKind::Text:
        statement_.exchange(soci::use(parameter.text, parameter.present, parameter.name));
        return;
      case ValueKind::Real:
        statement_.exchange(soci::use(parameter.real, parameter.present, parameter.name));
        return;
      case ValueKind::Whole:
      case ValueKind::Truth:
        statement_.exchange(soci::use(parameter.whole, parameter.present, parameter.name));
        return;
    }
  }

  void into(ValueKind kind, std::size_t i) {
    cells_[i].kind = kind;
    switch (kind) {
      case ValueKind::Text:
        statement_.exchange(soci::into(cells_[i].text, present_[i]));
        return;
      case ValueKind::Real:
        statement_.exchange(soci::into(cells_[i].real, present_[i]));
        return;
      case ValueKind::Whole:
      case ValueKind::Truth:
        statement_.exchange(soci::into(wholes_[i], present_[i]));
        return;
    }
  }

  soci::statement statement_;
  std::vector<Parameter> parameters_;
  std::vector<Cell> cells_;
  std::vector<long long> wholes_;
  std::vector<soci::indicator> present_;
};

// SOCI does not export the run-time types of its backends, which the vptr sanitizer would look up.
// (clang++ knows this attribute by another name in brackets than g++; in this form both know it.)
__attribute__((no_sanitize("vptr"))) PGconn* postgres_behind(soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

__attribute__((no_sanitize("vptr"))) sqlite_api::sqlite3* sqlite_behind(soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

// Past SOCI's search for ":name", which has no place in a function body.
void run_on_postgres(soci::session& session, const std::string& sql) {
  const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
      PQexec(postgres_behind(session), sql.c_str()), PQclear);
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  throw soci::postgresql_soci_error(PQresultErrorMessage(result.get()),
                                    state == nullptr ? "     " : state);
}

}  // namespace

struct Session::Inside {
  using Variants = std::vector<std::unique_ptr<Prepared>>;

  Engine engine = Engine::Sqlite;
  soci::session session;
  std::unordered_map<std::string, Variants, TextHash, std::equal_to<>> kept;
  std::size_t kept_count = 0;
  Failure failure = Failure::None;

  Prepared& prepared(std::string_view sql, std::span<const Bound> bound,
                     std::span<const ValueKind> columns) {
    if (const auto found = kept.find(sql); found != kept.end())
      for (const auto& statement : found->second)
        if (!statement->busy && statement->fits(bound, columns)) return *statement;
    if (kept_count >= most_statements_kept) forget_idle();
    auto made = std::make_unique<Prepared>(session, sql, bound, columns);
    ++kept_count;
    auto& variants = kept.try_emplace(std::string(sql)).first->second;
    return *variants.emplace_back(std::move(made));
  }

  void forget_idle() {
    for (auto& [sql, variants] : kept)
      kept_count -= std::erase_if(variants, [](const auto& statement) { return !statement->busy; });
    std::erase_if(kept, [](const auto& entry) { return entry.second.empty(); });
  }

  void forget(const Prepared& statement) {
    for (auto& [sql, variants] : kept)
      kept_count -=
          std::erase_if(variants, [&](const auto& mine) { return mine.get() == &statement; });
  }

  // Runs `act` on the statement; every exception of the library ends here.
  template <typename Act>
  Status with(std::string_view sql, std::span<const Bound> bound,
              std::span<const ValueKind> columns, Act act) {
    for (const auto& each : bound)
      if (each.value.kind() == ValueKind::Text &&
          (each.value.text().find('\0') != std::string_view::npos || !is_utf8(each.value.text())))
        return fail({Failure::Statement,
                     {ErrorCode::Invalid, "Text must be UTF-8 and hold no NUL character.",
                      std::string(each.name)}});
    Prepared* statement = nullptr;
    try {
      statement = &prepared(sql, bound, columns);
      statement->set(bound);
      statement->busy = true;
      act(*statement);
      statement->busy = false;
      return done();
    } catch (...) {
      const auto described = describe_current_exception();
      if (statement != nullptr) forget(*statement);
      return fail(described);
    }
  }

  Error fail(SqlError described) {
    failure = described.failure;
    return std::move(described.error);
  }
};

Session::Session(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Session::~Session() = default;

Engine Session::engine() const { return inside_->engine; }

void* Session::sqlite_connection() {
  return inside_->engine == Engine::Sqlite ? sqlite_behind(inside_->session) : nullptr;
}

Status Session::fetch(std::string_view sql, const Bindings& bindings,
                      std::span<const ValueKind> kinds, std::span<const bool> may_be_null,
                      const std::function<void(std::span<Cell>)>& see) {
  std::optional<std::size_t> unexpected;
  NL_CHECK(inside_->with(sql, bindings.all(), kinds, [&](Prepared& statement) {
    statement.each_row([&](std::span<Cell> cells) {
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].null && !may_be_null[i]) unexpected = i;
      if (!unexpected) see(cells);
    });
  }));
  if (unexpected)
    return inside_->fail({Failure::Statement,
                          {ErrorCode::Unavailable,
                           "The database holds nothing where a value was expected, in column " +
                               std::to_string(*unexpected + 1) + " of: " + std::string(sql)}});
  return done();
}

Status Session::each_cells(std::string_view sql, const Bindings& bindings,
                           std::span<const ValueKind> kinds,
                           const std::function<void(std::span<Cell>)>& see) {
  return inside_->with(sql, bindings.all(), kinds,
                       [&](Prepared& statement) { statement.each_row(see); });
}

Result<std::int64_t> Session::change(std::string_view sql, const Bindings& bindings) {
  std::int64_t changed = 0;
  NL_CHECK(inside_->with(sql, bindings.all(), {},
                         [&](Prepared& statement) { changed = statement.run(); }));
  return changed;
}

Result<std::unique_ptr<Transaction>> Transaction::open(const DatabaseUrl& url, SessionUse use) {
  auto inside = std::make_unique<Inside>();
  inside->engine = url.engine;
  if (url.engine == Engine::Sqlite) set_up_sqlite();
  try {
    if (url.engine == Engine::Sqlite) {
      // Nothing that SOCI would ask of the file itself: where the file is none, SOCI leaks it.
      inside->session.open(soci::sqlite3, "db=\"" + url.place + "\" timeout=5 shared_cache=false");
    } else {
      inside->session.open(soci::postgresql, url.place);
    }
  } catch (...) {
    auto error = describe_current_exception().error;
    error.where = url.shown();
    return error;
  }
  std::unique_ptr<Transaction> session(new Transaction(std::move(inside)));
  const auto settings =
      url.engine == Engine::Sqlite
          ? std::vector<std::string>{"pragma journal_mode = wal", "pragma synchronous = full",
                                     "pragma foreign_keys = on", "pragma cache_size = -16000",
                                     "pragma temp_store = memory",
                                     // What is deleted is overwritten, in every page and list.
                                     "pragma secure_delete = on",
                                     use == SessionUse::Read ? "pragma query_only = on"
                                                             : "pragma query_only = off"}
          : std::vector<std::string>{"set client_encoding to 'UTF8'", "set timezone to 'UTC'",
                                     "set datestyle to 'ISO, YMD'",
                                     "set client_min_messages to warning",
                                     "set standard_conforming_strings to on"};
  for (const auto& setting : settings)
    if (auto set = session->run_as_is(setting); !set) {
      auto error = std::move(set).error();
      error.where = url.shown();
      return error;
    }
  return session;
}

Status Transaction::run_as_is(const std::string& sql) {
  try {
    if (inside_->engine == Engine::Postgres) {
      run_on_postgres(inside_->session, sql);
      return done();
    }
    soci::statement statement(inside_->session);
    statement.alloc();
    statement.prepare(sql);
    statement.define_and_bind();
    statement.execute(true);
    return done();
  } catch (...) {
    return inside_->fail(describe_current_exception());
  }
}

Failure Transaction::failure() const { return inside_->failure; }
void Transaction::forget_failure() { inside_->failure = Failure::None; }

bool Transaction::is_in_transaction() const {
  if (inside_->engine == Engine::Postgres)
    return PQtransactionStatus(postgres_behind(inside_->session)) != PQTRANS_IDLE;
  return sqlite_api::sqlite3_get_autocommit(sqlite_behind(inside_->session)) == 0;
}

}  // namespace northlight::store

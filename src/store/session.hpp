#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "store/database_url.hpp"
#include "store/value.hpp"

namespace northlight::store {

/// What a session may do: the database refuses changes on one that reads.
enum class SessionUse { Read, Write };

/// What went wrong last in a session, as far as those who run transactions must know.
enum class Failure {
  None,
  Statement,      ///< The statement was refused; the transaction must not be kept.
  Serialization,  ///< Two transactions got in each other's way; running it again may help.
  ConnectionLost,
};

/// One conversation with the database, used by one thread at a time; handed out by Database.
///
/// SQL is lower case, lists its columns and binds every value by name (`:id`). Statements are
/// prepared once for each session and kept. Columns are named by type; a null in a column that is
/// not an optional is an error, never a nought:
///
///     NL_TRY(names, session.rows<std::string>("select name from service where slug = :slug",
///                                             {{"slug", slug}}));
class Session {
 public:
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  virtual ~Session();

  Engine engine() const;

  /// Every row, each turned into what `make(columns...)` gives.
  template <typename... Columns, typename Make>
  auto rows(std::string_view sql, const Bindings& bindings, Make&& make)
      -> Result<std::vector<std::invoke_result_t<Make&, Columns...>>> {
    std::vector<std::invoke_result_t<Make&, Columns...>> found;
    NL_CHECK(each<Columns...>(
        sql, bindings, [&](Columns... columns) { found.push_back(make(std::move(columns)...)); }));
    return found;
  }

  /// Every row, as tuples, or as plain values where there is one column.
  template <typename... Columns>
  auto rows(std::string_view sql, const Bindings& bindings = {}) {
    return rows<Columns...>(sql, bindings, as_row<Columns...>);
  }

  /// The first row, if there is one.
  template <typename... Columns, typename Make>
  auto row(std::string_view sql, const Bindings& bindings, Make&& make)
      -> Result<std::optional<std::invoke_result_t<Make&, Columns...>>> {
    std::optional<std::invoke_result_t<Make&, Columns...>> found;
    NL_CHECK(each<Columns...>(sql, bindings, [&](Columns... columns) {
      if (!found) found.emplace(make(std::move(columns)...));
    }));
    return found;
  }

  template <typename... Columns>
  auto row(std::string_view sql, const Bindings& bindings = {}) {
    return row<Columns...>(sql, bindings, as_row<Columns...>);
  }

  /// The one value that the statement must give; fails with NotFound when it gives no row.
  template <typename T>
  Result<T> value(std::string_view sql, const Bindings& bindings = {}) {
    NL_TRY(found, row<T>(sql, bindings));
    if (!found) return Error{ErrorCode::NotFound, "There is no such record."};
    return *std::move(found);
  }

  /// Calls `see(columns...)` for each row as it comes; for what is too much to hold at once.
  template <typename... Columns, typename See>
  Status each(std::string_view sql, const Bindings& bindings, See&& see) {
    static constexpr std::array<ValueKind, sizeof...(Columns)> kinds{Column<Columns>::kind...};
    static constexpr std::array<bool, sizeof...(Columns)> may_be_null{
        Column<Columns>::may_be_null...};
    return fetch(sql, bindings, kinds, may_be_null, [&](std::span<Cell> cells) {
      read_into<Columns...>(cells, see, std::index_sequence_for<Columns...>{});
    });
  }

  /// As `each`, for columns that are only known at run time; every cell may be null.
  Status each_cells(std::string_view sql, const Bindings& bindings,
                    std::span<const ValueKind> kinds,
                    const std::function<void(std::span<Cell>)>& see);

  /// SQLite's own connection (`sqlite3*`), for what must be read faster than a general statement
  /// can (sqlite_audit_rows.cpp); null on PostgreSQL.
  void* sqlite_connection();

 protected:
  struct Inside;
  explicit Session(std::unique_ptr<Inside> inside);

  /// Runs a statement that gives no rows; says how many rows it changed.
  Result<std::int64_t> change(std::string_view sql, const Bindings& bindings);

  std::unique_ptr<Inside> inside_;

 private:
  Status fetch(std::string_view sql, const Bindings& bindings, std::span<const ValueKind> kinds,
               std::span<const bool> may_be_null, const std::function<void(std::span<Cell>)>& see);

  template <typename... Columns>
  static auto as_row(Columns... columns) {
    std::tuple<Columns...> all(std::move(columns)...);
    if constexpr (sizeof...(Columns) == 1)
      return std::get<0>(std::move(all));
    else
      return all;
  }

  template <typename... Columns, typename See, std::size_t... I>
  static void read_into(std::span<Cell> cells, See& see, std::index_sequence<I...>) {
    see(Column<Columns>::read(cells[I])...);
  }
};

/// A session inside a transaction that may change things. A statement that fails dooms the whole
/// transaction on both engines: where a conflict is expected, write `on conflict do nothing`.
class Transaction final : public Session {
 public:
  /// Opens a conversation; fails with Unavailable in words that say what to look at.
  static Result<std::unique_ptr<Transaction>> open(const DatabaseUrl& url, SessionUse use);

  /// Runs a statement that gives no rows; says how many rows it changed.
  /// Fails with Conflict when something of that key is kept already.
  Result<std::int64_t> run(std::string_view sql, const Bindings& bindings = {}) {
    return change(sql, bindings);
  }

  /// Runs one statement as it stands: nothing is bound, and a colon has no meaning. For migrations
  /// and for what begins and ends a transaction.
  Status run_as_is(const std::string& sql);

  // For those who run transactions (Database), not for use inside one.
  Failure failure() const;
  void forget_failure();
  bool is_in_transaction() const;  ///< SQLite ends one by itself on a full disk.

 private:
  using Session::Session;
};

}  // namespace northlight::store

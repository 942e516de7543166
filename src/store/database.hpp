#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

#include "base/result.hpp"
#include "platform/waits_elsewhere.hpp"
#include "store/database_url.hpp"
#include "store/session.hpp"
#include "store/session_pool.hpp"
#include "store/writer.hpp"

namespace northlight::store {

/// What `read` and `write` are handed: something that turns a session into a Result.
template <typename F, typename Conversation>
concept AnswersWith = requires(F f, Conversation& conversation) {
  { f(conversation).has_value() } -> std::convertible_to<bool>;
  { f(conversation).error() } -> std::convertible_to<Error>;
};

/// The database: SQLite by default, PostgreSQL where many share it; the same to whoever calls.
///
///     NL_TRY(name, database.read([&](Session& session) {
///       return session.value<std::string>("select name from service where slug = :slug",
///                                         {{"slug", slug}});
///     }));
///     NL_CHECK(database.write([&](Transaction& transaction) {
///       return transaction.run("delete from service where slug = :slug", {{"slug", slug}});
///     }));
///
/// All of one `read` sees one moment of the database. All of one `write` is kept or none of it, as
/// if writes came one after another, and it is durable before `write` returns; when the function
/// returns an error, nothing is kept. A function handed to `write` may be run more than once, so it
/// must have no other effect. Neither may be called inside a `write`; both block, so call them from
/// a worker thread. Safe to use from many threads.
class Database {
 public:
  /// Whether a change is on the disk before it is answered for. `LeftToTheMachine` is for filling a
  /// file of SQLite that is thrown away if filling it fails: a power cut may leave nothing of it.
  enum class Flush : std::uint8_t { EachChange, LeftToTheMachine };

  struct Options {
    std::size_t readers = 4;  ///< Sessions that read at the same time: one for each worker.
    std::size_t writers = 4;  ///< PostgreSQL only; SQLite has one.
    std::chrono::milliseconds patience{5'000};  ///< For a free session, before Unavailable.
    Flush flush = Flush::EachChange;
  };

  /// Opens `sqlite:FILE` (made when missing, readable by its owner only) or `postgresql://…`.
  /// Says nothing of its tables: see store/migrate.hpp.
  static Result<std::unique_ptr<Database>> open(std::string_view url, Options options);
  static Result<std::unique_ptr<Database>> open(std::string_view url) {
    return open(url, Options{});
  }

  const DatabaseUrl& url() const { return url_; }
  Engine engine() const { return url_.engine; }

  template <AnswersWith<Session> F>
  auto read(F&& ask) {
    std::optional<std::invoke_result_t<F&, Session&>> found;
    auto read = read_with(
        [&](Transaction& session) { return note(found, ask(static_cast<Session&>(session))); },
        Moment::OfAll);
    return answer(std::move(read), std::move(found));
  }

  /// As `read`, of one statement: which sees one moment by itself, and is spared beginning and
  /// ending a transaction (two turns to the server and back on PostgreSQL).
  template <AnswersWith<Session> F>
  auto glance(F&& ask) {
    std::optional<std::invoke_result_t<F&, Session&>> found;
    auto read = read_with(
        [&](Transaction& session) { return note(found, ask(static_cast<Session&>(session))); },
        Moment::OfEachStatement);
    return answer(std::move(read), std::move(found));
  }

  template <AnswersWith<Transaction> F>
  auto write(F&& change) {
    return write_in(Company::Shared, change);
  }

  /// As `write`, with nobody else inside `write_alone`, in this program or another: for migrations.
  template <AnswersWith<Transaction> F>
  auto write_alone(F&& change) {
    return write_in(Company::Alone, change);
  }

 private:
  explicit Database(DatabaseUrl url, Options options);

  /// Which moment of the database a reader sees.
  enum class Moment { OfAll, OfEachStatement };

  Status read_with(const Work& ask, Moment moment);

  template <typename F>
  auto write_in(Company company, F& change) {
    std::optional<std::invoke_result_t<F&, Transaction&>> found;
    const platform::WaitsElsewhere waits;  // For the disk, and for those before it.
    auto written = writer_->write(
        [&](Transaction& transaction) { return note(found, change(transaction)); }, company);
    return answer(std::move(written), std::move(found));
  }

  template <typename T>
  static Status note(std::optional<T>& found, T made) {
    found.emplace(std::move(made));
    if (!*found) return found->error();
    return done();
  }

  template <typename T>
  static T answer(Status carried_out, std::optional<T> found) {
    if (!carried_out) return std::move(carried_out).error();
    if (!found) return Error{ErrorCode::Unavailable, "The change was not carried out."};
    return *std::move(found);
  }

  DatabaseUrl url_;
  SessionPool readers_;
  std::unique_ptr<Writer> writer_;
};

}  // namespace northlight::store

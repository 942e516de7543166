// The raw interface of SQLite; never in one unit with SOCI's own header.
#include "store/sqlite_audit_rows.hpp"

#include <sqlite3.h>

#include <initializer_list>
#include <memory>

namespace northlight::store {
namespace {

std::string_view text(sqlite3_stmt* row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));  // NOLINT
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

std::optional<std::string_view> optional_text(sqlite3_stmt* row, int column) {
  if (sqlite3_column_type(row, column) == SQLITE_NULL) return std::nullopt;
  return text(row, column);
}

AuditRow row_in(sqlite3_stmt* row) {
  return {.number = sqlite3_column_int64(row, 0),
          .form = sqlite3_column_int64(row, 1),
          .hash = text(row, 2),
          .columns = {.at = text(row, 3),
                      .person = optional_text(row, 4),
                      .role = text(row, 5),
                      .organisation = optional_text(row, 6),
                      .operation = text(row, 7),
                      .action = text(row, 8),
                      .outcome = text(row, 9),
                      .file = optional_text(row, 10),
                      .record = optional_text(row, 11),
                      .version = sqlite3_column_type(row, 13) == SQLITE_NULL
                                     ? std::nullopt
                                     : std::optional<std::int64_t>(sqlite3_column_int64(row, 13)),
                      .about = optional_text(row, 12),
                      .listed = text(row, 14),
                      .justification = optional_text(row, 15),
                      .recipient = optional_text(row, 16),
                      .source = text(row, 17),
                      .request = text(row, 18)}};
}

/// Runs a statement whose parameters are whole numbers, and shows each of its rows until `see` says
/// false.
Status each_row_of(Session& session, const char* sql, std::initializer_list<std::int64_t> bound,
                   const std::function<bool(sqlite3_stmt*)>& see) {
  auto* connection = static_cast<sqlite3*>(session.sqlite_connection());
  sqlite3_stmt* prepared = nullptr;
  int code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  int place = 0;
  for (const auto number : bound)
    if (code == SQLITE_OK) code = sqlite3_bind_int64(prepared, ++place, number);
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step(prepared);
    if (code != SQLITE_ROW || !see(prepared)) break;
  }
  if (code == SQLITE_DONE || code == SQLITE_ROW) return done();
  return Error{ErrorCode::Unavailable,
               std::string("The audit trail could not be read: ") + sqlite3_errstr(code)};
}

}  // namespace

Status each_sqlite_audit_row(Session& session, std::int64_t chain, std::int64_t from,
                             const std::function<bool(const AuditRow&)>& see) {
  return each_row_of(
      session,
      "select number, form, hash, at, person_id, role, organisation_id, operation, action, "
      "outcome, file_id, record_id, about_id, version, listed, justification, recipient, source, "
      "request from audit_entry where chain = ?1 and number >= ?2 order by number",
      {chain, from}, [&](sqlite3_stmt* row) { return see(row_in(row)); });
}

Status each_sqlite_audit_name(Session& session, std::int64_t chain, const SeeAuditName& see) {
  return each_row_of(session, "select number, id from audit_named where chain = ?1", {chain},
                     [&](sqlite3_stmt* row) {
                       see(sqlite3_column_int64(row, 0), text(row, 1));
                       return true;
                     });
}

}  // namespace northlight::store

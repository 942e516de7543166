#include "store/audit_rows.hpp"

#include <array>

#include "store/sqlite_audit_rows.hpp"

namespace northlight::store {
namespace {

constexpr std::int64_t rows_at_once = 20'000;

constexpr auto text_column = ValueKind::Text;
constexpr auto whole_column = ValueKind::Whole;
constexpr std::array audit_columns{
    whole_column, whole_column, text_column, text_column, text_column, text_column, text_column,
    text_column,  text_column,  text_column, text_column, text_column, text_column, whole_column,
    text_column,  text_column,  text_column, text_column, text_column};

std::optional<std::string_view> optional_text(const Cell& cell) {
  return cell.null ? std::nullopt : std::optional<std::string_view>(cell.text);
}

AuditRow row_in(std::span<const Cell> cells) {
  return {.number = cells[0].whole,
          .form = cells[1].whole,
          .hash = cells[2].text,
          .columns = {.at = cells[3].text,
                      .person = optional_text(cells[4]),
                      .role = cells[5].text,
                      .organisation = optional_text(cells[6]),
                      .operation = cells[7].text,
                      .action = cells[8].text,
                      .outcome = cells[9].text,
                      .file = optional_text(cells[10]),
                      .record = optional_text(cells[11]),
                      .version = cells[13].null ? std::nullopt : std::optional(cells[13].whole),
                      .about = optional_text(cells[12]),
                      .listed = cells[14].text,
                      .justification = optional_text(cells[15]),
                      .recipient = optional_text(cells[16]),
                      .source = cells[17].text,
                      .request = cells[18].text}};
}

}  // namespace

Status each_audit_row(Session& session, std::int64_t chain, std::int64_t from,
                      const std::function<bool(const AuditRow&)>& see) {
  if (session.engine() == Engine::Sqlite) return each_sqlite_audit_row(session, chain, from, see);
  bool more = true;
  while (more) {
    std::int64_t seen = 0;
    NL_CHECK(session.each_cells(
        "select number, form, hash, at, person_id, role, organisation_id, operation, action, "
        "outcome, file_id, record_id, about_id, version, listed, justification, recipient, source, "
        "request from audit_entry where chain = :chain and number >= :from order by number "
        "limit :part",
        {{"chain", chain}, {"from", from}, {"part", rows_at_once}}, audit_columns,
        [&](std::span<Cell> cells) {
          ++seen;
          from = cells[0].whole + 1;
          if (more) more = see(row_in(cells));
        }));
    more = more && seen == rows_at_once;
  }
  return done();
}

Status each_audit_name(Session& session, std::int64_t chain, const SeeAuditName& see) {
  if (session.engine() == Engine::Sqlite) return each_sqlite_audit_name(session, chain, see);
  NL_TRY(last, session.value<std::optional<std::int64_t>>(
                   "select max(number) from audit_named where chain = :chain", {{"chain", chain}}));
  for (std::int64_t from = 0; from < last.value_or(0); from += rows_at_once)
    NL_CHECK(session.each_cells(
        "select number, id from audit_named where chain = :chain and number > :from "
        "and number <= :to",
        {{"chain", chain}, {"from", from}, {"to", from + rows_at_once}},
        std::array{whole_column, text_column},
        [&](std::span<Cell> cells) { see(cells[0].whole, cells[1].text); }));
  return done();
}

}  // namespace northlight::store

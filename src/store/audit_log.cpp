#include "store/audit_log.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/audit_encoding.hpp"

namespace northlight::store {
namespace {

struct Head {
  std::int64_t chain;
  std::int64_t number;
  std::string hash;
};

std::optional<std::string_view> view_of(const std::optional<std::string>& text) {
  return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

// The last row of the chain. On PostgreSQL whoever asks holds it until their transaction ends, so
// that two never go on from the same row; SQLite has one writer.
Result<std::optional<Head>> head_of(Transaction& transaction, std::string_view service) {
  return transaction.row<std::int64_t, std::int64_t, std::string>(
      transaction.engine() == Engine::Postgres
          ? "select id, number, hash from audit_chain where service = :service for update"
          : "select id, number, hash from audit_chain where service = :service",
      {{"service", service}}, [](std::int64_t chain, std::int64_t number, std::string hash) {
        return Head{chain, number, std::move(hash)};
      });
}

Result<Head> head_or_begun(Transaction& transaction, std::string_view service) {
  NL_TRY(found, head_of(transaction, service));
  if (found) return *std::move(found);
  NL_TRY(last, transaction.value<std::int64_t>("select coalesce(max(id), 0) from audit_chain"));
  const auto none = no_audit_hash();
  NL_CHECK(transaction.run(
      "insert into audit_chain (id, service, number, hash) values (:id, :service, 0, :hash)",
      {{"id", last + 1}, {"service", service}, {"hash", store::text_of(none)}}));
  return Head{last + 1, 0, std::string(store::text_of(none))};
}

std::string joined(const std::vector<domain::FileId>& files) {
  std::string text;
  for (const auto& file : files) {
    if (!text.empty()) text += ' ';
    text += file.text();
  }
  return text;
}

/// The chains that one transaction adds to, each with its last row so far: nobody else adds to them
/// meanwhile.
using Heads = std::vector<std::pair<std::string, Head>>;

Result<Head*> head_in(Heads& heads, Transaction& transaction, const std::string& service) {
  const auto known = std::ranges::find(heads, service, &Heads::value_type::first);
  if (known != heads.end()) return &known->second;
  NL_TRY(head, head_or_begun(transaction, service));
  return &heads.emplace_back(service, std::move(head)).second;
}

Status append(Transaction& transaction, Heads& heads, const AuditEntry& entry) {
  const auto service = optional_text_of(entry.service).value_or("");
  const auto at = platform::iso(entry.at);
  const auto person = optional_text_of(entry.person);
  const auto organisation = optional_text_of(entry.organisation);
  const auto file = optional_text_of(entry.file);
  const auto record = optional_text_of(entry.record);
  const auto about = optional_text_of(entry.about);
  const auto listed = joined(entry.listed);

  NL_TRY(head, head_in(heads, transaction, service));
  const auto hash =
      AuditEncoding(service).hash(head->hash, {.at = at,
                                               .person = view_of(person),
                                               .role = entry.role,
                                               .organisation = view_of(organisation),
                                               .operation = code(entry.operation),
                                               .action = entry.action,
                                               .outcome = code(entry.outcome),
                                               .file = view_of(file),
                                               .record = view_of(record),
                                               .version = entry.version,
                                               .about = view_of(about),
                                               .listed = listed,
                                               .justification = view_of(entry.justification),
                                               .recipient = view_of(entry.recipient),
                                               .source = entry.source,
                                               .request = entry.request});
  const auto number = head->number + 1;
  NL_CHECK(transaction.run(
      "insert into audit_entry (chain, number, form, at, person_id, role, organisation_id, "
      "operation, action, outcome, file_id, record_id, version, about_id, listed, justification, "
      "recipient, source, request, hash) values (:chain, :number, :form, :at, :person, :role, "
      ":organisation, :operation, :action, :outcome, :file, :record, :version, :about, :listed, "
      ":justification, :recipient, :source, :request, :hash)",
      {{"chain", head->chain},
       {"number", number},
       {"form", audit_form},
       {"at", at},
       {"person", person},
       {"role", entry.role},
       {"organisation", organisation},
       {"operation", code(entry.operation)},
       {"action", entry.action},
       {"outcome", code(entry.outcome)},
       {"file", file},
       {"record", record},
       {"version", entry.version},
       {"about", about},
       {"listed", listed},
       {"justification", entry.justification},
       {"recipient", entry.recipient},
       {"source", entry.source},
       {"request", entry.request},
       {"hash", store::text_of(hash)}}));
  head->number = number;
  head->hash = store::text_of(hash);
  return done();
}

}  // namespace

Status append_audit(Transaction& transaction, const AuditEntry& entry) {
  return append_audit(transaction, std::span(&entry, 1));
}

Status append_audit(Transaction& transaction, std::span<const AuditEntry> entries) {
  Heads heads;
  for (const auto& entry : entries) NL_CHECK(append(transaction, heads, entry));
  return done();
}

}  // namespace northlight::store

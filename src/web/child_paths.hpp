#pragma once

#include <cstdint>

#include "domain/child_case.hpp"
#include "domain/ids.hpp"
#include "web/paths.hpp"

/// Addresses of children's files and their records. An address holds ids, never a name.
namespace northlight::web::paths {

inline html::Url children_search() { return {"/children/search"}; }
inline html::Url child_add() { return {"/children/new"}; }
inline html::Url child(domain::FileId file, std::string_view rest = {}) {
  return under("/children", file.text(), rest);
}
inline html::Url child_details(domain::FileId file) { return child(file, "/details"); }
inline html::Url child_cases(domain::FileId file) { return child(file, "/cases"); }
inline html::Url case_add(domain::FileId file) { return child(file, "/cases/new"); }
inline html::Url child_case(domain::FileId file, domain::CaseId id, std::string_view rest) {
  return child(file, "/cases/" + id.text() + std::string(rest));
}
inline html::Url case_allocation(domain::FileId file, domain::CaseId id) {
  return child_case(file, id, "/allocation");
}
inline html::Url case_stage(domain::FileId file, domain::CaseId id) {
  return child_case(file, id, "/stage");
}
inline html::Url case_closing(domain::FileId file, domain::CaseId id) {
  return child_case(file, id, "/closing");
}
inline html::Url allocation_end(domain::FileId file, domain::AllocationId id) {
  return child(file, "/allocations/" + id.text() + "/end");
}
inline html::Url child_marks(domain::FileId file) { return child(file, "/marks"); }
inline html::Url child_sharing(domain::FileId file) { return child(file, "/sharing"); }
inline html::Url child_sent_in(domain::FileId file) { return child(file, "/sent-in"); }
inline html::Url child_send_in(domain::FileId file) { return child(file, "/sent-in/new"); }
inline html::Url child_links(domain::FileId file) { return child(file, "/links"); }
inline html::Url child_past(domain::FileId file) { return child(file, "/as-it-stood"); }
inline html::Url child_upload(domain::FileId file, std::string_view hash) {
  return child(file, "/uploads/" + std::string(hash));
}
inline html::Url due(const Query& query = {}) { return html::with_query("/due", query); }
inline html::Url notices() { return {"/notices"}; }
inline html::Url record_add(domain::FileId file) { return child(file, "/records/new"); }
inline html::Url record_add(domain::FileId file, std::string_view form) {
  return html::with_query(record_add(file).text(), {{"form", std::string(form)}});
}
inline html::Url record(domain::FileId file, domain::RecordId record, std::string_view rest = {}) {
  return child(file, "/records/" + record.text() + std::string(rest));
}
inline html::Url record_edit(domain::FileId file, domain::RecordId id) {
  return record(file, id, "/edit");
}
inline html::Url record_draft(domain::FileId file, domain::RecordId id) {
  return record(file, id, "/draft");
}
inline html::Url record_clashes(domain::FileId file, domain::RecordId id) {
  return record(file, id, "/clashes");
}
inline html::Url record_sign_off(domain::FileId file, domain::RecordId id) {
  return record(file, id, "/sign-off");
}
inline html::Url record_asked(domain::FileId file, domain::RecordId id, const IdBits& asked) {
  return record(file, id, "/asked/" + asked.text());
}
inline html::Url record_version(domain::FileId file, domain::RecordId id, std::int64_t n) {
  return record(file, id, "/versions/" + std::to_string(n));
}
inline html::Url record_comparison(domain::FileId file, domain::RecordId id) {
  return record(file, id, "/comparison");
}
inline html::Url record_comparison(domain::FileId file, domain::RecordId id, std::int64_t before,
                                   std::int64_t after) {
  return html::with_query(record_comparison(file, id).text(),
                          {{"before", std::to_string(before)}, {"after", std::to_string(after)}});
}
inline html::Url retention(const Query& query = {}) {
  return html::with_query("/retention", query);
}
inline html::Url retention_of(domain::FileId file, std::string_view rest = {}) {
  return under("/retention", file.text(), rest);
}
inline html::Url draft_key() { return {"/account/draft-key"}; }

}  // namespace northlight::web::paths

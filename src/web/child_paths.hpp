#pragma once

#include <cstdint>

#include "domain/child_case.hpp"
#include "domain/ids.hpp"
#include "web/paths.hpp"

namespace northlight::web {

/// A file and where its pages are: a child's under /children, a victim's under /victims. Pages that
/// both kinds of files have make their links of it.
struct FileAddress {
  domain::FileId file;
  bool of_victim = false;

  operator domain::FileId() const { return file; }  // NOLINT(google-explicit-constructor)
};

}  // namespace northlight::web

/// Addresses of children's and victims' files and their records. An address holds ids, never a
/// name.
namespace northlight::web::paths {

inline html::Url children_search() { return {"/children/search"}; }
inline html::Url child_add() { return {"/children/new"}; }
inline html::Url child(domain::FileId file, std::string_view rest = {}) {
  return under("/children", file.text(), rest);
}
inline html::Url child_details(domain::FileId file) { return child(file, "/details"); }
inline html::Url victims(const Query& query = {}) { return html::with_query("/victims", query); }
inline html::Url victim_add() { return {"/victims/new"}; }
inline html::Url victim_details(domain::FileId file) {
  return under("/victims", file.text(), "/details");
}
inline html::Url file(const FileAddress& at, std::string_view rest = {}) {
  return under(at.of_victim ? "/victims" : "/children", at.file.text(), rest);
}
inline html::Url file_cases(const FileAddress& at) { return file(at, "/cases"); }
inline html::Url case_add(const FileAddress& at) { return file(at, "/cases/new"); }
inline html::Url file_case(const FileAddress& at, domain::CaseId id, std::string_view rest) {
  return file(at, "/cases/" + id.text() + std::string(rest));
}
inline html::Url case_allocation(const FileAddress& at, domain::CaseId id) {
  return file_case(at, id, "/allocation");
}
inline html::Url case_stage(const FileAddress& at, domain::CaseId id) {
  return file_case(at, id, "/stage");
}
inline html::Url case_closing(const FileAddress& at, domain::CaseId id) {
  return file_case(at, id, "/closing");
}
inline html::Url allocation_end(const FileAddress& at, domain::AllocationId id) {
  return file(at, "/allocations/" + id.text() + "/end");
}
inline html::Url file_marks(const FileAddress& at) { return file(at, "/marks"); }
inline html::Url file_past(const FileAddress& at) { return file(at, "/as-it-stood"); }
inline html::Url file_upload(const FileAddress& at, std::string_view hash) {
  return file(at, "/uploads/" + std::string(hash));
}
inline html::Url child_sharing(domain::FileId file) { return child(file, "/sharing"); }
inline html::Url child_sent_in(domain::FileId file) { return child(file, "/sent-in"); }
inline html::Url child_send_in(domain::FileId file) { return child(file, "/sent-in/new"); }
inline html::Url child_links(domain::FileId file) { return child(file, "/links"); }
inline html::Url due(const Query& query = {}) { return html::with_query("/due", query); }
inline html::Url notices() { return {"/notices"}; }
inline html::Url record_add(const FileAddress& at) { return file(at, "/records/new"); }
inline html::Url record_add(const FileAddress& at, std::string_view form) {
  return html::with_query(record_add(at).text(), {{"form", std::string(form)}});
}
inline html::Url record(const FileAddress& at, domain::RecordId record,
                        std::string_view rest = {}) {
  return file(at, "/records/" + record.text() + std::string(rest));
}
inline html::Url record_edit(const FileAddress& at, domain::RecordId id) {
  return record(at, id, "/edit");
}
inline html::Url record_draft(const FileAddress& at, domain::RecordId id) {
  return record(at, id, "/draft");
}
inline html::Url record_clashes(const FileAddress& at, domain::RecordId id) {
  return record(at, id, "/clashes");
}
inline html::Url record_sign_off(const FileAddress& at, domain::RecordId id) {
  return record(at, id, "/sign-off");
}
inline html::Url record_asked(const FileAddress& at, domain::RecordId id, const IdBits& asked) {
  return record(at, id, "/asked/" + asked.text());
}
inline html::Url record_version(const FileAddress& at, domain::RecordId id, std::int64_t n) {
  return record(at, id, "/versions/" + std::to_string(n));
}
inline html::Url record_comparison(const FileAddress& at, domain::RecordId id) {
  return record(at, id, "/comparison");
}
inline html::Url record_comparison(const FileAddress& at, domain::RecordId id, std::int64_t before,
                                   std::int64_t after) {
  return html::with_query(record_comparison(at, id).text(),
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

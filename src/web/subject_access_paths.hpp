#pragma once

#include "store/subject_access.hpp"
#include "web/child_paths.hpp"

/// Addresses of requests for what is held on a child or a victim.
namespace northlight::web::paths {

inline html::Url subject_requests() { return {"/subject-access"}; }
inline html::Url subject_request_add(const FileAddress& at) {
  return file(at, "/subject-access/new");
}
inline html::Url subject_request(const FileAddress& at, store::SubjectRequestId id,
                                 std::string_view rest = {}) {
  return file(at, "/subject-access/" + id.text() + std::string(rest));
}
inline html::Url subject_part(const FileAddress& at, store::SubjectRequestId id,
                              std::string_view part) {
  return subject_request(at, id, "/parts/" + std::string(part));
}
inline html::Url subject_copy(const FileAddress& at, store::SubjectRequestId id,
                              std::string_view format) {
  return subject_request(at, id, "/copies/" + std::string(format));
}
inline html::Url subject_document(const FileAddress& at, store::SubjectRequestId id,
                                  std::string_view hash) {
  return subject_request(at, id, "/documents/" + std::string(hash));
}

}  // namespace northlight::web::paths

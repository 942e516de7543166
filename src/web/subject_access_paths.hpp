#pragma once

#include "store/subject_access.hpp"
#include "web/child_paths.hpp"

/// Addresses of requests for what is held on a child.
namespace northlight::web::paths {

inline html::Url subject_requests() { return {"/subject-access"}; }
inline html::Url subject_request_add(domain::FileId file) {
  return child(file, "/subject-access/new");
}
inline html::Url subject_request(domain::FileId file, store::SubjectRequestId id,
                                 std::string_view rest = {}) {
  return child(file, "/subject-access/" + id.text() + std::string(rest));
}
inline html::Url subject_part(domain::FileId file, store::SubjectRequestId id,
                              std::string_view part) {
  return subject_request(file, id, "/parts/" + std::string(part));
}
inline html::Url subject_copy(domain::FileId file, store::SubjectRequestId id,
                              std::string_view format) {
  return subject_request(file, id, "/copies/" + std::string(format));
}
inline html::Url subject_document(domain::FileId file, store::SubjectRequestId id,
                                  std::string_view hash) {
  return subject_request(file, id, "/documents/" + std::string(hash));
}

}  // namespace northlight::web::paths

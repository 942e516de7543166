#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/subject_access.hpp"
#include "html/html.hpp"
#include "report/subject_access.hpp"
#include "web/child_paths.hpp"
#include "web/views/layout.hpp"
#include "web/views/people_view.hpp"

/// The pages of requests for what is held on a child or a victim.
namespace northlight::web::views {

struct SubjectRequestsModel {
  const std::vector<store::ListedSubjectRequest>& rows;
  Date today{};
};
html::Html subject_requests_page(const Shell& shell, const SubjectRequestsModel& model);

/// A request as it is written down.
struct NewSubjectRequestModel {
  FileAddress file;
  const store::WhoseFile& subject;
  std::string form_token;
  std::string asked_by{};
  TypedDay received{};
  Wrong wrong{};
};
html::Html new_subject_request_page(const Shell& shell, const NewSubjectRequestModel& model);

/// What the pages of one request have in common.
struct SubjectFrame {
  FileAddress file;
  const casework::SubjectReview& review;
  const domain::SubjectAccessPolicy& policy;
  std::string form_token;
  Date today{};
  bool may_release = false;
  bool prepared_by_them = false;  ///< So that another gives the answer out.
};

/// The request itself: what is left to do, and what was given out.
html::Html subject_request_page(const Shell& shell, const SubjectFrame& frame,
                                const std::string& notice = {});

/// Who they are, on what ground they are answered, the longer time, the end: one form each.
struct SubjectDetailsModel {
  const SubjectFrame& frame;
  std::string asked_by{};
  TypedDay received{};
  TypedDay identity_on{};
  std::string identity_words{};
  std::string basis{};
  std::string basis_words{};
  std::string extended{};
  std::string closed_how{};
  std::string closed_words{};
  Wrong wrong{};
};
/// Puts what was said before where nothing was typed now.
void fill_kept_words(SubjectDetailsModel& model);
html::Html subject_details_page(const Shell& shell, const SubjectDetailsModel& model);

/// One part with every hiding, to be decided.
struct SubjectPartModel {
  const SubjectFrame& frame;
  std::size_t part = 0;                        ///< Its place in the holding.
  const casework::PartReview* sent = nullptr;  ///< What was just sent and could not be kept.
  Wrong wrong{};
};
html::Html subject_part_page(const Shell& shell, const SubjectPartModel& model);

/// As it would be given out now.
html::Html subject_preview_page(const Shell& shell, const SubjectFrame& frame,
                                const domain::Holding& given);

/// The last look before it is given out.
struct SubjectReleaseModel {
  const SubjectFrame& frame;
  bool prints_pdf = false;                    ///< Chromium is installed.
  std::vector<store::UploadRow> documents{};  ///< That go with it.
  std::string problem{};                      ///< Why it could not be given out just now.
};
html::Html subject_release_page(const Shell& shell, const SubjectReleaseModel& model);

/// What the printers are handed.
report::SubjectAnswer subject_answer(const casework::ReadyToGive& ready,
                                     const domain::SubjectAccessPolicy& policy, Date today);
/// The bytes that are sent.
std::string copy_bytes(const Sensitive<std::string>& copy);

}  // namespace northlight::web::views

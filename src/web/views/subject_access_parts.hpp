#pragma once

#include "web/views/subject_access_view.hpp"

/// What the pages of a request have in common. Of use to subject_*_view.cpp only.
namespace northlight::web::views {

/// "Wren Exampleby"; of a victim the reference, as on every page of theirs.
std::string subject_name(const store::WhoseFile& subject);
PageHead subject_head(const SubjectFrame& frame, const std::string& title, bool has_errors = false);
/// The heading with the child's name above it.
html::Html subject_heading(const std::string& name, std::string_view title);
html::Html back_to_request(const SubjectFrame& frame);
/// "in 5 days", "today", "3 days late".
std::string due_words(Date due, Date today);
/// "A PDF, 12 KB", to be saved.
html::Html document_link(const SubjectFrame& frame, const store::UploadRow& document);
html::Html bullet_list(const std::vector<std::string>& lines);

}  // namespace northlight::web::views

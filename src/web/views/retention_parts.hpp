#pragma once

#include "web/views/retention_view.hpp"

/// What the two pages about how long files are kept share.
namespace northlight::web::views {

/// Why a file stands where it stands, and whether the rule was checked.
html::Html why_kept(const domain::RetentionPolicy& policy, const casework::ReviewItem& item);

/// The forms of the page of one file.
html::Html facts_form(const RetentionFileModel& model);
html::Html decision_form(const RetentionFileModel& model);
html::Html waiting_form(const RetentionFileModel& model, const store::RetentionDecision& waiting);
html::Html hold_form(const RetentionFileModel& model);

}  // namespace northlight::web::views

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/form_group.hpp"
#include "web/views/audit_view.hpp"

/// What the pages of the auditor share among themselves.
namespace northlight::web::views {

html::Html log_heading(const char* text);

/// What the log is for, and that reading it is on it.
html::Html purpose_stated();
/// The same for what belongs to no organisation.
html::Html door_purpose();

/// The form that finds a child, from the log's own page and above what it found.
html::Html children_search(const Shell& shell, const char* label, const std::string& typed,
                           const std::optional<AuditFault>& fault);

/// The error summary, leading to the field; nothing when nothing is wrong.
html::Html summary_of(const std::optional<AuditFault>& fault);
/// The message, if it belongs to that field.
html::ErrorMessage message_at(const std::optional<AuditFault>& fault, std::string_view field);

html::Html day_fields(const std::string& from, const std::string& until,
                      const std::optional<AuditFault>& fault);

/// To the lines of a person, or of a file.
html::Html by_person(const std::string& person, const std::string& name);
html::Html by_file(const std::string& file);

}  // namespace northlight::web::views

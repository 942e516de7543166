#pragma once

#include <string>
#include <vector>

#include "accounts/policy.hpp"
#include "base/json.hpp"
#include "store/audit_log.hpp"
#include "web/views/audit_view.hpp"
#include "web/views/audit_words.hpp"

namespace northlight::store {
struct AuditLine;
}
namespace northlight::accounts {
struct AuditPage;
}

namespace northlight::web {

/// "22 November 2026 at 09:30:05", in London.
std::string when_in_london(platform::Instant at);

/// "22 Nov 2026, 09:30:05": for a list of many.
std::string short_in_london(platform::Instant at);

/// What the ids and the codes of these lines are called: roles by their titles.
views::AuditNames names_for(const accounts::Policy& policy, const accounts::AuditPage& page);
views::AuditRowShown row_shown(const views::AuditNames& names, const store::AuditLine& line);
views::AuditEventShown event_shown(const views::AuditNames& names, const store::AuditLine& line);

/// What is given to somebody: a table with a header row, or an array of objects.
std::string audit_csv(const std::vector<store::AuditLine>& lines);
Json audit_json(const std::vector<store::AuditLine>& lines);

}  // namespace northlight::web

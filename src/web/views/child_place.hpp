#pragma once

#include <string>

#include "casework/children.hpp"
#include "web/views/record_view.hpp"

/// Whose file a page is of, and the ways to its other parts.
namespace northlight::web::views {

/// The child's name or the victim's reference, leading to the first page of their file, with what
/// one must know of them, and the parts of the file that the reader may open.
html::Html file_bar(const RecordPlace& place);

/// "14 years old. Court order, Custody. Restricted file.", "Victim’s file. …"
std::string file_facts(const casework::CaseFile& opened, Date today);

}  // namespace northlight::web::views

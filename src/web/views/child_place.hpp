#pragma once

#include <string>

#include "casework/children.hpp"
#include "web/views/record_view.hpp"

/// Whose file a page is of, and the ways to its other parts.
namespace northlight::web::views {

/// The child's name, leading to the first page of their file, with what one must know of them, and
/// the parts of the file that the reader may open.
html::Html child_bar(const RecordPlace& place);

/// "14 years old. Court order, Custody. Restricted file."
std::string child_facts(const casework::ChildFile& opened, Date today);

}  // namespace northlight::web::views

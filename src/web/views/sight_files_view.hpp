#pragma once

#include "casework/explain_files.hpp"
#include "html/html.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// A page of the files that somebody can find, and why.
struct SightFilesModel {
  casework::ExplainedFiles explained;
  bool is_first = true;       ///< The page begins at the beginning.
  bool may_read_log = false;  ///< The asker follows a file's number into the log.
};
html::Html sight_files_page(const Shell& shell, const SightFilesModel& model);

}  // namespace northlight::web::views

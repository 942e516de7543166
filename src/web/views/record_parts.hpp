#pragma once

#include "web/views/child_place.hpp"
#include "web/views/record_view.hpp"

/// Parts that the pages of a record have in common.
namespace northlight::web::views {

PageHead head_of(const RecordPlace& place, const std::string& title);

/// Its last state, by whom and when.
html::Html state_line(const casework::OpenRecord& record, const Names& names);

html::Html versions_table(const RecordPlace& place, const casework::OpenRecord& record,
                          const Names& names);

/// Of the record's own rows and of those of other records that it may refer to.
RowNames all_row_names(const casework::OpenRecord& record);

/// What those of the answers are called that point into a record that cannot be shown.
RowNames unshown_row_names(const casework::OpenRecord& record, const forms::Answers& answers);

/// A box for a few lines.
html::Html words_box(const char* name, const char* label, const std::string& value);

}  // namespace northlight::web::views

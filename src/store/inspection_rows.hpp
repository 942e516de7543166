#pragma once

#include <string>
#include <string_view>

#include "store/library.hpp"
#include "store/session.hpp"

// How one inspection lies in the tables of schema/0001-library.sql.
namespace northlight::store {

/// Puts an inspection in the place of what was kept under its id. Its service must be there.
Status write_inspection(Transaction& transaction, const KeptInspection& inspection);

/// Everything but the text; nothing when there is no such inspection.
Result<std::optional<KeptInspection>> read_inspection(Session& session, std::string_view id);

/// The lines of its source text, in order.
Result<std::vector<std::string>> read_source_lines(Session& session, std::string_view id,
                                                   domain::Line first, domain::Line last);

/// A list's columns of `inspection i join service s`, and what reads them.
extern const std::string_view summary_columns;
Result<std::vector<InspectionSummary>> read_summaries(Session& session, std::string_view sql,
                                                      const Bindings& bindings);

}  // namespace northlight::store

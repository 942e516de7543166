#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "domain/inspection.hpp"

namespace northlight::report {

/// One file of `report read --format json`: what was read, each fact but the headline ones with the
/// line on which it stands. What the text does not state is null.
Json reading_json(const std::string& file, const domain::PublishedInspection& inspection);

Json findings_json(const std::vector<domain::Finding>& findings);
Json questions_json(const std::vector<domain::ReaderQuestion>& questions);

}  // namespace northlight::report

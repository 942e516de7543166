#pragma once

#include <string>
#include <vector>

#include "web/views/inspection_model.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// The source text as it was read, each line with its number and an anchor "line-N".
html::Html text_page(const Shell& shell, const InspectionModel& model,
                     const std::vector<std::string>& lines);

}  // namespace northlight::web::views

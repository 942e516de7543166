#pragma once

#include <string>
#include <vector>

#include "store/library.hpp"
#include "web/views/inspection_model.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// Inspections side by side, and the form to choose them.
struct CompareModel {
  std::vector<InspectionModel> chosen{};
  std::vector<store::InspectionSummary> all{};  ///< What can be chosen, by name.
  std::size_t most = 4;
  std::vector<std::string> errors{};  ///< Too many, or one that does not exist.
};

html::Html compare_page(const Shell& shell, const CompareModel& model);

/// The standards of all chosen inspections side by side, one table an edition.
html::Html side_by_side(const std::vector<InspectionModel>& chosen);

}  // namespace northlight::web::views

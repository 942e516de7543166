#pragma once

#include <string>
#include <vector>

#include "rating/what_if.hpp"
#include "report/what_if_form.hpp"
#include "web/views/inspection_model.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// The what-if form with what was typed into it, and what follows.
struct WhatIfModel {
  const InspectionModel& inspection;
  const rating::Evidence& evidence;
  report::Typed typed;                       ///< What stands in each field.
  std::vector<report::FieldError> errors{};  ///< Empty field name: about the form as a whole.
  const rating::WhatIf* result = nullptr;    ///< Null before anything was changed.
};

html::Html what_if_page(const Shell& shell, const WhatIfModel& model);

/// Before and after: score, overall rating and every standard, with what changed in words.
html::Html what_follows(const InspectionModel& model, const rating::WhatIf& result);

}  // namespace northlight::web::views

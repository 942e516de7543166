#pragma once

#include <set>
#include <string>

#include "web/views/inspection_model.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// "How this rating was reached": step by step, with the rule, its source and its status beside
/// each step. Says why where it cannot be worked out again.
html::Html rating_page(const Shell& shell, const InspectionModel& model);

/// The rules that a page has shown already, with their sources.
using RulesShown = std::set<std::string>;

/// The steps with their rules, as a list. A rule's source is told where it is first used.
html::Html trace_steps(const framework::Edition& edition,
                       const std::vector<rating::TraceStep>& steps, RulesShown& shown);

}  // namespace northlight::web::views

#pragma once

#include "web/views/inspection_model.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// Everything that is known of one inspection; a short card where that is little more than a score.
html::Html inspection_page(const Shell& shell, const InspectionModel& model);

// Its parts, each in a file of its own.
html::Html inspection_headline(
    const InspectionModel& model);  ///< Rating, score, what to know first.
html::Html inspection_ratings(const InspectionModel& model);    ///< The table of all standards.
html::Html inspection_standards(const InspectionModel& model);  ///< Domain by domain, in full.
html::Html inspection_actions(const InspectionModel& model);    ///< Recommendations.
html::Html inspection_check(const InspectionModel& model);      ///< Findings and questions.
html::Html inspection_background(
    const InspectionModel& model);                           ///< Samples, windows, surveys, area.
html::Html inspection_source(const InspectionModel& model);  ///< Whose words, licence.

/// The breadcrumbs of a page under an inspection; with the inspection itself for its sub-pages.
std::vector<Crumb> inspection_crumbs(const InspectionModel& model, bool with_inspection);

}  // namespace northlight::web::views

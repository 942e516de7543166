#pragma once

#include "web/views/sample_view.hpp"

/// What the pages of one sample share among themselves.
namespace northlight::web::views {

/// The cases that are ticked: those of the page that was sent, and those of the pages beside it.
std::vector<std::string> ticked_cases(const Fields& typed);

/// For whoever sends the list: what fits, all of it ticked unless they say why not.
html::Html list_form(const SampleModel& model);

/// For whoever draws by number and says who sees the cases, until when.
html::Html draw_form(const SampleModel& model);

/// Of each kind that the sample asks for how many cases of the list `count` counts: "Court order:
/// 12 of 40", "Custody: 2 of 2, which is all", "Remand: none on the list".
html::Html drawn_words(const casework::SamplePage& page,
                       const std::vector<casework::CaseOnPage>& counted_cases);

inline bool of_service(const SampleModel& model) {
  return model.page.listed.side == casework::SampleSide::Service;
}

}  // namespace northlight::web::views

#include "web/views/inspection_model.hpp"

#include <algorithm>

#include "web/paths.hpp"

namespace northlight::web::views {

bool InspectionModel::has_standards() const {
  return std::ranges::any_of(facts.standards,
                             [](const auto& one) { return one.rating.has_value(); });
}

bool InspectionModel::has_counts() const {
  return std::ranges::any_of(facts.standards, [](const auto& standard) {
    return std::ranges::any_of(standard.key_questions,
                               [](const auto& question) { return question.share.has_value(); });
  });
}

bool InspectionModel::has_details() const {
  return std::ranges::any_of(facts.standards, [](const auto& one) {
    return !one.key_questions.empty() || !one.strengths.empty() ||
           !one.areas_for_improvement.empty();
  });
}

bool InspectionModel::is_complete() const {
  if (rated == nullptr || edition == nullptr || !facts.score_maximum) return false;
  return rated->score_from == rating::ScoreFrom::Ratings &&
         rated->score_maximum == *facts.score_maximum;
}

const domain::StandardResult* InspectionModel::find(const framework::StandardCode& standard) const {
  for (const auto& one : facts.standards)
    if (one.id == standard.text()) return &one;
  return nullptr;
}

const rating::StandardRating* InspectionModel::find_rated(
    const framework::StandardCode& standard) const {
  return rated == nullptr ? nullptr : rated->find(standard);
}

html::Html line_link(const InspectionModel& model, const std::optional<domain::Line>& line) {
  if (!line || !model.has_text()) return {};
  html::Html out;
  out.add_raw(" ");
  out += html::element(
      "a",
      {{"class", "govuk-link nl-line"}, {"href", paths::inspection_text_line(model.id, *line)}},
      "line ", std::to_string(*line));
  return out;
}

}  // namespace northlight::web::views

#include "web/views/what_if_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string score_of(const rating::InspectionRating& rated) {
  if (rated.score_from == rating::ScoreFrom::NotKnown) return "Not known";
  return std::to_string(rated.score) + " of " + std::to_string(rated.score_maximum);
}

std::optional<std::string> name_of(const framework::Edition& edition,
                                   const std::optional<framework::Rating>& rating) {
  if (!rating) return std::nullopt;
  return std::string(edition.name(*rating));
}

Html rated_cell(const framework::Edition& edition, const rating::InspectionRating& all,
                const framework::StandardCode& standard) {
  const auto* rated = all.find(standard);
  if (rated == nullptr) return text(all.is_not_known(standard) ? "Not known" : "Not rated");
  return rating_tag(&edition, std::string(edition.name(rated->rating)));
}

Html row(const std::string& name, const Html& before, const Html& after, bool changed) {
  return element(
      "tr", {{"class", changed ? "govuk-table__row nl-changed" : "govuk-table__row"}},
      element("th", {{"scope", "row"}, {"class", "govuk-table__header"}}, name),
      element("td", {{"class", "govuk-table__cell"}, {"data-label", "Before"}}, before),
      element("td", {{"class", "govuk-table__cell"}, {"data-label", "After"}}, after,
              changed ? raw(R"( <strong class="nl-changed__mark">Changed</strong>)") : Html()));
}

}  // namespace

Html what_follows(const InspectionModel& model, const rating::WhatIf& result) {
  const auto& edition = *model.edition;
  Html out = section_heading("result", "What follows");
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& difference : result.differences) out += element("li", {}, difference);
  out.add_raw("</ul>");
  out.add_raw(
      R"(<table class="govuk-table nl-list"><caption class="govuk-table__caption govuk-table__caption--s">Before and after</caption><thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">What</th><th scope="col" class="govuk-table__header">Before</th><th scope="col" class="govuk-table__header">After</th></tr></thead><tbody class="govuk-table__body">)");
  const auto before_overall = name_of(edition, result.before.overall);
  const auto after_overall = name_of(edition, result.after.overall);
  out += row("Overall rating", rating_tag(&edition, before_overall),
             rating_tag(&edition, after_overall), before_overall != after_overall);
  out += row("Score", text(score_of(result.before)), text(score_of(result.after)),
             score_of(result.before) != score_of(result.after));
  for (const auto& standard : edition.standards) {
    const auto* before = result.before.find(standard.code);
    const auto* after = result.after.find(standard.code);
    if (before == nullptr && after == nullptr) continue;
    const bool changed = (before == nullptr) != (after == nullptr) ||
                         (before != nullptr && before->rating != after->rating);
    out += row(standard.code.text() + " " + standard.title,
               rated_cell(edition, result.before, standard.code),
               rated_cell(edition, result.after, standard.code), changed);
  }
  out.add_raw("</tbody></table>");
  return out;
}

}  // namespace northlight::web::views

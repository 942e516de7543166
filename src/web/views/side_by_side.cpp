#include <algorithm>

#include "web/paths.hpp"
#include "web/views/compare_view.hpp"
#include "web/views/list_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using Chosen = std::vector<const InspectionModel*>;

std::string column_name(const InspectionModel& model) { return inspection_name(model.facts); }

/// What a phone shows before a cell: the service, and the date too where a service is there twice.
std::string cell_label(const Chosen& chosen, const InspectionModel& model) {
  const auto same = std::ranges::count_if(
      chosen, [&](const auto* one) { return one->facts.service == model.facts.service; });
  return same > 1 ? column_name(model) : model.facts.service;
}

template <typename Cell>
Html row(const Chosen& chosen, const std::string& name, Cell&& cell) {
  Html out;
  out.add_raw(R"(<tr class="govuk-table__row">)");
  out += element("th", {{"scope", "row"}, {"class", "govuk-table__header"}}, name);
  for (const auto* one : chosen)
    out += element("td", {{"class", "govuk-table__cell"}, {"data-label", cell_label(chosen, *one)}},
                   cell(*one));
  out.add_raw("</tr>");
  return out;
}

Html head(const Chosen& chosen, bool links) {
  Html out;
  out.add_raw(
      R"(<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header">What</th>)");
  for (const auto* one : chosen)
    out += element(
        "th", {{"scope", "col"}, {"class", "govuk-table__header"}},
        links ? link(paths::inspection(one->id), column_name(*one)) : text(column_name(*one)));
  out.add_raw("</tr></thead>");
  return out;
}

// The rating and, where it is known, the figure that decided it.
Html standard_cell(const InspectionModel& model, const framework::Standard& standard) {
  const auto* result = model.find(standard.code);
  Html out = rating_tag(model.edition, result == nullptr ? std::nullopt : result->rating);
  const auto* rated = model.find_rated(standard.code);
  if (result == nullptr || rated == nullptr || rated->decided_by.empty()) return out;
  for (const auto& question : result->key_questions)
    if (question.lens == rated->decided_by.front().text())
      out += element("span", {{"class", "nl-block nl-quiet"}}, "Lowest: ", figure_words(question));
  return out;
}

Html headline_table(const Chosen& chosen) {
  Html out;
  out.add_raw(
      R"(<table class="govuk-table nl-list nl-list--linked nl-compare"><caption class="govuk-table__caption govuk-table__caption--m">Headline</caption>)");
  out += head(chosen, true);
  out.add_raw(R"(<tbody class="govuk-table__body">)");
  out += row(chosen, "Overall rating", [](const InspectionModel& one) {
    return rating_tag(one.edition, one.facts.overall_rating);
  });
  out += row(chosen, "Score", [](const InspectionModel& one) {
    return score_words(one.facts.score, one.facts.score_maximum);
  });
  out += row(chosen, "Published", [](const InspectionModel& one) {
    return or_unknown(published_words(one.facts.published));
  });
  out += row(chosen, "Inspection standards", [](const InspectionModel& one) {
    return one.edition != nullptr ? text(one.edition->title) : unknown();
  });
  out += row(chosen, "Joint inspection", [](const InspectionModel& one) {
    return one.facts.joint ? text(*one.facts.joint ? "Yes" : "No") : unknown();
  });
  out.add_raw("</tbody></table>");
  return out;
}

Html standards_table(const framework::Edition& edition, const Chosen& chosen) {
  Html out;
  out.add_raw(R"(<table class="govuk-table nl-list nl-compare">)");
  out += element("caption", {{"class", "govuk-table__caption govuk-table__caption--m"}},
                 "Standards: ", edition.title);
  out += head(chosen, false);
  for (const auto& domain : edition.domains) {
    const auto standards = framework::standards_of(edition, domain.code);
    if (standards.empty()) continue;
    out.add_raw(R"(<tbody class="govuk-table__body"><tr class="nl-ratings__domain">)");
    out += element("th", {{"scope", "rowgroup"}, {"colspan", chosen.size() + 1}}, domain.title);
    out.add_raw("</tr>");
    for (const auto* standard : standards)
      out += row(chosen, standard->code.text() + " " + standard->title,
                 [&](const InspectionModel& one) { return standard_cell(one, *standard); });
    out.add_raw("</tbody>");
  }
  out.add_raw("</table>");
  return out;
}

}  // namespace

Html side_by_side(const std::vector<InspectionModel>& chosen) {
  Chosen all;
  std::vector<const framework::Edition*> editions;
  for (const auto& one : chosen) {
    all.push_back(&one);
    if (one.edition != nullptr && std::ranges::find(editions, one.edition) == editions.end())
      editions.push_back(one.edition);
  }
  Html out = headline_table(all);
  if (editions.size() > 1)
    out += element("div", {{"class", "govuk-inset-text"}},
                   "These inspections were made under different standards. Standards of the same "
                   "number may ask different things, so each edition has a table of its own.");
  for (const auto* edition : editions) {
    Chosen under;
    for (const auto* one : all)
      if (one->edition == edition) under.push_back(one);
    out += standards_table(*edition, under);
  }
  return out;
}

}  // namespace northlight::web::views

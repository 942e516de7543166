#include "web/views/compare_view.hpp"

#include "html/error_summary.hpp"
#include "web/paths.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string option_words(const store::InspectionSummary& one) {
  const auto when = published_words(one.published);
  return when.empty() ? one.service : one.service + ", " + when;
}

Html one_select(const CompareModel& model, std::size_t place) {
  const auto id = "inspection-" + std::to_string(place + 1);
  const auto chosen = place < model.chosen.size() ? model.chosen[place].id : std::string_view();
  Html out;
  out.add_raw(R"(<div class="govuk-form-group nl-compare__choice">)");
  out += element("label", {{"class", "govuk-label"}, {"for", id}},
                 "Inspection " + std::to_string(place + 1));
  out.open("select", {{"class", "govuk-select"}, {"id", id}, {"name", "inspection"}});
  out += element("option", {{"value", ""}, {"selected", chosen.empty()}}, "None");
  for (const auto& one : model.all)
    out +=
        element("option", {{"value", one.id}, {"selected", chosen == one.id}}, option_words(one));
  out.add_raw("</select></div>");
  return out;
}

Html form(const CompareModel& model) {
  Html out;
  out.open("form", {{"method", "get"}, {"action", paths::compare()}, {"class", "nl-stay"}});
  out.add_raw(
      R"(<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">)");
  out.add_text("Choose up to " + std::to_string(model.most) + " inspections");
  out.add_raw(R"(</legend><div class="nl-compare__choices">)");
  for (std::size_t place = 0; place < model.most; ++place) out += one_select(model, place);
  out.add_raw(
      R"(</div></fieldset><div class="govuk-button-group"><button type="submit" class="govuk-button" data-module="govuk-button">Compare</button>)");
  if (!model.chosen.empty()) out += link(paths::compare(), "Clear all");
  out.add_raw("</div></form>");
  return out;
}

}  // namespace

Html compare_page(const Shell& shell, const CompareModel& model) {
  Html main;
  if (!model.errors.empty()) {
    ErrorSummary summary;
    for (const auto& error : model.errors)
      summary.errors.push_back({.text = error, .href = Url("#inspection-1")});
    main += error_summary(summary);
  }
  main += element("h1", {{"class", "govuk-heading-xl"}}, "Compare inspections");
  main += element("p", {{"class", "govuk-body-l"}},
                  "Ratings and scores side by side. What a source does not say is shown as not "
                  "known, never as low.");
  main += form(model);
  if (!model.chosen.empty()) main += side_by_side(model.chosen);
  if (model.chosen.size() == 1)
    main += paragraph("Choose at least one more inspection to compare this one with.");
  return page(shell,
              {.title = "Compare inspections",
               .section = Section::Compare,
               .has_errors = !model.errors.empty(),
               .description = "Published inspections of youth justice services side by side."},
              main);
}

}  // namespace northlight::web::views

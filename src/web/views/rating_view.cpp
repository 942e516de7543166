#include "web/views/rating_view.hpp"

#include "web/paths.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html standard_steps(const InspectionModel& model, const rating::StandardRating& rated,
                    RulesShown& shown) {
  const auto* standard = model.edition->find(rated.standard);
  const auto name = rated.standard.text() + (standard ? " " + standard->title : "");
  Html out;
  out.open("section", {{"class", "nl-standard"}, {"id", "standard-" + rated.standard.text()}});
  out += element("h3", {{"class", "govuk-heading-m"}}, name, " ",
                 rating_tag(model.edition, std::string(model.edition->name(rated.rating))));
  if (!rated.comparison.empty())
    out += element("div", {{"class", "govuk-inset-text"}}, rated.comparison);
  out += trace_steps(*model.edition, rated.trace, shown);
  out.add_raw("</section>");
  return out;
}

Html not_rated(const InspectionModel& model) {
  const auto& all = model.rated->not_rated;
  if (all.empty()) return {};
  Html out = section_heading("not-rated", "Standards without a rating here");
  out.add_raw(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& one : all) {
    const auto* standard = model.edition->find(one.standard);
    out += element("li", {}, one.standard.text(), standard ? " " + standard->title : std::string(),
                   ": ", one.why);
  }
  out.add_raw("</ul>");
  return out;
}

// The score of what is known means nothing beside the published score of all standards.
Html score_steps(const InspectionModel& model, RulesShown& shown) {
  const auto& facts = model.facts;
  Html out = section_heading("score", "Score and overall rating");
  if (model.rated->score_from != rating::ScoreFrom::Ratings) {
    out += paragraph(
        "The ratings of only some standards are known, so the published score cannot "
        "be added up again. The source gives " +
        (facts.score && facts.score_maximum
             ? std::to_string(*facts.score) + " of " + std::to_string(*facts.score_maximum)
             : std::string("no score")) +
        (facts.overall_rating ? " and the overall rating " + *facts.overall_rating
                              : std::string()) +
        ".");
    return out;
  }
  out += trace_steps(*model.edition, model.rated->trace, shown);
  if (facts.score && *facts.score != model.rated->score)
    out += element("div", {{"class", "govuk-inset-text"}},
                   "The published score is " + std::to_string(*facts.score) +
                       "; the published ratings add up to " + std::to_string(model.rated->score) +
                       ".");
  return out;
}

Html body(const InspectionModel& model) {
  Html out = paragraph(
      "Every step from the published figures to the ratings, with the rule that was applied and "
      "how "
      "far we can be sure of it.");
  for (const auto& notice : model.rated->notices)
    out += element("div", {{"class", "govuk-inset-text"}}, notice);
  RulesShown shown;
  out += score_steps(model, shown);
  for (const auto& domain : model.edition->domains) {
    Html sections;
    for (const auto& rated : model.rated->standards) {
      const auto* standard = model.edition->find(rated.standard);
      if (standard != nullptr && standard->domain == domain.code)
        sections += standard_steps(model, rated, shown);
    }
    if (sections.empty()) continue;
    out += section_heading("domain-" + domain.code.text(), domain.title);
    out += sections;
  }
  out += not_rated(model);
  return out;
}

}  // namespace

Html trace_steps(const framework::Edition& edition, const std::vector<rating::TraceStep>& steps,
                 RulesShown& shown) {
  Html out;
  out.add_raw(R"(<ol class="govuk-list nl-steps">)");
  const rating::TraceStep* before = nullptr;
  for (const auto& step : steps) {
    const bool same = before != nullptr && before->rule == step.rule;
    before = &step;
    out.add_raw("<li>");
    out += element("p", {{"class", "govuk-body nl-steps__step"}}, step.sentence);
    if (!step.rule.empty() && same) {
      out += raw(R"(<p class="govuk-body-s nl-quiet">By the same rule as the step before.</p>)");
    } else if (!step.rule.empty()) {
      const bool first = shown.insert(step.rule).second;
      out +=
          element("p", {{"class", "govuk-body-s nl-steps__rule"}}, element("strong", {}, "Rule: "),
                  step.rule, " ",
                  element("span", {{"class", "nl-quiet"}},
                          first ? basis_words(edition, step.basis)
                                : std::string("Its source stands above, where it is first used.")));
    }
    out.add_raw("</li>");
  }
  out.add_raw("</ol>");
  return out;
}

Html rating_page(const Shell& shell, const InspectionModel& model) {
  Html main;
  main += element("span", {{"class", "govuk-caption-xl"}}, inspection_name(model.facts));
  main += element("h1", {{"class", "govuk-heading-xl"}}, "How this rating was reached");
  if (model.rated == nullptr)
    main += paragraph("It cannot be worked out again here. " + std::string(model.why_not_rated));
  else
    main += body(model);
  return page(shell,
              {.title = "How this rating was reached – " + inspection_name(model.facts),
               .section = Section::Inspections,
               .breadcrumbs = inspection_crumbs(model, true)},
              main);
}

}  // namespace northlight::web::views

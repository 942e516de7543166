#include "base/text.hpp"
#include "web/paths.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html fact(const char* name, const Html& value) {
  return element("div", {{"class", "nl-headline__fact"}}, element("dt", {}, name),
                 element("dd", {}, value));
}

Html score(const domain::PublishedInspection& facts) {
  if (!facts.score) return unknown();
  Html out = element("strong", {{"class", "nl-headline__figure"}}, std::to_string(*facts.score));
  out += facts.score_maximum ? text(" of " + std::to_string(*facts.score_maximum))
                             : text(" (out of how many is not known from the source)");
  return out;
}

Html fieldwork(const domain::PublishedInspection& facts) {
  if (facts.fieldwork_started) return text("From " + words(*facts.fieldwork_started));
  if (facts.fieldwork_month) return text(words(*facts.fieldwork_month));
  return unknown();
}

Html joint(const std::optional<bool>& is_joint) {
  if (!is_joint) return unknown();
  return text(*is_joint ? "Yes, with other inspectorates" : "No");
}

// The published overall rating, held against what the rule gives for the published score.
Html overall_against_rule(const InspectionModel& model) {
  const auto& facts = model.facts;
  const auto computed = overall_by_rule(model.edition, facts.score, facts.score_maximum);
  if (!computed || !facts.score || !facts.score_maximum) return {};
  const auto& gives = *computed;
  const auto of = std::to_string(*facts.score) + " of " + std::to_string(*facts.score_maximum);
  if (!facts.overall_rating)
    return paragraph("The source gives no overall rating. A score of " + of + " gives " + gives +
                     " by the rule.");
  if (equals_ignoring_case(gives, *facts.overall_rating))
    return paragraph("A score of " + of + " gives " + gives +
                     " by the rule, which is what was published.");
  return element("div", {{"class", "govuk-inset-text"}},
                 "Published " + *facts.overall_rating + "; a score of " + of + " gives " + gives +
                     " by the rule. The source does not say why they differ.");
}

Html departures(const InspectionModel& model) {
  if (model.rated == nullptr) return {};
  std::vector<const rating::StandardRating*> departing;
  for (const auto& one : model.rated->standards)
    if (one.departs_from_rule()) departing.push_back(&one);
  if (departing.empty()) return {};
  Html out;
  out.add_raw(R"(<div class="govuk-inset-text"><p class="govuk-body"><strong>)");
  out.add_text(departing.size() == 1 ? "One published rating is not what the rule gives."
                                     : std::to_string(departing.size()) +
                                           " published ratings are not what the rule gives.");
  out.add_raw(R"(</strong></p><ul class="govuk-list">)");
  for (const auto* one : departing) {
    const auto* standard = model.edition->find(one->standard);
    out += element("li", {},
                   link(paths::inspection_standard(model.id, one->standard.text()),
                        one->standard.text() + " " + (standard ? standard->title : "")),
                   ": ", one->comparison);
  }
  out.add_raw("</ul></div>");
  return out;
}

}  // namespace

Html inspection_headline(const InspectionModel& model) {
  const auto& facts = model.facts;
  Html out;
  out += element("span", {{"class", "govuk-caption-xl"}},
                 facts.service_full_name.empty() ? std::string("Youth justice service inspection")
                                                 : facts.service_full_name);
  out += element("h1", {{"class", "govuk-heading-xl"}}, facts.service);
  out.add_raw(R"(<dl class="nl-headline">)");
  out += fact("Overall rating", rating_tag(model.edition, facts.overall_rating));
  out += fact("Score", score(facts));
  out += fact("Published", or_unknown(published_words(facts.published)));
  // A card of little more than a score does not list all that is unknown.
  const bool whole = model.has_details();
  if (whole || facts.fieldwork_started || facts.fieldwork_month)
    out += fact("Fieldwork", fieldwork(facts));
  out += fact("Inspection standards",
              model.edition != nullptr
                  ? link(paths::standards(model.edition->code), model.edition->title)
                  : or_unknown(facts.edition.value_or("")));
  if (whole || facts.joint) out += fact("Joint inspection", joint(facts.joint));
  out.add_raw("</dl>");
  out += overall_against_rule(model);
  out += departures(model);
  return out;
}

}  // namespace northlight::web::views

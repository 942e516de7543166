#include "base/text.hpp"
#include "rating/rate.hpp"
#include "web/views/standards_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html table_head(std::string_view caption, std::initializer_list<const char*> columns) {
  Html out;
  out.add_raw(R"(<table class="govuk-table nl-narrow">)");
  out += element("caption", {{"class", "govuk-table__caption govuk-table__caption--s"}}, caption);
  out.add_raw(R"(<thead class="govuk-table__head"><tr>)");
  for (const auto* column : columns)
    out += element("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, column);
  out.add_raw(R"(</tr></thead><tbody class="govuk-table__body">)");
  return out;
}

Html row(std::string_view first, std::initializer_list<std::string> rest) {
  Html out;
  out.add_raw(R"(<tr class="govuk-table__row">)");
  out += element("th", {{"scope", "row"}, {"class", "govuk-table__header"}}, first);
  for (const auto& one : rest) out += element("td", {{"class", "govuk-table__cell"}}, one);
  out.add_raw("</tr>");
  return out;
}

Html rule_lines(const framework::Edition& edition, const framework::Rule& one) {
  return (one.text.empty() ? Html() : paragraph(one.text)) + basis_note(edition, one.basis);
}

Html rule_section(const framework::Edition& edition, const char* id, const char* title,
                  const std::optional<framework::Rule>& one) {
  if (!one) return {};
  return element("h3", {{"class", "govuk-heading-m"}, {"id", id}}, title) +
         rule_lines(edition, *one);
}

Html scale(const framework::Edition& edition) {
  Html out = table_head("Ratings, from the highest", {"Rating", "Points"});
  for (auto level = edition.scale.rbegin(); level != edition.scale.rend(); ++level) {
    const auto& points = level->points;
    out += row(level->name, {points ? std::to_string(*points) : "Not known from the source"});
  }
  out.add_raw("</tbody></table>");
  return out;
}

Html band_lines(const framework::Edition& edition) {
  if (!edition.bands) return {};
  const auto& all = *edition.bands;
  Html out = element("h3", {{"class", "govuk-heading-m"}, {"id", "bands"}},
                     "From the share of cases to a rating");
  out += table_head("The lowest key question’s share of cases", {"Rating", "Share", "In words"});
  for (auto band = all.bands.rbegin(); band != all.bands.rend(); ++band) {
    const auto from = std::to_string(band->from.value) + "%";
    const auto share = band == all.bands.rbegin() ? from + " or more"
                       : band->from.value == 0
                           ? "Less than " + std::to_string(band->below.value) + "%"
                           : from + " to less than " + std::to_string(band->below.value) + "%";
    out += row(edition.name(band->rating), {share, band->wording});
  }
  out.add_raw("</tbody></table>");
  out += rule_lines(edition, all.rule);
  out += rule_lines(edition, all.rounding);
  return out;
}

Html overall(const framework::Edition& edition) {
  if (!edition.overall) return {};
  std::int64_t count = 0;
  for (const auto& standard : edition.standards) count += standard.counts_in_score ? 1 : 0;
  Html out = element("h3", {{"class", "govuk-heading-m"}, {"id", "overall"}},
                     "From the score to the overall rating");
  if (const auto ranges = rating::score_ranges(edition, count)) {
    out += table_head("Scores when all " + std::to_string(count) + " standards are rated",
                      {"Overall rating", "Score"});
    for (auto range = ranges->rbegin(); range != ranges->rend(); ++range)
      out += row(edition.name(range->rating),
                 {std::to_string(range->from) + " to " + std::to_string(range->to)});
    out.add_raw("</tbody></table>");
  }
  return out + rule_lines(edition, edition.overall->rule);
}

}  // namespace

Html basis_note(const framework::Edition& edition, const framework::Basis& basis) {
  const bool unverified = basis.status == framework::FactStatus::Unverified;
  return element("p",
                 {{"class", unverified ? "govuk-body-s nl-basis nl-basis--unverified"
                                       : "govuk-body-s nl-basis"}},
                 basis_words(edition, basis));
}

Html edition_rules(const framework::Edition& edition) {
  Html out = section_heading("rules", "How ratings are worked out");
  if (!edition.scale.empty()) out += scale(edition);
  out += rule_section(edition, "lowest", "The lowest key question decides", edition.lowest_decides);
  out += band_lines(edition);
  out += rule_section(edition, "panel", "Standards judged as a whole", edition.panel_rule);
  out += rule_section(edition, "score-rule", "The score", edition.score_rule);
  out += overall(edition);
  out += rule_section(edition, "unrated", "Where there are too few cases", edition.unrated_rule);
  if (edition.discretion)
    out += rule_section(edition, "discretion", "When a panel may depart from the rule",
                        edition.discretion->rule);
  if (edition.sample)
    out += rule_section(edition, "sample", "How many cases are looked at", edition.sample->rule);
  if (edition.case_window)
    out += rule_section(edition, "case-window", "Which cases can be looked at",
                        edition.case_window->rule);
  return out;
}

}  // namespace northlight::web::views

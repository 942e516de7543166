#include "html/inset_text.hpp"
#include "html/table.hpp"
#include "web/paths.hpp"
#include "web/views/about_views.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html rule(const framework::Edition& edition, const framework::Rule& one) {
  return inset_text(
      {.text = element("span", {}, one.text, " ") +
               element("span", {{"class", "govuk-hint"}}, basis_words(edition, one.basis))});
}

Html rule_if(const framework::Edition& edition, const std::optional<framework::Rule>& one) {
  return one ? rule(edition, *one) : Html();
}

Html bands(const framework::Edition& edition) {
  if (!edition.bands) return {};
  Table table{.caption = "What a share of cases earns",
              .caption_classes = "govuk-table__caption--s",
              .head = {{.text = "Rating"},
                       {.text = "From", .numeric = true},
                       {.text = "To below", .numeric = true}}};
  for (const auto& band : edition.bands->bands) {
    const bool highest = band.rating == edition.highest();
    table.rows.push_back(
        {{.text = rating_tag(&edition, std::string(edition.name(band.rating)))},
         {.text = std::to_string(band.from.value) + "%", .numeric = true},
         {.text = highest ? "100%, included" : std::to_string(band.below.value) + "%",
          .numeric = true}});
  }
  return html::table(table) + rule(edition, edition.bands->rule) +
         rule(edition, edition.bands->rounding);
}

Html casework(const framework::Edition* edition) {
  Html out = section_heading("cases", "From cases to a rating");
  out += paragraph(
      "Inspectors look at a sample of cases. Of each case they answer the key questions of a "
      "standard, yes or no. A question’s share is the number of yeses out of the cases that it was "
      "answered for; a case that it does not apply to is left out. We keep both numbers, so that "
      "13 of 20 is exactly 65% and nothing turns on how a machine rounds.");
  if (edition) out += rule_if(*edition, edition->lowest_decides);
  if (edition) out += bands(*edition);
  out += paragraph(
      "A question that was answered for no case has no share. Its standard is then not rated. It "
      "does not count as nought.");
  return out;
}

Html overall(const framework::Edition* edition) {
  Html out = section_heading("score", "From ratings to the overall rating");
  out += paragraph(
      "Each rating earns points, and the points are added up to a score. Where fewer standards "
      "were rated, the score is out of fewer points.");
  if (!edition) return out;
  out += rule_if(*edition, edition->score_rule);
  if (edition->overall) out += rule(*edition, edition->overall->rule);
  return out;
}

Html discretion(const framework::Edition* edition) {
  Html out = section_heading("discretion", "When people depart from the rule");
  out += paragraph(
      "A panel of inspectors may move a rating that lies close to an edge. Northlight says when "
      "that may be considered, and why. What a panel decides is a decision of people: it is never "
      "computed. Where a report publishes another rating than the rule gives, we show both, and "
      "say "
      "that the reason is not stated if it is not.");
  if (edition && edition->discretion) out += rule(*edition, edition->discretion->rule);
  return out;
}

Html uncertainty() {
  Html out = section_heading("sample", "What a sample can say");
  out += paragraph("A figure from 13 cases is not sharp. Two questions can be asked of it:");
  out += raw(
      R"(<ul class="govuk-list govuk-list--bullet"><li><strong>What does it say of that year’s eligible cases?</strong> That can be worked out exactly when the number of eligible cases is known. Most reports do not publish it. We then say “population not published” and do not fall back on the second question.</li><li><strong>What does it say of practice in general,</strong> as if these were a few of very many like cases? That can always be worked out, and gives a wide range: 6 of 13 can come from a practice that meets the mark in anything from 19% to 75% of cases.</li></ul>)");
  out += paragraph(
      "Both ranges are exact, not approximate. Each is made so that it holds the true figure in at "
      "least 95 of 100 samples. In the words of statistics: the inverted hypergeometric test, and "
      "the interval of Clopper and Pearson.");
  return out;
}

Html places() {
  return section_heading("places", "Where a service lies among others") +
         paragraph(
             "A place is shown as a range, because equal scores share their places: “between 20th "
             "and 24th of 74”. A service is only placed among those inspected under the same "
             "standards.");
}

Html reading() {
  return section_heading("reading", "How reports are read") +
         paragraph(
             "The text of a report is read for what it states: ratings, percentages, counts, "
             "recommendations, dates. Nothing is guessed. A count is worked out from a percentage "
             "only where exactly one whole number of the sample prints as that percentage. Each "
             "fact keeps the line on which it stands. A finding of the check tells of a "
             "contradiction within the report, or between the report and the rules; it is a "
             "reason to look, not a verdict.");
}

Html trust() {
  return section_heading("trust", "How far each rule can be trusted") +
         paragraph(
             "Every rule and number of the standards carries where it comes from: read in a "
             "published source, worked out from published figures, or not yet checked against the "
             "original. The pages of the standards show it, fact by fact.") +
         element("p", {{"class", "govuk-body"}},
                 link(paths::standards(), "The inspection standards"));
}

}  // namespace

html::Html method_page(const Shell& shell, const framework::Edition* edition) {
  Html main;
  main.add_raw(
      R"(<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">How we count</h1><p class="govuk-body-l">Every figure on this site leads back to a count. This page says how one becomes the other.</p>)");
  if (edition) main += paragraph("The rules shown here are those of " + edition->title + ".");
  main += casework(edition);
  main += overall(edition);
  main += discretion(edition);
  main += uncertainty();
  main += places();
  main += reading();
  main += trust();
  main.add_raw("</div></div>");
  return page(shell,
              {.title = "How we count",
               .description = "How ratings of youth justice services follow from counts of cases, "
                              "and what a small sample can say."},
              main);
}

}  // namespace northlight::web::views

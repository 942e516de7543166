#include "base/text.hpp"
#include "web/paths.hpp"
#include "web/views/inspection_view.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

// "2.1 Assessment" for "2.1"; "Recommendations" for "recommendations".
Html place(const InspectionModel& model, std::string_view where) {
  if (model.edition != nullptr)
    if (const auto* standard = model.edition->find(framework::StandardCode{std::string(where)}))
      return link(Url("#standard-" + standard->code.text()),
                  standard->code.text() + " " + standard->title);
  return text(domain_title(model.edition, where));
}

Html pair_table(const char* caption, const char* left, const char* right, const Html& rows) {
  Html out;
  out.add_raw(R"(<table class="govuk-table">)");
  out += element("caption", {{"class", "govuk-table__caption govuk-table__caption--m"}}, caption);
  out.add_raw(R"(<thead class="govuk-table__head"><tr>)");
  out += element("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, left);
  out += element("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, right);
  out.add_raw(R"(</tr></thead><tbody class="govuk-table__body">)");
  out += rows;
  out.add_raw("</tbody></table>");
  return out;
}

Html pair_row(const InspectionModel& model, std::string_view what, std::string_view value,
              const std::optional<domain::Line>& line) {
  return element("tr", {{"class", "govuk-table__row"}},
                 element("th", {{"scope", "row"}, {"class", "govuk-table__header nl-light"}}, what),
                 element("td", {{"class", "govuk-table__cell"}}, value, line_link(model, line)));
}

std::string capital(std::string_view words) {
  std::string out(words);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string with_unit(const domain::ContextFigure& figure) {
  if (figure.unit == "per cent") return figure.value + "%";
  return figure.unit.empty() ? figure.value : figure.value + " " + figure.unit;
}

Html samples(const InspectionModel& model) {
  const auto& facts = model.facts;
  Html rows;
  for (const auto& sample : facts.samples)
    rows += pair_row(model, sample_words(model.edition, sample.what), std::to_string(sample.count),
                     sample.line);
  for (const auto& disposal : facts.disposals)
    rows += pair_row(model, capital(disposal.type), counted(disposal.cases, "case", "cases"),
                     disposal.line);
  return rows.empty() ? Html()
                      : pair_table("Cases, interviews and meetings", "What", "How many", rows);
}

Html windows(const InspectionModel& model) {
  Html rows;
  for (const auto& window : model.facts.case_windows)
    rows += pair_row(model, domain_title(model.edition, window.domain),
                     words(window.from) + " to " + words(window.to), window.line);
  return rows.empty()
             ? Html()
             : pair_table("When a case had to begin to be looked at", "Cases", "Between", rows);
}

Html surveys(const InspectionModel& model) {
  Html rows;
  for (const auto& survey : model.facts.surveys) {
    auto count = std::to_string(survey.count);
    if (survey.of) count += " of " + std::to_string(*survey.of);
    rows += pair_row(model, capital(survey.what), count, survey.line);
  }
  return rows.empty() ? Html() : pair_table("Surveys and interviews", "What", "How many", rows);
}

}  // namespace

Html inspection_actions(const InspectionModel& model) {
  const auto& all = model.facts.recommendations;
  if (all.empty()) return {};
  Html out = section_heading("recommendations", "Recommendations");
  std::string addressee;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].addressee != addressee) {
      if (i != 0) out.add_raw("</ol>");
      addressee = all[i].addressee;
      out += element("h3", {{"class", "govuk-heading-s"}},
                     addressee.empty() ? "Who should act is not known from the source"
                                       : addressee + " should:");
      out.open("ol", {{"class", "govuk-list govuk-list--number"}, {"start", all[i].number}});
    }
    out += element("li", {{"value", all[i].number}}, all[i].text, line_link(model, all[i].line));
  }
  out.add_raw("</ol>");
  return out;
}

Html inspection_check(const InspectionModel& model) {
  const auto& facts = model.facts;
  if (facts.findings.empty() && facts.questions.empty()) return {};
  Html out = section_heading("check", "What checking the report found");
  if (!facts.findings.empty()) {
    out += paragraph("A program held the report against itself and against the published rules.");
    out.add_raw(R"(<ul class="govuk-list govuk-list--spaced">)");
    for (const auto& finding : facts.findings)
      out += element("li", {},
                     element("strong", {},
                             finding.severity == domain::Severity::Error ? "Does not add up: "
                                                                         : "Worth knowing: "),
                     finding.message, " (", place(model, finding.where), ")",
                     line_link(model, finding.line));
    out.add_raw("</ul>");
  }
  if (!facts.questions.empty()) {
    out += element("h3", {{"class", "govuk-heading-s"}}, "What a careful reader would ask");
    out.add_raw(R"(<ul class="govuk-list govuk-list--spaced">)");
    for (const auto& question : facts.questions)
      out += element("li", {}, question.message, " (", place(model, question.where), ")",
                     line_link(model, question.line));
    out.add_raw("</ul>");
  }
  return out;
}

Html inspection_background(const InspectionModel& model) {
  Html out;
  const auto looked_at = samples(model) + windows(model) + surveys(model);
  if (!looked_at.empty()) {
    out += section_heading("evidence", "What the inspectors looked at");
    out += looked_at;
  }
  if (!model.facts.context.empty()) {
    Html rows;
    for (const auto& figure : model.facts.context)
      rows += pair_row(model, capital(figure.what), with_unit(figure), figure.line);
    out += section_heading("area", "The service and its area");
    out += pair_table("Figures that the report gives", "What", "Figure", rows);
  }
  return out;
}

Html inspection_source(const InspectionModel& model) {
  const auto& facts = model.facts;
  Html out = section_heading("source", "Where this comes from");
  switch (facts.source_kind) {
    case domain::SourceKind::PublishedReport:
      out += paragraph(
          "Read by a program from the text of the published report. Strengths, areas for "
          "improvement and recommendations are the report’s own words.");
      break;
    case domain::SourceKind::OurSummary:
      out += paragraph(
          "Ratings and figures are those of the published report. Strengths, areas for improvement "
          "and recommendations are put in our own words; they are not quotations.");
      break;
    case domain::SourceKind::RatingsTable:
      out += paragraph(
          "From a table of published ratings, put together by others from reports, press releases "
          "and council papers. What the table leaves out is not known from the source.");
      break;
  }
  out.add_raw(R"(<dl class="govuk-summary-list">)");
  const auto row = [&](const char* name, const Html& value) {
    out += element("div", {{"class", "govuk-summary-list__row"}},
                   element("dt", {{"class", "govuk-summary-list__key"}}, name),
                   element("dd", {{"class", "govuk-summary-list__value"}}, value));
  };
  const auto title =
      facts.source_title.empty() ? std::string("The published source") : facts.source_title;
  row("Source", facts.source_address.empty() ? or_unknown(facts.source_title)
                                             : link(facts.source_address, title));
  if (!facts.isbn.empty()) row("ISBN", text(facts.isbn));
  if (!facts.licence.empty())
    row("Licence",
        text("© Crown copyright. Contains public sector information licensed under the " +
             facts.licence + "."));
  else if (facts.source_kind != domain::SourceKind::RatingsTable)
    row("Licence", unknown());
  if (!facts.notes.empty()) row("Notes", text(facts.notes));
  row("As data", link(paths::api_inspection(model.id), "This inspection as JSON"));
  out.add_raw("</dl>");
  return out;
}

}  // namespace northlight::web::views

#include "web/views/check_parts.hpp"

#include "base/text.hpp"
#include "html/table.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html quoted(const report::PlacedFinding& one) {
  if (one.context.empty()) return {};
  Html lines;
  for (const auto& line : one.context)
    lines += element(
        "li",
        {{"class", line.is_meant ? "nl-lines__line nl-lines__line--meant" : "nl-lines__line"}},
        element("span", {{"class", "nl-lines__number"}}, std::to_string(line.number)), " ",
        line.is_meant ? element("mark", {}, line.text) : text(line.text));
  return element("ol",
                 {{"class", "govuk-list nl-lines"},
                  {"aria-label", "The text around line " + std::to_string(one.line.value_or(0))}},
                 lines);
}

// "Standard 2.1", or the part of the report in plain words.
std::string place(const report::PlacedFinding& one) {
  std::string out;
  if (!one.where.empty() && one.where.front() >= '0' && one.where.front() <= '9')
    out = "Standard " + one.where;
  else
    out = replace_all(one.where, "_", " ");
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  if (one.line) out += (out.empty() ? "Line " : ", line ") + std::to_string(*one.line);
  return out;
}

Html finding(const report::PlacedFinding& one) {
  const auto where = place(one);
  return element("li", {{"class", "nl-finding"}},
                 where.empty() ? Html()
                               : element("p",
                                         {{"class",
                                           "govuk-body-s nl-quiet "
                                           "govuk-!-margin-bottom-1"}},
                                         where),
                 element("p", {{"class", "govuk-body"}}, one.message), quoted(one));
}

Html group(std::string_view id, std::string_view title, std::string_view about,
           const std::vector<report::PlacedFinding>& findings) {
  if (findings.empty()) return {};
  return section_heading(id, title) + paragraph(about) +
         element("ul", {{"class", "govuk-list nl-findings"}}, each(findings, finding));
}

std::string claim_words(std::string_view what) {
  auto out = replace_all(std::string(what), "_", " ");
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

}  // namespace

html::Html findings_section(const report::CheckResult& result) {
  Html out = group("errors", "Errors",
                   "The report contradicts itself here, or states what cannot be.", result.errors);
  if (result.errors.empty())
    out = section_heading("errors", "Errors") +
          paragraph("None. Nothing in the report contradicts anything else in it.");
  out += group("notices", "Notices", "Worth a look; not a contradiction.", result.notices);
  out += group("questions", "Questions",
               "What a lead inspector might want to look at again. These are not faults.",
               result.questions);
  return out;
}

html::Html press_section(const report::CheckResult& result) {
  if (!result.press) return {};
  const auto& press = *result.press;
  Html out = group("press", "Where the news story disagrees with the report",
                   "The lines are those of the story.", result.press_findings);
  if (result.press_findings.empty()) {
    out = section_heading("press", "The news story");
    out += paragraph(press.claims.empty()
                         ? "We found nothing in it that can be held against the report."
                         : "What it says does not contradict the report.");
  }
  if (press.claims.empty()) return out;
  Table table{.caption = "What the story says",
              .caption_classes = "govuk-table__caption--s",
              .head = {{.text = "About"}, {.text = "It says"}, {.text = "Line", .numeric = true}}};
  for (const auto& claim : press.claims)
    table.rows.push_back({{.text = claim_words(claim.what)},
                          {.text = claim.value},
                          {.text = std::to_string(claim.line), .numeric = true}});
  return out + html::table(table);
}

}  // namespace northlight::web::views

#include "report/check_result.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::report {
namespace {

constexpr domain::Line lines_around = 2;
constexpr std::size_t longest_line_shown = 400;

std::string shortened(const std::string& line) {
  if (line.size() <= longest_line_shown) return line;
  auto end = longest_line_shown;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return line.substr(0, end) + " …";
}

std::vector<TextLine> context_of(std::optional<domain::Line> line,
                                 const std::vector<std::string>& lines) {
  const auto last = static_cast<domain::Line>(lines.size());
  if (!line || *line < 1 || *line > last) return {};
  std::vector<TextLine> out;
  for (auto at = std::max<domain::Line>(1, *line - lines_around);
       at <= std::min(last, *line + lines_around); ++at) {
    const auto& text = lines[static_cast<std::size_t>(at - 1)];
    if (at != *line && trim(text).empty()) continue;
    out.push_back({at, shortened(text), at == *line});
  }
  return out;
}

PlacedFinding placed(const domain::Finding& one, const std::vector<std::string>& lines) {
  return {one.code, one.where, one.message, one.line, context_of(one.line, lines)};
}

template <typename T>
void missing_if(std::vector<std::string>& out, const T& is_missing, const char* what) {
  if (is_missing) out.emplace_back(what);
}

std::vector<std::string> not_found_in(const domain::PublishedInspection& one) {
  std::vector<std::string> out;
  const bool no_date = one.published.text.empty() && !one.published.month && !one.published.day;
  missing_if(out, one.service.empty(), "the name of the service");
  missing_if(out, !one.edition, "which edition of the inspection standards was used");
  missing_if(out, no_date, "when the report was published");
  missing_if(out, !one.fieldwork_started && !one.fieldwork_month, "when inspectors visited");
  missing_if(out, !one.score, "the score");
  missing_if(out, !one.overall_rating, "the overall rating");
  missing_if(out, one.standards.empty(), "the ratings of the standards");
  const bool no_percentage = std::ranges::none_of(
      one.standards, [](const auto& each) { return !each.key_questions.empty(); });
  missing_if(out, no_percentage, "the percentages of the key questions");
  missing_if(out, one.recommendations.empty(), "the recommendations");
  missing_if(out, one.samples.empty(), "how many cases were looked at");
  missing_if(out, one.case_windows.empty(), "the dates between which cases had to begin");
  return out;
}

CheckedStandard arranged(const domain::StandardResult& one, const framework::Edition* edition,
                         const std::vector<ComputedRating>& computed) {
  CheckedStandard out{.published = one, .domain = {}, .by_rule = {}};
  if (!edition) return out;
  if (const auto* standard = edition->find(framework::StandardCode{one.id}))
    if (const auto* domain = edition->find(standard->domain)) out.domain = domain->title;
  for (const auto& question : one.key_questions) {
    const auto* lens = edition->find(framework::LensCode{question.lens});
    out.lens_names.push_back(lens ? lens->name : question.lens);
  }
  const auto rule = std::ranges::find(computed, one.id, &ComputedRating::standard);
  if (rule != computed.end()) {
    out.by_rule = rule->rating;
    out.departs = one.rating && !equals_ignoring_case(*one.rating, rule->rating);
  }
  return out;
}

}  // namespace

std::size_t CheckResult::percentages() const {
  std::size_t count = 0;
  for (const auto& one : inspection.standards)
    count += static_cast<std::size_t>(
        std::ranges::count_if(one.key_questions, [](const auto& q) { return q.percent.has_value(); }));
  return count;
}

std::size_t CheckResult::rated() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      inspection.standards, [](const auto& one) { return one.rating.has_value(); }));
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  for (auto line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.emplace_back(line);
  }
  return out;
}

CheckResult check_result(domain::PublishedInspection inspection, const reading::Checked& checked,
                         const framework::Edition* edition, const std::vector<std::string>& lines,
                         std::vector<ComputedRating> computed) {
  CheckResult out{.inspection = std::move(inspection),
                  .edition_title = edition ? edition->title : std::string(),
                  .note = {}};
  for (const auto& one : out.inspection.standards)
    out.standards.push_back(arranged(one, edition, computed));
  for (const auto& one : checked.findings)
    (one.severity == domain::Severity::Error ? out.errors : out.notices)
        .push_back(placed(one, lines));
  for (const auto& one : checked.questions)
    out.questions.push_back({{}, one.where, one.message, one.line, context_of(one.line, lines)});
  out.not_found = not_found_in(out.inspection);
  return out;
}

void add_press(CheckResult& result, reading::PressText press,
               const std::vector<domain::Finding>& findings,
               const std::vector<std::string>& press_lines) {
  for (const auto& one : findings) result.press_findings.push_back(placed(one, press_lines));
  result.press = std::move(press);
}

}  // namespace northlight::report

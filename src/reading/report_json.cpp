#include "reading/report_json.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "reading/check_report.hpp"

namespace northlight::reading {

namespace {

Json line_json(const std::optional<domain::Line>& line) { return Json(line); }

std::string_view severity_name(domain::Severity severity) {
  return severity == domain::Severity::Error ? "error" : "notice";
}

using OptionalText = std::optional<std::string>;

OptionalText published_text(const domain::Published& published) {
  if (published.day) return iso(*published.day);
  if (published.month) return iso(*published.month);
  if (published.text.empty()) return std::nullopt;
  return published.text;
}

Json text_or_null(const std::string& text) {
  OptionalText stated;
  if (!text.empty()) stated = text;
  return Json(stated);
}

Json percent_json(const std::string& value) {
  if (const auto whole = parse_whole_number(value)) return *whole;
  const auto point = value.find('.');
  if (point == std::string::npos) return value;
  const auto before = parse_whole_number(std::string_view(value).substr(0, point));
  const auto decimals = std::string_view(value).substr(point + 1);
  const auto after = parse_whole_number(decimals);
  if (!before || !after || decimals.size() > 6) return value;
  double scale = 1;
  for (std::size_t at = 0; at < decimals.size(); ++at) scale *= 10;
  return static_cast<double>(*before) + static_cast<double>(*after) / scale;
}

Json items_json(const std::vector<domain::Item>& items) {
  auto list = Json::array();
  for (const auto& item : items)
    list.add(Json::object({{"text", item.text}, {"line", line_json(item.line)}}));
  return list;
}

Json standard_json(const domain::StandardResult& standard) {
  auto questions = Json::array();
  for (const auto& question : standard.key_questions) {
    std::optional<std::int64_t> percent;
    std::optional<std::int64_t> yes;
    std::optional<std::int64_t> of;
    if (question.percent) percent = question.percent->value;
    if (question.share) {
      yes = question.share->met();
      of = question.share->judged();
    }
    questions.add(
        Json::object({{"lens", question.lens},
                      {"percent", Json(percent)},
                      {"yes", Json(yes)}, {"of", Json(of)},
                      {"line", line_json(question.line)}}));
  }
  return Json::object({{"id", standard.id},
                       {"title", standard.title},
                       {"rating", Json(standard.rating)},
                       {"cases", Json(standard.cases)},
                       {"key_questions", questions},
                       {"strengths", items_json(standard.strengths)},
                       {"areas_for_improvement", items_json(standard.areas_for_improvement)},
                       {"line", line_json(standard.line)}});
}

Json findings_json(const std::vector<domain::Finding>& findings) {
  auto list = Json::array();
  for (const auto& finding : findings)
    list.add(Json::object({{"code", finding.code},
                           {"severity", severity_name(finding.severity)},
                           {"where", finding.where},
                           {"line", line_json(finding.line)},
                           {"message", finding.message}}));
  return list;
}

Json questions_json(const std::vector<domain::ReaderQuestion>& questions) {
  auto list = Json::array();
  for (const auto& question : questions)
    list.add(Json::object({{"where", question.where},
                           {"line", line_json(question.line)},
                           {"message", question.message}}));
  return list;
}

Json context_json(const std::vector<domain::ContextFigure>& figures) {
  auto list = Json::array();
  for (const auto& figure : figures) {
    auto entry = Json::object({{"what", figure.what}});
    if (figure.unit == "per cent") {
      entry.set("percent", percent_json(figure.value));
    } else {
      entry.set("value", figure.value);
      entry.set("unit", text_or_null(figure.unit));
    }
    entry.set("line", line_json(figure.line));
    list.add(std::move(entry));
  }
  return list;
}

Json evidence_json(const domain::PublishedInspection& inspection, Json& report) {
  auto samples = Json::object();
  auto sample_lines = Json::object();
  for (const auto& sample : inspection.samples) {
    samples.set(sample.what, sample.count);
    sample_lines.set(sample.what, line_json(sample.line));
  }
  report.set("samples", samples);
  report.set("sample_lines", sample_lines);
  auto disposals = Json::array();
  for (const auto& disposal : inspection.disposals)
    disposals.add(Json::object(
        {{"type", disposal.type}, {"cases", disposal.cases}, {"line", line_json(disposal.line)}}));
  report.set("disposals", disposals);
  auto windows = Json::array();
  for (const auto& window : inspection.case_windows)
    windows.add(Json::object({{"domain", window.domain},
                              {"from", iso(window.from)},
                              {"to", iso(window.to)},
                              {"line", line_json(window.line)}}));
  report.set("case_windows", windows);
  report.set("context", context_json(inspection.context));
  auto surveys = Json::array();
  for (const auto& survey : inspection.surveys)
    surveys.add(Json::object({{"what", survey.what},
                              {"count", survey.count},
                              {"of", Json(survey.of)},
                              {"line", line_json(survey.line)}}));
  report.set("surveys", surveys);
  return report;
}

std::string severity_words(const domain::Finding& finding) {
  return finding.severity == domain::Severity::Error ? "Error" : "Notice";
}

std::string place(const std::string& where, const std::optional<domain::Line>& line) {
  std::string words = where;
  if (line) words += (words.empty() ? "line " : ", line ") + std::to_string(*line);
  return words;
}

void add_finding_lines(const CheckedFile& file, std::string& text) {
  for (const auto& finding : file.findings)
    text += "  " + severity_words(finding) + " " + finding.code + " (" +
            place(finding.where, finding.line) + "): " + finding.message + "\n";
  for (const auto& question : file.questions)
    text += "  To look at again (" + place(question.where, question.line) +
            "): " + question.message + "\n";
}

}  // namespace

Json report_json(std::string_view file, const domain::PublishedInspection& inspection) {
  auto report = Json::object({{"file", file}});
  const auto& name =
      inspection.service_full_name.empty() ? inspection.service : inspection.service_full_name;
  report.set("service", text_or_null(name));
  report.set("edition", Json(inspection.edition));
  report.set("published", Json(published_text(inspection.published)));
  auto month = inspection.fieldwork_month;
  if (!month && inspection.fieldwork_started)
    month = Month{inspection.fieldwork_started->year(), inspection.fieldwork_started->month()};
  OptionalText started;
  if (month) started = iso(*month);
  report.set("fieldwork_started", Json(started));
  OptionalText started_on;
  if (inspection.fieldwork_started) started_on = iso(*inspection.fieldwork_started);
  report.set("fieldwork_started_on", Json(started_on));
  report.set("joint", Json(inspection.joint));
  report.set("isbn", text_or_null(inspection.isbn));
  report.set("score", Json(inspection.score));
  report.set("score_maximum", Json(inspection.score_maximum));
  report.set("overall_rating", Json(inspection.overall_rating));
  auto standards = Json::array();
  for (const auto& standard : inspection.standards) standards.add(standard_json(standard));
  report.set("standards", standards);
  auto recommendations = Json::array();
  for (const auto& recommendation : inspection.recommendations)
    recommendations.add(Json::object({{"number", recommendation.number},
                                      {"addressee", recommendation.addressee},
                                      {"text", recommendation.text},
                                      {"line", line_json(recommendation.line)}}));
  report.set("recommendations", recommendations);
  evidence_json(inspection, report);
  report.set("findings", findings_json(inspection.findings));
  return report;
}

std::string report_text(std::string_view file, const domain::PublishedInspection& inspection) {
  const auto& name =
      inspection.service_full_name.empty() ? inspection.service : inspection.service_full_name;
  std::string text = name.empty() ? std::string(file) : name;
  text += "\n";
  const auto line = [&](std::string_view label, const std::string& value) {
    text += "  " + std::string(label) + ": " + (value.empty() ? "not stated" : value) + "\n";
  };
  line("Overall rating", inspection.overall_rating.value_or(""));
  std::string score;
  if (inspection.score) score = std::to_string(*inspection.score);
  if (inspection.score && inspection.score_maximum)
    score += " of " + std::to_string(*inspection.score_maximum);
  line("Score", score);
  line("Published", inspection.published.text);
  line("Fieldwork started", inspection.fieldwork_started ? words(*inspection.fieldwork_started)
                            : inspection.fieldwork_month ? words(*inspection.fieldwork_month)
                                                         : std::string{});
  line("Inspection standards", inspection.edition.value_or(""));
  for (const auto& standard : inspection.standards) {
    text += "  " + standard.id + " " + standard.title + ": " +
            standard.rating.value_or("not rated, or not found") + "\n";
    for (const auto& question : standard.key_questions) {
      text += "    " + question.lens + ": ";
      text += question.percent ? std::to_string(question.percent->value) + "%" : "not stated";
      if (question.share) text += ", " + question.share->text();
      text += "\n";
    }
  }
  for (const auto& recommendation : inspection.recommendations)
    text += "  Recommendation " + std::to_string(recommendation.number) + ", to " +
            recommendation.addressee + ": " + recommendation.text + "\n";
  for (const auto& sample : inspection.samples)
    text += "  " + replace_all(sample.what, "_", " ") + ": " + std::to_string(sample.count) + "\n";
  for (const auto& figure : inspection.context)
    text += "  " + figure.what + ": " + figure.value +
            (figure.unit.empty() ? "" : " " + figure.unit) + "\n";
  CheckedFile found;
  found.findings = inspection.findings;
  add_finding_lines(found, text);
  return text;
}

Json checks_json(const std::vector<CheckedFile>& files) {
  auto list = Json::array();
  for (const auto& file : files) {
    auto entry = Json::object({{"file", file.file},
                               {"findings", findings_json(file.findings)},
                               {"questions", questions_json(file.questions)}});
    if (file.is_press) {
      entry.set("service", text_or_null(file.press.service));
      auto claims = Json::array();
      for (const auto& claim : file.press.claims)
        claims.add(
            Json::object({{"what", claim.what}, {"value", claim.value}, {"line", claim.line}}));
      entry.set("claims", claims);
    }
    list.add(std::move(entry));
  }
  return list;
}

std::string checks_text(const std::vector<CheckedFile>& files) {
  std::string text;
  for (const auto& file : files) {
    text += file.file + "\n";
    add_finding_lines(file, text);
    for (const auto& claim : file.press.claims)
      text += "  Claims " + replace_all(claim.what, "_", " ") + ": " + claim.value + " (line " +
              std::to_string(claim.line) + ")\n";
    if (file.findings.empty() && file.questions.empty())
      text +=
          file.is_press ? "  Nothing in it contradicts the report.\n" : "  Nothing was found.\n";
  }
  return text;
}

int exit_status_of(const std::vector<CheckedFile>& files) {
  return std::ranges::any_of(files,
                             [](const CheckedFile& file) { return has_errors(file.findings); })
             ? 1
             : 0;
}

std::vector<CheckedFile> check_files(const NamedText& report, const std::vector<NamedText>& press,
                                     const Vocabulary& vocabulary,
                                     std::span<const framework::Edition> editions) {
  std::vector<CheckedFile> files;
  CheckedFile checked;
  checked.file = report.file;
  const auto inspection = read_and_check(report.text, vocabulary, editions);
  if (inspection) {
    checked.findings = inspection->findings;
    checked.questions = inspection->questions;
  } else {
    checked.findings.push_back(not_a_report_finding(inspection.error()));
  }
  files.push_back(std::move(checked));
  for (const auto& text : press) {
    CheckedFile claims;
    claims.file = text.file;
    claims.is_press = true;
    claims.press = read_press(text.text, vocabulary);
    if (inspection) claims.findings = check_press(claims.press, *inspection);
    files.push_back(std::move(claims));
  }
  return files;
}

}  // namespace northlight::reading

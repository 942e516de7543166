#include "cli/reading_text.hpp"

#include "base/text.hpp"

namespace northlight::cli {
namespace {

using namespace domain;

template <typename T>
std::string stated(const std::optional<T>& value) {
  if (!value) return "not stated";
  if constexpr (std::is_same_v<T, std::string>) {
    return *value;
  } else if constexpr (std::is_same_v<T, Month> || std::is_same_v<T, Date>) {
    return words(*value);
  } else {
    return std::to_string(*value);
  }
}

std::string headline(const std::string& file, const PublishedInspection& inspection) {
  const auto& name =
      inspection.service_full_name.empty() ? inspection.service : inspection.service_full_name;
  std::string text = (name.empty() ? "Service not stated" : name) + " (" + file + ")\n";
  text += "  Edition             " + stated(inspection.edition) + '\n';
  text += "  Published           " +
          (inspection.published.text.empty() ? stated(inspection.published.month)
                                             : inspection.published.text) +
          '\n';
  text += "  Fieldwork started   " +
          (inspection.fieldwork_started ? words(*inspection.fieldwork_started)
                                        : stated(inspection.fieldwork_month)) +
          '\n';
  text += "  Overall rating      " + stated(inspection.overall_rating) + '\n';
  text += "  Score               " + stated(inspection.score) +
          (inspection.score_maximum ? " of " + std::to_string(*inspection.score_maximum) : "") +
          '\n';
  return text;
}

std::string standards(const PublishedInspection& inspection) {
  std::string text = inspection.standards.empty() ? "" : "\nStandards\n";
  for (const auto& standard : inspection.standards) {
    text += "  " + standard.id + "  " + standard.title + ": " + stated(standard.rating) + '\n';
    for (const auto& question : standard.key_questions)
      text += "         " + question.lens + ": " +
              (question.percent ? std::to_string(question.percent->value) + "%" : "not stated") +
              (question.share ? ", " + question.share->text() : "") + '\n';
    for (const auto& item : standard.strengths) text += "         + " + item.text + '\n';
    for (const auto& item : standard.areas_for_improvement)
      text += "         - " + item.text + '\n';
  }
  return text;
}

std::string the_rest(const PublishedInspection& inspection) {
  std::string text = inspection.recommendations.empty() ? "" : "\nRecommendations\n";
  for (const auto& one : inspection.recommendations)
    text += "  " + std::to_string(one.number) + ". " + one.addressee + ": " + one.text + '\n';
  if (!inspection.samples.empty()) text += "\nSamples\n";
  for (const auto& one : inspection.samples)
    text += "  " + one.what + ": " + std::to_string(one.count) + '\n';
  for (const auto& one : inspection.disposals)
    text += "  " + one.type + ": " + std::to_string(one.cases) + '\n';
  for (const auto& one : inspection.case_windows)
    text +=
        "  " + one.domain + " cases that began " + words(one.from) + " to " + words(one.to) + '\n';
  if (!inspection.context.empty()) text += "\nAbout the service and its area\n";
  for (const auto& one : inspection.context)
    text += "  " + one.what + ": " + one.value + (one.unit.empty() ? "" : " " + one.unit) + '\n';
  if (!inspection.surveys.empty()) text += "\nSurveys and interviews\n";
  for (const auto& one : inspection.surveys)
    text += "  " + one.what + ": " + std::to_string(one.count) +
            (one.of ? " of " + std::to_string(*one.of) : "") + '\n';
  return text;
}

std::string place(const std::string& file, const std::optional<Line>& line) {
  return line ? file + ":" + std::to_string(*line) : file;
}

}  // namespace

std::string reading_text(const std::string& file, const PublishedInspection& inspection) {
  std::string text = headline(file, inspection) + standards(inspection) + the_rest(inspection);
  if (!inspection.findings.empty()) text += "\nFindings\n";
  for (const auto& finding : inspection.findings)
    text += "  " + place(file, finding.line) + ": " + finding.message + '\n';
  return text;
}

std::string check_text(const std::string& file, const std::vector<Finding>& findings,
                       const std::vector<ReaderQuestion>& questions) {
  std::string text;
  for (const auto& finding : findings)
    text += place(file, finding.line) +
            (finding.severity == Severity::Error ? ": error: " : ": notice: ") + finding.code +
            (finding.where.empty() ? "" : " (" + finding.where + ")") + ": " + finding.message +
            '\n';
  for (const auto& question : questions)
    text += place(file, question.line) + ": question" +
            (question.where.empty() ? "" : " (" + question.where + ")") + ": " + question.message +
            '\n';
  return text + file + ": " +
         counted(static_cast<long long>(findings.size()), "finding", "findings") + ", " +
         counted(static_cast<long long>(questions.size()), "question", "questions") +
         " to look at again.\n";
}

}  // namespace northlight::cli

#include "report/reading_json.hpp"

#include <charconv>

#include "base/text.hpp"

namespace northlight::report {
namespace {

using namespace domain;

/// A figure as printed, as a number where it is one: "32.4", "112,000". Text stays text.
Json figure(const std::string& printed) {
  const auto plain = replace_all(printed, ",", "");
  if (const auto whole = parse_whole_number(plain)) return *whole;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error == std::errc{} && end == plain.data() + plain.size()) return value;
  return printed;
}

Json month(const std::optional<Month>& month) { return month ? Json(iso(*month)) : Json{}; }

/// The month of publication, as far as it is known; nothing for a mere span of years.
std::optional<Month> published_month(const Published& published) {
  if (published.month) return published.month;
  if (published.day) return published.day->year() / published.day->month();
  return std::nullopt;
}

Json items_json(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const auto& item : items) list.add(Json::object({{"text", item.text}, {"line", item.line}}));
  return list;
}

Json key_questions_json(const std::vector<KeyQuestionResult>& questions) {
  Json list = Json::array();
  for (const auto& question : questions) {
    Json entry = Json::object({{"lens", question.lens}});
    entry.set("percent", question.percent ? Json(question.percent->value) : Json{});
    entry.set("yes", question.share ? Json(question.share->met()) : Json{});
    entry.set("of", question.share ? Json(question.share->judged()) : Json{});
    entry.set("line", question.line);
    list.add(std::move(entry));
  }
  return list;
}

Json standards_json(const std::vector<StandardResult>& standards) {
  Json list = Json::array();
  for (const auto& standard : standards)
    list.add(Json::object({{"id", standard.id},
                           {"title", standard.title},
                           {"rating", standard.rating},
                           {"cases", standard.cases},
                           {"line", standard.line},
                           {"key_questions", key_questions_json(standard.key_questions)},
                           {"strengths", items_json(standard.strengths)},
                           {"areas_for_improvement", items_json(standard.areas_for_improvement)}}));
  return list;
}

Json recommendations_json(const std::vector<Recommendation>& recommendations) {
  Json list = Json::array();
  for (const auto& one : recommendations)
    list.add(Json::object({{"number", one.number},
                           {"addressee", one.addressee},
                           {"text", one.text},
                           {"line", one.line}}));
  return list;
}

Json context_json(const std::vector<ContextFigure>& figures) {
  Json list = Json::array();
  for (const auto& one : figures) {
    Json entry = Json::object({{"what", one.what}});
    if (one.unit == "per cent") {
      entry.set("percent", figure(one.value));
    } else {
      entry.set("value", figure(one.value)).set("unit", one.unit);
    }
    list.add(std::move(entry.set("line", one.line)));
  }
  return list;
}

}  // namespace

Json findings_json(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const auto& finding : findings)
    list.add(Json::object({{"code", finding.code},
                           {"severity", finding.severity == Severity::Error ? "error" : "notice"},
                           {"where", finding.where},
                           {"line", finding.line},
                           {"message", finding.message}}));
  return list;
}

Json questions_json(const std::vector<ReaderQuestion>& questions) {
  Json list = Json::array();
  for (const auto& question : questions)
    list.add(Json::object(
        {{"where", question.where}, {"line", question.line}, {"message", question.message}}));
  return list;
}

Json reading_json(const std::string& file, const PublishedInspection& inspection) {
  Json samples = Json::object();
  Json sample_lines = Json::object();
  for (const auto& sample : inspection.samples) {
    samples.set(sample.what, sample.count);
    sample_lines.set(sample.what, sample.line);
  }
  Json disposals = Json::array();
  for (const auto& one : inspection.disposals)
    disposals.add(Json::object({{"type", one.type}, {"cases", one.cases}, {"line", one.line}}));
  Json windows = Json::array();
  for (const auto& one : inspection.case_windows)
    windows.add(Json::object({{"domain", one.domain},
                              {"from", iso(one.from)},
                              {"to", iso(one.to)},
                              {"line", one.line}}));
  Json surveys = Json::array();
  for (const auto& one : inspection.surveys)
    surveys.add(Json::object(
        {{"what", one.what}, {"count", one.count}, {"of", one.of}, {"line", one.line}}));

  const auto& name =
      inspection.service_full_name.empty() ? inspection.service : inspection.service_full_name;
  Json document = Json::object({{"file", file}});
  document.set("service", name.empty() ? Json{} : Json(name));
  document.set("edition", inspection.edition);
  document.set("published", month(published_month(inspection.published)));
  auto started = inspection.fieldwork_month;
  if (!started && inspection.fieldwork_started)
    started = inspection.fieldwork_started->year() / inspection.fieldwork_started->month();
  document.set("fieldwork_started", month(started));
  document.set("fieldwork_first_day",
               inspection.fieldwork_started ? Json(iso(*inspection.fieldwork_started)) : Json{});
  document.set("joint", inspection.joint);
  document.set("isbn", inspection.isbn.empty() ? Json{} : Json(inspection.isbn));
  document.set("score", inspection.score);
  document.set("score_maximum", inspection.score_maximum);
  document.set("overall_rating", inspection.overall_rating);
  document.set("standards", standards_json(inspection.standards));
  document.set("recommendations", recommendations_json(inspection.recommendations));
  document.set("samples", std::move(samples));
  document.set("sample_lines", std::move(sample_lines));
  document.set("disposals", std::move(disposals));
  document.set("case_windows", std::move(windows));
  document.set("context", context_json(inspection.context));
  document.set("surveys", std::move(surveys));
  document.set("findings", findings_json(inspection.findings));
  return document;
}

}  // namespace northlight::report

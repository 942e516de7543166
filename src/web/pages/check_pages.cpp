#include "domain/slug.hpp"
#include "platform/document_text.hpp"
#include "report/check_result.hpp"
#include "report/computed_ratings.hpp"
#include "report/reading_json.hpp"
#include "store/library.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/uploaded_report.hpp"
#include "web/paths.hpp"
#include "web/views/check_view.hpp"

namespace northlight::web {
namespace {

/// What the report was called when it was sent; the field's name where its text was pasted.
std::string file_name(const Request& request) {
  const auto* file = chosen_file(request, "report");
  return file && !file->name.empty() ? file->name : "pasted text";
}

Response form_again(const Request& request, const Site& site, const Error& error) {
  views::CheckFormModel model{.text = request.form.text("text"),
                              .press = request.form.text("press"),
                              .most_bytes = site.limits.uploaded_bytes};
  (error.where == "press" ? model.press_error : model.report_error) = error.message;
  if (chosen_file(request, "report")) model.text.clear();
  model.had_file = chosen_file(request, "report") != nullptr;
  return Response::html(views::check_form_page(site.shell, model).take(), 422);
}

Json checked_json(std::string_view file, const std::vector<domain::Finding>& findings,
                  const std::vector<domain::ReaderQuestion>& questions) {
  return Json::object({{"file", file},
                       {"findings", report::findings_json(findings)},
                       {"questions", report::questions_json(questions)}});
}

/// The document of `northlight report check` for the same upload.
Json findings_document(const std::string& file, const UploadedReport& upload) {
  Json all = Json::array();
  all.add(checked_json(file, upload.checked.findings, upload.checked.questions));
  if (!upload.press) return all;
  Json claims = Json::array();
  for (const auto& one : upload.press->claims)
    claims.add(Json::object({{"what", one.what}, {"value", one.value}, {"line", one.line}}));
  auto press = checked_json("pasted news story", upload.press_findings, {});
  press.set("service", upload.press->service.empty() ? Json() : Json(upload.press->service));
  return all.add(std::move(press.set("claims", std::move(claims))));
}

/// The document of `northlight report read`.
Json reading_document(const std::string& file, UploadedReport upload) {
  upload.inspection.findings = std::move(upload.checked.findings);
  upload.inspection.questions = std::move(upload.checked.questions);
  Json all = Json::array();
  return all.add(report::reading_json(file, upload.inspection));
}

Response as_json(const Request& request, UploadedReport upload, bool wants_findings) {
  const auto file = file_name(request);
  auto response = Response::json(wants_findings ? findings_document(file, upload)
                                                : reading_document(file, std::move(upload)));
  response.with("Content-Disposition", wants_findings
                                           ? "attachment; filename=\"report-check.json\""
                                           : "attachment; filename=\"report-read.json\"");
  return response;
}

/// The library's identifier of the same inspection, where it holds it.
std::string known_as(const Site& site, const domain::PublishedInspection& inspection) {
  const auto kept = site.library.inspection(domain::inspection_id(inspection));
  return kept ? kept->id : std::string();
}

Response result(UploadedReport upload, const Site& site) {
  const auto lines = report::lines_of(upload.text);
  const auto known = known_as(site, upload.inspection);
  auto computed = report::computed_ratings(upload.edition, upload.inspection);
  auto shown = report::check_result(std::move(upload.inspection), upload.checked, upload.edition,
                                    lines, std::move(computed));
  shown.note = upload.note;
  if (upload.press)
    report::add_press(shown, *std::move(upload.press), upload.press_findings,
                      report::lines_of(upload.press_text));
  return Response::html(views::check_result_page(site.shell, {.result = std::move(shown),
                                                              .edition = upload.edition,
                                                              .text = std::move(upload.text),
                                                              .press = std::move(upload.press_text),
                                                              .known_inspection = known})
                            .take());
}

Response checked(const Request& request, const Site& site) {
  auto upload = read_upload(request, site);
  if (!upload) {
    const bool busy = upload.error().code == ErrorCode::Unavailable;
    auto again = form_again(request, site, upload.error());
    if (busy) again.status = 503;
    return again;
  }
  const auto format = request.form.text("format");
  if (!format.empty()) return as_json(request, *std::move(upload), format == "check");
  return result(*std::move(upload), site);
}

}  // namespace

void add_check_routes(Router& router, const Site& site) {
  router.get(paths::check().text(), [&site](const Request&) {
    return Response::html(
               views::check_form_page(site.shell, {.most_bytes = site.limits.uploaded_bytes})
                   .take())
        .shown_to_all();
  });
  // Room for the file, and for the text and the news story that may be pasted beside it.
  const auto most = site.limits.uploaded_bytes + 2 * platform::DocumentLimits{}.text_bytes;
  router.post(
      paths::check().text(), [&site](const Request& request) { return checked(request, site); },
      {.body_limit = most,
       .too_large = "The report can be up to " +
                    std::to_string(site.limits.uploaded_bytes / (1024UL * 1024)) +
                    " MB. Nothing of what you sent was kept. Choose the report alone, without "
                    "annexes or pictures; or open it, copy all of its text and paste that into the "
                    "form."});
}

}  // namespace northlight::web

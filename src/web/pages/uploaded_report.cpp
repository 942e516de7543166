#include "web/pages/uploaded_report.hpp"

#include "base/text.hpp"
#include "platform/document_text.hpp"
#include "reading/read_report.hpp"

namespace northlight::web {
namespace {

Error at(std::string_view field, Error error) {
  error.where = field;
  return error;
}

Error refused(std::string_view field, std::string message) {
  return {ErrorCode::Invalid, std::move(message), std::string(field)};
}

Result<platform::DocumentText> document_of(const Request& request, const Site& site) {
  const platform::DocumentLimits limits{.pdf_bytes = site.limits.uploaded_bytes};
  if (const auto* file = chosen_file(request, "report")) {
    if (file->bytes.empty())
      return refused("report", "The file that you chose is empty. Choose another one.");
    auto document = platform::read_document_bytes(file->bytes, limits);
    if (!document) return at("report", std::move(document).error());
    return document;
  }
  const auto* pasted = request.form.find("text");
  if (!pasted || trim(*pasted).empty())
    return refused("report", "Choose a PDF or text file, or paste the text of the report.");
  auto document = platform::read_document_bytes(with_line_feeds(*pasted), limits);
  if (!document) return at("report", std::move(document).error());
  return document;
}

Status add_press(UploadedReport& upload, const Request& request, const Site& site) {
  const auto* pasted = request.form.find("press");
  if (!pasted || trim(*pasted).empty()) return done();
  const platform::DocumentLimits limits{};
  if (pasted->size() > limits.text_bytes)
    return refused("press", "The news story is too long. Paste only the story itself.");
  upload.press_text = with_line_feeds(*pasted);
  upload.press = reading::read_press(upload.press_text, site.vocabulary);
  upload.press_findings = reading::check_press(*upload.press, upload.inspection);
  return done();
}

}  // namespace

const UploadedFile* chosen_file(const Request& request, std::string_view field) {
  for (const auto& file : request.files)
    if (file.field == field && (!file.name.empty() || !file.bytes.empty())) return &file;
  return nullptr;
}

std::string with_line_feeds(std::string_view text) {
  return replace_all(std::string(text), "\r\n", "\n");
}

Result<UploadedReport> read_upload(const Request& request, const Site& site) {
  NL_TRY(document, document_of(request, site));
  auto inspection = reading::read_report(document.text, site.vocabulary);
  if (!inspection) return at("report", std::move(inspection).error());
  UploadedReport upload{.text = std::move(document.text),
                        .note = std::move(document.note),
                        .inspection = *std::move(inspection)};
  upload.edition = site.find_edition(upload.inspection.edition.value_or(std::string()));
  upload.checked = reading::check_report(upload.inspection, upload.edition);
  NL_CHECK(add_press(upload, request, site));
  return upload;
}

}  // namespace northlight::web

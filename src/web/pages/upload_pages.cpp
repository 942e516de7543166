#include "casework/uploads.hpp"
#include "web/pages/children_pages.hpp"
#include "web/pages/file_requests.hpp"
#include "web/views/sent_document.hpp"

namespace northlight::web {
namespace {

struct Kind {
  const char* type;
  const char* ending;
};

Kind kind_of(domain::UploadKind kind) {
  switch (kind) {
    case domain::UploadKind::Pdf:
      return {"application/pdf", "pdf"};
    case domain::UploadKind::Jpeg:
      return {"image/jpeg", "jpg"};
    case domain::UploadKind::Png:
      return {"image/png", "png"};
    case domain::UploadKind::PlainText:
      return {"text/plain; charset=utf-8", "txt"};
    case domain::UploadKind::Docx:
      break;
  }
  return {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"};
}

/// Saved by the browser, never shown by it: what a stranger sent runs nowhere in our name. The name
/// that its sender gave it is on the page; the file is saved under a word and its kind.
Response download(const FileRequest& on) {
  const auto sent = casework::open_upload(on.gate(), on.site.people->uploads, on.asker(), on.file,
                                          on.request.parameters.text("hash"));
  if (!sent) return on.refuse(sent.error());
  const auto kind = kind_of(sent->kind);
  return Response::bytes(views::bytes_of(*sent), kind.type)
      .with("Content-Disposition",
            std::string("attachment; filename=\"document.") + kind.ending + "\"")
      .with("Cache-Control", "no-store");
}

}  // namespace

void add_upload_routes(Router& router, const Site& site) {
  router.get("/children/:file/uploads/:hash", on_file(site, download),
             {.audience = Audience::SignedIn});
}

}  // namespace northlight::web

#pragma once

#include <string>

#include "domain/upload_kind.hpp"
#include "web/response.hpp"
#include "web/views/sent_document.hpp"

namespace northlight::web {

/// A document to be saved by the browser, never shown by it: what a stranger sent runs nowhere in
/// our name. The name that its sender gave it is on the page; the file is saved under a word of
/// ours and its kind.
inline Response saved(const casework::SentDocument& sent, const std::string& as) {
  const auto ending = [&]() -> std::string {
    switch (sent.kind) {
      case domain::UploadKind::Pdf:
        return "pdf";
      case domain::UploadKind::Jpeg:
        return "jpg";
      case domain::UploadKind::Png:
        return "png";
      case domain::UploadKind::PlainText:
        return "txt";
      case domain::UploadKind::Docx:
        break;
    }
    return "docx";
  }();
  return Response::bytes(views::bytes_of(sent), domain::media_type(sent.kind))
      .with("Content-Disposition", "attachment; filename=\"" + as + "." + ending + "\"")
      .with("Cache-Control", "no-store");
}

}  // namespace northlight::web

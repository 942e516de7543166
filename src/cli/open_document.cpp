#include "cli/open_document.hpp"

#include "platform/document_text.hpp"

namespace northlight::cli {

Result<std::string> open_document(const std::string& file, Streams& streams, Progress& progress) {
  auto document = platform::read_document(file);
  progress.clear();
  if (!document) {
    auto error = std::move(document).error();
    if (error.where.empty()) error.where = file;
    return error;
  }
  if (!document->note.empty()) say_note(streams, file + ": " + document->note);
  return std::move(document->text);
}

}  // namespace northlight::cli

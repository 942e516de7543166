#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace northlight::platform {

/// A document as text.
struct DocumentText {
  std::string text;  ///< UTF-8
  std::string note;  ///< What had to be done to read it, such as a change of encoding; often empty.
};

/// How large a document may be; larger ones are refused without being read.
struct DocumentLimits {
  std::uint64_t pdf_bytes = 50ULL << 20U;
  std::uint64_t text_bytes = 5ULL << 20U;
};

/// Reads a PDF (through a shut-in pdftotext; two at a time, two more wait, and beyond that it is
/// Unavailable) or a text file; tells them apart by content.
/// NotFound or Invalid with a message that says what is wrong and what to do.
Result<DocumentText> read_document(const std::filesystem::path& file, DocumentLimits limits = {});

/// The same for a document that was sent rather than stored.
Result<DocumentText> read_document_bytes(std::string_view bytes, DocumentLimits limits = {});

}  // namespace northlight::platform

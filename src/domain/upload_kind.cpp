#include "domain/upload_kind.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.hpp"

namespace northlight::domain {
namespace {

using namespace std::string_view_literals;

Error refused(std::string message) { return {ErrorCode::Invalid, std::move(message), "file"}; }

Error cut_short() {
  return refused("This file is cut short. Save it again, and send the whole of it.");
}

bool contains(std::string_view content, std::string_view part) {
  return content.find(part) != content.npos;
}

std::uint32_t number_at(std::string_view content, std::size_t at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = bytes; i > 0; --i)
    number = (number << 8U) | static_cast<std::uint8_t>(content[at + i - 1]);
  return number;
}

// The names in a zip archive's directory, which stands at its end; nothing when there is none.
std::optional<std::vector<std::string_view>> names_in_zip(std::string_view content) {
  constexpr std::size_t end_size = 22;
  if (content.size() < end_size) return std::nullopt;
  const auto end = content.rfind("PK\x05\x06"sv);
  if (end == content.npos || end + end_size > content.size()) return std::nullopt;
  const auto count = number_at(content, end + 10, 2);
  std::size_t at = number_at(content, end + 16, 4);
  std::vector<std::string_view> names;
  for (std::uint32_t i = 0; i < count; ++i) {
    constexpr std::size_t entry_size = 46;
    if (at > content.size() || content.size() - at < entry_size ||
        content.substr(at, 4) != "PK\x01\x02"sv)
      return std::nullopt;
    const auto name = number_at(content, at + 28, 2);
    if (content.size() - at - entry_size < name) return std::nullopt;
    names.push_back(content.substr(at + entry_size, name));
    at += entry_size + name + number_at(content, at + 30, 2) + number_at(content, at + 32, 2);
  }
  return names;
}

Result<UploadKind> kind_of_zip(std::string_view content) {
  const auto names = names_in_zip(content);
  if (!names) return cut_short();
  const auto has = [&](std::string_view name) {
    return std::ranges::find(*names, name) != names->end();
  };
  if (!has("[Content_Types].xml") || !has("word/document.xml"))
    return refused("This is an archive. Take the documents out of it and send each as a PDF.");
  for (const auto name : *names) {
    const auto small = lower(name);
    if (small.ends_with(".bin") || contains(small, "activex") || contains(small, "embeddings/"))
      return refused(
          "This document holds macros or other files. Save it as a PDF, and send that instead.");
  }
  return UploadKind::Docx;
}

bool is_plain_text(std::string_view content) {
  return is_utf8(content) && std::ranges::none_of(content, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || byte == 0x7F;
         });
}

}  // namespace

Result<UploadKind> upload_kind(std::string_view content) {
  if (content.empty()) return refused("This file is empty. Choose another.");
  if (content.starts_with("%PDF-")) {
    const auto tail = content.substr(content.size() - std::min<std::size_t>(content.size(), 2048));
    if (!contains(tail, "%%EOF")) return cut_short();
    return UploadKind::Pdf;
  }
  if (content.starts_with("\xFF\xD8\xFF"sv)) {
    if (!content.ends_with("\xFF\xD9"sv)) return cut_short();
    return UploadKind::Jpeg;
  }
  if (content.starts_with("\x89PNG\r\n\x1A\n"sv)) {
    if (content.size() < 16 || content.substr(12, 4) != "IHDR" ||
        !content.ends_with("IEND\xAE\x42\x60\x82"sv))
      return cut_short();
    return UploadKind::Png;
  }
  if (content.starts_with("PK\x03\x04"sv)) return kind_of_zip(content);
  if (is_plain_text(content)) return UploadKind::PlainText;
  return refused(
      "This is no PDF, JPEG, PNG, plain text or Word document. Save it as a PDF, and send that.");
}

std::string_view media_type(UploadKind kind) {
  switch (kind) {
    case UploadKind::Pdf:
      return "application/pdf";
    case UploadKind::Jpeg:
      return "image/jpeg";
    case UploadKind::Png:
      return "image/png";
    case UploadKind::PlainText:
      return "text/plain; charset=utf-8";
    case UploadKind::Docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  return "application/octet-stream";
}

}  // namespace northlight::domain

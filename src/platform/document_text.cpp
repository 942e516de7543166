#include "platform/document_text.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "base/text.hpp"
#include "platform/child_process.hpp"
#include "platform/turnstile.hpp"

namespace northlight::platform {

namespace {

constexpr std::size_t sniffed_bytes = 1024;
constexpr std::uint64_t most_pdf_memory = 700ULL << 20U;

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, sniffed_bytes).find("%PDF-") != std::string_view::npos;
}

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20U) + " MB"; }

Error too_large(std::uint64_t limit, std::string_view kind) {
  return {ErrorCode::Invalid,
          "The document is larger than " + megabytes(limit) + ", the most that " +
              std::string(kind) + " may have. Give the report itself, without attachments.",
          "document"};
}

Error binary() {
  return {
      ErrorCode::Invalid,
      "The document is neither a PDF nor text. Give the published report as a PDF, or its text.",
      "document"};
}

void append_utf8(std::string& into, char32_t point) {
  const auto put = [&](unsigned value) { into += static_cast<char>(value); };
  const auto code = static_cast<unsigned>(point);
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

std::string from_utf16(std::string_view bytes, bool big_end_first) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_end_first ? first << 8U | second : second << 8U | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto point = unit(at);
    if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size()) {
      const auto low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    append_utf8(text, point >= 0xD800 && point < 0xE000 ? char32_t{0xFFFD} : point);
  }
  return text;
}

/// The signs of Windows-1252 between 0x80 and 0x9F; 0 where there is none.
constexpr std::array<char16_t, 32> windows_signs{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    if (code >= 0x80 && code < 0xA0) {
      const auto sign = windows_signs[code - 0x80U];
      append_utf8(text, sign == 0 ? char32_t{0xFFFD} : char32_t{sign});
    } else {
      append_utf8(text, code);
    }
  }
  return text;
}

/// Text has no NUL and hardly any other control sign.
bool looks_binary(std::string_view bytes) {
  std::size_t odd = 0;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    if (code == 0) return true;
    if (code < 0x20 && code != '\n' && code != '\r' && code != '\t' && code != '\f') ++odd;
  }
  return odd * 100 > bytes.size();
}

Result<DocumentText> decode(std::string_view bytes) {
  if (trim(bytes).empty())
    return Error{ErrorCode::Invalid, "The document is empty. Give a published report.", "document"};
  DocumentText document;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    document.text = from_utf16(bytes.substr(2), bytes.starts_with("\xFE\xFF"));
    document.note = "The text was in UTF-16 and was converted.";
    if (looks_binary(document.text)) return binary();
    return document;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (looks_binary(bytes)) return binary();
  if (is_utf8(bytes)) {
    document.text = std::string(bytes);
    return document;
  }
  document.text = from_windows_1252(bytes);
  document.note = "The text was not UTF-8; it was taken for Windows-1252 and converted.";
  return document;
}

/// What pdftotext's words on standard error mean for whoever gave the file.
Error pdf_refused(const ProcessOutput& output) {
  if (output.errors.find("Incorrect password") != std::string::npos ||
      output.errors.find("encrypt") != std::string::npos)
    return {ErrorCode::Invalid,
            "The PDF is locked with a password. Give a copy that opens without one.", "document"};
  if (output.errors.find("Copying of text") != std::string::npos || output.exit_status == 3)
    return {ErrorCode::Invalid,
            "The PDF does not allow its text to be copied. Give a copy that does, or its text.",
            "document"};
  if (output.exit_status > 128 || output.errors.find("memory") != std::string::npos ||
      output.errors.find("bad_alloc") != std::string::npos)
    return {ErrorCode::Invalid,
            "The PDF needs more memory or time than a report does and was given up. It may be "
            "damaged or made to exhaust its reader.",
            "document"};
  return {ErrorCode::Invalid,
          "The PDF is damaged: no page of it can be read. Download it again, or give its text.",
          "document"};
}

/// A PDF can hold a processor for as long as its limits let it; anybody may send one. So only some
/// are read at a time, and the rest of what a server does goes on.
std::optional<Turnstile::Pass> turn_of_pdf() {
  static Turnstile turnstile(2, 2);
  return turnstile.enter();
}

Result<DocumentText> from_pdf(SandboxedCommand command) {
  const auto turn = turn_of_pdf();
  if (!turn)
    return Error{
        ErrorCode::Unavailable,
        "Several PDFs are being read just now. Try again in a minute, or give the text of the "
        "report instead.",
        "document"};
  command.arguments = {
      "/usr/bin/pdftotext", "-layout", "-enc", "UTF-8", command.input_file ? "/input" : "-", "-"};
  command.limits.memory_bytes = most_pdf_memory;
  NL_TRY(output, run_sandboxed(command));
  if (output.exit_status != 0) return pdf_refused(output);
  if (trim(replace_all(output.output, "\f", " ")).empty())
    return Error{ErrorCode::Invalid,
                 "The PDF holds no text: its pages are pictures. Give a copy whose text can be "
                 "selected, or the text itself.",
                 "document"};
  DocumentText document;
  document.text = std::move(output.output);
  if (!is_utf8(document.text)) document.text = from_windows_1252(document.text);
  if (output.errors.find("Syntax Error") != std::string::npos)
    document.note = "The PDF is damaged in places; some of its text may be missing.";
  return document;
}

}  // namespace

Result<DocumentText> read_document(const std::filesystem::path& file, DocumentLimits limits) {
  std::error_code problem;
  const auto state = std::filesystem::status(file, problem);
  if (problem || !std::filesystem::exists(state))
    return Error{ErrorCode::NotFound, "There is no such file. Check its name and folder.",
                 file.string()};
  const auto named = [&](Error error) {
    error.where = file.string();
    return error;
  };
  if (std::filesystem::is_directory(state))
    return Error{ErrorCode::Invalid, "This is a folder. Name one file in it.", file.string()};
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return Error{ErrorCode::Forbidden, "The file may not be read. Check its permissions.",
                 file.string()};
  // A pipe has no size: never more is read than the limit and one byte.
  std::string bytes(sniffed_bytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  const bool pdf = is_pdf(bytes);
  const auto limit = pdf ? limits.pdf_bytes : limits.text_bytes;
  if (std::filesystem::is_regular_file(state)) {
    const auto size = std::filesystem::file_size(file, problem);
    if (!problem && size > limit) return named(too_large(limit, pdf ? "a PDF" : "a text"));
  }
  std::array<char, 65536> buffer{};
  while (stream && bytes.size() <= limit) {
    stream.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  auto text = read_document_bytes(bytes, limits);
  if (!text && text.error().code == ErrorCode::Invalid) return named(text.error());
  return text;
}

Result<DocumentText> read_document_bytes(std::string_view bytes, DocumentLimits limits) {
  const bool pdf = is_pdf(bytes);
  const auto limit = pdf ? limits.pdf_bytes : limits.text_bytes;
  if (bytes.size() > limit) return too_large(limit, pdf ? "a PDF" : "a text");
  if (!pdf) return decode(bytes);
  SandboxedCommand command;
  command.input = bytes;
  return from_pdf(std::move(command));
}

}  // namespace northlight::platform

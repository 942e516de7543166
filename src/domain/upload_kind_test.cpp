#include "domain/upload_kind.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace northlight;
using namespace northlight::domain;
using namespace std::string_literals;

namespace {

/// A zip archive of empty entries, as far as its directory goes.
std::string zip_of(const std::vector<std::string>& names) {
  const auto two = [](std::size_t number) {
    return std::string{static_cast<char>(number & 0xFFU), static_cast<char>(number >> 8U)};
  };
  std::string archive = "PK\x03\x04"s + std::string(26, '\0');
  const auto start = archive.size();
  for (const auto& name : names)
    archive +=
        "PK\x01\x02"s + std::string(24, '\0') + two(name.size()) + std::string(16, '\0') + name;
  const auto size = archive.size() - start;
  return archive + "PK\x05\x06"s + std::string(4, '\0') + two(names.size()) + two(names.size()) +
         two(size) + two(0) + two(start) + two(0) + two(0);
}

std::string refusal(const std::string& content) {
  const auto kind = upload_kind(content);
  return kind ? "taken as " + std::string(code(*kind)) : kind.error().message;
}

}  // namespace

TEST_CASE("a file is told by its content") {
  CHECK(upload_kind("%PDF-1.7\nsome\n%%EOF\n").value() == UploadKind::Pdf);
  CHECK(upload_kind("\xFF\xD8\xFF\xE0 picture \xFF\xD9"s).value() == UploadKind::Jpeg);
  CHECK(upload_kind("\x89PNG\r\n\x1A\n\0\0\0\rIHDR data IEND\xAE\x42\x60\x82"s).value() ==
        UploadKind::Png);
  CHECK(upload_kind("Annwyl Si\xC3\xB4n,\r\n\tdiolch.").value() == UploadKind::PlainText);
  CHECK(upload_kind(zip_of({"[Content_Types].xml", "word/document.xml"})).value() ==
        UploadKind::Docx);
}

TEST_CASE("what is cut short, empty or something else is refused with what to do") {
  CHECK(refusal("").find("empty") != std::string::npos);
  CHECK(refusal("%PDF-1.7 half").find("cut short") != std::string::npos);
  CHECK(refusal("\xFF\xD8\xFF\xE0 half").find("cut short") != std::string::npos);
  CHECK(refusal("\x89PNG\r\n\x1A\n").find("cut short") != std::string::npos);
  CHECK(refusal("PK\x03\x04 half").find("cut short") != std::string::npos);
  CHECK(refusal("MZ\x90\0\x03"s).find("Save it as a PDF") != std::string::npos);
  CHECK(refusal("a\0b"s).find("Save it as a PDF") != std::string::npos);
}

TEST_CASE("an archive and a document with macros are refused") {
  CHECK(refusal(zip_of({"a.txt"})).find("archive") != std::string::npos);
  CHECK(refusal(zip_of({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}))
            .find("macros") != std::string::npos);
}

TEST_CASE("a directory that points outside the archive is refused, not followed") {
  auto archive = zip_of({"[Content_Types].xml", "word/document.xml"});
  archive[archive.size() - 5] = '\x7F';  // The directory's place.
  CHECK(refusal(archive).find("cut short") != std::string::npos);
}

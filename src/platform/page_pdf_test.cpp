#include "platform/page_pdf.hpp"

#include <doctest/doctest.h>

#include "platform/document_text.hpp"

using namespace northlight;
using namespace northlight::platform;

TEST_CASE("a page is printed as a PDF whose text can be read") {
  if (!can_print_pdf()) {
    MESSAGE("skipped: Chromium is not installed");
    return;
  }
  const auto pdf = print_pdf(
      "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Siân</title></head>"
      "<body><h1>What is held on Siân</h1></body></html>");
  if (!pdf) FAIL(pdf.error().message);
  const auto text = read_document_bytes(*pdf);
  REQUIRE(text);
  CHECK(text->text.find("What is held on Siân") != std::string::npos);
}

TEST_CASE("a page that is printed reads no file of the machine") {
  if (!can_print_pdf()) {
    MESSAGE("skipped: Chromium is not installed");
    return;
  }
  const auto pdf = print_pdf(
      "<!DOCTYPE html><html lang=\"en-GB\"><head><title>x</title></head><body><p>before</p>"
      "<iframe src=\"file:///etc/passwd\" width=\"500\" height=\"500\"></iframe></body></html>");
  REQUIRE(pdf);
  const auto text = read_document_bytes(*pdf);
  REQUIRE(text);
  CHECK(text->text.find("before") != std::string::npos);
  CHECK(text->text.find("root:") == std::string::npos);
}

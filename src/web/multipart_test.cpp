#include "web/multipart.hpp"

#include <doctest/doctest.h>

namespace northlight::web {
namespace {

const std::string type = "multipart/form-data; boundary=b0";

std::string field(std::string_view disposition, std::string_view content) {
  return "--b0\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n\r\n" +
         std::string(content) + "\r\n";
}

TEST_CASE("fields and files are told apart and kept in order") {
  const auto form = parse_multipart(
      type, field("name=\"a\"", "1") +
                field("name=\"f\"; filename=\"r.pdf\"", std::string("%PDF\r\n\0\xff", 8)) +
                field("name=\"a\"", "2") + field("name=\"empty\"", "") + "--b0--\r\n");
  REQUIRE(form);
  CHECK(form->fields.all("a") == std::vector<std::string>{"1", "2"});
  CHECK(form->fields.find("empty")->empty());
  REQUIRE(form->files.size() == 1);
  CHECK(form->files[0].field == "f");
  CHECK(form->files[0].name == "r.pdf");
  CHECK(form->files[0].bytes == std::string("%PDF\r\n\0\xff", 8));
}

TEST_CASE("bytes that look nearly like a boundary belong to the file") {
  const std::string bytes = "\r\n--b\r\n--B0\r\n-b0--b0\r\n";
  const auto form = parse_multipart(type, field("name=\"f\"; filename=\"x\"", bytes) + "--b0--");
  REQUIRE(form);
  CHECK(form->files[0].bytes == bytes);
}

TEST_CASE("a file's name loses its folders, and quotes may be escaped") {
  const auto name_of = [](std::string_view written) {
    const auto form = parse_multipart(
        type, field("name=\"f\"; filename=\"" + std::string(written) + "\"", "x") + "--b0--\r\n");
    return form ? form->files[0].name : "(refused)";
  };
  CHECK(name_of("../../etc/passwd") == "passwd");
  CHECK(name_of("C:\\\\reports\\\\a.pdf") == "a.pdf");
  CHECK(name_of("a \\\"b\\\".pdf") == "a \"b\".pdf");
  CHECK(name_of("\xff.pdf") == "(refused)");
}

TEST_CASE("a file box that was left empty yields no file") {
  const auto form = parse_multipart(type, field("name=\"f\"; filename=\"\"", "") + "--b0--\r\n");
  REQUIRE(form);
  CHECK(form->files.empty());
  CHECK(form->fields.empty());
}

TEST_CASE("a form that is malformed is refused") {
  const auto good = field("name=\"a\"", "1");
  const auto with_head = [](const std::string& head) {
    return "--b0\r\n" + head + "\r\n\r\n1\r\n--b0--\r\n";
  };
  for (const auto& body :
       {std::string{},
        std::string{"--b0"},
        std::string{"--b0\r\n"},
        good,
        good + "--b0",
        good + "--b0-",
        good + "--b0--trailing",
        "preamble\r\n" + good + "--b0--\r\n",
        "--b0\n" + good + "--b0--\r\n",
        std::string("--b0\nContent-Disposition: form-data; name=\"a\"\n\n1\n--b0--\n"),
        with_head("Content-Type: text/plain"),
        with_head("Content-Disposition: form-data"),
        with_head("Content-Disposition: form-data; name=\"\""),
        with_head("Content-Disposition: form-data; name=\"a"),
        with_head("Content-Disposition: form-data; name=\"a\"; name=\"b\""),
        with_head("Content-Disposition: attachment; name=\"a\""),
        with_head("No colon"),
        with_head("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
                  "name=\"b\""),
        with_head("X: " + std::string(5'000, 'x') +
                  "\r\nContent-Disposition: form-data; name=\"a\""),
        field("name=\"a\"", "\xff") + "--b0--\r\n",
        field("name=\"a\"", std::string(1, '\0')) + "--b0--\r\n"}) {
    CAPTURE(body);
    CHECK_FALSE(parse_multipart(type, body));
  }
}

TEST_CASE("a boundary that is missing or malformed is refused") {
  for (const auto& header :
       {std::string("multipart/form-data"), std::string("multipart/form-data; boundary="),
        std::string("multipart/form-data; boundary=\"b0"),
        std::string("multipart/form-data; boundary=b\"0"),
        "multipart/form-data; boundary=" + std::string(71, 'b'),
        std::string("multipart/form-data; boundary=b0; boundary=b1"),
        std::string("multipart/mixed; boundary=b0"), std::string()}) {
    CAPTURE(header);
    CHECK_FALSE(parse_multipart(header, "--b0--\r\n"));
  }
  CHECK(parse_multipart("Multipart/Form-Data; charset=utf-8; boundary=\"b0\"", "--b0--\r\n"));
}

TEST_CASE("more parts than a person fills in are refused") {
  std::string body;
  for (int i = 0; i < 2'000; ++i) body += field("name=\"a\"", "");
  CHECK(parse_multipart(type, body + "--b0--\r\n"));
  CHECK_FALSE(parse_multipart(type, body + field("name=\"a\"", "") + "--b0--\r\n"));
}

}  // namespace
}  // namespace northlight::web

#include "web/multipart_sieve.hpp"

#include <doctest/doctest.h>

#include "web/multipart.hpp"

namespace northlight::web {
namespace {

const std::string form_type = "multipart/form-data; boundary=b0";

std::string part(std::string_view disposition, std::string_view content) {
  return "--b0\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n\r\n" +
         std::string(content) + "\r\n";
}

std::string file_part(std::string_view name, std::string_view content) {
  return part("name=\"" + std::string(name) + "\"; filename=\"film.mp4\"", content);
}

struct Sieved {
  std::string body;
  std::vector<std::size_t> cut;
};

Sieved sieved(std::string_view body, std::size_t piece, MultipartSieve::Most most) {
  MultipartSieve sieve("b0", most);
  std::size_t most_held = 0;
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size()))) {
    sieve.put(body.substr(0, piece));
    most_held = std::max(most_held, sieve.size());
  }
  CHECK(most_held <= most.files + most.rest + piece + 80);
  auto left = sieve.finish();
  CHECK_FALSE(sieve.overflowed());
  return {std::move(left), sieve.cut()};
}

TEST_CASE("what fits comes through to the byte, in whatever pieces it comes") {
  const auto body = part("name=\"words\"", "He said\r\n--b\r\nso") +
                    file_part("letter", "%PDF\r\n-") + part("name=\"more\"", "") + "--b0--\r\n";
  for (std::size_t piece = 1; piece <= body.size(); ++piece) {
    const auto left = sieved(body, piece, {.files = 7, .rest = 1'000});
    REQUIRE(left.body == body);
    CHECK(left.cut.empty());
  }
}

TEST_CASE("a file that does not fit is left out, and all that was typed before and after is read") {
  const auto body = part("name=\"words\"", "typed before") +
                    file_part("film", std::string(5'000, 'x') + "\r\n--b") +
                    file_part("letter", "%PDF") + part("name=\"after\"", "typed after") +
                    "--b0--\r\n";
  for (const std::size_t piece : {1U, 2U, 7U, 64U, 1'000U, 9'000U}) {
    const auto left = sieved(body, piece, {.files = 100, .rest = 1'000});
    CHECK(left.cut == std::vector<std::size_t>{1});
    const auto form = parse_multipart(form_type, left.body, left.cut);
    REQUIRE(form);
    CHECK(form->fields.text("words") == "typed before");
    CHECK(form->fields.text("after") == "typed after");
    REQUIRE(form->files.size() == 2);
    CHECK(form->files[0].is_cut);
    CHECK(form->files[0].name == "film.mp4");
    CHECK(form->files[0].bytes.empty());
    CHECK_FALSE(form->files[1].is_cut);
    CHECK(form->files[1].bytes == "%PDF");
  }
}

TEST_CASE("files share the room: the one that goes beyond it is left out whole") {
  const auto body = file_part("one", std::string(60, '1')) +
                    file_part("two", std::string(60, '2')) +
                    file_part("three", std::string(40, '3')) + "--b0--\r\n";
  const auto left = sieved(body, 16, {.files = 100, .rest = 1'000});
  CHECK(left.cut == std::vector<std::size_t>{1});
  const auto form = parse_multipart(form_type, left.body, left.cut);
  REQUIRE(form);
  CHECK(form->files[2].bytes == std::string(40, '3'));
}

TEST_CASE("a field of text is never left out in silence") {
  MultipartSieve sieve("b0", {.files = 1'000, .rest = 200});
  sieve.put(part("name=\"words\"", std::string(500, 'w')));
  sieve.put("--b0--\r\n");
  sieve.finish();
  CHECK(sieve.overflowed());
  CHECK(sieve.cut().empty());
}

TEST_CASE("a field that is called like a file is a field") {
  const auto body = part("name=\"filename\"", std::string(300, 'w')) + "--b0--\r\n";
  const auto left = sieved(body, 32, {.files = 10, .rest = 1'000});
  CHECK(left.body == body);
}

}  // namespace
}  // namespace northlight::web

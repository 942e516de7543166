// What a request must not be: each line here is one that two programs could read in two ways, or
// that asks for too much. The answer is a refusal, once, and then the connection is closed.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

namespace northlight::web {
namespace {

using namespace std::string_literals;

struct Bad {
  std::string what;
  std::string bytes;
  std::vector<int> statuses{400};
};

const std::string host = "Host: example.test\r\n";
const std::string smuggled = "GET /hello/smuggled HTTP/1.1\r\nHost: example.test\r\n\r\n";

std::string form_with(const std::string& headers, const std::string& body) {
  return "POST /form HTTP/1.1\r\n" + host + headers + "\r\n" + body + smuggled;
}

std::string chunked(const std::string& chunks) {
  return form_with("Transfer-Encoding: chunked\r\n", chunks);
}

std::string first_line(const std::string& line) { return line + "\r\n" + host + "\r\n" + smuggled; }

std::string with_header(const std::string& header) {
  return "GET / HTTP/1.1\r\n" + host + header + "\r\n\r\n" + smuggled;
}

void each_is_refused(std::initializer_list<Bad> all) {
  TestServer server;
  for (const auto& bad : all) {
    CAPTURE(bad.what);
    RawClient client(server.port());
    client.send(bad.bytes);
    client.finish_sending();
    const auto answer = client.receive();
    REQUIRE(answer);
    CAPTURE(answer->status);
    CHECK(std::ranges::find(bad.statuses, answer->status) != bad.statuses.end());
    CHECK(answer->header("Connection") == "close");
    CHECK(answer->header("X-Content-Type-Options") == "nosniff");
    CHECK(client.is_closed());
  }
  // Nobody else was disturbed.
  RawClient good(server.port());
  good.send(get("/"));
  CHECK(good.receive()->status == 200);
}

TEST_CASE("a body whose end can be read in two ways is refused") {
  each_is_refused({
      {"both lengths",
       form_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {"both, other order",
       form_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
      {"both, odd case",
       form_with("content-LENGTH: 5\r\ntransfer-ENCODING: Chunked\r\n", "0\r\n\r\n")},
      {"two different lengths", form_with("Content-Length: 3\r\nContent-Length: 5\r\n", "a=1")},
      {"twice the same length", form_with("Content-Length: 3\r\nContent-Length: 3\r\n", "a=1")},
      {"a list of lengths", form_with("Content-Length: 3, 3\r\n", "a=1")},
      {"a length with a letter", form_with("Content-Length: 3x\r\n", "a=1")},
      {"a length with a plus", form_with("Content-Length: +3\r\n", "a=1")},
      {"a length below nought", form_with("Content-Length: -1\r\n", "a=1")},
      {"a length in hexadecimal", form_with("Content-Length: 0x3\r\n", "a=1")},
      {"a length with a fraction", form_with("Content-Length: 3.0\r\n", "a=1")},
      {"a length with a gap", form_with("Content-Length: 1 1\r\n", "a=1")},
      {"an empty length", form_with("Content-Length: \r\n", "a=1")},
      {"a length past 2^63",
       form_with("Content-Length: 9223372036854775808\r\n", "a=1"),
       {400, 413}},
      {"a length past 2^64",
       form_with("Content-Length: 18446744073709551619\r\n", "a=1"),
       {400, 413}},
      {"a length of 60 figures",
       form_with("Content-Length: " + std::string(60, '9') + "\r\n", "a=1"),
       {400, 413}},
      {"a body with GET", "GET / HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\na=1" + smuggled},
      {"a chunked body with GET",
       "GET / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
  });
}

TEST_CASE("a transfer coding other than one chunked is refused") {
  each_is_refused({
      {"identity", form_with("Transfer-Encoding: identity\r\n", "a=1"), {400, 501}},
      {"gzip", form_with("Transfer-Encoding: gzip\r\n", "a=1"), {400, 501}},
      {"chunked twice", form_with("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
      {"gzip, then chunked",
       form_with("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
       {400, 501}},
      {"chunked, then identity",
       form_with("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
       {400, 501}},
      {"two fields",
       form_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {"nearly chunked", form_with("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), {400, 501}},
      {"chunked with a parameter",
       form_with("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n"),
       {400, 501}},
      {"chunked in quotes",
       form_with("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"),
       {400, 501}},
      {"chunked and a vertical tab",
       form_with("Transfer-Encoding: \x0b"
                 "chunked\r\n",
                 "0\r\n\r\n"),
       {400, 501}},
      {"chunked under HTTP/1.0",
       "POST /form HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"an empty coding", form_with("Transfer-Encoding: \r\n", "0\r\n\r\n"), {400, 501}},
  });
}

TEST_CASE("chunks that are malformed are refused") {
  each_is_refused({
      {"no number", chunked("zz\r\na=1\r\n0\r\n\r\n")},
      {"an empty size", chunked("\r\na=1\r\n0\r\n\r\n")},
      {"a size below nought", chunked("-3\r\na=1\r\n0\r\n\r\n")},
      {"a size with a plus", chunked("+3\r\na=1\r\n0\r\n\r\n")},
      {"a size with 0x", chunked("0x3\r\na=1\r\n0\r\n\r\n")},
      {"a size past 2^64", chunked("10000000000000003\r\na=1\r\n0\r\n\r\n"), {400, 413}},
      {"a size past the limit", chunked("7fffffffffffffff\r\na=1\r\n0\r\n\r\n"), {400, 413}},
      {"more than its size", chunked("2\r\na=1\r\n0\r\n\r\n")},
      {"a line feed alone after the size", chunked("3\na=1\r\n0\r\n\r\n")},
      {"a line feed alone after the chunk", chunked("3\r\na=1\n0\r\n\r\n")},
      {"a broken extension", chunked("3;=;\r\na=1\r\n0\r\n\r\n")},
      {"a length among the trailers", chunked("3\r\na=1\r\n0\r\nContent-Length: 3\r\n\r\n")},
      {"a coding among the trailers",
       chunked("3\r\na=1\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n")},
      {"an end that never comes",
       "POST /form HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n"},
  });
}

TEST_CASE("a host that is missing, doubled or malformed is refused") {
  each_is_refused({
      {"none", "GET / HTTP/1.1\r\n\r\n" + smuggled},
      {"two", "GET / HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n\r\n" + smuggled},
      {"twice the same", "GET / HTTP/1.1\r\nHost: a.test\r\nHost: a.test\r\n\r\n" + smuggled},
      {"empty", "GET / HTTP/1.1\r\nHost: \r\n\r\n" + smuggled},
      {"with a user", "GET / HTTP/1.1\r\nHost: user@a.test\r\n\r\n" + smuggled},
      {"with a path", "GET / HTTP/1.1\r\nHost: a.test/b\r\n\r\n" + smuggled},
      {"a list", "GET / HTTP/1.1\r\nHost: a.test, b.test\r\n\r\n" + smuggled},
      {"two under HTTP/1.0", "GET / HTTP/1.0\r\nHost: a.test\r\nHost: b.test\r\n\r\n" + smuggled},
  });
}

TEST_CASE("header fields that are malformed or doubled are refused") {
  each_is_refused({
      {"a space before the colon", "GET / HTTP/1.1\r\nHost : a.test\r\n\r\n" + smuggled},
      {"a tab before the colon", "GET / HTTP/1.1\r\nHost\t: a.test\r\n\r\n" + smuggled},
      {"a space before the first name", "GET / HTTP/1.1\r\n Host: a.test\r\n\r\n" + smuggled},
      {"no colon", with_header("Nothing")},
      {"no name", with_header(": value")},
      {"a NUL in a value", with_header("A: b\0c"s)},
      {"a NUL in a name", with_header("A\0b: c"s)},
      {"a control character in a value", with_header("A: b\x01")},
      {"a delete character in a value", with_header("A: b\x7f")},
      {"a carriage return alone in a value", with_header("A: b\rc")},
      {"a letter outside ASCII in a name", with_header("\xC3\xA9: b")},
      {"a bracket in a name", with_header("A(b): c")},
      {"a line feed alone in a value", with_header("A: b\nTransfer-Encoding: chunked")},
      {"line feeds alone throughout", "GET / HTTP/1.1\nHost: a.test\n\n"},
      {"a line feed alone at the end", "GET / HTTP/1.1\r\nHost: a.test\r\n\n"},
      {"two content types",
       form_with("Content-Length: 3\r\nContent-Type: a/b\r\nContent-Type: c/d\r\n", "a=1")},
      {"an expectation of another kind",
       form_with("Content-Length: 3\r\nExpect: tea\r\n", "a=1"),
       {417}},
  });
}

TEST_CASE("headers that are too large or too many are refused") {
  std::string many;
  for (int i = 0; i < 5'000; ++i) many += "A" + std::to_string(i) + ": b\r\n";
  std::string a_few_too_many;
  for (int i = 0; i < 100; ++i) a_few_too_many += "a:b\r\n";
  each_is_refused({
      {"a header of 64 KB", with_header("A: " + std::string(65'536, 'b')), {431}},
      {"a name of 64 KB", with_header(std::string(65'536, 'b') + ": a"), {431}},
      {"5,000 headers", "GET / HTTP/1.1\r\n" + host + many + "\r\n", {431}},
      {"101 short headers", "GET / HTTP/1.1\r\n" + host + a_few_too_many + "\r\n", {431}},
      {"an address of 64 KB", first_line("GET /" + std::string(65'536, 'a') + " HTTP/1.1"), {431}},
      {"a method of 64 KB", first_line(std::string(65'536, 'A') + " / HTTP/1.1"), {400, 431}},
  });
}

TEST_CASE("addresses that are malformed or in disguise are refused") {
  std::vector<Bad> all;
  for (const std::string address : {"http://example.test/",
                                    "https://example.test/hello/a",
                                    "example.test:443",
                                    "*",
                                    "hello",
                                    "//example.test/",
                                    "/hello//a",
                                    "/hello/..",
                                    "/../etc/passwd",
                                    "/hello/./a",
                                    "/hello/%2e%2e/a",
                                    "/hello/%2E%2e",
                                    "/hello/%2e",
                                    "/hello/a%2fb",
                                    "/hello/a%5Cb",
                                    "/hello/a\\b",
                                    "/hello/%00",
                                    "/hello/a%00b",
                                    "/hello/%0d%0a",
                                    "/hello/%7f",
                                    "/hello/%",
                                    "/hello/%4",
                                    "/hello/%zz",
                                    "/hello/%ff",
                                    "/hello/%c0%ae",
                                    "/hello/%ed%a0%80",
                                    "/hello/\xC3\xA9",
                                    "/hello/a#b",
                                    "/hello/<a>",
                                    "/hello/\"a\"",
                                    "/hello/a|b",
                                    "/?q=%",
                                    "/?q=%zz",
                                    "/?q=%00",
                                    "/?q=%ff",
                                    "/?q=a#b",
                                    "/?q=<a>",
                                    "/?%zz=a"})
    all.push_back({address, first_line("GET " + address + " HTTP/1.1")});
  for (const auto& bad : all) each_is_refused({bad});
}

TEST_CASE("methods that are unknown or dangerous are refused") {
  each_is_refused({
      {"trace", first_line("TRACE / HTTP/1.1"), {405}},
      {"connect", first_line("CONNECT example.test:443 HTTP/1.1"), {400, 405}},
      {"options of everything", first_line("OPTIONS * HTTP/1.1")},
      {"an unknown word", first_line("BREW / HTTP/1.1"), {501}},
      {"small letters", first_line("get / HTTP/1.1"), {501}},
      {"a word with a bracket", first_line("GE(T / HTTP/1.1")},
  });
}

TEST_CASE("first lines of another protocol or version are refused") {
  each_is_refused({
      {"HTTP/0.9", "GET /\r\n"},
      {"HTTP/0.9 in form", first_line("GET / HTTP/0.9"), {400, 505}},
      {"HTTP/1.2", first_line("GET / HTTP/1.2"), {400, 505}},
      {"HTTP/1.10", first_line("GET / HTTP/1.10"), {400, 505}},
      {"HTTP/2.0", first_line("GET / HTTP/2.0"), {400, 505}},
      {"the opening of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 505}},
      {"small letters", first_line("GET / http/1.1"), {400, 505}},
      {"another name", first_line("GET / HTTQ/1.1"), {400, 505}},
      {"two spaces", first_line("GET  / HTTP/1.1")},
      {"a tab", first_line("GET\t/ HTTP/1.1")},
      {"a space at the end", first_line("GET / HTTP/1.1 "), {400, 505}},
      {"a space at the start", first_line(" GET / HTTP/1.1")},
      {"an empty line first", "\r\nGET / HTTP/1.1\r\n" + host + "\r\n"},
      {"the opening of TLS",
       "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s + std::string(64, '\x07')},
      {"noise", std::string(300, '\xff')},
      {"a part of a request", "GET / HTTP/1.1\r\nHost: exa"},
      {"a part of a body", "POST /form HTTP/1.1\r\n" + host + "Content-Length: 10\r\n\r\na=1"},
  });
}

TEST_CASE("a line that was folded is unfolded or refused, never two fields") {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/headers/A", "A: one\r\n two\r\n"));
  const auto answer = client.receive();
  REQUIRE(answer);
  if (answer->status != 400) CHECK(answer->body == "one two");
}

TEST_CASE("a body past the limit is refused at the limit, whole or in chunks") {
  TestServer server;
  SUBCASE("announced") {
    RawClient client(server.port());
    client.send("POST /form HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n");
    CHECK(client.receive()->status == 413);
    CHECK(client.is_closed());
  }
  SUBCASE("in chunks, for ever") {
    RawClient client(server.port());
    client.send("POST /form HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(65'536, 'x') + "\r\n";
    for (int i = 0; i < 17; ++i) client.send(chunk);  // 16 are 1 MB, and no end is ever sent.
    CHECK(client.receive()->status == 413);
  }
  SUBCASE("a route may take more") {
    RawClient client(server.port());
    client.send(post("/upload", std::string(2'000'000, 'x'), "application/pdf"));
    const auto answer = client.receive();
    CHECK(answer->status == 200);
    CHECK(answer->body == "2000000");
  }
}

TEST_CASE("what is unusual but lawful is served") {
  TestServer server;
  RawClient client(server.port());
  SUBCASE("chunks with extensions and trailers, which are no headers") {
    client.send(
        "POST /form HTTP/1.1\r\n" + host +
        "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        "2;ext=1;other=\"x\"\r\na=\r\n1\r\n1\r\n0\r\nX-Late: yes\r\nHost: other.test\r\n\r\n");
    CHECK(client.receive()->body == "a=1;");
    client.send(get("/headers/X-Late"));
    CHECK(client.receive()->body == "(none)");
  }
  SUBCASE("a length with noughts before it") {
    client.send(
        "POST /form HTTP/1.1\r\n" + host +
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 003\r\n\r\na=1");
    CHECK(client.receive()->body == "a=1;");
  }
  SUBCASE("header names in any case") {
    client.send("GET /headers/x-thing HTTP/1.1\r\nhOsT: example.test\r\nX-THING: yes\r\n\r\n");
    CHECK(client.receive()->body == "yes");
  }
  SUBCASE("an address with letters that are encoded") {
    client.send(get("/hello/Si%C3%A2n%20M.?mark=%21"));
    CHECK(client.receive()->body == "Hello Si\xC3\xA2n M.!");
  }
  SUBCASE("HTTP/1.0 without a host, answered once") {
    client.send("GET / HTTP/1.0\r\n\r\n");
    CHECK(client.receive()->status == 200);
    CHECK(client.is_closed());
  }
}

}  // namespace
}  // namespace northlight::web

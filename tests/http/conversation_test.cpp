#include <doctest/doctest.h>

#include <algorithm>

#include "base/json.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

namespace northlight::web {
namespace {

TEST_CASE("one connection serves one request after another") {
  TestServer server;
  RawClient client(server.port());
  for (int i = 0; i < 20; ++i) {
    client.send(get("/hello/" + std::to_string(i)));
    const auto answer = client.receive();
    REQUIRE(answer);
    CHECK(answer->body == "Hello " + std::to_string(i));
    CHECK(answer->header("Connection") == "keep-alive");
  }
  CHECK(server.server().traffic().accepted == 1);
}

TEST_CASE("requests sent ahead are answered in their order") {
  TestServer server;
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 50; ++i) all += get("/hello/" + std::to_string(i));
  client.send(all + post("/form", "a=1&a=2&b=%26") + get("/hello/last"));
  for (int i = 0; i < 50; ++i) CHECK(client.receive()->body == "Hello " + std::to_string(i));
  CHECK(client.receive()->body == "a=1;a=2;b=&;");
  CHECK(client.receive()->body == "Hello last");
}

TEST_CASE("a request that arrives a byte at a time is the same request") {
  TestServer server;
  RawClient client(server.port());
  for (const char c : post("/form", "name=value")) client.send({&c, 1});
  CHECK(client.receive()->body == "name=value;");
}

TEST_CASE("what waits for the disk is sent when it is kept, and not at all when it is not") {
  for (const bool kept : {true, false}) {
    CAPTURE(kept);
    TestServer server;
    RawClient client(server.port());
    client.send(get("/kept"));
    server.gate.wait_until_waiting(1);
    server.gate.open();
    CHECK(server.server().traffic().in_flight == 1);
    REQUIRE(server.keeping.size() == 1);
    server.keeping.front()(kept);
    const auto answer = client.receive();
    REQUIRE(answer);
    CHECK(answer->status == (kept ? 200 : 503));
    CHECK((answer->body == "what was read") == kept);
    CHECK(answer->body.find("what was read") == (kept ? 0 : std::string::npos));
    client.send(get("/hello/again"));
    CHECK((client.receive() ? 1 : 0) == (kept ? 1 : 0));
    server.wait_for_traffic([](const Traffic& traffic) { return traffic.in_flight == 0; });
  }
}

TEST_CASE("a client that asks to close is answered and closed") {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/", "Connection: close\r\n") + get("/hello/late"));
  const auto answer = client.receive();
  CHECK(answer->header("Connection") == "close");
  CHECK(client.is_closed());
}

TEST_CASE("HEAD has the headers of GET and no body") {
  TestServer server;
  RawClient client(server.port());
  client.send("HEAD / HTTP/1.1\r\nHost: example.test\r\n\r\n");
  const auto answer = client.receive(RawClient::Body::None);
  CHECK(answer->status == 200);
  CHECK(answer->header("Content-Length") == "11");
  client.send(get("/"));
  CHECK(client.receive()->body == "<p>Home</p>");
}

TEST_CASE("an address that is not there is 404, one that is but not so is 405 with what it takes") {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/nowhere"));
  CHECK(client.receive()->status == 404);
  client.send(post("/", "a=1"));
  const auto answer = client.receive();
  CHECK(answer->status == 405);
  CHECK(answer->header("Allow") == "GET, HEAD");
}

TEST_CASE("a client that waits for leave to send its body gets it") {
  TestServer server;
  RawClient client(server.port());
  const std::string head =
      "POST /form HTTP/1.1\r\nHost: example.test\r\nContent-Type: text/plain\r\n"
      "Expect: 100-continue\r\n";
  client.send(head + "Content-Length: 5\r\n\r\n");
  CHECK(client.receive()->status == 100);
  client.send("hello");
  CHECK(client.receive()->body == "hello");

  client.send(head + "Content-Length: 5000000\r\n\r\n");  // Refused before it is sent.
  CHECK(client.receive()->status == 413);
  CHECK(client.is_closed());
}

TEST_CASE("a form with files arrives whole") {
  TestServer server;
  RawClient client(server.port());
  const std::string body =
      "--b0\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nA note\r\n"
      "--b0\r\nContent-Disposition: form-data; name=\"report\"; filename=\"a.txt\"\r\n"
      "Content-Type: text/plain\r\n\r\none\r\ntwo\r\n--b0--\r\n";
  client.send(post("/form", body, "multipart/form-data; boundary=b0"));
  CHECK(client.receive()->body == "note=A note;report:a.txt:one\r\ntwo;");
  client.send(post("/form", body, "multipart/form-data; boundary=other"));
  CHECK(client.receive()->status == 400);
}

TEST_CASE("every answer carries the security headers and its reference") {
  TestServer server;
  RawClient client(server.port());
  for (const auto* path : {"/", "/nowhere", "/fault"}) {
    client.send(get(path));
    const auto answer = client.receive();
    REQUIRE(answer);
    const auto policy = answer->header("Content-Security-Policy").value_or("");
    CHECK(policy.starts_with("default-src 'none'"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(answer->header("X-Content-Type-Options") == "nosniff");
    CHECK(answer->header("Referrer-Policy"));
    CHECK(answer->header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(answer->header("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(answer->header("Permissions-Policy"));
    CHECK(answer->header("Cache-Control") == "no-store");
    CHECK(answer->header("Date"));
    CHECK(answer->header("X-Request-Id").value_or("").size() == 26);
    CHECK_FALSE(answer->header("Strict-Transport-Security"));
    CHECK_FALSE(answer->header("Server"));
  }
}

TEST_CASE("a handler's fault is a page with a reference, a line in the log, and nothing it said") {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/fault?q=secret"));
  const auto answer = client.receive();
  CHECK(answer->status == 500);
  const auto reference = answer->header("X-Request-Id").value_or("?");
  CHECK(answer->body.find(reference) != std::string::npos);
  CHECK(answer->body.find("Bloggs") == std::string::npos);
  client.send(get("/"));
  CHECK(client.receive()->status == 200);

  const auto log = server.log();
  CHECK(log.find(reference) != std::string::npos);
  CHECK(log.find("Bloggs") == std::string::npos);
  CHECK(log.find("secret") == std::string::npos);
}

TEST_CASE("what is told of a request is its route, never its address") {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/hello/Jo?mark=secret") + get("/nowhere/Jo") +
              "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
  for (int i = 0; i < 3; ++i) client.receive();
  const auto exchanges = server.wait_for_exchanges(3);
  CHECK(exchanges[0].route == "/hello/:name");
  CHECK(exchanges[0].method == "GET");
  CHECK(exchanges[0].status == 200);
  CHECK(exchanges[0].bytes == 14);
  CHECK(exchanges[1].route == "-");
  CHECK(exchanges[1].status == 404);
  CHECK(exchanges[2].method == "-");
  CHECK(exchanges[2].status == 400);
}

TEST_CASE("a page that has not changed is not sent again") {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/"));
  const auto etag = client.receive()->header("ETag").value_or("?");
  client.send(get("/", "If-None-Match: \"other\", " + etag + "\r\n"));
  const auto again = client.receive(RawClient::Body::None);
  CHECK(again->status == 304);
  CHECK(again->header("ETag") == etag);
  CHECK_FALSE(again->header("Content-Length"));
  client.send(get("/", "If-None-Match: \"other\"\r\n"));
  CHECK(client.receive()->status == 200);
}

TEST_CASE("long text is compressed for a browser that takes it, unless the proxy does it") {
  const auto encoding = [](Compression compression, std::string_view accept) {
    TestServer server({}, compression);
    RawClient client(server.port());
    client.send(get("/large", "Accept-Encoding: " + std::string(accept) + "\r\n"));
    const auto answer = client.receive();
    REQUIRE(answer);
    if (answer->header("Content-Encoding")) CHECK(answer->body.starts_with("\x1f\x8b"));
    return answer->header("Content-Encoding");
  };
  CHECK(encoding(Compression::Here, "br, gzip") == "gzip");
  CHECK(encoding(Compression::Here, "gzip;q=0") == std::nullopt);
  CHECK(encoding(Compression::Here, "br") == std::nullopt);
  CHECK(encoding(Compression::ByProxy, "gzip") == std::nullopt);
}

TEST_CASE("only a trusted proxy is believed about who asks") {
  const auto client_of = [](std::vector<std::string> trusted, std::string_view claim) {
    TestServer server({.trusted_proxies = std::move(trusted)});
    RawClient client(server.port());
    client.send(get("/client", "X-Forwarded-For: " + std::string(claim) + "\r\n"));
    return client.receive()->body;
  };
  CHECK(client_of({}, "192.0.2.7") == "127.0.0.1");
  CHECK(client_of({"127.0.0.1"}, "192.0.2.7") == "192.0.2.7");
  CHECK(client_of({"127.0.0.1"}, "198.51.100.1, 192.0.2.7") == "192.0.2.7");
  CHECK(client_of({"127.0.0.1"}, "2001:db8::7") == "2001:db8::7");
  CHECK(client_of({"127.0.0.1"}, "<script>") == "127.0.0.1");
}

TEST_CASE("when all workers are busy and the queue is full, the next is told to come back") {
  TestServer server({.workers = 1, .limits = {.queued = 1}});
  RawClient working(server.port());
  working.send(get("/gate"));
  server.gate.wait_until_waiting(1);
  RawClient queued(server.port());
  queued.send(get("/gate"));
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.queued == 1; });

  RawClient turned_away(server.port());
  turned_away.send(get("/"));
  const auto answer = turned_away.receive();
  CHECK(answer->status == 503);
  CHECK(answer->header("Retry-After"));

  server.gate.open();
  CHECK(working.receive()->body == "through");
  CHECK(queued.receive()->body == "through");
}

TEST_CASE("bodies that together pass what memory allows are told to come back") {
  TestServer server({.limits = {.bodies_bytes = 100'000}});
  RawClient client(server.port());
  client.send(post("/form", std::string(200'000, 'x'), "text/plain"));
  CHECK(client.receive()->status == 503);
  RawClient another(server.port());
  another.send(post("/form", std::string(50'000, 'x'), "text/plain"));
  CHECK(another.receive()->status == 200);
}

TEST_CASE("a slow handler holds up nobody else") {
  TestServer server({.workers = 2});
  RawClient slow(server.port());
  slow.send(get("/gate"));
  server.gate.wait_until_waiting(1);
  RawClient other(server.port());
  for (int i = 0; i < 10; ++i) {
    other.send(get("/"));
    CHECK(other.receive()->status == 200);
  }
  server.gate.open();
  CHECK(slow.receive()->body == "through");
}

TEST_CASE("past the limit of connections the longest idle one makes room") {
  TestServer server({.io_threads = 1, .limits = {.connections = 2}});
  RawClient first(server.port());
  first.send(get("/"));
  CHECK(first.receive()->status == 200);
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.idle == 1; });
  RawClient second(server.port());
  second.send(get("/"));
  CHECK(second.receive()->status == 200);
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.idle == 2; });
  RawClient third(server.port());
  third.send(get("/"));
  CHECK(third.receive()->status == 200);
  CHECK(first.is_closed());
  second.send(get("/"));
  CHECK(second.receive()->status == 200);
}

TEST_CASE("an address that is taken or malformed is refused") {
  TestServer server;
  const Application none{.router = {}, .log = platform::Log::to([](std::string_view) {})};
  const auto taken = Server::start(none, {.listen = server.server().address()});
  REQUIRE_FALSE(taken);
  CHECK(taken.error().code == ErrorCode::Unavailable);
  for (const auto* address :
       {"localhost:80", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:65536", "unix:here", "[1.2.3.4]:0"})
    CHECK_FALSE(Server::start(none, {.listen = address}));
}

}  // namespace
}  // namespace northlight::web

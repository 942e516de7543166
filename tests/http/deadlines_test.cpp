#include <doctest/doctest.h>
#include <sys/resource.h>

#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

namespace northlight::web {
namespace {

constexpr std::chrono::milliseconds short_while{40};

TEST_CASE("a connection on which nothing more is asked is closed") {
  TestServer server({.deadlines = {.idle = short_while}});
  RawClient client(server.port());
  client.send(get("/"));
  CHECK(client.receive()->status == 200);
  CHECK(client.is_closed());
}

TEST_CASE("a connection on which nothing was ever asked is closed") {
  TestServer server({.deadlines = {.header = short_while}});
  RawClient client(server.port());
  CHECK(client.is_closed());
}

TEST_CASE("a header that does not end is given up") {
  TestServer server({.deadlines = {.header = short_while}});
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: exa");
  CHECK(client.is_closed());
  CHECK(server.wait_for_exchanges(1)[0].status == 408);
}

TEST_CASE("a body that drips is given up at its deadline, however busily it drips") {
  TestServer server({.deadlines = {.body = short_while, .linger = short_while}});
  RawClient client(server.port());
  client.send("POST /upload HTTP/1.1\r\nHost: example.test\r\nTransfer-Encoding: chunked\r\n\r\n");
  while (client.send("1\r\nx\r\n")) {
  }
  CHECK(server.wait_for_exchanges(1)[0].status == 408);
}

TEST_CASE("a client that does not read its answer is given up") {
  TestServer server({.deadlines = {.write = short_while}});
  RawClient client(server.port());
  client.shrink_receive_buffer();
  client.send(get("/large"));
  CHECK(server.wait_for_exchanges(1)[0].bytes == 0);
}

TEST_CASE("hundreds of slow clients hold up no good one") {
  // Long deadlines: every slow client is still there when the last good one has been answered.
  TestServer server({.workers = 2});
  std::vector<RawClient> slow;
  for (int i = 0; i < 200; ++i) {
    slow.emplace_back(server.port()).send("GET / HTTP/1.1\r\nHost: exa");
    slow.emplace_back(server.port())
        .send("POST /form HTTP/1.1\r\nHost: example.test\r\nContent-Length: 100\r\n\r\na=1");
  }
  server.wait_for_traffic(
      [](const Traffic& traffic) { return traffic.connections == 400 && traffic.idle == 0; });
  RawClient good(server.port());
  for (int i = 0; i < 200; ++i) {
    good.send(get("/hello/" + std::to_string(i)));
    REQUIRE(good.receive()->status == 200);
  }
  const auto exchanges = server.wait_for_exchanges(200);
  CHECK(exchanges.size() == 200);  // Not one slow request had ended by then.
  CHECK(server.server().traffic().connections == 401);
  slow[0].send("mple.test\r\n\r\n");
  CHECK(slow[0].receive()->status == 200);
}

TEST_CASE("a thousand idle connections hold up no good one") {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_cur < 2'200) {
    MESSAGE("skipped: this machine allows too few open files");
    return;
  }
  TestServer server;
  std::vector<RawClient> idle;
  for (int i = 0; i < 1'000; ++i) {
    idle.emplace_back(server.port()).send(get("/"));
    REQUIRE(idle.back().receive()->status == 200);
  }
  RawClient good(server.port());
  for (int i = 0; i < 100; ++i) {
    good.send(get("/"));
    REQUIRE(good.receive()->status == 200);
  }
  CHECK(server.server().traffic().connections == 1'001);
  idle[0].send(get("/"));
  CHECK(idle[0].receive()->status == 200);
}

}  // namespace
}  // namespace northlight::web

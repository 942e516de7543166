#include <doctest/doctest.h>

#include <thread>

#include "tests/http/child.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

namespace northlight::web {
namespace {

RawClient an_idle_client(std::uint16_t port) {
  RawClient client(port);
  client.send(get("/"));
  CHECK(client.receive()->status == 200);
  return client;
}

TEST_CASE("a server that stops finishes what is in flight and closes what is idle") {
  TestServer server;
  auto idle = an_idle_client(server.port());
  RawClient in_flight(server.port());
  in_flight.send(get("/gate"));
  server.gate.wait_until_waiting(1);

  Stopped stopped = Stopped::GaveUp;
  std::thread stopper([&] { stopped = server.server().stop(); });
  CHECK(idle.is_closed());  // So the server is stopping, and waits.
  server.gate.open();
  const auto answer = in_flight.receive();
  REQUIRE(answer);
  CHECK(answer->body == "through");
  CHECK(answer->header("Connection") == "close");
  CHECK(in_flight.is_closed());
  stopper.join();
  CHECK(stopped == Stopped::Cleanly);
  CHECK(server.server().stop() == Stopped::Cleanly);
  CHECK_THROWS(RawClient{server.port()});
}

TEST_CASE("a request that had begun to arrive is read to its end and answered") {
  TestServer server;
  auto idle = an_idle_client(server.port());
  RawClient half(server.port());
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.idle == 2; });
  half.send("GET / HTTP/1.1\r\nHo");
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.idle == 1; });
  std::thread stopper([&] { CHECK(server.server().stop() == Stopped::Cleanly); });
  CHECK(idle.is_closed());
  half.send("st: example.test\r\n\r\n");
  const auto answer = half.receive();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->header("Connection") == "close");
  stopper.join();
}

TEST_CASE("a request that never ends is cut short at the deadline") {
  TestServer server({.deadlines = {.stop = std::chrono::milliseconds(50)}});
  RawClient half(server.port());
  // A connection that was only just taken is not idle yet either: wait until it is, then begin.
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.idle == 1; });
  half.send("GET / HTTP/1.1\r\nHo");
  server.wait_for_traffic([](const Traffic& traffic) { return traffic.idle == 0; });
  CHECK(server.server().stop() == Stopped::CutShort);
}

TEST_CASE("SIGTERM and SIGINT stop the program when what is in flight is done") {
  for (const int signal : {SIGTERM, SIGINT}) {
    Child program({NORTHLIGHT_STOP_PROGRAM});
    const auto port = static_cast<std::uint16_t>(std::stoi(program.read_line()));
    auto idle = an_idle_client(port);
    RawClient in_flight(port);
    in_flight.send(get("/wait"));
    CHECK(program.read_line() == "waiting");
    program.signal(signal);
    CHECK(idle.is_closed());
    program.write("done now\n");
    CHECK(in_flight.receive()->body == "done now");
    CHECK(program.wait() == static_cast<int>(Stopped::Cleanly));
  }
}

TEST_CASE("a handler that never ends does not keep the program for ever") {
  Child program({NORTHLIGHT_STOP_PROGRAM, "50"});
  const auto port = static_cast<std::uint16_t>(std::stoi(program.read_line()));
  RawClient in_flight(port);
  in_flight.send(get("/wait"));
  CHECK(program.read_line() == "waiting");
  program.signal(SIGTERM);
  CHECK(program.wait() == static_cast<int>(Stopped::GaveUp));
}

TEST_CASE("a unix socket is served, replaced when left behind and removed at the end") {
  const std::string path = "/tmp/northlight-stop-test-" + std::to_string(::getpid()) + ".sock";
  const Application none{.router = {}, .log = platform::Log::to([](std::string_view) {})};
  {
    const auto server = Server::start(none, {.listen = "unix:" + path});
    REQUIRE(server);
    CHECK((*server)->address() == "unix:" + path);
    CHECK((*server)->port() == 0);
    CHECK_FALSE(Server::start(none, {.listen = "unix:" + path}));
    CHECK(::access(path.c_str(), F_OK) == 0);
    // What a server that was killed leaves behind: a socket that nobody answers on.
    ::rename(path.c_str(), (path + ".left").c_str());
  }
  CHECK(Server::start(none, {.listen = "unix:" + path + ".left"}));
  CHECK(::access((path + ".left").c_str(), F_OK) != 0);
}

}  // namespace
}  // namespace northlight::web

#include "web/response.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "web/application.hpp"
#include "web/client_address.hpp"
#include "web/compression.hpp"
#include "web/conditional.hpp"
#include "web/response_head.hpp"

namespace northlight::web {
namespace {

TEST_CASE("a redirection leads to a path of ours and nowhere else") {
  const auto response = Response::redirect("/services/1?page=2");
  CHECK(response.status == 303);
  CHECK(response.headers.value("Location") == "/services/1?page=2");
  for (const auto* elsewhere : {"", "services", "https://example.test/", "//example.test",
                                "/\\example.test", "/a\r\nSet-Cookie: b"})
    CHECK_THROWS_AS(Response::redirect(elsewhere), std::invalid_argument);
}

TEST_CASE("a header that would break out of its line is our own mistake") {
  Response response;
  for (const auto* value : {"a\r\nb", "a\nb", "a\x01", "a\x7f"})
    CHECK_THROWS_AS(response.with("X-Thing", value), std::invalid_argument);
  CHECK_THROWS_AS(response.with("X Thing", "a"), std::invalid_argument);
  CHECK_THROWS_AS(Response::csv("", "a\".csv"), std::invalid_argument);
}

TEST_CASE("the head has our length and connection, whatever a handler set") {
  auto response = Response::text("four");
  response.with("content-length", "99")
      .with("Connection", "upgrade")
      .with("Transfer-Encoding", "chunked");
  const auto head = response_head(response, Afterwards::Close);
  CHECK(head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(head.find("Content-Length: 4\r\n") != std::string::npos);
  CHECK(head.find("99") == std::string::npos);
  CHECK(head.find("upgrade") == std::string::npos);
  CHECK(head.find("chunked") == std::string::npos);
  CHECK(head.ends_with("Connection: close\r\n\r\n"));
  CHECK(
      response_head(Response::not_modified("\"a\""), Afterwards::KeepOpen).find("Content-Length") ==
      std::string::npos);
}

TEST_CASE("an error leaves with the status of its kind and says what to do") {
  Router router;
  router.get("/", [](const Request&) {
    return Response::problem(Error{ErrorCode::Conflict, "Someone else has changed <this> & that"});
  });
  const Application application{.router = std::move(router),
                                .log = platform::Log::to([](std::string_view) {})};
  const auto response = answer(application, {});
  CHECK(response.status == 409);
  CHECK(response.content().find("Someone else has changed &lt;this> &amp; that") !=
        std::string_view::npos);
}

TEST_CASE("an error page that fails gives way to one that cannot") {
  const Application application{
      .router = {},
      .log = platform::Log::to([](std::string_view) {}),
      .error_page = [](const Problem&) -> Response { throw std::runtime_error("page"); }};
  const auto response = answer(application, {});
  CHECK(response.status == 404);
  CHECK(response.content().find("<h1>Not Found</h1>") != std::string_view::npos);
}

TEST_CASE("a program that asks the open data for what is not there is told in JSON") {
  const Application application{
      .router = {},
      .log = platform::Log::to([](std::string_view) {}),
      .error_page = [](const Problem&) { return Response::html("page"); }};
  Request request;
  request.target.path = "/api/v1/nowhere";
  const auto response = answer(application, request);
  CHECK(response.status == 404);
  CHECK(response.headers.value("Content-Type").starts_with("application/json"));
  CHECK(response.content().find("\"error\":\"not-found\"") != std::string_view::npos);
}

TEST_CASE("an error page keeps the status of the problem and what the handler had set") {
  Router router;
  router.post("/", [](const Request&) { return Response::text(""); });
  const Application application{.router = std::move(router),
                                .log = platform::Log::to([](std::string_view) {}),
                                .error_page = [](const Problem&) { return Response::html("ours"); },
                                .transport = Transport::BehindTls};
  const auto response = answer(application, {});
  CHECK(response.status == 405);
  CHECK(response.headers.value("Allow") == "POST");
  CHECK(response.content() == "ours");
  CHECK(response.headers.value("Strict-Transport-Security").starts_with("max-age="));
}

TEST_CASE("whatever becomes of an answer on its way out waits for what it waited for") {
  int asked = 0;
  const auto waiting = [&](Response response) {
    response.once_kept = [&](const std::function<void(bool)>& then) {
      ++asked;
      then(true);
    };
    return response;
  };
  Router router;
  router.get("/denied", [&](const Request&) { return waiting(Response::problem(403)); });
  router.get("/same",
             [&](const Request&) { return waiting(Response::text("same").with("ETag", "\"1\"")); });
  const Application application{.router = std::move(router),
                                .log = platform::Log::to([](std::string_view) {})};
  Request denied;
  denied.target = *Target::parse("/denied");
  Request same;
  same.target = *Target::parse("/same");
  same.headers.set("If-None-Match", "\"1\"");
  for (auto& [request, status] : {std::pair{denied, 403}, std::pair{same, 304}}) {
    const auto response = answer(application, request);
    CHECK(response.status == status);
    REQUIRE(response.once_kept);
    bool kept = false;
    response.once_kept([&](bool now) { kept = now; });
    CHECK(kept);
  }
  CHECK(asked == 2);
}

TEST_CASE("a coding is taken when it is named and not refused") {
  CHECK(accepts("gzip, deflate, br", "br"));
  CHECK(accepts("GZIP;q=0.5", "gzip"));
  CHECK(accepts("*", "gzip"));
  CHECK(accepts("*;q=0, gzip", "gzip"));
  CHECK_FALSE(accepts("", "gzip"));
  CHECK_FALSE(accepts("deflate", "gzip"));
  CHECK_FALSE(accepts("gzip; q=0.000", "gzip"));
  CHECK_FALSE(accepts("*, gzip;q=0", "gzip"));
  CHECK_FALSE(accepts("xgzip", "gzip"));
}

TEST_CASE("tags are compared without their weakness") {
  CHECK(has_already("W/\"a\"", "\"a\""));
  CHECK(has_already("\"b\", \"a\"", "W/\"a\""));
  CHECK(has_already("*", "\"a\""));
  CHECK_FALSE(has_already("", "\"a\""));
  CHECK_FALSE(has_already("\"ab\"", "\"a\""));
}

TEST_CASE("two pages that differ in one letter have two tags") {
  Request request;
  auto one = Response::html("<p>13 of 20</p>");
  auto other = Response::html("<p>12 of 20</p>");
  make_conditional(request, one);
  make_conditional(request, other);
  CHECK(one.headers.value("ETag") != other.headers.value("ETag"));
  auto problem = Response::html("<p>No</p>", 404);
  make_conditional(request, problem);
  CHECK_FALSE(problem.headers.find("ETag"));
}

TEST_CASE("the address that a trusted proxy wrote is believed, and no other") {
  CHECK(client_address("127.0.0.1", "", {"127.0.0.1"}) == "127.0.0.1");
  CHECK(client_address("unix", "192.0.2.7", {"unix"}) == "192.0.2.7");
  CHECK(client_address("unix", "192.0.2.7", {}) == "unix");
  CHECK(client_address("unix", "192.0.2.7,", {"unix"}) == "unix");
}

}  // namespace
}  // namespace northlight::web

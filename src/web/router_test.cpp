#include "web/router.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace northlight::web {
namespace {

Handler saying(std::string word) {
  return [word = std::move(word)](const Request&) { return Response::text(word); };
}

Request asking(Method method, std::string_view target) {
  Request request{.method = method};
  request.target = *Target::parse(target);
  return request;
}

std::string said(const Router& router, std::string_view target, Method method = Method::Get) {
  return std::string(router.answer(asking(method, target)).content());
}

TEST_CASE("words win over parameters, and parameters over the rest") {
  Router router;
  router.get("/services/*rest", saying("rest"));
  router.get("/services/:service", saying("one"));
  router.get("/services/new", saying("new"));
  router.get("/services/:service/:what", saying("two"));
  router.get("/services/new/:what", saying("new two"));
  CHECK(said(router, "/services/new") == "new");
  CHECK(said(router, "/services/abc") == "one");
  CHECK(said(router, "/services/new/a") == "new two");
  CHECK(said(router, "/services/abc/a") == "two");
  CHECK(said(router, "/services/a/b/c") == "rest");
}

TEST_CASE("a handler is given what stands where the pattern has names") {
  Router router;
  router.get("/services/:service/inspections/:number", [](const Request& request) {
    const auto number = request.parameters.whole_number("number");
    return Response::text(request.parameters.text("service") + " " +
                          (number ? std::to_string(*number) : "none"));
  });
  router.get("/files/*path", [](const Request& request) {
    return Response::text(request.parameters.text("path"));
  });
  CHECK(said(router, "/services/a%20b/inspections/12") == "a b 12");
  CHECK(said(router, "/services/a/inspections/twelve") == "a none");
  CHECK(said(router, "/files/a/b.css") == "a/b.css");
}

TEST_CASE("an id in an address that is no id is not found") {
  Router router;
  router.get("/things/:thing", [](const Request& request) {
    const auto id = request.parameters.id<Id<struct ThingKind>>("thing");
    return id ? Response::text(id->text()) : Response::problem(id.error());
  });
  const auto text = Id<struct ThingKind>{IdBits{}}.text();
  CHECK(said(router, "/things/" + text) == text);
  CHECK(router.answer(asking(Method::Get, "/things/12")).status == 404);
}

TEST_CASE("asking for a parameter that the pattern has not is our own mistake") {
  const PathParameters none;
  CHECK_THROWS_AS(none.text("service"), std::logic_error);
}

TEST_CASE("the answer names its route, and what does not fit is 404 or 405") {
  Router router;
  router.get("/a/:b", saying("get"))
      .post("/a/:b", saying("post"))
      .add(Method::Put, "/put", saying("put"));
  CHECK(router.answer(asking(Method::Get, "/a/1")).route == "/a/:b");
  CHECK(said(router, "/a/1", Method::Head) == "get");
  CHECK(said(router, "/a/1", Method::Post) == "post");
  CHECK(router.answer(asking(Method::Get, "/a")).status == 404);
  const auto other = router.answer(asking(Method::Delete, "/a/1"));
  CHECK(other.status == 405);
  CHECK(other.headers.value("Allow") == "GET, HEAD, POST");
  CHECK(router.answer(asking(Method::Get, "/put")).headers.value("Allow") == "PUT");
}

TEST_CASE("a slash too many leads to the address without it") {
  Router router;
  router.get("/services", saying("services"));
  const auto moved = router.answer(asking(Method::Get, "/services/?page=2"));
  CHECK(moved.status == 308);
  CHECK(moved.headers.value("Location") == "/services?page=2");
  CHECK(router.answer(asking(Method::Get, "/nowhere/")).status == 404);
}

TEST_CASE("middleware stands around each handler, the first outermost, and may answer itself") {
  Router router;
  std::string seen;
  router.use([&](Request& request, const Next& next) {
    seen += "1";
    auto response = next(request);
    seen += "4";
    return response;
  });
  router.use([&](Request& request, const Next& next) {
    seen += request.parameters.text("door");
    return request.parameters.text("door") == "shut" ? Response::problem(403) : next(request);
  });
  router.get("/:door", [&](const Request&) {
    seen += "3";
    return Response::text("in");
  });
  CHECK(said(router, "/open") == "in");
  CHECK(seen == "1open34");
  CHECK(router.answer(asking(Method::Get, "/shut")).status == 403);
}

TEST_CASE("a route may take larger bodies than others") {
  Router router;
  router.post("/small", saying("")).post("/large/:id", saying(""), {.body_limit = 5});
  const auto* large = router.options(Method::Post, *Target::parse("/large/1"));
  REQUIRE(large != nullptr);
  CHECK(large->body_limit == 5);
  CHECK_FALSE(router.options(Method::Post, *Target::parse("/small"))->body_limit);
  CHECK(router.options(Method::Post, *Target::parse("/nowhere")) == nullptr);
  CHECK(router.routes().size() == 2);
}

TEST_CASE("patterns that are malformed or taken stop the program when it starts") {
  Router router;
  router.get("/a/:b", saying(""));
  for (const auto* pattern :
       {"", "a", "/a//b", "/a/", "/:", "/*", "/*rest/more", "/:a/:a", "/a/:c"}) {
    CAPTURE(pattern);
    CHECK_THROWS_AS(router.get(pattern, saying("")), std::logic_error);
  }
}

}  // namespace
}  // namespace northlight::web

#include <doctest/doctest.h>

#include <algorithm>

#include "casework/children.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"
#include "tests/access/route_matrix.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/signed_in.hpp"

// The matrix over HTTP must see each of these: every fault is planted, and has to be found.
namespace northlight::testing {
namespace {

using web::Request;
using web::Response;
using web::Site;

const web::RouteOptions signed_in{.audience = web::Audience::SignedIn};

bool some(const std::vector<std::string>& faults, const std::string& part) {
  return std::ranges::any_of(
      faults, [&](const auto& each) { return each.find(part) != std::string::npos; });
}

Response there(const Request&) { return Response::html("<p>Somebody's file</p>"); }

/// Asks whether the file may be read, whatever the page does.
Response reads(const Site& site, const Request& request) {
  const auto file = web::file_request(request);
  if (!file) return web::refused(file.error(), request);
  const auto child = casework::open_child(site.people->gate, request.visitor->asker, *file);
  return child ? there(request) : web::refused(child.error(), request, *file);
}

/// Asks, but says of somebody else's file that it is somebody else's.
Response tells(const Site& site, const Request& request) {
  auto answer = reads(site, request);
  const auto file = web::file_request(request);
  if (answer.status != 404 || !file) return answer;
  const auto met = site.people->database.read([&](store::Session& session) {
    return store::file_as_met(session, *file, request.visitor->asker.person,
                              request.visitor->asker.at);
  });
  return met && *met ? Response::problem(403, "This file is restricted.") : std::move(answer);
}

/// Asks, and then finds nothing for anybody.
Response loses(const Site& site, const Request& request) {
  auto answer = reads(site, request);
  return answer.status == 200 ? Response::problem(404) : std::move(answer);
}

/// Asks, and then complains of something that its row knows nothing of.
Response complains(const Site& site, const Request& request) {
  auto answer = reads(site, request);
  return answer.status == 200 ? Response::html("<p>Too much</p>", 422) : std::move(answer);
}

/// Says what is missing in the form of whoever may not send it.
Response looks_at_the_form_first(const Site& site, const Request& request) {
  if (request.form.text("words").empty())
    return Response::html(request.parameters.text("file"), 422);
  return reads(site, request);
}

void plant(web::Router& router, const Site& site) {
  const auto by = [&site](Response (*handler)(const Site&, const Request&)) {
    return [&site, handler](const Request& request) { return handler(site, request); };
  };
  router.get("/children/:file/forgets", there, signed_in);
  router.post("/children/:file/forgets", there, signed_in);
  router.get("/children/:file/asks-too-little", by(reads), signed_in);
  router.get("/children/:file/tells", by(tells), signed_in);
  router.post("/children/:file/looks", by(looks_at_the_form_first), signed_in);
  router.get("/children/:file/asks", by(reads), signed_in);
  router.get("/children/:file/loses", by(loses), signed_in);
  router.get("/children/:file/complains", by(complains), signed_in);
  router.get("/children/:file/things/:thing", by(reads), signed_in);
  router.get("/people/:person/forgets", there, signed_in);
  router.get("/forgets-who-it-is-for", there, {.audience = web::Audience::Everyone});
}

const std::vector<RouteRow> planted{
    {"GET", "/children/:file/forgets", "signed-in", "file read-file"},
    {"POST", "/children/:file/forgets", "signed-in", "file write-record"},
    {"GET", "/children/:file/asks-too-little", "signed-in", "file erase-file"},
    {"GET", "/children/:file/tells", "signed-in", "file read-file"},
    {"POST", "/children/:file/looks", "signed-in", "file read-file", "words=Something"},
    {"GET", "/children/:file/asks", "signed-in", "child read-file"},
    {"GET", "/children/:file/loses", "signed-in", "child read-file"},
    {"GET", "/children/:file/complains", "signed-in", "child read-file"},
    {"GET", "/children/:file/things/:thing", "signed-in", "child read-file"},
    {"GET", "/people/:person/forgets", "signed-in", "organisation explain-sight"},
    {"GET", "/forgets-who-it-is-for", "signed-in", "own"}};

}  // namespace

TEST_CASE("a route about a file that forgets to ask is found, and one that asks is not") {
  SiteUnderTest site({}, SignInThere::Yes, plant);
  const auto faults = ask_about_files(site, planted, {"practitioner", "log-auditor"});
  CHECK(some(faults, "GET /children/:file/forgets by log-auditor"));
  CHECK(some(faults, "POST /children/:file/forgets by practitioner"));
  CHECK(some(faults, "let through, not told that there is nothing"));
  CHECK(some(faults, "GET /children/:file/asks-too-little by practitioner"));
  CHECK_FALSE(some(faults, "/children/:file/asks by"));
}

TEST_CASE("a page that is not there for whoever is let through is found") {
  SiteUnderTest site({}, SignInThere::Yes, plant);
  const auto faults = ask_about_files(site, planted, {"practitioner"});
  CHECK(some(faults,
             "GET /children/:file/loses by practitioner (own-case, no mark): told that "
             "there is nothing, not let through"));
  CHECK(some(faults, "GET /children/:file/complains by practitioner (own-case, no mark): 422"));
  CHECK(some(faults,
             "GET /children/:file/things/:thing by practitioner (own-case, no mark): "
             "something in its address is nobody's"));
}

TEST_CASE("a page that tells what is hidden from what does not exist is found") {
  SiteUnderTest site({}, SignInThere::Yes, plant);
  const auto faults = ask_about_files(site, planted, {"board-member", "court-officer"});
  CHECK(some(faults, "GET /children/:file/tells by board-member (own-case, restricted)"));
  CHECK(
      some(faults, "GET /children/:file/tells by court-officer (own-case, conflict-of-interest)"));
  CHECK(some(faults,
             "GET /children/:file/tells by board-member (no relation of their own, no mark, of "
             "another service): tells what is hidden from what does not exist"));
}

TEST_CASE("a form that is looked at before anybody asks is found where it tells something") {
  SiteUnderTest site({}, SignInThere::Yes, [](web::Router& router, const Site& at) {
    router.post(
        "/children/:file/looks",
        [&at](const Request& request) {
          const auto met = at.people->database.read([&](store::Session& session) {
            return store::file_as_met(session, *web::file_request(request),
                                      request.visitor->asker.person, request.visitor->asker.at);
          });
          if (request.form.text("words").empty() && met && *met)
            return Response::html("Say something", 422);
          return reads(at, request);
        },
        signed_in);
  });
  const auto faults = ask_about_files(
      site, {{"POST", "/children/:file/looks", "signed-in", "file read-file", "words=Something"}},
      {"board-member"});
  CHECK(some(faults, "an empty form tells what is hidden from what does not exist"));
}

TEST_CASE("a route about an organisation that forgets to ask is found") {
  SiteUnderTest site({}, SignInThere::Yes, plant);
  const auto faults = ask_about_organisations(site, planted, {"practitioner"});
  CHECK(some(faults, "GET /people/:person/forgets by practitioner: let through, not refused"));
}

TEST_CASE("a route without a row, and one that is for others than its row says, are found") {
  SiteUnderTest site({}, SignInThere::Yes, plant);
  auto rows = route_rows();
  CHECK(some(rows_against_routes(rows, site.routes()),
             "GET /children/:file/forgets: tests/access/routes.csv has no row"));
  rows.insert(rows.end(), planted.begin(), planted.end());
  CHECK(rows_against_routes(rows, site.routes()) ==
        std::vector<std::string>{"GET /forgets-who-it-is-for: is for everyone"});
  CHECK(some(ask_as_stranger(site, planted), "/forgets-who-it-is-for by a stranger: is not sent"));
  rows.push_back(rows.front());
  rows.push_back({"GET", "/children/:file/asks-nothing", "signed-in", "file read-fiel"});
  CHECK(some(rows_against_routes(rows, site.routes()), "is twice there"));
  CHECK(some(rows_against_routes(rows, site.routes()), "cannot ask \"file read-fiel\""));
}

}  // namespace northlight::testing

#include <doctest/doctest.h>

#include "store/audit_log.hpp"
#include "tests/journeys/people_under_test.hpp"

// Whatever comes in and is refused before anybody looked who it is, is a line of the trail.
using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

struct Door {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  const web::DemoPerson& worker = people.holder_of("Practitioner");
  Visit visit{site};

  /// Lines of that act, all of them refused; with somebody's name, or with nobody's.
  std::int64_t lines(const std::string& action, bool with_name) {
    const auto count = site.database().read([&](store::Session& session) {
      return session.value<std::int64_t>(
          "select count(*) from audit_entry where action = :action and outcome = 'denied' and "
          "operation = 'sign-in' and (person_id is not null) = (:named = 1)",
          {{"action", action}, {"named", std::int64_t{with_name ? 1 : 0}}});
    });
    REQUIRE(count);
    return *count;
  }
  std::int64_t lines_of_nobody(const std::string& action) { return lines(action, false); }
  std::int64_t lines_of_worker(const std::string& action) { return lines(action, true); }
};

}  // namespace

TEST_CASE("a tampered session cookie is a line of nobody, one that is over a line of its owner") {
  Door door;
  door.visit.sign_in(door.worker);
  const auto good = door.visit.cookies["northlight-session"];
  auto changed = good;
  changed.back() = changed.back() == 'A' ? 'E' : 'A';
  std::int64_t lines = 0;
  for (const auto& cookie : {changed, good.substr(0, 42), good + "A"}) {
    door.visit.cookies["northlight-session"] = cookie;
    door.visit.get("/account");
    CHECK(door.lines_of_nobody("session-refused") == ++lines);
  }
  CHECK(door.lines_of_worker("session-refused") == 0);
  door.visit.cookies["northlight-session"] = good;
  door.visit.post("/sign-out", {});
  door.visit.cookies["northlight-session"] = good;
  CHECK(door.visit.get("/account").status == 303);
  CHECK(door.lines_of_worker("session-refused") == 1);

  door.people.clock.go_on(1min);
  door.visit.sign_in(door.worker);
  door.people.clock.go_on(45min);
  CHECK(door.visit.get("/account").status == 303);
  CHECK(door.lines_of_worker("session-refused") == 2);
  // Its cookie is gone: whoever comes now is a stranger.
  CHECK(door.visit.get("/account").status == 303);
  CHECK(door.lines_of_worker("session-refused") == 2);
}

TEST_CASE("a form that is not from our page is a line, with who is signed in or with nobody") {
  Door door;
  door.visit.get("/sign-in");
  door.visit.post("/sign-in", {{"csrf_token", "forged"}, {"name", "a"}, {"password", "b"}});
  CHECK(door.lines_of_nobody("form-refused") == 1);
  door.visit.sign_in(door.worker);
  CHECK(door.visit.post("/account/sessions", {{"csrf_token", "forged"}}).status == 403);
  CHECK(door.lines_of_worker("form-refused") == 1);
}

TEST_CASE("a step that ran out, a link that is none and a try too soon are lines") {
  Door door;
  door.visit.get("/sign-in");
  door.visit.follow(door.visit.post(
      "/sign-in", {{"name", door.worker.sign_in_name}, {"password", door.worker.password}}));
  door.people.clock.go_on(11min);
  CHECK(location(door.visit.post("/sign-in/code", {{"code", "123456"}})) == "/sign-in");
  CHECK(door.lines_of_nobody("step-refused") == 1);
  CHECK(door.visit.get("/set-up/none").status == 404);
  CHECK(door.lines_of_nobody("link-refused") == 1);

  Visit another(door.site);
  another.get("/sign-in");
  const auto wrong = [&] {
    return another.post("/sign-in", {{"name", door.worker.sign_in_name}, {"password", "wrong"}});
  };
  for (int i = 0; i < 5; ++i) CHECK(wrong().status == 422);
  CHECK(door.lines_of_nobody("must-wait") == 0);
  CHECK(wrong().status == 429);
  CHECK(door.lines_of_nobody("must-wait") == 1);
}

TEST_CASE("nobody fills the trail with what is refused to them") {
  Door door;
  for (int i = 0; i < 60; ++i) door.visit.get("/set-up/none");
  CHECK(door.lines_of_nobody("link-refused") == 30);
}

TEST_CASE("a page that asks by itself after its session is over writes no line each time") {
  Door door;
  door.visit.sign_in(door.worker);
  const auto good = door.visit.cookies;
  door.people.clock.go_on(45min);
  for (int i = 0; i < 3; ++i) {
    door.visit.cookies = good;
    door.visit.send("GET", "/account", "X-Background: yes\r\nAccept: application/json\r\n", "");
  }
  CHECK(door.lines_of_worker("session-refused") == 0);
}

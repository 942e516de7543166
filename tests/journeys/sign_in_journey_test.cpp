#include <doctest/doctest.h>

#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

struct Setting {
  SiteUnderTest site{{}, SignInThere::Yes};
  PeopleUnderTest& people = site.people();
  const web::DemoPerson& worker = people.holder_of("Practitioner");
};

std::string wrong_for(Visit& visit, const std::string& name, const std::string& password) {
  visit.get("/sign-in");
  auto answer = visit.post("/sign-in", {{"name", name}, {"password", password}});
  CHECK(answer.status == 422);
  // What the person typed and the token of the form differ; nothing else may.
  auto page = answer.body;
  for (const auto& own : {name, visit.form_token})
    for (auto at = page.find(own); at != std::string::npos; at = page.find(own))
      page.erase(at, own.size());
  return page;
}

}  // namespace

TEST_CASE("a person signs in by password and code, sees who they are, and signs out") {
  Setting setting;
  Visit visit(setting.site);
  const auto account = visit.sign_in(setting.worker);
  REQUIRE(account.status == 200);
  CHECK(account.shows("Your account"));
  CHECK(account.shows(setting.worker.name));
  CHECK(account.shows("Practitioner"));
  CHECK(header_of(account, "Cache-Control") == "no-store");
  CHECK(visit.cookies.contains("northlight-session"));
  CHECK_FALSE(visit.cookies.contains("northlight-step"));

  const auto out = visit.post("/sign-out", {});
  CHECK(out.status == 303);
  CHECK(location(out) == "/");
  CHECK(header_of(out, "Clear-Site-Data") == "\"cache\"");
  CHECK_FALSE(visit.cookies.contains("northlight-session"));
  CHECK(visit.get("/account").status == 303);
}

TEST_CASE("each person of the demonstration can sign in as its start page says") {
  Setting setting;
  const auto start = setting.site.get("/");
  CHECK(start.shows("All of it is invented"));
  CHECK(setting.people.all.size() >= 16);
  for (const auto& person : setting.people.all) {
    CAPTURE(person.role);
    CHECK(start.shows(person.sign_in_name));
    CHECK(start.shows(person.password));
    Visit visit(setting.site);
    CHECK(visit.sign_in(person).shows(person.name));
    setting.people.clock.go_on(1min);  // No address may knock as often as sixteen people at once.
  }
}

TEST_CASE("a stranger is sent to sign in and then on to the page that they asked for") {
  Setting setting;
  Visit visit(setting.site);
  const auto asked = visit.get("/account/sessions?page=2");
  CHECK(asked.status == 303);
  CHECK(location(asked) == "/sign-in?next=%2Faccount%2Fsessions%3Fpage%3D2");
  visit.follow(asked);
  const auto step = visit.post("/sign-in", {{"name", setting.worker.sign_in_name},
                                            {"password", setting.worker.password},
                                            {"next", "/account/sessions?page=2"}});
  visit.follow(step);
  const auto in =
      visit.post("/sign-in/code", {{"code", code_of(setting.worker, setting.people.clock.now())},
                                   {"next", "/account/sessions?page=2"}});
  CHECK(location(in) == "/account/sessions?page=2");
  CHECK(visit.follow(in).shows("Where you are signed in"));
}

TEST_CASE("nobody is led to another site after signing in") {
  Setting setting;
  for (const auto* next : {"//evil.example", "https://evil.example", "/\\evil.example",
                           "javascript:alert(1)", "/%2F/evil.example", "evil"}) {
    CAPTURE(next);
    Visit visit(setting.site);
    setting.people.clock.go_on(1min);
    visit.get("/sign-in");
    visit.follow(visit.post("/sign-in", {{"name", setting.worker.sign_in_name},
                                         {"password", setting.worker.password},
                                         {"next", next}}));
    const auto in =
        visit.post("/sign-in/code",
                   {{"code", code_of(setting.worker, setting.people.clock.now())}, {"next", next}});
    CHECK(in.status == 303);
    CHECK(location(in) == "/account");
  }
}

TEST_CASE("a wrong password and an unknown account give the same page") {
  Setting setting;
  Visit visit(setting.site);
  CHECK(wrong_for(visit, setting.worker.sign_in_name, "heron weir tangled") ==
        wrong_for(visit, "nobody@hollowbeck.example", "heron weir tangled"));
}

TEST_CASE("an account that is guessed at must wait, in words that say how long") {
  Setting setting;
  Visit visit(setting.site);
  for (int i = 0; i < 5; ++i) wrong_for(visit, setting.worker.sign_in_name, "wrong");
  const auto slowed = visit.post(
      "/sign-in", {{"name", setting.worker.sign_in_name}, {"password", setting.worker.password}});
  CHECK(slowed.status == 429);
  CHECK(header_of(slowed, "Retry-After") == "30");
  CHECK(slowed.shows("Wait 30 seconds and try again"));
  setting.people.clock.go_on(30s);
  CHECK(visit
            .post("/sign-in",
                  {{"name", setting.worker.sign_in_name}, {"password", setting.worker.password}})
            .status == 303);
}

TEST_CASE("a code that was used lets nobody in again") {
  Setting setting;
  Visit first(setting.site);
  first.sign_in(setting.worker);
  const auto code = code_of(setting.worker, setting.people.clock.now());
  Visit second(setting.site);
  second.get("/sign-in");
  second.follow(second.post(
      "/sign-in", {{"name", setting.worker.sign_in_name}, {"password", setting.worker.password}}));
  const auto refused = second.post("/sign-in/code", {{"code", code}});
  CHECK(refused.status == 422);
  CHECK(refused.shows("not right, or it was used before"));
  CHECK_FALSE(second.cookies.contains("northlight-session"));
}

TEST_CASE("the password alone opens nothing but the next step") {
  Setting setting;
  Visit visit(setting.site);
  visit.get("/sign-in");
  visit.follow(visit.post(
      "/sign-in", {{"name", setting.worker.sign_in_name}, {"password", setting.worker.password}}));
  REQUIRE(visit.cookies.contains("northlight-step"));
  visit.cookies["northlight-session"] = visit.cookies["northlight-step"];
  CHECK(visit.get("/account").status == 303);
}

TEST_CASE("a form without its token, or with another's, is refused and does nothing") {
  Setting setting;
  Visit visit(setting.site);
  const Visit::Form right = {{"name", setting.worker.sign_in_name},
                             {"password", setting.worker.password}};
  auto form = right;
  form.emplace_back("csrf_token", "");
  visit.get("/sign-in");
  CHECK(visit.post("/sign-in", form).status == 403);

  Visit stranger(setting.site);
  stranger.get("/sign-in");
  form.back().second = stranger.form_token;
  CHECK(visit.post("/sign-in", form).status == 403);
  const auto kept = visit.cookies;
  visit.cookies.clear();
  CHECK(visit.post("/sign-in", right).status == 403);
  visit.cookies = kept;

  visit.sign_in(setting.worker);
  CHECK(visit.post("/sign-out", {{"csrf_token", ""}}).status == 403);
  CHECK(visit.post("/sign-out", {{"csrf_token", stranger.form_token}}).status == 403);
  CHECK(visit.get("/account").status == 200);
}

TEST_CASE("a form that another site sent is refused, whatever it holds") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  const auto sent = visit.send("POST", "/sign-out",
                               "Content-Type: application/x-www-form-urlencoded\r\n"
                               "Sec-Fetch-Site: cross-site\r\n",
                               "csrf_token=" + visit.form_token);
  CHECK(sent.status == 403);
  CHECK(visit.get("/account").status == 200);
}

TEST_CASE("a set-up link leads to a password, a second factor and recovery codes") {
  Setting setting;
  const auto joiner =
      setting.site.database().write([&](store::Transaction& transaction) -> Result<std::string> {
        NL_TRY(id,
               transaction.value<std::string>("select id from person where sign_in_name = :name",
                                              {{"name", setting.worker.sign_in_name}}));
        NL_TRY(person, domain::PersonId::parse(id));
        NL_CHECK(store::forget_second_factor(transaction, person));
        return accounts::make_setup_link(transaction, setting.people.keys, person,
                                         setting.people.clock.now());
      });
  REQUIRE(joiner);
  Visit visit(setting.site);
  CHECK(visit.get("/set-up/" + *joiner).shows("Choose your password"));
  const auto own = visit.post("/set-up/" + *joiner, {{"password", "password1234"}});
  CHECK(own.status == 422);
  CHECK(own.shows("among the first to be guessed"));
  const auto factor =
      visit.follow(visit.post("/set-up/" + *joiner, {{"password", "otter on the towpath"}}));
  CHECK(factor.shows("Set up a second factor"));
  CHECK(factor.shows("<svg class=\"nl-qr\""));
  CHECK(visit.post("/sign-in/second-factor", {{"code", "000000"}}).status == 422);
  const auto used = visit.get("/set-up/" + *joiner);
  CHECK(used.status == 404);
  CHECK(used.shows("This link does not work any more"));
}

TEST_CASE("a recovery code lets in once") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  visit.get("/account/recovery-codes");
  CHECK(visit.post("/account/recovery-codes", {{"password", "wrong"}}).status == 422);
  const auto page = visit.post("/account/recovery-codes", {{"password", setting.worker.password}});
  REQUIRE(page.status == 200);
  const auto at = page.body.find("<code>");
  REQUIRE(at != std::string::npos);
  const auto code = page.body.substr(at + 6, 11);
  const auto enter = [&](Visit& other) {
    other.get("/sign-in");
    other.follow(other.post("/sign-in", {{"name", setting.worker.sign_in_name},
                                         {"password", setting.worker.password}}));
    other.get("/sign-in/recovery");
    return other.post("/sign-in/recovery", {{"code", code}});
  };
  Visit first(setting.site);
  CHECK(first.follow(enter(first)).shows("9 codes left"));
  Visit second(setting.site);
  CHECK(enter(second).status == 422);
}

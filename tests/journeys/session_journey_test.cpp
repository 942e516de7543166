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

}  // namespace

TEST_CASE("a tampered, cut, doubled or made-up session cookie is nobody's") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  const auto good = visit.cookies["northlight-session"];
  REQUIRE(good.size() == 43);
  auto changed = good;
  changed.back() = changed.back() == 'A' ? 'E' : 'A';
  for (const auto& cookie : {changed, good.substr(0, 42), good + "A", std::string("'or'1'='1"),
                             std::string(4'096, 'A'), good + "; northlight-session=" + good}) {
    visit.cookies["northlight-session"] = cookie;
    CHECK(visit.get("/account").status == 303);
    visit.cookies["northlight-session"] = good;
  }
  CHECK(visit.get("/account").status == 200);
}

TEST_CASE("a session cookie that was kept does not work after signing out") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  const auto replayed = visit.cookies;
  visit.post("/sign-out", {});
  visit.cookies = replayed;
  CHECK(visit.get("/account").status == 303);
}

TEST_CASE("what was sent after the session ran out is kept and sent again by a click") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  visit.get("/account/sessions");
  setting.people.clock.go_on(45min);
  const auto late = visit.post(
      "/account/sessions", {{"session", "others"}, {"note", "ü & <b>"}, {"password", "secret"}});
  CHECK(late.status == 303);
  CHECK(location(late) == "/sign-in?next=%2Fsign-in%2Fkept");
  CHECK_FALSE(visit.cookies.contains("northlight-session"));
  const auto sign_in = visit.follow(late);
  CHECK(sign_in.shows("It is kept for 7 days"));

  setting.people.clock.go_on(1min);
  visit.follow(visit.post("/sign-in", {{"name", setting.worker.sign_in_name},
                                       {"password", setting.worker.password},
                                       {"next", "/sign-in/kept"}}));
  const auto kept = visit.follow(visit.post(
      "/sign-in/code",
      {{"code", code_of(setting.worker, setting.people.clock.now())}, {"next", "/sign-in/kept"}}));
  REQUIRE(kept.status == 200);
  CHECK(kept.shows("Your answers were kept"));
  CHECK(kept.shows("action=\"/account/sessions\""));
  CHECK(kept.shows("name=\"session\" value=\"others\""));
  CHECK(kept.shows("name=\"note\" value=\"ü &amp; &lt;b&gt;\""));
  CHECK_FALSE(kept.shows("secret"));
  CHECK(visit.get("/account").shows("It is kept for you until 12 January 2026 at 10:15am"));
  const auto at = kept.body.find("name=\"kept_form\" value=\"");
  REQUIRE(at != std::string::npos);
  const auto again = visit.post(
      "/account/sessions", {{"session", "others"}, {"kept_form", kept.body.substr(at + 24, 43)}});
  CHECK(location(again) == "/account/sessions");
  CHECK(location(visit.get("/sign-in/kept")) == "/account");
}

TEST_CASE("what another person sent, or nobody's page, is not kept") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  visit.get("/account/sessions");
  setting.people.clock.go_on(45min);
  const auto forged =
      visit.post("/account/sessions", {{"session", "forged"}, {"csrf_token", "forged"}});
  CHECK(forged.status == 303);
  CHECK(location(forged) == "/sign-in");
  visit.sign_in(setting.worker);
  CHECK(location(visit.get("/sign-in/kept")) == "/account");
}

TEST_CASE("kept answers are shown to their sender alone") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  visit.get("/account/sessions");
  setting.people.clock.go_on(45min);
  visit.post("/account/sessions", {{"session", "what I typed"}});
  visit.sign_in(setting.people.holder_of("Head of service"));
  const auto other = visit.follow(visit.get("/sign-in/kept"));
  CHECK_FALSE(other.shows("what I typed"));
  CHECK(other.shows("Your account"));
  CHECK_FALSE(other.shows("Something that you sent was not saved"));
  // Whoever was signed in meanwhile and signed out took nothing of it away.
  visit.post("/sign-out", {});
  visit.sign_in(setting.worker);
  CHECK(visit.get("/sign-in/kept").shows("what I typed"));
}

TEST_CASE("after signing in anew in another tab, an old form is kept and not done") {
  Setting setting;
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  visit.get("/account/password");
  const auto old_token = visit.form_token;
  visit.cookies.erase("northlight-session");
  visit.sign_in(setting.worker);
  const auto sent = visit.send("POST", "/account/sessions",
                               "Content-Type: application/x-www-form-urlencoded\r\n"
                               "Sec-Fetch-Site: same-origin\r\n",
                               "session=typed+before&csrf_token=" + old_token);
  CHECK(sent.status == 303);
  CHECK(location(sent) == "/sign-in/kept");
  CHECK(visit.follow(sent).shows("typed before"));
}

TEST_CASE("a script is told that its session is over instead of being sent to a page") {
  Setting setting;
  Visit visit(setting.site);
  const auto out = visit.send("GET", "/account/session", "Accept: application/json\r\n");
  CHECK(out.status == 401);
  CHECK(out.shows("sign-in-needed"));
  visit.sign_in(setting.worker);
  const auto in = visit.send("GET", "/account/session", "Accept: application/json\r\n");
  CHECK(in.status == 200);
  CHECK(in.shows("\"seconds_left\":1800"));
  // Twelve hours after signing in nobody stays, whatever they ask for.
  CHECK(in.shows("\"longest_left\":43200"));
  for (int i = 0; i < 47; ++i) {
    setting.site.people().clock.go_on(std::chrono::minutes(15));
    visit.get("/account");
  }
  const auto late = visit.send("GET", "/account/session", "Accept: application/json\r\n");
  CHECK(late.shows("\"seconds_left\":900"));
  CHECK(late.shows("\"longest_left\":900"));
}

TEST_CASE("one's sessions are listed and ended; another's id ends nothing") {
  Setting setting;
  Visit first(setting.site);
  first.sign_in(setting.worker);
  Visit second(setting.site);
  second.sign_in(setting.worker);
  Visit boss(setting.site);
  boss.sign_in(setting.people.holder_of("Head of service"));

  const auto list = second.get("/account/sessions");
  CHECK(list.shows("This is the one you use now"));
  const auto at = list.body.find("name=\"session\" value=\"");
  REQUIRE(at != std::string::npos);
  const auto id = list.body.substr(at + 22, 26);
  boss.get("/account/sessions");
  CHECK(boss.post("/account/sessions", {{"session", id}}).status == 404);
  CHECK(first.get("/account").status == 200);
  CHECK(second.post("/account/sessions", {{"session", id}}).status == 303);
  CHECK(first.get("/account").status == 303);
  CHECK(second.get("/account").status == 200);
}

TEST_CASE("changing the password ends every other session") {
  Setting setting;
  Visit first(setting.site);
  first.sign_in(setting.worker);
  Visit second(setting.site);
  second.sign_in(setting.worker);
  second.get("/account/password");
  const auto changed =
      second.follow(second.post("/account/password", {{"present", setting.worker.password},
                                                      {"password", "otter on the towpath"}}));
  CHECK(changed.shows("Your password is changed"));
  CHECK(first.get("/account").status == 303);
}

TEST_CASE("who asks without end is told to wait, and others are not") {
  Setting setting;
  Visit busy(setting.site);
  int refused = 0;
  std::string wait;
  for (int i = 0; i < 80; ++i)
    if (const auto answer = busy.get("/sign-in"); answer.status == 429) {
      ++refused;
      wait = header_of(answer, "Retry-After");
      CHECK(answer.shows("You have asked too often"));
    }
  CHECK(refused == 20);
  CHECK(wait == "1");
  CHECK(setting.site.get("/").status == 200);
  setting.people.clock.go_on(1min);
  CHECK(busy.get("/sign-in").status == 200);
}

TEST_CASE("public pages are the same for all and set no cookie") {
  Setting setting;
  const auto stranger = setting.site.get("/standards");
  Visit visit(setting.site);
  visit.sign_in(setting.worker);
  const auto known = visit.get("/standards");
  CHECK(known.body == stranger.body);
  CHECK(header_of(known, "Set-Cookie").empty());
  CHECK(header_of(known, "Cache-Control") == "public, no-cache");
}

TEST_CASE("cookies are out of reach of scripts and of other sites") {
  Setting setting;
  Visit visit(setting.site);
  const auto page = visit.get("/sign-in");
  const auto cookie = header_of(page, "Set-Cookie");
  CHECK(cookie.find("HttpOnly") != std::string::npos);
  CHECK(cookie.find("SameSite=Lax") != std::string::npos);
  CHECK(cookie.find("Path=/") != std::string::npos);
  CHECK(cookie.find("Domain") == std::string::npos);
}

TEST_CASE("one's own address is kept as hashes alone, and taken away again") {
  Setting setting;
  Visit visit(setting.site);
  REQUIRE(visit.sign_in(setting.worker).status == 200);
  CHECK(visit.get("/account").shows("Not given"));
  CHECK(visit.get("/account/address").shows("You need not give it"));
  const auto wrong = visit.post("/account/address", {{"postcode", "XX1"}, {"house", "12A"}});
  CHECK(wrong.status == 422);
  CHECK(wrong.shows("Enter a whole postcode, like XX1 2AB"));
  CHECK(wrong.shows("value=\"12A\""));
  CHECK(visit.post("/account/address", {{"postcode", "XX1 2AB"}, {"house", ""}})
            .shows("Enter your house name or number"));
  const auto given =
      visit.follow(visit.post("/account/address", {{"postcode", "xx12ab"}, {"house", "12A"}}));
  CHECK(given.shows("Your address is kept as a fingerprint"));
  CHECK_FALSE(visit.get("/account/address").shows("12A\""));
  CHECK(visit.get("/account/address").shows("You gave it on 5 January 2026"));
  const auto kept = setting.site.database().read([](store::Session& session) {
    return session.row<std::string, std::string>(
        "select postcode_hash, address_hash from person_address");
  });
  REQUIRE(kept);
  REQUIRE(*kept);
  for (const auto& hash : {std::get<0>(**kept), std::get<1>(**kept)}) {
    CHECK(hash.find("XX1") == std::string::npos);
    CHECK(hash.size() >= 32);
  }
  const auto away = visit.follow(visit.post("/account/address", {{"do", "take-away"}}));
  CHECK(away.shows("Your address is taken away"));
  CHECK(away.shows("Not given"));
}

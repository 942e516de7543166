// What stays of a sign-in through a provider: the account that it is connected with, and the roles
// that the provider speaks of.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/oidc/setting.hpp"

using namespace northlight;
using namespace northlight::testing;

TEST_CASE("an account that is somebody's cannot be connected with another") {
  Setting setting;
  setting.tell("none");
  REQUIRE(come_in(setting.northlight, setting.browser).status == 200);
  Browser other;
  REQUIRE(
      setting.northlight.sign_in(other, setting.northlight.holder_of("Practice manager")).status ==
      200);
  setting.tell("none");
  const auto list = other.get(setting.northlight.address("/account/providers"));
  CHECK(other.post(setting.northlight.address("/account/providers/council/connect"), {}).status ==
        403);
  const auto address = setting.northlight.address("/account/providers/council/connect");
  const auto& manager = setting.northlight.holder_of("Practice manager");
  const auto asked = other.post(address, {{"csrf_token", list.field("csrf_token")}});
  CHECK(asked.shows("Enter your password to go on"));
  CHECK_FALSE(asked.shows("href=\"http://127.0.0.1"));
  const auto wrong = other.post(
      address, {{"csrf_token", list.field("csrf_token")}, {"password", "not the password"}});
  CHECK(wrong.status == 422);
  CHECK_FALSE(wrong.shows("href=\"http://127.0.0.1"));
  const auto door = other.post(
      address, {{"csrf_token", list.field("csrf_token")}, {"password", manager.password}});
  const auto at = door.body.find("href=\"http://127.0.0.1");
  REQUIRE(at != std::string::npos);
  auto link = door.body.substr(at + 6, door.body.find('"', at + 6) - at - 6);
  for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;"))
    link.replace(amp, 5, "&");
  const auto page = other.follow(other.get(link));
  CHECK(page.status == 409);
  CHECK(page.shows("connected with somebody else"));
  CHECK(setting.northlight.count("select count(*) from provider_account") == 1);
}

TEST_CASE("what was disconnected lets nobody in") {
  Setting setting([](const LyingProvider& provider) { return provider.described("council"); });
  setting.tell("none");
  REQUIRE(come_in(setting.northlight, setting.browser).status == 200);
  const auto list = setting.browser.get(setting.northlight.address("/account/providers"));
  const auto done = setting.browser.follow(
      setting.browser.post(setting.northlight.address("/account/providers/council/disconnect"),
                           {{"csrf_token", list.field("csrf_token")}}));
  CHECK(done.shows("not connected any more"));
  CHECK(setting.northlight.count("select count(*) from provider_account") == 0);
}

TEST_CASE("who manages people sees an account elsewhere, and a reset takes it off") {
  Setting setting;
  setting.tell("none");
  REQUIRE(come_in(setting.northlight, setting.browser).status == 200);
  auto& northlight = setting.northlight;
  Browser administrator;
  REQUIRE(northlight.sign_in(administrator, northlight.holder_of("Administrator")).status == 200);
  const auto person = northlight.texts("select person_id from provider_account").front();
  const auto page = administrator.get(northlight.address("/people/" + person));
  CHECK(page.shows("Signs in through"));
  CHECK(page.shows("by their e-mail address"));
  const auto reset = northlight.address("/people/" + person + "/second-factor");
  const auto form = administrator.get(reset);
  administrator.follow(administrator.post(reset, {{"csrf_token", form.field("csrf_token")}}));
  CHECK(northlight.count("select count(*) from provider_account") == 0);
  CHECK_FALSE(administrator.get(northlight.address("/people/" + person)).shows("Signs in through"));
}

TEST_CASE("roles come and go with what the provider says, and others stay") {
  Setting setting([](const LyingProvider& liar) {
    auto provider = liar.described("council");
    provider.roles = {{.claim = "groups",
                       .value = "analysts",
                       .role = "service-analyst",
                       .organisation = "hollowbeck",
                       .team = {}},
                      {.claim = "groups",
                       .value = "ghosts",
                       .role = "service-analyst",
                       .organisation = "nowhere",
                       .team = {}}};
    return provider;
  });
  const auto roles = [&] {
    return setting.northlight.texts(
        "select role from role_held where until_on is null and person_id = "
        "(select person_id from provider_account) order by role");
  };
  const auto say = [&](Json::Array groups) {
    auto claims = vouching_for(setting.worker);
    claims.set("groups", Json(std::move(groups)));
    setting.liar.tell("none", setting.northlight.clock().now(), claims);
    Browser browser;
    CHECK(come_in(setting.northlight, browser).status == 200);
  };
  say({});
  const auto before = roles();
  REQUIRE(before.size() == 1);
  say({"analysts", "ghosts"});
  CHECK(roles().size() == 2);
  say({"analysts"});
  CHECK(roles().size() == 2);
  say({"others"});
  CHECK(roles() == before);
  CHECK(setting.northlight.trail() ==
        std::vector<std::string>{"provider-connected:council allowed",
                                 "provider-role-nowhere:service-analyst failed",
                                 "provider-role-given:service-analyst allowed",
                                 "provider-role-ended:service-analyst allowed"});
}

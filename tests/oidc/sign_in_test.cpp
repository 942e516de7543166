// Whole sign-ins over HTTP: the real server, a browser with cookies, npm's oidc-provider, and the
// provider that lies.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "accounts/provider_fault.hpp"
#include "accounts/read_identity_providers.hpp"
#include "tests/oidc/northlight.hpp"
#include "tests/oidc/providers.hpp"
#include "tests/oidc/setting.hpp"
#include "tests/store/engines.hpp"

using namespace northlight;
using namespace northlight::accounts;
using namespace northlight::testing;

namespace {

IdentityProvider described(const RealProvider& real, std::string id, std::string name) {
  IdentityProvider provider{};
  provider.id = std::move(id);
  provider.name = std::move(name);
  provider.issuer = real.issuer();
  provider.client_id = "northlight";
  provider.scopes = {"openid", "email", "groups"};
  provider.subject_claim = "sub";
  provider.clock_skew = std::chrono::seconds(60);
  provider.plain_http_on_loopback = true;
  return provider;
}

Json account(const std::string& email, bool verified, Json::Array groups = {}) {
  return Json::object(
      {{"email", email}, {"email_verified", verified}, {"groups", Json(std::move(groups))}});
}

/// A client as the provider knows it, and the provider's accounts.
Json settings(const Northlight& northlight, const std::string& id, const std::string& secret,
              const std::string& algorithm, Json accounts) {
  auto client = Json::object(
      {{"client_id", "northlight"},
       {"redirect_uris", Json(Json::Array{northlight.address("/sign-in/with/" + id + "/answer")})},
       {"token_endpoint_auth_method", secret.empty() ? "none" : "client_secret_basic"}});
  if (!secret.empty()) client.set("client_secret", secret);
  return Json::object({{"client", std::move(client)},
                       {"claims_in_token", secret.empty()},
                       {"algorithm", algorithm},
                       {"accounts", std::move(accounts)}});
}

/// A client secret in a file of its own, for its owner alone.
std::filesystem::path secret_file(const TemporaryFolder& folder, const std::string& secret) {
  const auto path = folder.path() / "client.secret";
  std::ofstream(path) << secret << "\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  return path;
}

/// From the button to the last page, signing in there as `who`.
Page come_in(Northlight& northlight, Browser& browser, const std::string& id,
             const Browser::Form& who, const std::string& next = "") {
  auto page = browser.get(northlight.address(
      "/sign-in/with/" + id + (next.empty() ? "" : "?" + form_encoded({{"next", next}}))));
  page = browser.follow(page);
  REQUIRE_MESSAGE(page.shows("name=\"login\""), page.body);
  return browser.follow(browser.post(page.address, who));
}

IdentityProvider taking_their_word(IdentityProvider provider) {
  provider.match_by_email.domains = {"hollowbeck.example"};
  provider.second_factor.amr = {"otp"};
  return provider;
}

std::string domain_of(const std::string& address) { return address.substr(address.find('@') + 1); }

}  // namespace

TEST_CASE("the sign-in page offers every provider") {
  Setting setting;
  const auto page = setting.browser.get(setting.northlight.address("/sign-in"));
  CHECK(page.shows("Sign in with Hollowbeck Council"));
  CHECK(page.shows("/sign-in/with/council"));
}

TEST_CASE("two real providers side by side let the same person in") {
  const TemporaryFolder folder;
  RealProvider council;
  RealProvider police;
  auto by_council = described(council, "council", "Hollowbeck Council");
  by_council.client_secret_file = secret_file(folder, "a client secret+with/odd characters");
  by_council.reads_user_info = true;
  by_council.second_factor.acr = {"loa2"};
  auto by_police = described(police, "police", "Hollowbeck Police");
  by_police.second_factor.amr = {"otp"};
  Northlight northlight({by_council, by_police});
  const auto& worker = northlight.holder_of("Practitioner");
  by_council.match_by_email.domains = {domain_of(worker.sign_in_name)};
  // The clocks of real providers are real.
  northlight.clock().go_on(platform::SystemClock().now() - northlight.clock().now());
  council.set_up(settings(northlight, "council", "a client secret+with/odd characters", "ES256",
                          Json::object({{"c-1", account(worker.sign_in_name, true)}})));
  police.set_up(settings(northlight, "police", "", "RS256",
                         Json::object({{"p-1", account(worker.sign_in_name, true)}})));

  // Nobody is connected yet, and the file does not match by e-mail.
  Browser stranger;
  const auto unknown = come_in(northlight, stranger, "council", {{"login", "c-1"}, {"mfa", "yes"}});
  CHECK(unknown.status == 403);
  CHECK(unknown.shows("not connected with anybody"));
  CHECK_FALSE(northlight.is_signed_in(stranger));

  // They connect both on their account page,
  Browser browser;
  REQUIRE(northlight.sign_in(browser, worker).status == 200);
  for (const auto& [id, login] : {std::pair("council", "c-1"), std::pair("police", "p-1")}) {
    CAPTURE(std::string(id));
    const auto list = browser.get(northlight.address("/account/providers"));
    const auto door =
        browser.post(northlight.address("/account/providers/" + std::string(id) + "/connect"),
                     {{"csrf_token", list.field("csrf_token")}, {"password", worker.password}});
    REQUIRE(door.status == 200);
    const auto at = door.body.find("href=\"http://127.0.0.1");
    REQUIRE(at != std::string::npos);
    auto link = door.body.substr(at + 6, door.body.find('"', at + 6) - at - 6);
    for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;"))
      link.replace(amp, 5, "&");
    auto page = browser.follow(browser.get(link));
    page = browser.follow(browser.post(page.address, {{"login", login}, {"mfa", "yes"}}));
    CHECK(page.status == 200);
    CHECK(page.shows("Your account is connected"));
  }
  CHECK(northlight.count("select count(*) from provider_account") == 2);
  // The secret was taken in with the first of these, and is nowhere to be read.
  CHECK_FALSE(std::filesystem::exists(*by_council.client_secret_file));
  CHECK(northlight.texts("select sealed from provider_secret").front().find("odd") ==
        std::string::npos);

  // and come in by either, without a password or a code of ours.
  for (const auto& [id, login] : {std::pair("council", "c-1"), std::pair("police", "p-1")}) {
    CAPTURE(std::string(id));
    Browser another;
    const auto in =
        come_in(northlight, another, id, {{"login", login}, {"mfa", "yes"}}, "/account/sessions");
    CHECK(in.status == 200);
    CHECK(in.address == northlight.address("/account/sessions"));
    CHECK(northlight.is_signed_in(another));
    // The ticket has gone with its use.
    CHECK_FALSE(another.cookies(northlight.host()).contains("northlight-provider"));
  }
  CHECK(northlight.trail() == std::vector<std::string>{"provider-not-connected:council denied",
                                                       "provider-connected:council allowed",
                                                       "provider-connected:police allowed"});
}

TEST_CASE("without a second factor that counts, ours is asked for") {
  RealProvider council;
  auto provider = taking_their_word(described(council, "council", "Hollowbeck Council"));
  Northlight northlight({provider});
  const auto& worker = northlight.holder_of("Practitioner");
  REQUIRE(domain_of(worker.sign_in_name) == "hollowbeck.example");
  northlight.clock().go_on(platform::SystemClock().now() - northlight.clock().now());
  council.set_up(settings(northlight, "council", "", "ES256",
                          Json::object({{"c-1", account(worker.sign_in_name, true)},
                                        {"c-2", account(worker.sign_in_name, false)}})));
  Browser browser;
  const auto step = come_in(northlight, browser, "council", {{"login", "c-1"}});
  CHECK(step.address == northlight.address("/sign-in/code"));
  CHECK_FALSE(northlight.is_signed_in(browser));
  const auto in = browser.follow(browser.post(
      northlight.address("/sign-in/code"), {{"csrf_token", step.field("csrf_token")},
                                            {"code", code_of(worker, northlight.clock().now())}}));
  CHECK(in.status == 200);
  CHECK(northlight.is_signed_in(browser));

  SUBCASE("an address that the provider has not verified connects nobody") {
    Browser another;
    const auto page = come_in(northlight, another, "council", {{"login", "c-2"}, {"mfa", "yes"}});
    CHECK(page.status == 403);
    CHECK_FALSE(northlight.is_signed_in(another));
  }
  SUBCASE("whoever turns back there is told that nothing has changed") {
    Browser another;
    const auto page = come_in(northlight, another, "council", {{"cancel", "yes"}});
    CHECK(page.shows("You turned back"));
    CHECK_FALSE(northlight.is_signed_in(another));
    CHECK(northlight.trail().back() == "provider-cancelled:council denied");
  }
}

TEST_CASE("roles come and go with the groups that a real provider tells of") {
  bool in_token = true;
  SUBCASE("in its token") {}
  SUBCASE("in its user info alone") { in_token = false; }
  RealProvider council;
  auto described = parse_identity_providers(
      "[[provider]]\n"
      "id = \"council\"\n"
      "name = \"Hollowbeck Council\"\n"
      "issuer = \"" +
          council.issuer() +
          "\"\n"
          R"(client_id = "northlight"
scopes = ["openid", "email", "groups"]
match_verified_email_at = ["hollowbeck.example"]
plain_http_on_loopback = true
)" + (in_token ? "" : "read_user_info = true\n") +
          R"(
[provider.second_factor]
amr = ["otp"]
[[provider.role]]
claim = "groups"
value = "analysts"
role = "service-analyst"
organisation = "hollowbeck"
[[provider.role]]
claim = "groups"
value = "volunteers"
role = "community-volunteer"
organisation = "hollowbeck"
team = "North team"
)",
      "identity-providers.toml", {});
  REQUIRE_MESSAGE(described, described.error().message);
  Northlight northlight(*described);
  const auto& worker = northlight.holder_of("Practitioner");
  northlight.clock().go_on(platform::SystemClock().now() - northlight.clock().now());
  const auto accounts = [&](Json::Array groups) {
    return Json::object({{"c-1", account(worker.sign_in_name, true, std::move(groups))}});
  };
  auto told = settings(northlight, "council", "", "ES256", accounts({}));
  told.set("claims_in_token", in_token);
  council.set_up(told);
  const auto roles = [&] {
    return northlight.texts(
        "select r.role || coalesce(' ' || t.name, '') from role_held r left join team t on "
        "t.id = r.team_id where r.until_on is null and r.person_id = "
        "(select person_id from provider_account) order by 1");
  };
  using Roles = std::vector<std::string>;
  const auto come = [&](Json::Array groups) {
    council.keep_accounts(accounts(std::move(groups)));
    Browser browser;
    CHECK(come_in(northlight, browser, "council", {{"login", "c-1"}, {"mfa", "yes"}}).status ==
          200);
    CHECK(northlight.is_signed_in(browser));
    return roles();
  };
  CHECK(come({}) == Roles{"practitioner North team"});
  CHECK(come({"others", "analysts"}) == Roles{"practitioner North team", "service-analyst"});
  CHECK(come({"volunteers"}) == Roles{"community-volunteer North team", "practitioner North team"});
  CHECK(come({"Analysts"}) == Roles{"practitioner North team"});
  CHECK(northlight.trail() == Roles{"provider-connected:council allowed",
                                    "provider-role-given:service-analyst allowed",
                                    "provider-role-ended:service-analyst allowed",
                                    "provider-role-given:community-volunteer allowed",
                                    "provider-role-ended:community-volunteer allowed"});
}

TEST_CASE("each lie ends on a clear page, in a line of the audit trail, and in nothing else") {
  Setting setting;
  setting.tell("none");
  // They are known to the provider, so that only the lie stands between them and a session.
  REQUIRE(come_in(setting.northlight, setting.browser).status == 200);
  const auto sessions = setting.northlight.count("select count(*) from sign_in_session");
  struct Case {
    const char* lie;
    int status;
    ProviderFault fault;
  };
  const Case cases[] = {{"wrong-issuer", 422, ProviderFault::WrongIssuer},
                        {"wrong-audience", 422, ProviderFault::WrongAudience},
                        {"another-party", 422, ProviderFault::WrongAudience},
                        {"wrong-nonce", 422, ProviderFault::WrongNonce},
                        {"unsigned", 422, ProviderFault::Unsigned},
                        {"shared-secret", 422, ProviderFault::Unsigned},
                        {"forged-key", 422, ProviderFault::Unsigned},
                        {"unknown-key", 422, ProviderFault::UnknownKey},
                        {"expired", 422, ProviderFault::TokenExpired},
                        {"from-the-future", 422, ProviderFault::TokenFromTheFuture},
                        {"wrong-hash", 422, ProviderFault::WrongTokenHash},
                        {"no-subject", 422, ProviderFault::NoSubject},
                        {"answer-of-another", 422, ProviderFault::WrongIssuer},
                        {"another-state", 422, ProviderFault::WrongState},
                        {"no-state", 422, ProviderFault::WrongState},
                        {"code-never-given", 422, ProviderFault::CodeRefused},
                        {"access-denied", 422, ProviderFault::Cancelled},
                        {"server-error", 403, ProviderFault::Refused},
                        {"token-fails", 503, ProviderFault::Down},
                        {"token-is-html", 503, ProviderFault::Broken}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.lie));
    setting.northlight.clock().go_on(std::chrono::minutes(1));
    setting.tell(one.lie);
    Browser browser;
    const auto page = come_in(setting.northlight, browser);
    CHECK(page.status == one.status);
    CHECK(page.shows(words(one.fault).substr(0, 40)));
    CHECK(page.shows("Go to the sign-in page"));
    CHECK(page.header("cache-control") == "no-store");
    CHECK_FALSE(setting.northlight.is_signed_in(browser));
    CHECK_FALSE(browser.cookies(setting.northlight.host()).contains("northlight-provider"));
    CHECK(setting.northlight.trail().back() ==
          "provider-" + std::string(code(one.fault)) + ":council denied");
  }
  CHECK(setting.northlight.count("select count(*) from sign_in_session") == sessions);
  CHECK(setting.northlight.count("select count(*) from provider_account") == 1);
}

TEST_CASE("a provider that is down leaves the other ways in as they are") {
  Setting setting;
  setting.tell("metadata-fails");
  const auto page = come_in(setting.northlight, setting.browser);
  CHECK(page.status == 503);
  CHECK(page.shows("does not answer just now"));
  CHECK(setting.northlight.trail().back() == "provider-provider-down:council denied");
  CHECK(setting.northlight.sign_in(setting.browser, setting.worker).status == 200);
}

TEST_CASE("an answer counts once, in the browser that began, for 10 minutes") {
  Setting setting;
  setting.tell("none");
  auto& browser = setting.browser;
  const auto begun = browser.get(setting.northlight.address("/sign-in/with/council"));
  REQUIRE(begun.status == 303);
  const auto kept = browser.cookies(setting.northlight.host());
  const auto answer = browser.get(begun.location()).location();

  Browser thief;
  CHECK(thief.get(answer).shows("This browser has not begun to sign in"));
  CHECK_FALSE(setting.northlight.is_signed_in(thief));
  CHECK(setting.northlight.trail().back() == "provider-state-absent:council denied");

  SUBCASE("it lets them in, and no second time, even with the same cookies") {
    CHECK(browser.follow(browser.get(answer)).status == 200);
    Browser replay;
    replay.cookies(setting.northlight.host()) = kept;
    CHECK(replay.get(answer).shows("was used before"));
    CHECK_FALSE(setting.northlight.is_signed_in(replay));
    const auto trail = setting.northlight.trail();
    CHECK(std::ranges::count(trail, "provider-state-replayed:council denied") == 1);
  }
  SUBCASE("after 10 minutes it is too late") {
    setting.northlight.clock().go_on(std::chrono::minutes(10));
    CHECK(browser.get(answer).shows("took longer than 10 minutes"));
    CHECK_FALSE(setting.northlight.is_signed_in(browser));
  }
  SUBCASE("a changed ticket is none") {
    auto& ticket = browser.cookies(setting.northlight.host())["northlight-provider"];
    ticket.back() = ticket.back() == 'A' ? 'B' : 'A';
    CHECK(browser.get(answer).shows("This browser has not begun to sign in"));
  }
  SUBCASE("a state that is there twice is none") {
    CHECK(browser.get(answer + "&state=x").status == 422);
    CHECK_FALSE(setting.northlight.is_signed_in(browser));
  }
}

TEST_CASE("a provider that is not there is a page that is not there") {
  Setting setting;
  CHECK(setting.browser.get(setting.northlight.address("/sign-in/with/police")).status == 404);
  CHECK(
      setting.browser.get(setting.northlight.address("/sign-in/with/police/answer?code=x&state=y"))
          .status == 404);
}

TEST_CASE("the page to go on to afterwards is one of ours") {
  Setting setting;
  setting.tell("none");
  const auto page = come_in(setting.northlight, setting.browser, "https://elsewhere.example/");
  CHECK(page.address.starts_with(setting.northlight.address("/")));
}

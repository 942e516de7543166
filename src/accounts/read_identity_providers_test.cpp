#include "accounts/read_identity_providers.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace northlight;
using namespace northlight::accounts;

namespace {

const std::string least = R"([[provider]]
id = "council"
name = "Hollowbeck Council"
issuer = "https://login.hollowbeck.example"
client_id = "northlight"
)";

Result<std::vector<IdentityProvider>> parse(const std::string& text) {
  return parse_identity_providers(text, "p.toml", "/etc/northlight");
}

std::string refusal(const std::string& text) {
  const auto read = parse(text);
  REQUIRE_FALSE(read);
  return read.error().where + ": " + read.error().message;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the file that Northlight comes with can be read, and names no provider") {
  const auto read = read_identity_providers(std::string(NORTHLIGHT_SOURCE_DIR) +
                                            "/policy/identity-providers.toml");
  REQUIRE(read);
  CHECK(read->empty());
}

TEST_CASE("what a provider leaves out has careful defaults") {
  const auto read = parse(least);
  REQUIRE(read);
  const auto& provider = read->front();
  CHECK(provider.scopes == std::vector<std::string>{"openid"});
  CHECK(provider.subject_claim == "sub");
  CHECK_FALSE(provider.client_secret_file);
  CHECK_FALSE(provider.reads_user_info);
  CHECK_FALSE(provider.plain_http_on_loopback);
  CHECK_FALSE(provider.match_by_email.holds("somebody@hollowbeck.example"));
  CHECK_FALSE(provider.second_factor.is_taken());
  CHECK(provider.clock_skew == std::chrono::seconds(60));
}

TEST_CASE("everything that a provider may say is read") {
  const auto read = parse(least + R"(client_secret_file = "council.secret"
scopes = ["email", "groups"]
subject_claim = "oid"
read_user_info = true
clock_skew_seconds = 0
match_verified_email_at = ["hollowbeck.example"]
[provider.second_factor]
acr = ["loa2"]
amr = ["otp"]
[[provider.role]]
claim = "groups"
value = "workers"
role = "practitioner"
organisation = "hollowbeck"
team = "North"
[[provider]]
id = "police"
name = "Police"
issuer = "https://login.police.example"
client_id = "n"
)");
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  const auto& provider = read->front();
  CHECK(provider.client_secret_file == std::filesystem::path("/etc/northlight/council.secret"));
  CHECK(provider.scopes == std::vector<std::string>{"openid", "email", "groups"});
  CHECK(provider.match_by_email.holds("Somebody@HOLLOWBECK.example"));
  CHECK_FALSE(provider.match_by_email.holds("somebody@evil.example"));
  CHECK_FALSE(provider.match_by_email.holds("hollowbeck.example"));
  CHECK_FALSE(provider.match_by_email.holds("x@hollowbeck.example@evil.example"));
  CHECK(provider.second_factor.acr == std::vector<std::string>{"loa2"});
  CHECK(provider.roles.front().team == "North");
}

TEST_CASE("the example in the shipped file's comments is a provider that can be read") {
  std::ifstream file(std::string(NORTHLIGHT_SOURCE_DIR) + "/policy/identity-providers.toml");
  std::string example;
  for (std::string line; std::getline(file, line);)
    if (!example.empty() || line == "# [[provider]]") example += line.substr(1) + "\n";
  const auto read = parse(example);
  REQUIRE_MESSAGE(read, read.error().message);
  CHECK(read->front().second_factor.is_taken());
  CHECK(read->front().roles.size() == 1);
}

TEST_CASE("what is wrong is refused with its line and key") {
  CHECK(has(refusal(least + "colour = \"red\"\n"), "p.toml:6: provider[1].colour"));
  CHECK(has(refusal("[[provider]]\nid = \"a\"\n"), "provider[1].name"));
  CHECK(has(refusal(least + least), "There is a provider of this id above"));
  CHECK(has(refusal(least + "client_secret = \"hunter2\"\n"), "A secret may not stand here"));
  CHECK(has(refusal(least + "clock_skew_seconds = 301\n"), "clock_skew_seconds"));
  CHECK(has(refusal(least + "match_verified_email_at = [\"*\"]\n"), "match_verified_email_at"));
  CHECK(has(refusal(least + "match_verified_email_at = [\"Hollowbeck.example\"]\n"),
            "small letters"));
  CHECK(has(refusal(least + "[provider.second_factor]\n"), "acr or amr"));
  CHECK(has(refusal(least + "[[provider.role]]\nclaim = \"groups\"\n"), "provider[1].role[1]"));
}

TEST_CASE("the secret itself is never repeated in a message") {
  CHECK_FALSE(has(refusal(least + "client_secret = \"hunter2\"\n"), "hunter2"));
}

TEST_CASE("a provider without TLS is refused, but on this machine where the file says so") {
  const auto with_issuer = [](const std::string& issuer, const std::string& more) {
    return "[[provider]]\nid = \"a\"\nname = \"A\"\nclient_id = \"n\"\nissuer = \"" + issuer +
           "\"\n" + more;
  };
  CHECK_FALSE(parse(with_issuer("http://login.example", "")));
  CHECK_FALSE(parse(with_issuer("http://127.0.0.1:1", "")));
  CHECK(parse(with_issuer("http://127.0.0.1:1", "plain_http_on_loopback = true\n")));
  CHECK_FALSE(parse(with_issuer("http://login.example", "plain_http_on_loopback = true\n")));
  CHECK_FALSE(parse(with_issuer("https://login.example?realm=1", "")));
}

TEST_CASE("a file that is not there says so") {
  const auto read = read_identity_providers("/nowhere/identity-providers.toml");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::NotFound);
}

// Everything that a provider may get wrong, against one that does: each lie has its own fault, and
// nobody is recognised. The same through the whole server is in sign_in_test.cpp.
#include <doctest/doctest.h>

#include "accounts/open_id_connect.hpp"
#include "accounts/provider_fault.hpp"
#include "tests/oidc/browser.hpp"
#include "tests/oidc/providers.hpp"

using namespace northlight;
using namespace northlight::accounts;
using namespace northlight::testing;

namespace {

const platform::Instant noon{std::chrono::seconds(1'795'348'800)};
const std::string callback = "http://127.0.0.1:9/callback";

LyingProvider& liar() {
  static LyingProvider provider;
  return provider;
}

/// The value of a field of an address's query, as it stands there.
std::optional<std::string> field_of(const std::string& address, const std::string& name) {
  for (const auto* before : {"?", "&"}) {
    const auto at = address.find(before + name + "=");
    if (at == std::string::npos) continue;
    const auto rest = address.substr(at + name.size() + 2);
    const auto value = rest.substr(0, rest.find('&'));
    return Browser::decoded(value);
  }
  return std::nullopt;
}

/// Northlight as one browser meets it, up to where a session would begin.
struct Meeting {
  explicit Meeting(IdentityProvider described)
      : connect({std::move(described)}, platform::Keys::for_this_run()),
        provider(connect.providers().front()) {}

  Result<ProviderDeparture> depart(platform::Instant now = noon) {
    return connect.begin(provider, {.return_address = callback}, now);
  }
  /// What the provider sends the browser back with.
  static ProviderAnswer answer_to(const ProviderDeparture& departure) {
    const auto back = Browser().get(departure.location).location();
    return {.state = field_of(back, "state"),
            .code = field_of(back, "code"),
            .issuer = field_of(back, "iss"),
            .error = field_of(back, "error")};
  }
  Result<ProviderAccount> arrive(const ProviderDeparture& departure, const ProviderAnswer& answer,
                                 platform::Instant now = noon) {
    auto back = connect.match(provider, departure.ticket, answer, now);
    if (!back) return back.error();
    return connect.account(provider, *back, now);
  }
  Result<ProviderAccount> sign_in(platform::Instant now = noon) {
    auto departure = depart(now);
    if (!departure) return departure.error();
    return arrive(*departure, answer_to(*departure), now);
  }

  OpenIdConnect connect;
  const IdentityProvider& provider;
};

bool is(const Result<ProviderAccount>& account, ProviderFault what) {
  if (!account && account.error() != fault(what)) MESSAGE(account.error().where);
  return !account && account.error() == fault(what);
}

Result<ProviderAccount> after_lie(std::string_view lie) {
  liar().tell(lie, noon);
  Meeting meeting(liar().described("council"));
  return meeting.sign_in();
}

}  // namespace

TEST_CASE("who tells the truth is believed") {
  liar().tell("none", noon, Json::object({{"email", "jo@hollowbeck.example"}}));
  Meeting meeting(liar().described("council"));
  const auto account = meeting.sign_in();
  REQUIRE_MESSAGE(account, account.error().where);
  CHECK(account->issuer == liar().issuer());
  CHECK(account->subject == "sub-1");
  CHECK(*account->claims.find("email")->string() == "jo@hollowbeck.example");
  CHECK_FALSE(account->second_factor);
}

TEST_CASE("each lie in a token is found out") {
  const std::pair<std::string_view, ProviderFault> lies[] = {
      {"wrong-issuer", ProviderFault::WrongIssuer},
      {"wrong-audience", ProviderFault::WrongAudience},
      {"several-audiences", ProviderFault::WrongAudience},
      {"another-party", ProviderFault::WrongAudience},
      {"wrong-nonce", ProviderFault::WrongNonce},
      {"no-nonce", ProviderFault::WrongNonce},
      {"expired", ProviderFault::TokenExpired},
      {"made-long-ago", ProviderFault::TokenExpired},
      {"from-the-future", ProviderFault::TokenFromTheFuture},
      {"wrong-hash", ProviderFault::WrongTokenHash},
      {"no-subject", ProviderFault::NoSubject},
      {"unsigned", ProviderFault::Unsigned},
      {"signature-cut", ProviderFault::Unsigned},
      {"shared-secret", ProviderFault::Unsigned},
      {"forged-key", ProviderFault::Unsigned},
      {"claims-changed", ProviderFault::Unsigned},
      {"not-a-token", ProviderFault::Unsigned},
      {"unknown-key", ProviderFault::UnknownKey},
      {"keys-are-none", ProviderFault::UnknownKey},
      {"no-token", ProviderFault::Broken}};
  for (const auto& [lie, what] : lies) {
    CAPTURE(std::string(lie));
    CHECK(is(after_lie(lie), what));
  }
}

TEST_CASE("each lie in what comes back with the browser is found out") {
  const std::pair<std::string_view, ProviderFault> lies[] = {
      {"another-state", ProviderFault::WrongState},
      {"no-state", ProviderFault::WrongState},
      {"answer-of-another", ProviderFault::WrongIssuer},
      {"answer-names-nobody", ProviderFault::WrongIssuer},
      {"access-denied", ProviderFault::Cancelled},
      {"server-error", ProviderFault::Refused},
      {"nothing", ProviderFault::Broken},
      {"code-never-given", ProviderFault::CodeRefused}};
  for (const auto& [lie, what] : lies) {
    CAPTURE(std::string(lie));
    CHECK(is(after_lie(lie), what));
  }
}

TEST_CASE("a provider that says something else of itself, or answers badly, is not gone on with") {
  const std::pair<std::string_view, ProviderFault> lies[] = {
      {"metadata-of-another", ProviderFault::WrongIssuer},
      {"metadata-fails", ProviderFault::Down},
      {"token-elsewhere-without-tls", ProviderFault::Broken},
      {"token-fails", ProviderFault::Down},
      {"token-is-html", ProviderFault::Broken},
      {"token-redirects", ProviderFault::Broken},
      {"token-is-huge", ProviderFault::Down}};
  for (const auto& [lie, what] : lies) {
    CAPTURE(std::string(lie));
    CHECK(is(after_lie(lie), what));
  }
}

TEST_CASE("a code counts once, and for the browser that asked") {
  liar().tell("none", noon);
  Meeting meeting(liar().described("council"));
  const auto mine = *meeting.depart();
  const auto other = *meeting.depart();
  const auto answer = Meeting::answer_to(mine);
  CHECK(is(meeting.arrive(other, answer), ProviderFault::WrongState));
  CHECK(meeting.arrive(mine, answer));
  CHECK(is(meeting.arrive(mine, answer), ProviderFault::CodeRefused));
}

TEST_CASE("an answer of one sign-in does not end another, even with its code put in") {
  liar().tell("none", noon);
  Meeting meeting(liar().described("council"));
  const auto mine = *meeting.depart();
  const auto other = *meeting.depart();
  auto answer = Meeting::answer_to(mine);
  // Somebody else's code with my state: the verifier of PKCE is mine, so the provider refuses.
  answer.code = Meeting::answer_to(other).code;
  CHECK(is(meeting.arrive(mine, answer), ProviderFault::CodeRefused));
}

TEST_CASE("a ticket lasts 10 minutes") {
  liar().tell("none", noon);
  Meeting meeting(liar().described("council"));
  const auto departure = *meeting.depart();
  const auto answer = Meeting::answer_to(departure);
  CHECK(is(meeting.arrive(departure, answer, noon + std::chrono::minutes(10)),
           ProviderFault::StateExpired));
}

TEST_CASE("a ticket for one provider does not open at another, and a changed one nowhere") {
  liar().tell("none", noon);
  const auto keys = platform::Keys::for_this_run();
  auto police = liar().described("police");
  police.issuer = "http://127.0.0.1:1";
  OpenIdConnect connect({liar().described("council"), police}, keys);
  const auto departure =
      *connect.begin(*connect.find("council"), {.return_address = callback}, noon);
  const auto answer = Meeting::answer_to(departure);
  CHECK(connect.match(*connect.find("council"), departure.ticket, answer, noon));
  CHECK(connect.match(*connect.find("police"), departure.ticket, answer, noon).error() ==
        fault(ProviderFault::NoState));
  auto changed = departure.ticket;
  changed[changed.size() / 2] = changed[changed.size() / 2] == 'A' ? 'B' : 'A';
  CHECK(connect.match(*connect.find("council"), changed, answer, noon).error() ==
        fault(ProviderFault::NoState));
}

TEST_CASE("a new key of the provider is looked for at once, a made-up one not again and again") {
  liar().tell("none", noon);
  Meeting meeting(liar().described("council"));
  REQUIRE(meeting.sign_in());
  const auto fetched = liar().asked_for("keys");
  REQUIRE(meeting.sign_in());
  CHECK(liar().asked_for("keys") == fetched);

  // Half a minute on, the provider signs with a key that it did not have before.
  const auto later = noon + std::chrono::seconds(31);
  liar().tell("new-key", later);
  CHECK(meeting.sign_in(later));
  CHECK(liar().asked_for("keys") == fetched + 1);

  liar().tell("unknown-key", later);
  for (int again = 0; again < 5; ++again)
    CHECK(is(meeting.sign_in(later), ProviderFault::UnknownKey));
  CHECK(liar().asked_for("keys") == fetched + 1);
}

TEST_CASE("what a provider says of itself is kept for an hour") {
  liar().tell("none", noon);
  Meeting meeting(liar().described("council"));
  const auto before = liar().asked_for("metadata");
  CHECK(meeting.sign_in());
  CHECK(meeting.sign_in());
  CHECK(liar().asked_for("metadata") == before + 1);
  const auto later = noon + std::chrono::hours(1);
  liar().tell("none", later);
  CHECK(meeting.sign_in(later));
  CHECK(liar().asked_for("metadata") == before + 2);
}

TEST_CASE("a provider that was down is left alone for 10 seconds, and then asked again") {
  liar().tell("metadata-fails", noon);
  Meeting meeting(liar().described("council"));
  const auto before = liar().asked_for("metadata");
  CHECK(is(meeting.sign_in(), ProviderFault::Down));
  CHECK(is(meeting.sign_in(noon + std::chrono::seconds(9)), ProviderFault::Down));
  CHECK(liar().asked_for("metadata") == before + 1);
  const auto later = noon + std::chrono::seconds(10);
  liar().tell("none", later);
  CHECK(meeting.sign_in(later));
}

TEST_CASE("a provider that hangs is given up") {
  for (const auto* lie : {"metadata-hangs", "token-hangs"}) {
    CAPTURE(std::string(lie));
    CHECK(is(after_lie(lie), ProviderFault::Down));
  }
}

TEST_CASE("claims that are asked for afterwards must be of the same person") {
  auto described = liar().described("council");
  described.reads_user_info = true;
  Meeting meeting(described);
  liar().tell("none", noon, Json::object({{"groups", Json(Json::Array{"workers"})}}));
  const auto account = meeting.sign_in();
  REQUIRE(account);
  CHECK(account->claims.find("groups") != nullptr);
  liar().tell("user-info-of-another", noon);
  CHECK(is(meeting.sign_in(), ProviderFault::NoSubject));
}

TEST_CASE("a second factor counts where the file takes the provider's word for it") {
  auto described = liar().described("council");
  const auto claims = Json::object({{"amr", Json(Json::Array{"pwd", "otp"})}});
  liar().tell("none", noon, claims);
  CHECK_FALSE(Meeting(described).sign_in()->second_factor);
  described.second_factor.amr = {"otp"};
  CHECK(Meeting(described).sign_in()->second_factor);
  liar().tell("none", noon, Json::object({{"amr", Json(Json::Array{"pwd"})}}));
  CHECK_FALSE(Meeting(described).sign_in()->second_factor);
}

TEST_CASE("a client secret that cannot be read, or that others can, stops the sign-in") {
  auto described = liar().described("council");
  described.client_secret_file = "/nowhere/secret";
  liar().tell("none", noon);
  CHECK(is(Meeting(described).sign_in(), ProviderFault::SecretMissing));
  described.client_secret_file = NORTHLIGHT_SOURCE_DIR "/README.md";
  CHECK(is(Meeting(described).sign_in(), ProviderFault::SecretMissing));
}

#include "accounts/open_id_connect.hpp"

#include <doctest/doctest.h>

#include "accounts/provider_fault.hpp"

using namespace northlight;
using namespace northlight::accounts;

// Whole sign-ins, with real providers and lying ones, are in tests/oidc. Here: what needs none.

namespace {

const platform::Instant noon{std::chrono::seconds(1'795'348'800)};

IdentityProvider a_provider(std::string id) {
  IdentityProvider provider{};
  provider.id = std::move(id);
  provider.issuer = "https://login.example/" + provider.id;
  return provider;
}

bool is(const Result<ProviderReturn>& result, ProviderFault what) {
  return !result && result.error() == fault(what);
}

}  // namespace

TEST_CASE("an answer without a ticket, or with one that was not sealed here, is refused") {
  const OpenIdConnect connect({a_provider("council")}, platform::Keys::for_this_run());
  const auto& provider = *connect.find("council");
  const ProviderAnswer answer{.state = "s", .code = "c"};
  CHECK(is(connect.match(provider, "", answer, noon), ProviderFault::NoState));
  CHECK(is(connect.match(provider, "made-up", answer, noon), ProviderFault::NoState));
  const auto elsewhere = platform::Keys::for_this_run().seal("provider-ticket:council", "{}");
  CHECK(is(connect.match(provider, elsewhere, answer, noon), ProviderFault::NoState));
}

TEST_CASE("a provider that is not in the file is not found") {
  const OpenIdConnect connect({a_provider("council")}, platform::Keys::for_this_run());
  CHECK(connect.find("council") != nullptr);
  CHECK(connect.find("police") == nullptr);
  CHECK(connect.find("") == nullptr);
}

TEST_CASE("a provider that cannot be reached is Unavailable, and is left alone for a while") {
  auto provider = a_provider("council");
  provider.issuer = "http://127.0.0.1:1";
  provider.plain_http_on_loopback = true;
  OpenIdConnect connect({provider}, platform::Keys::for_this_run());
  for (int again = 0; again < 2; ++again) {
    const auto begun = connect.begin(*connect.find("council"), {.return_address = "x"}, noon);
    REQUIRE_FALSE(begun);
    CHECK(begun.error() == fault(ProviderFault::Down));
    CHECK(begun.error().code == ErrorCode::Unavailable);
  }
}

TEST_CASE("every fault has words of its own kind and a code that is not another's") {
  std::vector<std::string_view> codes;
  for (int i = 0; i <= static_cast<int>(ProviderFault::PersonLeft); ++i) {
    const auto what = static_cast<ProviderFault>(i);
    CHECK_FALSE(words(what).empty());
    for (const auto& other : codes) CHECK(other != code(what));
    codes.push_back(code(what));
  }
}

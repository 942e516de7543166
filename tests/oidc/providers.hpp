#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "accounts/identity_provider.hpp"
#include "base/json.hpp"
#include "platform/clock.hpp"
#include "tests/http/child.hpp"

/// Identity providers on this machine, each a process of its own that ends with the test.
namespace northlight::testing {

/// tests/oidc/lying_provider.mjs: tells the lie that it was told to.
class LyingProvider {
 public:
  LyingProvider();

  std::string issuer() const { return "http://127.0.0.1:" + std::to_string(port_); }
  /// As its file would describe it: a public client, on this machine.
  accounts::IdentityProvider described(std::string id) const;
  /// From now on; "none" is the truth. `claims` are put into its tokens, which are made at `now`.
  void tell(std::string_view lie, platform::Instant now, const Json& claims = Json::object());
  /// How often it has been asked for its "metadata", "keys" or a "token".
  std::int64_t asked_for(std::string_view what);

 private:
  Json say(const Json& told);

  web::Child child_;
  std::uint16_t port_;
  platform::Instant now_{};
  std::string lie_ = "none";
};

/// tests/oidc/provider.mjs: npm's oidc-provider.
class RealProvider {
 public:
  RealProvider();

  std::string issuer() const { return "http://127.0.0.1:" + std::to_string(port_); }
  /// Once, before anybody comes: its client, its accounts, how it signs.
  void set_up(const Json& given);
  /// From now on, in place of those that it was set up with.
  void keep_accounts(Json accounts);

 private:
  web::Child child_;
  std::uint16_t port_;
};

}  // namespace northlight::testing

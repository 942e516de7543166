#include "tests/oidc/providers.hpp"

#include <stdexcept>

#include "base/text.hpp"

namespace northlight::testing {
namespace {

std::vector<std::string> command(std::string_view script) {
  return {"node", NORTHLIGHT_SOURCE_DIR "/tests/oidc/" + std::string(script)};
}

std::uint16_t read_port(web::Child& child, std::string_view script) {
  const auto port = parse_whole_number(child.read_line());
  if (!port)
    throw std::runtime_error(std::string(script) +
                             " did not start. It needs Node and what npm ci installs.");
  return static_cast<std::uint16_t>(*port);
}

}  // namespace

LyingProvider::LyingProvider()
    : child_(command("lying_provider.mjs")), port_(read_port(child_, "lying_provider.mjs")) {}

accounts::IdentityProvider LyingProvider::described(std::string id) const {
  return {.id = std::move(id),
          .name = "Hollowbeck Council",
          .issuer = issuer(),
          .client_id = "northlight",
          .client_secret_file = {},
          .scopes = {"openid"},
          .subject_claim = "sub",
          .reads_user_info = false,
          .clock_skew = std::chrono::seconds(60),
          .plain_http_on_loopback = true,
          .match_by_email = {},
          .second_factor = {},
          .roles = {}};
}

Json LyingProvider::say(const Json& told) {
  child_.write(told.text() + "\n");
  auto answer = Json::parse(child_.read_line());
  if (!answer) throw std::runtime_error("lying_provider.mjs has ended");
  return *std::move(answer);
}

void LyingProvider::tell(std::string_view lie, platform::Instant now, const Json& claims) {
  now_ = now;
  lie_ = lie;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
  say(Json::object({{"lie", lie}, {"now", seconds.count()}, {"claims", claims}}));
}

std::int64_t LyingProvider::asked_for(std::string_view what) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now_.time_since_epoch());
  const auto lie = lie_ == "new-key" ? std::string("none") : lie_;
  return *say(Json::object({{"lie", lie}, {"now", seconds.count()}})).find(what)->whole();
}

RealProvider::RealProvider()
    : child_(command("provider.mjs")), port_(read_port(child_, "provider.mjs")) {}

void RealProvider::keep_accounts(Json accounts) {
  set_up(Json::object({{"accounts", std::move(accounts)}}));
}

void RealProvider::set_up(const Json& given) {
  child_.write(given.text() + "\n");
  if (child_.read_line() != "ready")
    throw std::runtime_error("provider.mjs did not take its settings");
}

}  // namespace northlight::testing

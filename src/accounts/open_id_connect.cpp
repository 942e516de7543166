#include "accounts/open_id_connect.hpp"

#include <algorithm>
#include <utility>

#include "accounts/id_token.hpp"
#include "accounts/provider_fault.hpp"
#include "base/text.hpp"
#include "html/url.hpp"
#include "platform/crypto.hpp"

namespace northlight::accounts {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t longest_answer = 4'096;
constexpr std::chrono::seconds patience{1};

/// One of the few conversations that may be going on at once; given back at the end.
class Conversation {
 public:
  explicit Conversation(std::counting_semaphore<4>& all)
      : all_(all), held_(all.try_acquire_for(patience)) {}
  ~Conversation() {
    if (held_) all_.release();
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  bool held() const { return held_; }

 private:
  std::counting_semaphore<4>& all_;
  bool held_;
};

std::string context(const IdentityProvider& provider) { return "provider-ticket:" + provider.id; }

std::string address_with(std::string_view endpoint,
                         const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string address(endpoint);
  char before = address.find('?') == std::string::npos ? '?' : '&';
  for (const auto& [name, value] : fields) {
    address += before + name + "=" + html::percent_encoded(value);
    before = '&';
  }
  return address;
}

std::string challenge(std::string_view verifier) {
  return platform::base64url(platform::sha256(verifier));
}

/// What the browser carries, sealed.
std::string written(const ProviderReturn& ticket, std::string_view state) {
  return Json::object({{"state", state},
                       {"use", ticket.use},
                       {"nonce", ticket.nonce},
                       {"verifier", ticket.verifier},
                       {"until", platform::iso(ticket.until)},
                       {"return_address", ticket.errand.return_address},
                       {"next", ticket.errand.next},
                       {"connect", ticket.errand.connect ? ticket.errand.connect->text() : ""}})
      .text();
}

struct Ticket {
  std::string state;
  ProviderReturn back;
};

Result<Ticket> read_ticket(std::string_view opened) {
  NL_TRY(json, Json::parse(opened));
  NL_TRY(until, platform::parse_instant(json.string_at("until")));
  Ticket ticket{std::string(json.string_at("state")),
                {.use = std::string(json.string_at("use")),
                 .until = until,
                 .errand = {std::string(json.string_at("return_address")),
                            std::string(json.string_at("next"))},
                 .code = {},
                 .nonce = std::string(json.string_at("nonce")),
                 .verifier = std::string(json.string_at("verifier"))}};
  if (const auto connect = json.string_at("connect"); !connect.empty()) {
    NL_TRY(person, domain::PersonId::parse(connect));
    ticket.back.errand.connect = person;
  }
  return ticket;
}

bool fits(const std::optional<std::string>& value) {
  return !value || (value->size() <= longest_answer && !value->empty());
}

/// The token's claims count before those that were asked for afterwards.
Json both(Json token, const Json& asked) {
  for (const auto& [name, value] : *asked.members())
    if (!token.find(name)) token.set(name, value);
  return token;
}

}  // namespace

OpenIdConnect::OpenIdConnect(const std::vector<IdentityProvider>& providers, platform::Keys keys,
                             const SecretOf& secret_of)
    : providers_(providers), keys_(std::move(keys)) {
  for (const auto& provider : providers_)
    connections_.push_back(std::make_unique<ProviderConnection>(provider, secret_of));
}

const IdentityProvider* OpenIdConnect::find(std::string_view id) const {
  const auto found = std::ranges::find(providers_, id, &IdentityProvider::id);
  return found == providers_.end() ? nullptr : &*found;
}

ProviderConnection& OpenIdConnect::connection(const IdentityProvider& provider) {
  return **std::ranges::find(connections_, provider.id,
                             [](const auto& one) { return one->provider().id; });
}

Result<ProviderDeparture> OpenIdConnect::begin(const IdentityProvider& provider,
                                               const ProviderErrand& errand,
                                               platform::Instant now) {
  const Conversation conversation(conversations_);
  if (!conversation.held()) return fault(ProviderFault::Busy);
  NL_TRY(said, connection(provider).metadata(now));
  const auto random = [] { return platform::base64url(platform::random_bytes(secret_bytes)); };
  const auto state = random();
  const ProviderReturn ticket{.use = random(),
                              .until = now + ticket_lasts,
                              .errand = errand,
                              .code = {},
                              .nonce = random(),
                              .verifier = random()};
  std::vector<std::pair<std::string, std::string>> asked = {
      {"response_type", "code"},
      {"client_id", provider.client_id},
      {"redirect_uri", errand.return_address},
      {"scope", northlight::join(provider.scopes, " ")},
      {"state", state},
      {"nonce", ticket.nonce},
      {"code_challenge", challenge(ticket.verifier)},
      {"code_challenge_method", "S256"}};
  if (!provider.second_factor.acr.empty())
    asked.emplace_back("acr_values", northlight::join(provider.second_factor.acr, " "));
  return ProviderDeparture{address_with(said.authorization_endpoint, asked),
                           keys_.seal(context(provider), written(ticket, state))};
}

Result<ProviderReturn> OpenIdConnect::match(const IdentityProvider& provider,
                                            std::string_view ticket, const ProviderAnswer& answer,
                                            platform::Instant now) const {
  if (ticket.empty()) return fault(ProviderFault::NoState);
  const auto opened = keys_.open(context(provider), ticket);
  if (!opened) return fault(ProviderFault::NoState);
  auto held = read_ticket(*opened);
  if (!held) return fault(ProviderFault::NoState);
  if (!answer.state || !platform::equal_in_constant_time(*answer.state, held->state))
    return fault(ProviderFault::WrongState);
  if (now >= held->back.until) return fault(ProviderFault::StateExpired);
  // RFC 9207: an answer that names another issuer was meant for another sign-in.
  if (answer.issuer && *answer.issuer != provider.issuer) return fault(ProviderFault::WrongIssuer);
  if (!fits(answer.code) || !fits(answer.error)) return fault(ProviderFault::Broken);
  if (answer.error)
    return fault(*answer.error == "access_denied" ? ProviderFault::Cancelled
                                                  : ProviderFault::Refused);
  if (!answer.code) return fault(ProviderFault::Broken);
  held->back.code = *answer.code;
  held->back.names_issuer = answer.issuer.has_value();
  return std::move(held->back);
}

Result<ProviderAccount> OpenIdConnect::account(const IdentityProvider& provider,
                                               const ProviderReturn& back, platform::Instant now) {
  const Conversation conversation(conversations_);
  if (!conversation.held()) return fault(ProviderFault::Busy);
  auto& with = connection(provider);
  NL_TRY(said, with.metadata(now));
  // RFC 9207, 2.4: who says that it names itself, and did not, is not who answered.
  if (said.names_itself_in_answers && !back.names_issuer) return fault(ProviderFault::WrongIssuer);
  NL_TRY(tokens, with.exchange({back.code, back.verifier, back.errand.return_address}, now));
  NL_TRY(claims, with.verify(tokens.id_token, now));
  NL_CHECK(check_id_token(claims, provider,
                          {.nonce = back.nonce, .access_token = tokens.access_token, .now = now}));
  const bool second = has_second_factor(claims, provider.second_factor);
  if (provider.reads_user_info) {
    NL_TRY(more, with.user_info(tokens.access_token, now));
    // Core 5.3.2: the subjects "MUST be verified to exactly match", or the values must not be used.
    if (more.string_at("sub").empty() || more.string_at("sub") != claims.string_at("sub"))
      return fault(ProviderFault::NoSubject);
    claims = both(std::move(claims), more);
  }
  NL_TRY(subject, subject_of(claims, provider));
  return ProviderAccount{provider.issuer, subject, std::move(claims), second};
}

}  // namespace northlight::accounts

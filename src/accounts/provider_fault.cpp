#include "accounts/provider_fault.hpp"

#include <algorithm>
#include <string>

namespace northlight::accounts {
namespace {

struct Telling {
  ProviderFault fault;
  ErrorCode kind;
  std::string_view code;
  std::string_view words;
};

constexpr std::string_view begin_again =
    "Begin again from the sign-in page. If it happens again, tell your administrator.";
constexpr std::string_view not_trusted =
    "The answer that came back could not be trusted, so nobody was signed in. Begin again from the "
    "sign-in page. If it happens again, tell your administrator: something between you and your "
    "organisation's sign-in may be wrong.";

constexpr Telling tellings[] = {
    {ProviderFault::Cancelled, ErrorCode::Invalid, "cancelled",
     "You turned back before you had signed in. Nothing has changed."},
    {ProviderFault::Refused, ErrorCode::Forbidden, "refused",
     "Your organisation's sign-in did not let you through to Northlight. Ask those who "
     "look after it whether you may use Northlight."},
    {ProviderFault::Down, ErrorCode::Unavailable, "provider-down",
     "Your organisation's sign-in does not answer just now. Wait a minute and try again, or "
     "sign in another way."},
    {ProviderFault::Busy, ErrorCode::Unavailable, "busy",
     "Many people are signing in just now. Wait a minute and try again."},
    {ProviderFault::Broken, ErrorCode::Unavailable, "provider-broken",
     "Your organisation's sign-in answered with something that Northlight cannot read. Sign "
     "in another way, and tell your administrator."},
    {ProviderFault::SecretMissing, ErrorCode::Unavailable, "secret-missing",
     "Northlight is not set up to use your organisation's sign-in: its own secret cannot be "
     "read. Sign in another way, and tell your administrator."},
    {ProviderFault::NoState, ErrorCode::Invalid, "state-absent",
     "This browser has not begun to sign in, or has forgotten it: the answer must come back "
     "to the browser that asked, with cookies allowed. Begin again from the sign-in page."},
    {ProviderFault::WrongState, ErrorCode::Invalid, "state-forged",
     "This answer does not belong to the sign-in that was begun here last. Begin again from "
     "the sign-in page, in one tab. If you followed a link that somebody sent you, do not "
     "follow it again, and tell your administrator."},
    {ProviderFault::StateExpired, ErrorCode::Invalid, "state-expired",
     "This took longer than 10 minutes, so it was given up. Begin again from the sign-in "
     "page."},
    {ProviderFault::StateUsed, ErrorCode::Invalid, "state-replayed",
     "This answer was used before, and counts once only. If you are not signed in, begin "
     "again from the sign-in page."},
    {ProviderFault::WrongIssuer, ErrorCode::Invalid, "wrong-issuer", not_trusted},
    {ProviderFault::WrongAudience, ErrorCode::Invalid, "wrong-audience", not_trusted},
    {ProviderFault::WrongNonce, ErrorCode::Invalid, "wrong-nonce", not_trusted},
    {ProviderFault::Unsigned, ErrorCode::Invalid, "not-signed", not_trusted},
    {ProviderFault::UnknownKey, ErrorCode::Invalid, "unknown-key", not_trusted},
    {ProviderFault::TokenExpired, ErrorCode::Invalid, "token-expired", not_trusted},
    {ProviderFault::TokenFromTheFuture, ErrorCode::Invalid, "token-from-the-future", not_trusted},
    {ProviderFault::WrongTokenHash, ErrorCode::Invalid, "wrong-token-hash", not_trusted},
    {ProviderFault::NoSubject, ErrorCode::Invalid, "no-subject", not_trusted},
    {ProviderFault::CodeRefused, ErrorCode::Invalid, "code-refused", begin_again},
    {ProviderFault::NotConnected, ErrorCode::Forbidden, "not-connected",
     "You signed in at your organisation, but that account is not connected with anybody in "
     "Northlight. Ask your Northlight administrator to add you, or sign in another way and "
     "connect it on your account page."},
    {ProviderFault::ConnectedElsewhere, ErrorCode::Conflict, "connected-elsewhere",
     "That account is connected with somebody else in Northlight, so it was not connected "
     "with you. Ask your administrator."},
    {ProviderFault::PersonLeft, ErrorCode::Forbidden, "person-left",
     "Your account in Northlight has ended. Ask your administrator if you think that it "
     "should not have."},
};

const Telling& telling(ProviderFault fault) {
  return *std::ranges::find(tellings, fault, &Telling::fault);
}

}  // namespace

std::string_view code(ProviderFault fault) { return telling(fault).code; }
std::string_view words(ProviderFault fault) { return telling(fault).words; }

Error fault(ProviderFault what) {
  const auto& told = telling(what);
  return {told.kind, std::string(told.words), std::string(told.code)};
}

}  // namespace northlight::accounts

#include "accounts/provider_fault.hpp"

#include <algorithm>
#include <string>

namespace northlight::accounts {
namespace {

struct Telling {
  ProviderFault fault;
  std::string_view code;
  ErrorCode kind;
  std::string_view words;
};

constexpr std::string_view begin_again =
    "Begin again from the sign-in page. If it happens again, tell your administrator.";
constexpr std::string_view not_trusted =
    "The answer that came back could not be trusted, so nobody was signed in. Begin again from the "
    "sign-in page. If it happens again, tell your administrator: something between you and your "
    "organisation's sign-in may be wrong.";

constexpr Telling tellings[] = {
    {ProviderFault::Cancelled, "cancelled", ErrorCode::Invalid,
     "You turned back before you had signed in. Nothing has changed."},
    {ProviderFault::Refused, "refused", ErrorCode::Forbidden,
     "Your organisation's sign-in did not let you through to Northlight. Ask those who "
     "look after it whether you may use Northlight."},
    {ProviderFault::Down, "provider-down", ErrorCode::Unavailable,
     "Your organisation's sign-in does not answer just now. Wait a minute and try again, or "
     "sign in another way."},
    {ProviderFault::Busy, "busy", ErrorCode::Unavailable,
     "Many people are signing in just now. Wait a minute and try again."},
    {ProviderFault::Broken, "provider-broken", ErrorCode::Unavailable,
     "Your organisation's sign-in answered with something that Northlight cannot read. Sign "
     "in another way, and tell your administrator."},
    {ProviderFault::SecretMissing, "secret-missing", ErrorCode::Unavailable,
     "Northlight is not set up to use your organisation's sign-in: its own secret cannot be "
     "read. Sign in another way, and tell your administrator."},
    {ProviderFault::NoState, "state-absent", ErrorCode::Invalid,
     "This browser has not begun to sign in, or has forgotten it: the answer must come back "
     "to the browser that asked, with cookies allowed. Begin again from the sign-in page."},
    {ProviderFault::WrongState, "state-forged", ErrorCode::Invalid,
     "This answer does not belong to the sign-in that was begun here last. Begin again from "
     "the sign-in page, in one tab. If you followed a link that somebody sent you, do not "
     "follow it again, and tell your administrator."},
    {ProviderFault::StateExpired, "state-expired", ErrorCode::Invalid,
     "This took longer than 10 minutes, so it was given up. Begin again from the sign-in "
     "page."},
    {ProviderFault::StateUsed, "state-replayed", ErrorCode::Invalid,
     "This answer was used before, and counts once only. If you are not signed in, begin "
     "again from the sign-in page."},
    {ProviderFault::WrongIssuer, "wrong-issuer", ErrorCode::Invalid, not_trusted},
    {ProviderFault::WrongAudience, "wrong-audience", ErrorCode::Invalid, not_trusted},
    {ProviderFault::WrongNonce, "wrong-nonce", ErrorCode::Invalid, not_trusted},
    {ProviderFault::Unsigned, "not-signed", ErrorCode::Invalid, not_trusted},
    {ProviderFault::UnknownKey, "unknown-key", ErrorCode::Invalid, not_trusted},
    {ProviderFault::TokenExpired, "token-expired", ErrorCode::Invalid, not_trusted},
    {ProviderFault::TokenFromTheFuture, "token-from-the-future", ErrorCode::Invalid, not_trusted},
    {ProviderFault::WrongTokenHash, "wrong-token-hash", ErrorCode::Invalid, not_trusted},
    {ProviderFault::NoSubject, "no-subject", ErrorCode::Invalid, not_trusted},
    {ProviderFault::CodeRefused, "code-refused", ErrorCode::Invalid, begin_again},
    {ProviderFault::NotConnected, "not-connected", ErrorCode::Forbidden,
     "You signed in at your organisation, but that account is not connected with anybody in "
     "Northlight. Ask your Northlight administrator to add you, or sign in another way and "
     "connect it on your account page."},
    {ProviderFault::ConnectedElsewhere, "connected-elsewhere", ErrorCode::Conflict,
     "That account is connected with somebody else in Northlight, so it was not connected "
     "with you. Ask your administrator."},
    {ProviderFault::PersonLeft, "person-left", ErrorCode::Forbidden,
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

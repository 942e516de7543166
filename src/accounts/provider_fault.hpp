#pragma once

#include <string_view>

#include "base/result.hpp"

namespace northlight::accounts {

/// Why a sign-in through a provider came to nothing. Each leaves a line on the audit trail under
/// its code and ends on a page in its words.
enum class ProviderFault {
  Cancelled,      ///< The person turned back at the provider.
  Refused,        ///< The provider gave another reason of its own.
  Down,           ///< No answer, or none in time, or an error of its own.
  Busy,           ///< Too many conversations at once on our side.
  Broken,         ///< It answers what the standard does not have.
  SecretMissing,  ///< Our client secret cannot be read.
  NoState,        ///< No sign-in was begun in this browser, or its cookie is gone.
  WrongState,     ///< Another sign-in was begun in this browser, or the answer is made up.
  StateExpired,   ///< It was begun too long ago.
  StateUsed,      ///< Its answer came before.
  WrongIssuer,    ///< The answer or the token is from another than was asked.
  WrongAudience,  ///< The token is for another client.
  WrongNonce,     ///< The token is not for this sign-in.
  Unsigned,       ///< Or signed in a way that is not taken, or malformed.
  UnknownKey,     ///< Signed with a key that the provider does not publish.
  TokenExpired,
  TokenFromTheFuture,
  WrongTokenHash,      ///< The two tokens that came together do not belong together.
  NoSubject,           ///< It names nobody.
  CodeRefused,         ///< The code was used or is not one.
  NotConnected,        ///< The account there is nobody's here.
  ConnectedElsewhere,  ///< The account there is somebody else's here.
  PersonLeft,
};

/// "wrong-nonce", as the audit trail has it.
std::string_view code(ProviderFault fault);

/// What the person is told: what happened, and what to do.
std::string_view words(ProviderFault fault);

/// The fault as an error: its words, with its code as the place.
Error fault(ProviderFault what);

}  // namespace northlight::accounts

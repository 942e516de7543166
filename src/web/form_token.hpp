#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/keys.hpp"
#include "store/sign_in_sessions.hpp"

/// The token of every form on a page that was made for a session: "<session>.<keyed hash>". It
/// shows that what was sent came from a page of ours, and names the session for which the page was
/// made, so that what comes by it later can be kept for that session's owner.
namespace northlight::web {

std::string form_token_of(const platform::Keys& keys, store::SignInSessionId session);

/// For whose page a token was made; nothing where it is not, to the byte, one that these keys made.
/// Takes the same time for every token that names a session. Says nothing of whether the session is
/// still there.
std::optional<store::SignInSessionId> session_of_form_token(const platform::Keys& keys,
                                                            std::string_view token);

}  // namespace northlight::web

#include "web/form_token.hpp"

#include "platform/crypto.hpp"

namespace northlight::web {

std::string form_token_of(const platform::Keys& keys, store::SignInSessionId session) {
  return session.text() + "." + keys.keyed_hash("form:session", session.text());
}

std::optional<store::SignInSessionId> session_of_form_token(const platform::Keys& keys,
                                                            std::string_view token) {
  const auto session = store::SignInSessionId::parse(token.substr(0, token.find('.')));
  if (!session || !platform::equal_in_constant_time(token, form_token_of(keys, *session)))
    return std::nullopt;
  return *session;
}

}  // namespace northlight::web

#include "web/form_token.hpp"

#include <doctest/doctest.h>

#include "platform/random.hpp"

using namespace northlight;
using namespace northlight::web;

TEST_CASE("a form's token names the session for which its page was made") {
  const auto keys = platform::Keys::for_this_run();
  const auto session = platform::random_id<store::SignInSessionId>();
  const auto token = form_token_of(keys, session);
  CHECK(token.starts_with(session.text() + "."));
  CHECK(session_of_form_token(keys, token) == session);
  CHECK_FALSE(session_of_form_token(platform::Keys::for_this_run(), token));
}

TEST_CASE("a form's token that is not whole names nobody") {
  const auto keys = platform::Keys::for_this_run();
  const auto session = platform::random_id<store::SignInSessionId>();
  const auto another = platform::random_id<store::SignInSessionId>();
  const auto token = form_token_of(keys, session);
  for (const auto& text :
       {std::string(), std::string("."), session.text(), session.text() + ".", token + " ",
        " " + token, token + "." + token, token.substr(0, token.size() - 1),
        another.text() + token.substr(token.find('.')), std::string(token).replace(26, 1, ":")})
    CHECK_FALSE(session_of_form_token(keys, text));
}

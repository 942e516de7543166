#pragma once

namespace northlight::web {

/// Whom a route is for. A form of a route for the signed-in, or for strangers, carries the hidden
/// field "csrf_token" (views::form_token); without it nothing that it asks for is done.
enum class Audience {
  Everyone,  ///< Public, the same for all; its forms change nothing and carry no token.
  SignedIn,  ///< A stranger is sent to sign in, whatever the address holds.
  ByLink,  ///< A child or a parent by a personal link; nothing that is for the signed-in is theirs.
  Stranger,  ///< For coming in: signing in, a set-up link. The signed-in may come too.
};

}  // namespace northlight::web

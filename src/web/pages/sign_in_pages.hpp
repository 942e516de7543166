#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace northlight::web {

/// Coming in and going out: /sign-in and its steps, the kept form, /sign-out. Needs site.people.
void add_sign_in_routes(Router& router, const Site& site);
/// Where somebody goes who has come so far, with their session: to the page that they wanted, or to
/// the second factor first.
Response go_on(const Site& site, const accounts::NewSession& session, const std::string& next);

/// /set-up/:link, where somebody chooses their first password.
void add_set_up_routes(Router& router, const Site& site);
/// /account and what is under it.
void add_account_routes(Router& router, const Site& site);

}  // namespace northlight::web

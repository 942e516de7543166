#pragma once

#include "accounts/asker.hpp"
#include "web/people.hpp"
#include "web/rate_limit.hpp"
#include "web/router.hpp"

namespace northlight::web {

/// How much somebody may ask for.
struct EntranceLimits {
  Rate public_forms{.burst = 60, .a_minute = 120};  ///< By address: what checks and computes.
  Rate strangers{.burst = 60, .a_minute = 60};      ///< By address: pages for coming in.
  Rate session{.burst = 300, .a_minute = 600};      ///< By session.
  /// By address: lines of the trail about tries to come in that were refused.
  Rate refused_arrivals{.burst = 30, .a_minute = 10};
  std::size_t kept_form_bytes = 4096UL * 1024;  ///< Of a form that could not be taken.
  bool counted = true;                          ///< Off for measuring speed alone.
};

/// Stands before every handler where people can sign in. It finds who asks; sends strangers to sign
/// in; refuses forms that did not come from our pages, and too many requests; keeps what
/// somebody sent after their session ran out, from a page that was given to them before somebody
/// else signed in, or about what is no longer open to them, for them alone; and lets nobody keep a
/// page that was made for one person.
///
/// A request with "X-Background: yes" does not show that anybody is there: a page that asks by
/// itself whether something has changed must not hold a session open. A script that asks with
/// "Accept: application/json" is answered 401 rather than sent to a page; it sends the form's token
/// as "X-Form-Token".
Middleware entrance(People& people, EntranceLimits limits = {});

/// Gives the browser the session that has just begun, in place of the step before.
void hand_session(const People& people, Response& response, const accounts::NewSession& session);

/// A child or a parent, who came by a personal link and has one page of their own.
bool comes_by_link(const People& people, const accounts::Asker& asker);

}  // namespace northlight::web

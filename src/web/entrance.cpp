#include "web/entrance.hpp"

#include <algorithm>
#include <utility>

#include "accounts/policy.hpp"
#include "accounts/receipts.hpp"
#include "accounts/sessions.hpp"
#include "base/text.hpp"
#include "platform/crypto.hpp"
#include "web/browser_name.hpp"
#include "web/cookies.hpp"
#include "web/from.hpp"
#include "web/kept_form.hpp"
#include "web/paths.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t form_cookie_bytes = 16;
constexpr int too_many = 429;

bool only_reads(const Request& request) {
  return request.method == Method::Get || request.method == Method::Head;
}

bool is_script(const Request& request) {
  return request.headers.value("Accept").starts_with("application/json");
}

Response too_many_requests(std::chrono::seconds wait) {
  return Response::problem(too_many, "Your browser sent too many requests in a short time. Wait " +
                                         accounts::in_words(wait) + " and try again.")
      .with("Retry-After", std::to_string(wait.count()));
}

Response not_from_our_page() {
  return Response::problem(
      403,
      "Nothing was changed: what was sent did not come from a page of this service, or its page "
      "was opened too long ago. Go back, load the page again and send it once more. Your browser "
      "must accept this site's cookies.");
}

/// The file that an address is about ("/children/<file>/records/…"): what was typed there goes with
/// the file.
std::optional<domain::FileId> file_in(std::string_view address) {
  for (const auto part : split(address.substr(0, address.find('?')), '/'))
    if (const auto file = domain::FileId::parse(part)) return *file;
  return std::nullopt;
}

/// What stands before every handler; one for the whole server.
class Entrance {
 public:
  Entrance(People& people, EntranceLimits limits)
      : people_(people),
        cookies_(people.transport),
        limits_(limits),
        public_forms_(limits.public_forms),
        strangers_(limits.strangers),
        sessions_(limits.session) {}

  Response pass(Request& request, const Next& next) {
    switch (request.audience) {
      case Audience::Everyone:
        return pass_everyone(request, next);
      case Audience::Stranger:
        return pass_stranger(request, next);
      case Audience::SignedIn:
      case Audience::ByLink:
        return pass_signed_in(request, next);
    }
    return Response::problem(500);
  }

 private:
  struct Known {
    std::string token;
    std::optional<accounts::SessionHeld> held;
  };

  std::chrono::seconds wait_for(RateLimit& limit, std::string_view key) {
    return limits_.counted ? limit.wait_for(key, people_.clock.now()) : std::chrono::seconds{0};
  }

  Response pass_everyone(Request& request, const Next& next) {
    if (!only_reads(request))
      if (const auto wait = wait_for(public_forms_, accounts::network_of(request.client));
          wait.count() > 0)
        return too_many_requests(wait);
    return next(request);
  }

  Response pass_stranger(Request& request, const Next& next) {
    if (const auto wait = wait_for(strangers_, accounts::network_of(request.client));
        wait.count() > 0)
      return too_many_requests(wait);
    auto drawn = cookies_.find(request.headers, cookie_names::form);
    const bool has_cookie = drawn.has_value();
    const auto token =
        drawn ? *drawn : platform::base64url(platform::random_bytes(form_cookie_bytes));
    request.form_token = people_.keys.keyed_hash("form:stranger", token);
    if (!only_reads(request) && (!has_cookie || !comes_from_us(request)))
      return not_from_our_page();
    auto known = who(request);
    if (!known) return Response::problem(known.error());
    if (auto& held = known->held; held && held->is_live)
      request.visitor = visitor_of(known->token, *held);
    auto response = next(request);
    if (!has_cookie) cookies_.set(response, cookie_names::form, token);
    return response;
  }

  Response pass_signed_in(Request& request, const Next& next) {
    auto known = who(request);
    if (!known) return Response::problem(known.error());
    auto& held = known->held;
    if (!held || !held->is_live) return lead_to_sign_in(request, *known);
    // What is only read goes on while its lines of the trail are put down, and is sent after them.
    const auto receipts = only_reads(request) ? std::make_shared<accounts::Receipts>() : nullptr;
    held->asker.receipts = receipts;
    request.visitor = visitor_of(known->token, *held);
    request.form_token = request.visitor->form_token;
    auto response = pass_known(request, next);
    if (response.problem_message) response.problem_visitor = request.visitor;
    if (receipts)
      response.once_kept = [receipts](std::function<void(bool)> then) {
        receipts->when_all(
            [then = std::move(then)](const Status& kept) { then(kept.has_value()); });
      };
    // Nobody's pages are kept, by their browser or on the way.
    response.headers.set("Cache-Control", "no-store");
    return response;
  }

  /// Whose session it is, is known: whether they may ask this, in this way, at this time.
  Response pass_known(Request& request, const Next& next) {
    if (const auto wait = wait_for(sessions_, request.visitor->session.text()); wait.count() > 0)
      return too_many_requests(wait);
    if (comes_by_link(people_, request.visitor->asker) != (request.audience == Audience::ByLink))
      return Response::problem(404);
    if (!only_reads(request) && !comes_from_us(request)) return of_another_session(request);

    auto response = next(request);
    // What somebody may not know of is answered as what does not exist, to the byte.
    if (response.status == 404) response = Response::problem(404);
    if (request.form.find("kept_form") != nullptr && response.status < 400)
      forget_kept(request, response);
    return response;
  }

  Result<Known> who(const Request& request) {
    auto token = cookies_.find(request.headers, cookie_names::session);
    if (!token) return Known{};
    const auto presence = request.headers.value("X-Background") == "yes"
                              ? accounts::Presence::Background
                              : accounts::Presence::Shown;
    NL_TRY(held, people_.sessions.find(*token, from_of(request, people_.clock.now()), presence));
    return Known{*std::move(token), std::move(held)};
  }

  std::string token_of(std::string_view session) const {
    return people_.keys.keyed_hash("form:session", session);
  }

  std::shared_ptr<const Visitor> visitor_of(std::string_view token,
                                            accounts::SessionHeld& held) const {
    return std::make_shared<const Visitor>(Visitor{.asker = std::move(held.asker),
                                                   .name = std::move(held.name),
                                                   .form_token = token_of(token),
                                                   .session = held.id,
                                                   .ends_at = held.ends_at,
                                                   .ends_for_all = held.ends_for_all});
  }

  /// The token of the page that the form stood on, and nothing that speaks for another site.
  static bool comes_from_us(const Request& request) {
    if (request.headers.value("Sec-Fetch-Site") == "cross-site") return false;
    const auto* in_form = request.form.find("csrf_token");
    const auto sent = in_form ? std::string_view(*in_form) : request.headers.value("X-Form-Token");
    return !request.form_token.empty() &&
           platform::equal_in_constant_time(sent, request.form_token);
  }

  Response lead_to_sign_in(Request& request, const Known& known) {
    if (is_script(request))
      return Response::json(Json::object({{"error", Json("sign-in-needed")}}), 401);
    auto response = Response::redirect(paths::sign_in_then(address_of(request)).text());
    if (request.audience == Audience::ByLink) {
      response = lead_to_link(request, known);
    } else if (!only_reads(request)) {
      response = Response::redirect(paths::sign_in().text());
      if (known.held && known.held->ran_out)
        keep(request, known, paths::sign_in_then(paths::sign_in_kept().text()), response);
    }
    if (!known.token.empty()) cookies_.clear(response, cookie_names::session);
    return response;
  }

  /// A child or a parent whose page has closed, and who may have been writing in it.
  Response lead_to_link(Request& request, const Known& known) {
    auto response = Response::redirect(paths::mine_closed().text());
    if (only_reads(request) || !known.held) return response;
    response = Response::redirect(paths::mine_closed_on("unsent").text());
    if (known.held->ran_out) keep(request, known, paths::mine_closed_on("kept"), response);
    return response;
  }

  /// Somebody who signed in again in another tab sends a form of the session before: nothing is
  /// done by it, but it is kept for them to send it again. Only where their browser vouches for it.
  Response of_another_session(const Request& request) {
    const bool is_own = request.headers.value("Sec-Fetch-Site") == "same-origin" &&
                        request.form.find("csrf_token") != nullptr && !is_script(request);
    if (!is_own) return not_from_our_page();
    auto response = not_from_our_page();
    const auto kept = request.audience == Audience::ByLink ? paths::mine() : paths::sign_in_kept();
    keep_for(request, request.visitor->asker.person, kept, response);
    return response;
  }

  /// Only what its own page sent, for otherwise anybody could have something kept.
  void keep(Request& request, const Known& known, const html::Url& then, Response& response) {
    request.form_token = token_of(known.token);
    if (!known.held || !comes_from_us(request)) return;
    keep_for(request, known.held->asker.person, then, response);
  }

  /// Leads there instead, when it could be kept.
  void keep_for(const Request& request, domain::PersonId person, const html::Url& then,
                Response& response) {
    const auto text = as_text(kept_form_of(request));
    if (text.size() > limits_.kept_form_bytes) return;
    const auto token =
        people_.sessions.keep_form(person, text, people_.clock.now(), file_in(address_of(request)));
    if (!token) return;
    response = Response::redirect(then.text());
    cookies_.set(
        response, cookie_names::kept, *token,
        std::chrono::duration_cast<std::chrono::seconds>(accounts::SignInLimits{}.kept_form));
  }

  void forget_kept(const Request& request, Response& response) {
    const auto token = cookies_.find(request.headers, cookie_names::kept);
    if (!token) return;
    // Should this fail, it runs out by itself.
    static_cast<void>(people_.sessions.forget_form(*token).has_value());
    cookies_.clear(response, cookie_names::kept);
  }

  People& people_;
  Cookies cookies_;
  EntranceLimits limits_;
  RateLimit public_forms_;
  RateLimit strangers_;
  RateLimit sessions_;
};

}  // namespace

bool comes_by_link(const People& people, const accounts::Asker& asker) {
  return std::ranges::any_of(asker.roles, [&](const accounts::RoleHeld& held) {
    const auto* role = people.policy.find(held.role);
    return role != nullptr && role->by_link;
  });
}

Middleware entrance(People& people, EntranceLimits limits) {
  // Shared, for std::function copies what it holds.
  auto one = std::make_shared<Entrance>(people, limits);
  return [one](Request& request, const Next& next) { return one->pass(request, next); };
}

void hand_session(const People& people, Response& response, const accounts::NewSession& session) {
  const Cookies cookies(people.transport);
  if (session.stage == store::SignInStage::SignedIn) {
    cookies.set(response, cookie_names::session, session.token);
    cookies.clear(response, cookie_names::step);
  } else {
    cookies.set(response, cookie_names::step, session.token);
  }
}

}  // namespace northlight::web

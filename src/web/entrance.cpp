#include "web/entrance.hpp"

#include <algorithm>
#include <utility>

#include "accounts/policy.hpp"
#include "accounts/receipts.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in_trail.hpp"
#include "platform/crypto.hpp"
#include "web/browser_name.hpp"
#include "web/cookies.hpp"
#include "web/form_token.hpp"
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
  auto response = Response::problem(
      403,
      "Nothing was changed: what was sent did not come from a page of this service, or its page "
      "was opened too long ago. Go back, load the page again and send it once more. Your browser "
      "must accept this site's cookies.");
  response.refused_arrival = "form-refused";
  return response;
}

/// What somebody sent from a page that was not theirs. Says nothing of whose it was.
Response somebody_elses_page(bool kept, Audience page) {
  auto response = Response::problem(
      403,
      std::string("Nothing was sent or changed. The page that you sent was opened by somebody else "
                  "in this browser, and you are signed in now. ") +
          (!kept ? "What was written on it was not kept, and it is not shown to you. "
           : page == Audience::ByLink
               ? "What was written on it is kept for them alone, for 7 days: they find it when "
                 "they open their own link again. "
               : "What was written on it is kept for them alone, for 7 days: they find it when "
                 "they sign in again. ") +
          "Close that page. To go on as yourself, go back to your own pages.");
  response.problem_heading = "This page belonged to somebody else";
  response.refused_arrival = "form-refused";
  return response;
}

/// Whose files stand at the address.
accounts::FilesAt files_at(const Target& target) {
  if (target.segments.empty()) return accounts::FilesAt::Anywhere;
  if (target.segments.front() == "children") return accounts::FilesAt::Children;
  return target.segments.front() == "victims" ? accounts::FilesAt::Victims
                                              : accounts::FilesAt::Anywhere;
}

/// Whether what is typed there is worth keeping: of a page by a link only what they say, which is
/// there again when they come back; and leaving is not typed.
bool is_worth_keeping(const Request& request) {
  const auto& path = request.target.path;
  if (request.audience == Audience::ByLink) return path == paths::mine_said().text();
  return path != paths::sign_out().text();
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
        sessions_(limits.session),
        refused_arrivals_(limits.refused_arrivals) {}

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
      return noted(request, not_from_our_page());
    auto known = who(request);
    if (!known) return Response::problem(known.error());
    if (auto& held = known->held; held && held->is_live) request.visitor = visitor_of(*held);
    auto response = noted(request, next(request));
    if (!has_cookie) cookies_.set(response, cookie_names::form, token);
    return response;
  }

  Response pass_signed_in(Request& request, const Next& next) {
    auto known = who(request);
    if (!known) return Response::problem(known.error());
    auto& held = known->held;
    if (!held || !held->is_live) return noted(request, lead_to_sign_in(request, *known), held);
    // What is only read goes on while its lines of the trail are put down, and is sent after them.
    const auto receipts = only_reads(request) ? std::make_shared<accounts::Receipts>() : nullptr;
    held->asker.receipts = receipts;
    held->asker.files_at = files_at(request.target);
    request.visitor = visitor_of(*held);
    request.form_token = request.visitor->form_token;
    auto response = noted(request, pass_known(request, next));
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
    const bool may_come =
        comes_by_link(people_, request.visitor->asker) == (request.audience == Audience::ByLink);
    if (!only_reads(request) && !comes_from_us(request)) {
      auto sender = sender_of(request);
      if (!sender) return Response::problem(sender.error());
      if (const auto& owner = *sender; owner && !is_script(request))
        return of_another_session(request, *owner);
      return may_come ? not_from_our_page() : Response::problem(404);
    }
    if (!may_come) return Response::problem(404);

    auto response = next(request);
    // What somebody may not know of is answered as what does not exist, to the byte.
    if (response.status == 404) response = Response::problem(404);
    if (!only_reads(request) && !is_script(request)) mind_what_was_sent(request, response);
    return response;
  }

  /// A form that was taken, or stands on a page again, is kept no longer; one whose words the
  /// answer does not show is kept for its writer: they lost sight of the file while they wrote,
  /// must first say why, or somebody was faster.
  void mind_what_was_sent(const Request& request, Response& response) {
    const auto person = request.visitor->asker.person;
    const bool loses = response.leaves_form || response.problem_message.has_value();
    if (!loses) return forget_kept(request, person);
    if (!has_words(kept_form_of(request))) return;
    const bool kept = keep_for(request, person);
    if (response.problem_message) {
      // Not told by what is open to them: an erased file's words are not kept.
      response.problem_kept =
          kept || (response.status == 404 && request.audience != Audience::ByLink);
      return;
    }
    if (!kept)
      response = Response::problem(
          403,
          "Nothing was saved, and what you wrote is too long to be kept here. Go back with "
          "your browser, copy it to somewhere safe, then open the file again and say why.");
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

  std::shared_ptr<const Visitor> visitor_of(accounts::SessionHeld& held) const {
    return std::make_shared<const Visitor>(
        Visitor{.asker = std::move(held.asker),
                .name = std::move(held.name),
                .form_token = form_token_of(people_.keys, held.id),
                .session = held.id,
                .ends_at = held.ends_at,
                .ends_for_all = held.ends_for_all});
  }

  /// The token of the page that the form stood on, and nothing that speaks for another site.
  static bool comes_from_us(const Request& request) {
    return !request.form_token.empty() && !is_cross_site(request) &&
           platform::equal_in_constant_time(sent_token(request), request.form_token);
  }

  static bool is_cross_site(const Request& request) {
    return request.headers.value("Sec-Fetch-Site") == "cross-site";
  }

  static std::string_view sent_token(const Request& request) {
    const auto* in_form = request.form.find("csrf_token");
    return in_form ? std::string_view(*in_form) : request.headers.value("X-Form-Token");
  }

  /// To whom the page that a form stood on was given. Nothing where its token was not made here.
  Result<std::optional<accounts::SessionOwner>> sender_of(const Request& request) const {
    const auto session = session_of_form_token(people_.keys, sent_token(request));
    if (!session || is_cross_site(request)) return std::optional<accounts::SessionOwner>{};
    return people_.sessions.owner(*session, people_.clock.now());
  }

  Response lead_to_sign_in(const Request& request, const Known& known) {
    if (is_script(request))
      return Response::json(Json::object({{"error", Json("sign-in-needed")}}), 401);
    auto response = Response::redirect(paths::sign_in_then(address_of(request)).text());
    if (request.audience == Audience::ByLink)
      response = Response::redirect(paths::mine_closed().text());
    if (!only_reads(request)) {
      auto left = too_late(request, known);
      if (!left) return Response::problem(left.error());
      response = *std::move(left);
    }
    if (!known.token.empty()) {
      cookies_.clear(response, cookie_names::session);
      // A page that asks by itself does so until it hears that its session is over.
      if (request.headers.value("X-Background") != "yes")
        response.refused_arrival = "session-refused";
    }
    return response;
  }

  /// A form that came when nobody was signed in any more. Only what its own page sent is kept, for
  /// otherwise anybody could have something kept; and not where somebody ended the session.
  Result<Response> too_late(const Request& request, const Known& known) {
    NL_TRY(sender, sender_of(request));
    const bool kept = sender && !sender->was_ended && keep_for(request, sender->person);
    if (request.audience != Audience::ByLink)
      return Response::redirect(
          (kept ? paths::sign_in_then(paths::sign_in_kept().text()) : paths::sign_in()).text());
    // A child or a parent whose page has closed, and who may have been writing in it.
    if (!sender && !known.held) return Response::redirect(paths::mine_closed().text());
    return Response::redirect(paths::mine_closed_on(kept ? "kept" : "unsent").text());
  }

  /// Nothing is done by a form of a page that was given to another session: it is kept for whose
  /// page it was. Somebody who signed in again in another tab is led to it; anybody else is told
  /// that the page was not theirs, and nothing of what it holds.
  Response of_another_session(const Request& request, const accounts::SessionOwner& owner) {
    const bool kept = keep_for(request, owner.person);
    if (owner.person != request.visitor->asker.person)
      return somebody_elses_page(kept, request.audience);
    if (!kept) return not_from_our_page();
    auto response = Response::redirect(
        (request.audience == Audience::ByLink ? paths::mine() : paths::sign_in_kept()).text());
    response.refused_arrival = "form-refused";
    return response;
  }

  /// What is refused to who comes in is a line of the trail before it is answered. Bounded, so that
  /// nobody fills the disk by it.
  Response noted(const Request& request, Response response,
                 const std::optional<accounts::SessionHeld>& over = {}) {
    if (response.refused_arrival.empty()) return response;
    if (refused_arrivals_.wait_for(accounts::network_of(request.client), people_.clock.now())
            .count() > 0)
      return response;
    std::optional<domain::PersonId> person;
    if (request.visitor) person = request.visitor->asker.person;
    if (over) person = over->asker.person;
    const auto line = accounts::note_refused_arrival(people_.database, response.refused_arrival,
                                                     person, from_of(request, people_.clock.now()));
    return line ? std::move(response) : Response::problem(line.error());
  }

  /// Says whether it is kept.
  bool keep_for(const Request& request, domain::PersonId person) {
    if (!is_worth_keeping(request)) return false;
    const auto text = as_text(kept_form_of(request));
    if (text.size() > limits_.kept_form_bytes) return false;
    if (!people_.sessions.keep_form(person, text, people_.clock.now(),
                                    file_in(address_of(request))))
      return false;
    forget_kept(request, person);
    return true;
  }

  /// What came as a kept form before is kept no longer: it was sent, or is kept anew. Should this
  /// fail, it runs out by itself.
  void forget_kept(const Request& request, domain::PersonId person) {
    if (const auto* name = request.form.find("kept_form"))
      static_cast<void>(people_.sessions.forget_form(person, *name).has_value());
  }

  People& people_;
  Cookies cookies_;
  EntranceLimits limits_;
  RateLimit public_forms_;
  RateLimit strangers_;
  RateLimit sessions_;
  RateLimit refused_arrivals_;
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

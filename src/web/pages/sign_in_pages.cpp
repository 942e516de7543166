#include "web/pages/sign_in_pages.hpp"

#include "accounts/sessions.hpp"
#include "casework/kept_answers.hpp"
#include "platform/qr_code.hpp"
#include "web/cookies.hpp"
#include "web/entrance.hpp"
#include "web/from.hpp"
#include "web/kept_form.hpp"
#include "web/pages/provider_pages.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/sign_in_view.hpp"
#include "web/visitor.hpp"

namespace northlight::web {
namespace {

using accounts::NewSession;
using accounts::SignInOutcome;
using store::SignInStage;

constexpr const char* not_right = "The e-mail address or the password is not right";
constexpr const char* code_not_right =
    "That code is not right, or it was used before. Wait for the next one and enter it";
constexpr const char* recovery_not_right = "That recovery code is not right, or it was used before";

std::string next_of(const Request& request) {
  const auto* in_form = request.form.find("next");
  const auto* in_query = request.query().find("next");
  const auto* next = in_form ? in_form : in_query;
  return next ? safe_next(*next, "") : "";
}

std::string home_of(std::string_view next) {
  return std::string(next.empty() ? paths::account().text() : next);
}

std::string pending(const Site& site, const Request& request) {
  return Cookies(site.people->transport)
      .find(request.headers, cookie_names::step)
      .value_or(std::string());
}

Response slowed(Response response, std::chrono::seconds wait) {
  response.status = 429;
  response.headers.set("Retry-After", std::to_string(wait.count()));
  response.refused_arrival = "must-wait";
  return response;
}

Response start_again(const Site& site, const Request& request) {
  const auto next = next_of(request);
  auto response =
      Response::redirect(next.empty() ? paths::sign_in().text() : paths::sign_in_then(next).text());
  if (!pending(site, request).empty()) response.refused_arrival = "step-refused";
  return response;
}

views::SignInForm sign_in_form(const Site& site, const Request& request) {
  return {.form_token = request.form_token,
          .next = next_of(request),
          .answers_kept = next_of(request) == paths::sign_in_kept().text(),
          .other_ways = ways_in(site)};
}

Response sign_in(const Site& site, const Request& request) {
  auto form = sign_in_form(site, request);
  form.sign_in_name = request.form.text("name");
  const auto* password = request.form.find("password");
  const auto refuse = [&](std::string error) {
    form.error = std::move(error);
    return show_to_visitor(views::sign_in_page(site.shell, form), unprocessable);
  };
  if (form.sign_in_name.empty() || password == nullptr || password->empty())
    return refuse("Enter your e-mail address and your password");
  const auto outcome =
      site.people->sign_in.with_password(form.sign_in_name, *password, from_now(site, request));
  if (!outcome) return Response::problem(outcome.error()).with("Retry-After", "5");
  if (const auto* session = std::get_if<NewSession>(&*outcome))
    return go_on(site, *session, form.next);
  if (const auto* later = std::get_if<accounts::TryLater>(&*outcome))
    return slowed(refuse(wait_words(later->wait)), later->wait);
  return refuse(not_right);
}

using CodePage = html::Html (*)(const views::Shell&, const views::CodeForm&);

Response ask_for_code(const Site& site, const Request& request, CodePage page) {
  const auto at = site.people->clock.now();
  const auto stage = site.people->sign_in.stage_of(pending(site, request), at);
  if (!stage) return Response::problem(stage.error());
  const auto& owed = *stage;
  if (!owed) return start_again(site, request);
  if (*owed == SignInStage::SecondFactorSetUp)
    return Response::redirect(paths::sign_in_second_factor().text());
  return show_to_visitor(
      page(site.shell, {.form_token = request.form_token, .next = next_of(request)}));
}

Response take_code(const Site& site, const Request& request, const Result<SignInOutcome>& outcome,
                   CodePage page, const char* wrong) {
  const auto next = next_of(request);
  if (!outcome) return Response::problem(outcome.error());
  if (const auto* session = std::get_if<NewSession>(&*outcome)) return go_on(site, *session, next);
  if (std::holds_alternative<accounts::StartAgain>(*outcome)) return start_again(site, request);
  views::CodeForm form{.form_token = request.form_token, .next = next, .error = wrong};
  const auto* later = std::get_if<accounts::TryLater>(&*outcome);
  if (later != nullptr) form.error = wait_words(later->wait);
  auto response = show_to_visitor(page(site.shell, form), unprocessable);
  return later != nullptr ? slowed(std::move(response), later->wait) : response;
}

Response show_factor(const Site& site, const Request& request, const std::string& error) {
  const auto offered =
      site.people->sign_in.offer_second_factor(pending(site, request), from_now(site, request));
  if (!offered) return Response::problem(offered.error());
  const auto& factor = *offered;
  if (!factor) return start_again(site, request);
  auto code = platform::qr_code(factor->address);
  if (!code) return Response::problem(code.error());
  return show_to_visitor(
      views::second_factor_page(site.shell, {.form_token = request.form_token,
                                             .next = next_of(request),
                                             .error = error,
                                             .action = paths::sign_in_second_factor(),
                                             .key = factor->key,
                                             .code = *std::move(code)}),
      error.empty() ? 200 : unprocessable);
}

Response confirm_factor(const Site& site, const Request& request) {
  auto confirmed = site.people->sign_in.confirm_second_factor(
      pending(site, request), request.form.text("code"), from_now(site, request));
  if (!confirmed) return Response::problem(confirmed.error());
  const auto next = next_of(request);
  if (std::holds_alternative<accounts::StartAgain>(confirmed->outcome))
    return start_again(site, request);
  if (const auto* later = std::get_if<accounts::TryLater>(&confirmed->outcome))
    return slowed(show_factor(site, request, wait_words(later->wait)), later->wait);
  const auto* session = std::get_if<NewSession>(&confirmed->outcome);
  if (session == nullptr) return show_factor(site, request, code_not_right);
  auto response = show_to_visitor(views::recovery_codes_page(
      site.shell, {.codes = std::move(confirmed->recovery_codes), .next = {home_of(next)}}));
  hand_session(*site.people, response, *session);
  return response;
}

/// The latest that they may see now: of what is about a file the gate is asked. Where none is, what
/// stands sealed is told of, and nothing of what it holds.
Response show_kept(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  const auto all = site.people->sessions.kept_forms(asker.person, asker.at);
  if (!all) return Response::problem(all.error());
  views::SealedAnswers sealed{.form_token = request.form_token};
  for (const auto& one : *all) {
    const auto kept = parse_kept_form(one.content);
    if (!kept) continue;
    if (const auto file = file_in(kept->address))
      if (const auto may = casework::show_kept_answers(site.people->gate, asker, *file); !may) {
        if (may.error().code == ErrorCode::NeedsReason) return refused(may.error(), request, *file);
        if (may.error().code != ErrorCode::NotFound && may.error().code != ErrorCode::Forbidden)
          return refused(may.error(), request);
        sealed.each.push_back({one.name, views::moment_words(one.ends_at)});
        continue;
      }
    views::KeptAnswers answers{.form_token = request.form_token,
                               .name = one.name,
                               .address = kept->address,
                               .until = views::moment_words(one.ends_at),
                               .had_files = kept->had_files};
    for (const auto& field : kept->fields) answers.fields.push_back(field);
    return show_to_visitor(views::kept_answers_page(shell_for(site, request), answers));
  }
  if (sealed.each.empty()) return Response::redirect(paths::account().text());
  return show_to_visitor(views::sealed_answers_page(shell_for(site, request), sealed));
}

Response delete_kept(const Site& site, const Request& request) {
  const auto forgotten =
      site.people->sessions.forget_form(request.visitor->asker.person, request.form.text("kept"));
  if (!forgotten) return Response::problem(forgotten.error());
  return Response::redirect(
      html::with_query(paths::account().text(), {{"done", "kept-deleted"}}).text());
}

Response sign_out(const Site& site, const Request& request) {
  const auto ended = site.people->sessions.end(request.visitor->asker, request.visitor->session);
  if (!ended) return Response::problem(ended.error());
  const Cookies cookies(site.people->transport);
  auto response = Response::redirect(paths::home().text());
  cookies.clear(response, cookie_names::session);
  // What pages sealed in the browser is taken away by their script (web-assets/sign_out.js), and
  // opens to nobody: its key went with the session. What others sealed there waits for them.
  return std::move(response).with("Clear-Site-Data", "\"cache\"");
}

}  // namespace

Response go_on(const Site& site, const NewSession& session, const std::string& next) {
  const auto step = session.stage == SignInStage::SecondFactor ? paths::sign_in_code()
                                                               : paths::sign_in_second_factor();
  const auto address = session.stage == SignInStage::SignedIn ? html::Url(home_of(next))
                       : next.empty()                         ? step
                                      : html::with_query(step.text(), {{"next", next}});
  auto response = Response::redirect(address.text());
  hand_session(*site.people, response, session);
  return response;
}

void add_sign_in_routes(Router& router, const Site& site) {
  const RouteOptions stranger{.audience = Audience::Stranger};
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  router.get(
      paths::sign_in().text(),
      [&site](const Request& request) {
        // Public pages offer everybody to sign in: who is in by a link has a page of their own.
        if (request.visitor && comes_by_link(*site.people, request.visitor->asker))
          return Response::redirect(paths::mine().text());
        if (request.visitor) return Response::redirect(home_of(next_of(request)));
        return show_to_visitor(views::sign_in_page(site.shell, sign_in_form(site, request)));
      },
      stranger);
  router.post(
      paths::sign_in().text(), [&site](const Request& request) { return sign_in(site, request); },
      stranger);

  router.get(
      paths::sign_in_code().text(),
      [&site](const Request& request) { return ask_for_code(site, request, views::code_page); },
      stranger);
  router.post(
      paths::sign_in_code().text(),
      [&site](const Request& request) {
        return take_code(
            site, request,
            site.people->sign_in.with_code(pending(site, request), request.form.text("code"),
                                           from_now(site, request)),
            views::code_page, code_not_right);
      },
      stranger);
  router.get(
      paths::sign_in_recovery().text(),
      [&site](const Request& request) {
        return ask_for_code(site, request, views::recovery_code_page);
      },
      stranger);
  router.post(
      paths::sign_in_recovery().text(),
      [&site](const Request& request) {
        return take_code(
            site, request,
            site.people->sign_in.with_recovery_code(
                pending(site, request), request.form.text("code"), from_now(site, request)),
            views::recovery_code_page, recovery_not_right);
      },
      stranger);
  router.get(
      paths::sign_in_second_factor().text(),
      [&site](const Request& request) { return show_factor(site, request, ""); }, stranger);
  router.post(
      paths::sign_in_second_factor().text(),
      [&site](const Request& request) { return confirm_factor(site, request); }, stranger);

  router.get(
      paths::sign_in_kept().text(),
      [&site](const Request& request) { return show_kept(site, request); }, signed_in);
  router.post(
      paths::sign_in_kept().text(),
      [&site](const Request& request) { return delete_kept(site, request); }, signed_in);
  router.post(
      paths::sign_out().text(), [&site](const Request& request) { return sign_out(site, request); },
      signed_in);
}

void add_set_up_routes(Router& router, const Site& site) {
  const RouteOptions stranger{.audience = Audience::Stranger};
  const auto ended = [&site] {
    auto response = show_to_visitor(views::set_up_link_ended_page(site.shell), 404);
    response.refused_arrival = "link-refused";
    return response;
  };
  router.get(
      "/set-up/:link",
      [&site, ended](const Request& request) {
        const auto& link = request.parameters.text("link");
        const auto good = site.people->sign_in.check_set_up_link(link, site.people->clock.now());
        if (!good) return ended();
        return show_to_visitor(
            views::set_up_page(site.shell, {.form_token = request.form_token, .link = link}));
      },
      stranger);
  router.post(
      "/set-up/:link",
      [&site, ended](const Request& request) {
        const auto& link = request.parameters.text("link");
        const auto* chosen = request.form.find("password");
        const auto session = site.people->sign_in.set_up(
            link, chosen ? std::string_view(*chosen) : std::string_view(), from_now(site, request));
        if (session) return go_on(site, *session, "");
        if (session.error().code == ErrorCode::NotFound) return ended();
        if (session.error().code != ErrorCode::Invalid) return Response::problem(session.error());
        return show_to_visitor(views::set_up_page(site.shell, {.form_token = request.form_token,
                                                               .link = link,
                                                               .error = session.error().message}),
                               unprocessable);
      },
      stranger);
}

}  // namespace northlight::web

#include "web/pages/mine_pages.hpp"

#include "accounts/sessions.hpp"
#include "casework/links.hpp"
#include "web/cookies.hpp"
#include "web/entrance.hpp"
#include "web/from.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"
#include "web/views/mine_view.hpp"

namespace northlight::web {
namespace {

constexpr int too_many = 429;

views::LinkWords form_of(const Request& request, std::string error = {}) {
  return {.form_token = request.form_token,
          .link = request.parameters.text("link"),
          .error = std::move(error)};
}

accounts::From from(const Site& site, const Request& request) {
  return from_of(request, site.people->clock.now());
}

std::string_view typed_words(const Request& request) {
  const auto* typed = request.form.find("words");
  return typed == nullptr ? std::string_view() : std::string_view(*typed);
}

/// Whatever the link is, or is not: the same page.
Response ask(const Site& site, const Request& request) {
  return show_to_visitor(views::link_words_page(site.shell, form_of(request)));
}

Response come_in(const Site& site, const accounts::NewSession& session) {
  auto response = Response::redirect(paths::mine().text());
  hand_session(*site.people, response, session);
  return response;
}

Response open(const Site& site, const Request& request) {
  const auto outcome = site.people->sign_in.with_personal_link(
      request.parameters.text("link"), typed_words(request), from(site, request));
  if (!outcome) return Response::problem(outcome.error()).with("Retry-After", "5");
  if (const auto* session = std::get_if<accounts::NewSession>(&*outcome))
    return come_in(site, *session);
  if (const auto* choose = std::get_if<accounts::ChooseWords>(&*outcome)) {
    auto form = form_of(request);
    form.ticket = choose->ticket;
    return show_to_visitor(views::own_words_page(site.shell, form));
  }
  if (const auto* later = std::get_if<accounts::TryLater>(&*outcome))
    return show_to_visitor(
               views::link_words_page(site.shell,
                                      form_of(request, "That was wrong too often. Wait " +
                                                           accounts::in_words(later->wait) + ".")),
               too_many)
        .with("Retry-After", std::to_string(later->wait.count()));
  return show_to_visitor(
      views::link_words_page(site.shell,
                             form_of(request, "That did not work. Try again, or ask your worker.")),
      unprocessable);
}

Response choose(const Site& site, const Request& request) {
  const auto& link = request.parameters.text("link");
  const auto ticket = request.form.text("ticket");
  const auto outcome =
      site.people->sign_in.choose_words(link, ticket, typed_words(request), from(site, request));
  if (!outcome && outcome.error().code == ErrorCode::Invalid) {
    auto form = form_of(request, outcome.error().message);
    form.ticket = ticket;
    return show_to_visitor(views::own_words_page(site.shell, form), unprocessable);
  }
  if (!outcome) return Response::problem(outcome.error());
  if (const auto* session = std::get_if<accounts::NewSession>(&*outcome))
    return come_in(site, *session);
  return Response::redirect(paths::mine_link(link).text());
}

Response mine(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  const auto file = casework::file_of_link(site.people->database, asker);
  if (!file) return refused(file.error(), request);
  auto own = casework::open_own(site.people->gate, asker, *file);
  if (!own) return refused(own.error(), request);
  const bool stopped = request.query().text("done") == "stopped";
  return show_to_visitor(
      views::mine_page(site.shell, {.form_token = request.form_token,
                                    .is_child = own->relation == domain::Relation::Themself,
                                    .shown = std::move(own->shown),
                                    .agreed = std::move(own->agreed),
                                    .done = stopped ? "You stopped sharing it" : ""}));
}

Response take_back(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  const auto id = request.parameters.id<store::SharedId>("shared");
  if (!id) return refused(id.error(), request);
  const auto file = casework::file_of_link(site.people->database, asker);
  if (!file) return refused(file.error(), request);
  const auto done = casework::withdraw_agreement(site.people->gate, asker, *file, *id);
  if (!done) return refused(done.error(), request);
  return Response::redirect(html::with_query(paths::mine().text(), {{"done", "stopped"}}).text());
}

Response leave(const Site& site, const Request& request) {
  const auto ended = site.people->sessions.end(request.visitor->asker, request.visitor->session);
  if (!ended) return Response::problem(ended.error());
  auto response = Response::redirect(paths::mine_closed().text());
  Cookies(site.people->transport).clear(response, cookie_names::session);
  return std::move(response).with("Clear-Site-Data", "\"cache\", \"storage\"");
}

}  // namespace

void add_mine_routes(Router& router, const Site& site) {
  const RouteOptions stranger{.audience = Audience::Stranger};
  const RouteOptions by_link{.audience = Audience::ByLink};
  const auto by = [&site](Response (*act)(const Site&, const Request&)) {
    return [&site, act](const Request& request) { return act(site, request); };
  };
  router.get("/mine/:link", by(ask), stranger);
  router.post("/mine/:link", by(open), stranger);
  router.post("/mine/:link/words", by(choose), stranger);
  router.get(
      paths::mine_closed().text(),
      [&site](const Request&) { return show_to_visitor(views::mine_closed_page(site.shell)); },
      stranger);
  router.get(paths::mine().text(), by(mine), by_link);
  router.post(paths::mine_leave().text(), by(leave), by_link);
  router.post("/mine/sharing/:shared/stop", by(take_back), by_link);
}

}  // namespace northlight::web

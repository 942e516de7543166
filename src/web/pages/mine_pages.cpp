#include "web/pages/mine_pages.hpp"

#include "accounts/sessions.hpp"
#include "casework/links.hpp"
#include "casework/sent_in.hpp"
#include "platform/random.hpp"
#include "web/cookies.hpp"
#include "web/entrance.hpp"
#include "web/from.hpp"
#include "web/kept_form.hpp"
#include "web/pages/people_requests.hpp"
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

Response open_mine(const Site& site, const Request& request) {
  const auto outcome = site.people->sign_in.with_personal_link(
      request.parameters.text("link"), typed_words(request), from_now(site, request));
  if (!outcome) return Response::problem(outcome.error()).with("Retry-After", "5");
  if (const auto* session = std::get_if<accounts::NewSession>(&*outcome))
    return come_in(site, *session);
  if (const auto* choose = std::get_if<accounts::ChooseWords>(&*outcome)) {
    auto form = form_of(request);
    form.ticket = choose->ticket;
    return show_to_visitor(views::own_words_page(site.shell, form));
  }
  if (const auto* later = std::get_if<accounts::TryLater>(&*outcome)) {
    auto response = show_to_visitor(
        views::link_words_page(site.shell,
                               form_of(request, "That was wrong too often. Wait " +
                                                    accounts::in_words(later->wait) + ".")),
        too_many);
    response.refused_arrival = "must-wait";
    return std::move(response).with("Retry-After", std::to_string(later->wait.count()));
  }
  return show_to_visitor(
      views::link_words_page(site.shell,
                             form_of(request, "That did not work. Try again, or ask your worker.")),
      unprocessable);
}

Response choose(const Site& site, const Request& request) {
  const auto& link = request.parameters.text("link");
  const auto ticket = request.form.text("ticket");
  const auto outcome = site.people->sign_in.choose_words(link, ticket, typed_words(request),
                                                         from_now(site, request));
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

using FormNumber = Id<struct FormNumberKind>;

struct KeptWords {
  std::string name;
  Fields fields;
};

/// What they had typed and was not sent, if that is why they are here: theirs, whoever else uses
/// the same browser.
Result<std::optional<KeptWords>> kept_words(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  NL_TRY(all, site.people->sessions.kept_forms(asker.person, asker.at));
  for (auto& one : all)
    if (auto kept = parse_kept_form(one.content);
        kept && kept->address == paths::mine_said().text())
      return std::optional(KeptWords{std::move(one.name), std::move(kept->fields)});
  return std::optional<KeptWords>{};
}

std::string_view mine_done_words(std::string_view done) {
  if (done == "stopped") return "You stopped sharing it";
  return done == "said" ? "Your words were sent. You find them below." : "";
}

/// The words that they sent, where something is wrong with them.
Response show_mine(const Site& site, const Request& request, std::string wrong) {
  const auto& asker = request.visitor->asker;
  const auto file = casework::file_of_link(site.people->database, asker);
  if (!file) return refused(file.error(), request);
  auto own = casework::open_own(site.people->gate, site.people->keys, asker, *file);
  if (!own) return refused(own.error(), request);
  auto fields = request.form;
  std::string kept_name = fields.text("kept_form");
  if (wrong.empty()) {
    auto kept = kept_words(site, request);
    if (!kept) return Response::problem(kept.error());
    if (auto& words = *kept) {
      kept_name = std::move(words->name);
      fields = std::move(words->fields);
    }
  }
  views::MineModel model{.form_token = request.form_token,
                         .is_child = own->relation == domain::Relation::Themself,
                         .shown = std::move(own->shown),
                         .agreed = std::move(own->agreed),
                         .said = std::move(own->said),
                         .workers = std::move(own->workers),
                         .help = site.people->help,
                         .once = fields.text("once"),
                         .typed = fields.text("words"),
                         .wrong = std::move(wrong),
                         .kept = std::move(kept_name),
                         .done = std::string(mine_done_words(request.query().text("done")))};
  if (model.once.empty()) model.once = platform::random_id<FormNumber>().text();
  return show_to_visitor(views::mine_page(site.shell, model),
                         model.wrong.empty() ? 200 : unprocessable);
}

Response mine(const Site& site, const Request& request) { return show_mine(site, request, {}); }

Response say(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  const auto file = casework::file_of_link(site.people->database, asker);
  if (!file) return refused(file.error(), request);
  const auto said =
      casework::say_own(site.people->gate, site.people->keys, asker, *file,
                        {.words = request.form.text("words"), .once = request.form.text("once")});
  if (said)
    return Response::redirect(html::with_query(paths::mine().text(), {{"done", "said"}}).text());
  const auto wrong = wrong_of(said.error());
  return wrong ? show_mine(site, request, wrong->message) : refused(said.error(), request);
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
  return std::move(response).with("Clear-Site-Data", "\"cache\"");
}

views::WordsLeft words_left(const Request& request) {
  const auto words = request.query().text("words");
  if (words == "kept") return views::WordsLeft::Kept;
  return words == "unsent" ? views::WordsLeft::Unsent : views::WordsLeft::None;
}

}  // namespace

void add_mine_routes(Router& router, const Site& site) {
  const RouteOptions stranger{.audience = Audience::Stranger};
  const RouteOptions by_link{.audience = Audience::ByLink};
  const auto by = [&site](Response (*act)(const Site&, const Request&)) {
    return [&site, act](const Request& request) { return act(site, request); };
  };
  router.get("/mine/:link", by(ask), stranger);
  router.post("/mine/:link", by(open_mine), stranger);
  router.post("/mine/:link/words", by(choose), stranger);
  router.get(
      paths::mine_closed().text(),
      [&site](const Request& request) {
        return show_to_visitor(views::mine_closed_page(site.shell, words_left(request)));
      },
      stranger);
  router.get(paths::mine().text(), by(mine), by_link);
  router.post(paths::mine_said().text(), by(say), by_link);
  router.post(paths::mine_leave().text(), by(leave), by_link);
  router.post("/mine/sharing/:shared/stop", by(take_back), by_link);
}

}  // namespace northlight::web

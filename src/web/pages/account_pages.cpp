#include <array>

#include "accounts/account_news.hpp"
#include "accounts/home_address.hpp"
#include "accounts/policy.hpp"
#include "accounts/provider_accounts.hpp"
#include "accounts/sessions.hpp"
#include "casework/people.hpp"
#include "platform/qr_code.hpp"
#include "store/people.hpp"
#include "web/from.hpp"
#include "web/pages/confirm_password.hpp"
#include "web/pages/show.hpp"
#include "web/pages/sign_in_pages.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"
#include "web/views/account_view.hpp"
#include "web/views/audit_words.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/news_words.hpp"
#include "web/views/sign_in_view.hpp"

namespace northlight::web {
namespace {

/// What a page says was done, by a word in its address: never text that somebody else wrote.
std::string account_done_words(std::string_view word, bool elsewhere) {
  if (word == "password" && elsewhere)
    return "Your password is changed. An account from elsewhere lets you in as before: look at "
           "Other accounts, and take off what is not yours";
  if (word == "password") return "Your password is changed";
  if (word == "address") return "Your address is kept as a fingerprint";
  if (word == "address-gone") return "Your address is taken away";
  if (word == "sessions") return "The sessions were ended";
  if (word == "kept-deleted") return "What was kept for you is deleted";
  return {};
}

Result<bool> connected_elsewhere(const Site& site, domain::PersonId person) {
  if (site.people->providers == nullptr) return false;
  NL_TRY(connected, site.people->providers->connected(person));
  return !connected.empty();
}

std::vector<views::ToldItem> told_items(const std::vector<accounts::NewsItem>& items,
                                        const views::AuditNames& names, domain::PersonId reader) {
  std::vector<views::ToldItem> shown;
  for (const auto& item : items) {
    const auto name = [&](domain::PersonId person) {
      const auto at = names.people.find(person.text());
      return at == names.people.end() ? std::string("Somebody") : at->second;
    };
    shown.push_back({.when = views::moment_words(item.at),
                     .who = item.by ? name(*item.by) : "whoever looks after the system",
                     .what = views::news_in_words(
                         item.act, {.about = item.about.text(), .reader = reader.text()}, names)});
  }
  return shown;
}

/// What others did, before everything else on the page.
Status fill_news(const Site& site, const accounts::Asker& asker, views::AccountModel& model) {
  NL_TRY(news, accounts::account_news(site.people->database, site.people->gate, asker));
  views::AuditNames names;
  for (const auto& [id, name] : news.people) names.people.emplace(id.text(), name);
  for (const auto& [id, name] : news.teams) names.teams.emplace(id.text(), name);
  for (const auto& role : site.people->policy.roles()) names.roles.emplace(role.code, role.title);
  model.own = told_items(news.own, names, asker.person);
  model.others = told_items(news.others, names, asker.person);
  model.days_told = site.people->policy.days_told();
  return done();
}

Response account(const Site& site, const Request& request) {
  const auto& visitor = *request.visitor;
  const auto codes = site.people->sign_in.recovery_codes_left(visitor.asker.person);
  if (!codes) return Response::problem(codes.error());
  const auto sessions = site.people->sessions.own(visitor.asker);
  if (!sessions) return Response::problem(sessions.error());
  const auto address = accounts::home_address_given(site.people->database, visitor.asker);
  if (!address) return Response::problem(address.error());
  const auto elsewhere = connected_elsewhere(site, visitor.asker.person);
  if (!elsewhere) return Response::problem(elsewhere.error());
  auto covers = casework::own_covers(site.people->database, visitor.asker);
  if (!covers) return Response::problem(covers.error());
  views::AccountModel model{.name = visitor.name,
                            .covers = *std::move(covers),
                            .now = visitor.asker.at,
                            .recovery_codes_left = *codes,
                            .sessions = sessions->size(),
                            .other_accounts = site.people->providers != nullptr,
                            .address_given = address->has_value(),
                            .done = account_done_words(request.query().text("done"), *elsewhere)};
  if (const auto told = fill_news(site, visitor.asker, model); !told)
    return Response::problem(told.error());
  const auto kept = site.people->sessions.kept_forms(visitor.asker.person, visitor.asker.at);
  if (!kept) return Response::problem(kept.error());
  if (!kept->empty()) model.kept_until = views::moment_words(kept->front().ends_at);
  for (const auto& held : visitor.asker.roles) {
    const auto in = site.people->database.read(
        [&](store::Session& session) { return store::organisation(session, held.organisation); });
    if (!in) return Response::problem(in.error());
    const auto& there = *in;
    model.roles.push_back(site.people->policy.title(held.role) +
                          (there ? ", " + there->name : std::string()));
  }
  return show_to_visitor(views::account_page(shell_for(site, request), model));
}

Response change_password(const Site& site, const Request& request) {
  const auto& visitor = *request.visitor;
  views::PasswordForm form{.form_token = request.form_token};
  const auto again = [&](int status) {
    return show_to_visitor(views::password_page(shell_for(site, request), form), status);
  };
  const auto* present = request.form.find("present");
  const auto* chosen = request.form.find("password");
  if (present == nullptr || present->empty()) form.present_error = "Enter your present password";
  if (chosen == nullptr || chosen->empty()) form.chosen_error = "Enter a new password";
  const bool lacks_one = present == nullptr || chosen == nullptr;
  if (lacks_one || !form.present_error.empty() || !form.chosen_error.empty())
    return again(unprocessable);
  const auto changed = site.people->sign_in.change_password(
      visitor.asker.person, visitor.session, *present, *chosen, from_now(site, request));
  if (changed && changed->is_right)
    return Response::redirect(
        html::with_query(paths::account().text(), {{"done", "password"}}).text());
  if (!changed && changed.error().where != "password") return Response::problem(changed.error());
  if (!changed)
    form.chosen_error = changed.error().message;
  else
    form.present_error = changed->wait.count() > 0 ? wait_words(changed->wait)
                                                   : std::string("That is not your password");
  return again(changed && changed->wait.count() > 0 ? 429 : unprocessable);
}

views::ConfirmForm factor_confirmation() {
  return {.form_token = {},
          .action = paths::account_second_factor(),
          .title = "Change your authenticator app",
          .why =
              "You are about to change what lets you in besides your password. Enter your "
              "password to go on.",
          .button = "Continue"};
}

views::ConfirmForm codes_confirmation() {
  return {
      .form_token = {},
      .action = paths::account_recovery_codes(),
      .title = "Make new recovery codes",
      .why = "Your old codes stop working when new ones are made. Enter your password to go on.",
      .button = "Make new codes"};
}

Response show_factor(const Site& site, const Request& request) {
  const auto offered = site.people->sign_in.offer_another_factor(request.visitor->asker.person,
                                                                 from_now(site, request));
  if (!offered) return Response::problem(offered.error());
  auto code = platform::qr_code(offered->address);
  if (!code) return Response::problem(code.error());
  return show_to_visitor(
      views::second_factor_page(shell_for(site, request), {.form_token = request.form_token,
                                                           .action = paths::account_second_factor(),
                                                           .key = offered->key,
                                                           .code = *std::move(code),
                                                           .is_another = true}));
}

Response change_factor(const Site& site, const Request& request) {
  if (request.form.find("code") == nullptr) {
    if (auto why = wrong_confirmation(site, request))
      return confirm_page(site, request, factor_confirmation(), *std::move(why));
    return show_factor(site, request);
  }
  auto codes = site.people->sign_in.confirm_another_factor(
      request.visitor->asker.person, request.visitor->session, request.form.text("code"),
      from_now(site, request));
  if (!codes) return Response::problem(codes.error());
  if (codes->empty())  // Not the square again: it is shown to who knows the password alone.
    return confirm_page(site, request, factor_confirmation(),
                        "That code was not right. Enter your password to scan the square again");
  return show_to_visitor(views::recovery_codes_page(
      shell_for(site, request), {.codes = *std::move(codes), .next = paths::account()}));
}

Response make_codes(const Site& site, const Request& request) {
  if (auto why = wrong_confirmation(site, request))
    return confirm_page(site, request, codes_confirmation(), *std::move(why));
  auto codes = site.people->sign_in.new_recovery_codes(request.visitor->asker.person,
                                                       from_now(site, request));
  if (!codes) return Response::problem(codes.error());
  return show_to_visitor(views::recovery_codes_page(
      shell_for(site, request), {.codes = *std::move(codes), .next = paths::account()}));
}

Response show_address(const Site& site, const Request& request, const Error& wrong) {
  const auto given = accounts::home_address_given(site.people->database, request.visitor->asker);
  if (!given) return Response::problem(given.error());
  views::HomeAddressForm form{.form_token = request.form_token,
                              .postcode = request.form.text("postcode"),
                              .house = request.form.text("house"),
                              .wrong_field = wrong.where,
                              .wrong = wrong.message};
  if (*given) form.given_on = words(platform::day_in_london(**given));
  return show_to_visitor(views::home_address_page(shell_for(site, request), form),
                         wrong.message.empty() ? 200 : unprocessable);
}

Response address(const Site& site, const Request& request) {
  return show_address(site, request, {});
}

Response give_address(const Site& site, const Request& request) {
  const auto& asker = request.visitor->asker;
  const bool away = request.form.text("do") == "take-away";
  const auto kept =
      away ? accounts::forget_home_address(site.people->database, asker)
           : accounts::give_home_address(site.people->database, site.people->keys, asker,
                                         request.form.text("postcode"), request.form.text("house"));
  if (!kept && kept.error().code == ErrorCode::Invalid)
    return show_address(site, request, kept.error());
  if (!kept) return Response::problem(kept.error());
  return Response::redirect(
      html::with_query(paths::account().text(), {{"done", away ? "address-gone" : "address"}})
          .text());
}

Response sessions(const Site& site, const Request& request) {
  const auto& visitor = *request.visitor;
  const auto own = site.people->sessions.own(visitor.asker);
  if (!own) return Response::problem(own.error());
  views::SessionsModel model{.form_token = request.form_token};
  for (const auto& one : *own)
    model.sessions.push_back({.id = one.id.text(),
                              .browser = one.browser,
                              .source = one.source,
                              .began = views::moment_words(one.began_at),
                              .seen = views::moment_words(one.seen_at),
                              .is_this = one.id == visitor.session});
  return show_to_visitor(views::sessions_page(shell_for(site, request), model));
}

Response end_sessions(const Site& site, const Request& request) {
  const auto& visitor = *request.visitor;
  const auto named = request.form.text("session");
  if (named == "others") {
    const auto ended = site.people->sessions.end_others(visitor.asker, visitor.session);
    if (!ended) return Response::problem(ended.error());
  } else {
    const auto session = store::SignInSessionId::parse(named);
    if (!session) return Response::problem(404);
    const auto ended = site.people->sessions.end_own(visitor.asker, *session);
    if (!ended) return refused(ended.error(), request);
  }
  return Response::redirect(paths::account_sessions().text());
}

/// For the scripts that warn before time runs out and that ask who is signed in now: asked for by a
/// click, it holds the session open.
Response session_left(const Request& request) {
  const auto seconds_until = [&](platform::Instant end) {
    const auto left = end - request.visitor->asker.at;
    return Json(std::int64_t{std::chrono::duration_cast<std::chrono::seconds>(left).count()});
  };
  return Response::json(
      Json::object({{"person", request.visitor->asker.person.text()},
                    {"seconds_left", seconds_until(request.visitor->ends_at)},
                    {"longest_left", seconds_until(request.visitor->ends_for_all)}}));
}

}  // namespace

void add_account_routes(Router& router, const Site& site) {
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  using Act = Response (*)(const Site&, const Request&);
  const auto get = [&](const html::Url& address, Act act) {
    router.get(
        address.text(), [&site, act](const Request& request) { return act(site, request); },
        signed_in);
  };
  const auto post = [&](const html::Url& address, Act act) {
    router.post(
        address.text(), [&site, act](const Request& request) { return act(site, request); },
        signed_in);
  };
  get(paths::account(), account);
  get(paths::account_password(), [](const Site& at, const Request& request) {
    return show_to_visitor(
        views::password_page(shell_for(at, request), {.form_token = request.form_token}));
  });
  post(paths::account_password(), change_password);
  get(paths::account_second_factor(), [](const Site& at, const Request& request) {
    return confirm_page(at, request, factor_confirmation(), "");
  });
  post(paths::account_second_factor(), change_factor);
  get(paths::account_recovery_codes(), [](const Site& at, const Request& request) {
    return confirm_page(at, request, codes_confirmation(), "");
  });
  post(paths::account_recovery_codes(), make_codes);
  get(paths::account_address(), address);
  post(paths::account_address(), give_address);
  get(paths::account_sessions(), sessions);
  post(paths::account_sessions(), end_sessions);
  get(paths::account_session(),
      [](const Site&, const Request& request) { return session_left(request); });
}

}  // namespace northlight::web

#include "web/pages/provider_pages.hpp"

#include <algorithm>

#include "accounts/provider_accounts.hpp"
#include "accounts/sign_in.hpp"
#include "base/error_code.hpp"
#include "web/cookies.hpp"
#include "web/from.hpp"
#include "web/pages/confirm_password.hpp"
#include "web/pages/sign_in_pages.hpp"
#include "web/pages/signed_in.hpp"
#include "web/paths.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/provider_view.hpp"

namespace northlight::web {
namespace {

using accounts::IdentityProvider;

accounts::ProviderAccounts& accounts_of(const Site& site) { return *site.people->providers; }

const IdentityProvider* provider_of(const Site& site, const Request& request) {
  if (site.people->providers == nullptr) return nullptr;
  return accounts_of(site).providers().find(request.parameters.text("provider"));
}

std::string return_address(const Site& site, const IdentityProvider& provider) {
  return site.base_url + std::string(paths::sign_in_with_answer(provider.id).text());
}

std::optional<domain::PersonId> person_of(const Request& request) {
  if (!request.visitor) return std::nullopt;
  return request.visitor->asker.person;
}

/// A refusal that the person can act on; anything else is the application's ordinary error page.
Response refusal(const Site& site, const Request& request, const IdentityProvider& provider,
                 const Error& error) {
  if (error.where.empty()) return Response::problem(error);
  auto response = show_to_visitor(
      views::provider_refused_page(shell_for(site, request),
                                   {.provider = provider.name,
                                    .words = error.message,
                                    .code = error.where,
                                    .signed_in = person_of(request) != std::nullopt}),
      leaves_as(error.code).http_status);
  Cookies(site.people->transport).clear(response, cookie_names::provider);
  return response;
}

void keep_ticket(const Site& site, Response& response, const std::string& ticket) {
  Cookies(site.people->transport)
      .set(response, cookie_names::provider, ticket, accounts::ticket_lasts);
}

Response begin_sign_in(const Site& site, const Request& request) {
  const auto* provider = provider_of(site, request);
  if (provider == nullptr) return Response::problem(404);
  const auto next = safe_next(request.query().text("next"), "");
  if (request.visitor) return Response::redirect(next.empty() ? paths::account().text() : next);
  const auto departure = accounts_of(site).depart(
      *provider, {.return_address = return_address(site, *provider), .next = next},
      from_of(request, site.people->clock.now()));
  if (!departure) return refusal(site, request, *provider, departure.error());
  // To another site: by a link, for a form may lead nowhere else.
  Response response = Response::text("", 303);
  response.headers.set("Location", departure->location);
  keep_ticket(site, response, departure->ticket);
  return response;
}

accounts::ProviderAnswer answer_in(const Request& request) {
  const auto value = [&](std::string_view name) -> std::optional<std::string> {
    const auto all = request.query().all(name);
    // Twice is once too often: RFC 6749, 3.1.
    if (all.size() != 1) return std::nullopt;
    return all.front();
  };
  return {.state = value("state"),
          .code = value("code"),
          .issuer = value("iss"),
          .error = value("error")};
}

Response finish(const Site& site, const Request& request) {
  const auto* provider = provider_of(site, request);
  if (provider == nullptr) return Response::problem(404);
  const Cookies cookies(site.people->transport);
  const auto arrival = accounts_of(site).arrive(
      *provider, cookies.find(request.headers, cookie_names::provider).value_or(std::string()),
      answer_in(request), person_of(request), from_of(request, site.people->clock.now()));
  if (!arrival) return refusal(site, request, *provider, arrival.error());
  const auto* session = std::get_if<accounts::NewSession>(&arrival->outcome);
  auto response =
      session != nullptr
          ? go_on(site, *session, arrival->next)
          : Response::redirect(paths::account_providers({{"done", "connected"}}).text());
  cookies.clear(response, cookie_names::provider);
  return response;
}

Response show_connected(const Site& site, const Request& request) {
  views::ProvidersModel model{.form_token = request.form_token,
                              .done = request.query().text("done")};
  if (site.people->providers == nullptr)
    return show_to_visitor(views::providers_page(shell_for(site, request), model));
  const auto connected = accounts_of(site).connected(request.visitor->asker.person);
  if (!connected) return Response::problem(connected.error());
  for (const auto& provider : accounts_of(site).providers().providers()) {
    const auto mine =
        std::ranges::find(*connected, provider.issuer, &store::ConnectedProvider::issuer);
    model.providers.push_back(
        {.id = provider.id,
         .name = provider.name,
         .connected = mine == connected->end() ? "" : views::moment_words(mine->at)});
  }
  return show_to_visitor(views::providers_page(shell_for(site, request), model));
}

views::ConfirmForm connection_confirmation(const IdentityProvider& provider) {
  return {.form_token = {},
          .action = paths::account_provider_connect(provider.id),
          .title = "Connect your account with " + provider.name,
          .why =
              "That account will let you in from now on, whatever becomes of your password. "
              "Enter your password to go on.",
          .button = "Continue"};
}

Response connect(const Site& site, const Request& request) {
  const auto* provider = provider_of(site, request);
  if (provider == nullptr) return Response::problem(404);
  const auto asks = site.people->sign_in.has_password(request.visitor->asker.person,
                                                      from_of(request, site.people->clock.now()));
  if (!asks) return Response::problem(asks.error());
  if (*asks && request.form.find("password") == nullptr)
    return confirm_page(site, request, connection_confirmation(*provider), "");
  if (*asks)
    if (auto why = wrong_confirmation(site, request))
      return confirm_page(site, request, connection_confirmation(*provider), *std::move(why));
  const auto departure =
      accounts_of(site).depart(*provider,
                               {.return_address = return_address(site, *provider),
                                .next = {},
                                .connect = request.visitor->asker.person},
                               from_of(request, site.people->clock.now()));
  if (!departure) return refusal(site, request, *provider, departure.error());
  auto response = show_to_visitor(views::go_to_provider_page(
      shell_for(site, request), {.provider = provider->name, .address = departure->location}));
  keep_ticket(site, response, departure->ticket);
  return response;
}

Response disconnect(const Site& site, const Request& request) {
  const auto* provider = provider_of(site, request);
  if (provider == nullptr) return Response::problem(404);
  const auto done = accounts_of(site).disconnect(*provider, request.visitor->asker.person,
                                                 from_of(request, site.people->clock.now()));
  if (!done) return refused(done.error(), request);
  return Response::redirect(paths::account_providers({{"done", "disconnected"}}).text());
}

}  // namespace

void add_provider_routes(Router& router, const Site& site) {
  const RouteOptions stranger{.audience = Audience::Stranger};
  const RouteOptions signed_in{.audience = Audience::SignedIn};
  const auto by = [&site](Response (*act)(const Site&, const Request&)) {
    return [&site, act](const Request& request) { return act(site, request); };
  };
  router.get("/sign-in/with/:provider", by(begin_sign_in), stranger);
  router.get("/sign-in/with/:provider/answer", by(finish), stranger);
  router.get(paths::account_providers().text(), by(show_connected), signed_in);
  router.post("/account/providers/:provider/connect", by(connect), signed_in);
  router.post("/account/providers/:provider/disconnect", by(disconnect), signed_in);
}

std::vector<views::OtherWayIn> ways_in(const Site& site) {
  std::vector<views::OtherWayIn> ways;
  if (site.people->providers == nullptr) return ways;
  for (const auto& provider : accounts_of(site).providers().providers())
    ways.push_back({.name = provider.name, .address = paths::sign_in_with(provider.id)});
  return ways;
}

}  // namespace northlight::web

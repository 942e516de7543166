#include "web/views/provider_view.hpp"

#include "html/button.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/summary_list.hpp"
#include "web/paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html banner(std::string_view done) {
  const auto* words = done == "connected"      ? "Your account is connected"
                      : done == "disconnected" ? "Your account is not connected any more"
                                               : nullptr;
  if (words == nullptr) return {};
  return notification_banner(
      {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, words),
       .kind = NotificationKind::Success});
}

Html provider_part(const ProviderRow& provider, const std::string& token) {
  const bool is_connected = !provider.connected.empty();
  SummaryList facts{
      .rows = {{.key = "Connected",
                .value = is_connected ? "Since " + provider.connected : std::string("No")}}};
  facts.card = SummaryCard{.title = provider.name};
  Html out = summary_list(facts);
  out.open("form", {{"method", "post"},
                    {"action", is_connected ? paths::account_provider_disconnect(provider.id)
                                            : paths::account_provider_connect(provider.id)}});
  out += form_token(token);
  out += button({.text = (is_connected ? "Disconnect from " : "Connect with ") + provider.name,
                 .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

}  // namespace

Html provider_refused_page(const Shell& shell, const ProviderRefusal& refusal) {
  const std::string title = refusal.signed_in             ? "Your account was not connected"
                            : refusal.code == "cancelled" ? "You are not signed in"
                                                          : "You were not signed in";
  Html main = page_heading(title);
  main += paragraph(refusal.words);
  if (refusal.code != "cancelled")
    main += element("p", {{"class", "govuk-hint"}},
                    "If you ask for help, say that you signed in with " + refusal.provider +
                        " and that Northlight says “" + refusal.code + "”.");
  main += refusal.signed_in
              ? button({.text = "Back to your account", .href = paths::account_providers()})
              : button({.text = "Go to the sign-in page", .href = paths::sign_in()});
  return page(shell, {.title = title}, in_two_thirds(main));
}

Html providers_page(const Shell& shell, const ProvidersModel& model) {
  Html main = banner(model.done);
  main += page_heading("Sign in with another account");
  main += paragraph(
      "Connect an account that you have elsewhere, and you can sign in with it instead of your "
      "Northlight password. It must be your own: whoever can use it can come in as you. It is "
      "taken off when your "
      "second factor is reset or your account is set up anew.");
  if (model.providers.empty())
    main += inset_text({.text = "No other account can be used here yet. Whoever looks after "
                                "Northlight can set that up."});
  for (const auto& provider : model.providers) main += provider_part(provider, model.form_token);
  return page(shell,
              {.title = "Sign in with another account",
               .section = Section::Account,
               .breadcrumbs = {{"Your account", paths::account()}}},
              in_two_thirds(main));
}

Html go_to_provider_page(const Shell& shell, const ProviderDoor& door) {
  const auto title = "Connect with " + door.provider;
  Html main = page_heading(title);
  main += paragraph("You sign in there next, and then come back here. You have 10 minutes.");
  main += inset_text({.text = "Sign in there as yourself. On a computer that others use, see first "
                              "that nobody else is signed in there."});
  main += button({.text = "Go on to " + door.provider, .href = door.address});
  return page(shell,
              {.title = title,
               .section = Section::Account,
               .breadcrumbs = {{"Your account", paths::account()}}},
              in_two_thirds(main));
}

}  // namespace northlight::web::views

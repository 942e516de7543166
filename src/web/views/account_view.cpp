#include "web/views/account_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/notification_banner.hpp"
#include "html/password_input.hpp"
#include "html/summary_list.hpp"
#include "html/tag.hpp"
#include "html/warning_text.hpp"
#include "web/paths.hpp"
#include "web/views/cover_view.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

constexpr std::int64_t few_codes = 3;

std::vector<Crumb> under_account() { return {{"Your account", paths::account()}}; }

SummaryRow row(const char* key, Content value, const char* action, Url address,
               const char* hidden) {
  return {
      .key = key,
      .value = std::move(value),
      .actions = {{.text = action, .href = std::move(address), .visually_hidden_text = hidden}}};
}

Html roles(const std::vector<std::string>& all) {
  if (all.empty()) return text("You hold no role at the moment, so you can see no files.");
  Html out;
  for (const auto& role : all) out += element("div", {}, role);
  return out;
}

Html card(const OwnSession& session, const std::string& token) {
  SummaryList facts{.rows = {{.key = "Signed in", .value = session.began},
                             {.key = "Last used", .value = session.seen},
                             {.key = "From", .value = session.source}}};
  facts.card = SummaryCard{.title = session.browser};
  Html out = summary_list(facts);
  if (session.is_this)
    return out + paragraph(element("strong", {}, "This is the one you use now."));
  out.open("form", {{"method", "post"}, {"action", paths::account_sessions()}});
  out += form_token(token);
  out += hidden_field("session", session.id);
  out += button({.text = all(text("End this session"),
                             element("span", {{"class", "govuk-visually-hidden"}},
                                     " of " + session.browser + ", begun " + session.began)),
                 .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

Html told(const std::vector<ToldItem>& items) {
  Html out;
  for (const auto& item : items)
    out += element("li", {}, item.what + ".",
                   element("span", {{"class", "nl-block nl-quiet"}},
                           "Done by " + item.who + " on " + item.when));
  return element("ul", {{"class", "govuk-list govuk-list--spaced"}}, out);
}

/// What nobody should have to look for: it stands before everything else.
Html told_banner(const AccountModel& model) {
  if (model.own.empty() && model.others.empty()) return {};
  const auto heading = [](const char* words_shown) {
    return element("p", {{"class", "govuk-notification-banner__heading"}}, words_shown);
  };
  Html content;
  if (!model.own.empty()) {
    content += heading("What others did that concerns you");
    content += told(model.own);
    content += paragraph(
        "If you did not ask for this and nobody told you, speak with your manager or whoever "
        "protects the data of your organisation.");
  }
  if (!model.others.empty()) {
    content += heading("What was done to colleagues’ accounts and cover");
    content += told(model.others);
    content +=
        paragraph("Two people should always know of this. Check with the colleague that they do.");
  }
  content += paragraph("You see this here for " + counted(model.days_told, "day", "days") + ".");
  return notification_banner({.content = content, .title_id = "told-of"});
}

}  // namespace

Html account_page(const Shell& shell, const AccountModel& model) {
  Html main;
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += told_banner(model);
  if (!model.kept_until.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}},
                            "Something that you sent was not saved. It is kept for you until " +
                                model.kept_until + ". ",
                            element("a",
                                    {{"class", "govuk-notification-banner__link"},
                                     {"href", paths::sign_in_kept()}},
                                    "See it and send it")),
         .kind = NotificationKind::Important,
         .title = "Not saved",
         .title_id = "not-saved"});
  main += page_heading("Your account");
  if (model.recovery_codes_left <= few_codes)
    main += warning_text(
        {.text =
             model.recovery_codes_left == 0
                 ? std::string("You have no recovery codes left. Make new ones, so that you can "
                               "sign in when you lose your authenticator app.")
                 : "You have " +
                       counted(model.recovery_codes_left, "recovery code", "recovery codes") +
                       " left. Make new ones soon."});
  SummaryList list;
  list.rows.push_back({.key = "Name", .value = model.name.reveal()});
  list.rows.push_back({.key = "Roles", .value = roles(model.roles)});
  if (!model.covers.empty())
    list.rows.push_back(
        {.key = "You cover for", .value = own_covers_list(model.covers, model.now)});
  list.rows.push_back(row("Password", "Set", "Change", paths::account_password(), "your password"));
  list.rows.push_back(row("Second factor", "An authenticator app", "Change",
                          paths::account_second_factor(), "your authenticator app"));
  list.rows.push_back(row("Recovery codes",
                          counted(model.recovery_codes_left, "code", "codes") + " left", "Replace",
                          paths::account_recovery_codes(), "your recovery codes"));
  list.rows.push_back(row(
      "Signed in", "In " + counted(static_cast<std::int64_t>(model.sessions), "place", "places"),
      "See and end", paths::account_sessions(), "your sessions"));
  list.rows.push_back(
      row("Your own address",
          model.address_given ? "Given, kept as a fingerprint that nobody can read" : "Not given",
          model.address_given ? "Change or take away" : "Give it", paths::account_address(),
          "your own address"));
  if (model.other_accounts)
    list.rows.push_back(row("Other accounts", "Sign in with an account from elsewhere",
                            "See and connect", paths::account_providers(),
                            "accounts from elsewhere"));
  main += summary_list(list);
  return page(shell, {.title = "Your account", .section = Section::Account}, in_two_thirds(main));
}

Html password_page(const Shell& shell, const PasswordForm& form) {
  ErrorSummary wrong;
  if (!form.present_error.empty())
    wrong.errors.push_back({.text = form.present_error, .href = "#present"});
  if (!form.chosen_error.empty())
    wrong.errors.push_back({.text = form.chosen_error, .href = "#password"});
  Html main;
  if (!wrong.errors.empty()) main += error_summary(wrong);
  main += page_heading("Change your password");
  main += paragraph("Your other sessions end when you change it.");
  main.open("form",
            {{"method", "post"}, {"action", paths::account_password()}, {"novalidate", true}});
  main += form_token(form.form_token);
  PasswordInput present{.name = "present", .label = {.text = "Present password"}};
  if (!form.present_error.empty()) present.error.text = form.present_error;
  main += password_input(present);
  PasswordInput chosen{
      .name = "password",
      .label = {.text = "New password"},
      .hint = {.text = "12 characters or more. Three words that you pick at random "
                       "are long enough and easy to remember."},
      .autocomplete = "new-password"};
  if (!form.chosen_error.empty()) chosen.error.text = form.chosen_error;
  main += password_input(chosen);
  main += button({.text = "Change password", .prevent_double_click = true});
  main.close("form");
  return page(shell,
              {.title = "Change your password",
               .section = Section::Account,
               .breadcrumbs = under_account(),
               .has_errors = !wrong.errors.empty()},
              in_two_thirds(main));
}

Html confirm_password_page(const Shell& shell, const ConfirmForm& form) {
  Html main = problem_summary(form.error, "#password");
  main += page_heading(form.title);
  main += paragraph(form.why);
  main.open("form", {{"method", "post"}, {"action", form.action}, {"novalidate", true}});
  main += form_token(form.form_token);
  PasswordInput field{.name = "password", .label = {.text = "Your password"}};
  if (!form.error.empty()) field.error.text = form.error;
  main += password_input(field);
  main += button({.text = form.button, .prevent_double_click = true});
  main.close("form");
  return page(shell,
              {.title = form.title,
               .section = Section::Account,
               .breadcrumbs = under_account(),
               .has_errors = !form.error.empty()},
              in_two_thirds(main));
}

Html sessions_page(const Shell& shell, const SessionsModel& model) {
  Html main = page_heading("Where you are signed in");
  main += paragraph("If you see a session that is not yours, end it and change your password.");
  for (const auto& session : model.sessions) main += card(session, model.form_token);
  if (model.sessions.size() > 1) {
    main.open("form", {{"method", "post"}, {"action", paths::account_sessions()}});
    main += form_token(model.form_token);
    main += hidden_field("session", "others");
    main += button({.text = "End all sessions but this one", .classes = "govuk-button--warning"});
    main.close("form");
  }
  return page(shell,
              {.title = "Where you are signed in",
               .section = Section::Account,
               .breadcrumbs = under_account()},
              in_two_thirds(main));
}

}  // namespace northlight::web::views

#include "web/views/sign_in_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/details.hpp"
#include "html/input.hpp"
#include "html/inset_text.hpp"
#include "html/password_input.hpp"
#include "web/paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html code_field(const std::string& error, const char* label, const char* hint) {
  Input field{.name = "code",
              .label = {.text = label, .classes = "govuk-label--s"},
              .hint = {.text = hint},
              .inputmode = "numeric",
              .autocomplete = "one-time-code",
              .spellcheck = false,
              .classes = "govuk-input--width-5 govuk-input--extra-letter-spacing"};
  if (!error.empty()) field.error.text = error;
  return input(field);
}

Html other_ways(const std::vector<OtherWayIn>& ways) {
  if (ways.empty()) return {};
  Html out = section_heading("other-ways", "Other ways to sign in");
  for (const auto& way : ways)
    out += button({.text = "Sign in with " + way.name,
                   .href = way.address,
                   .classes = "govuk-button--secondary"});
  return out;
}

}  // namespace

Html sign_in_page(const Shell& shell, const SignInForm& form) {
  Html main = problem_summary(form.error, "#name");
  main += page_heading("Sign in");
  if (form.answers_kept)
    main += inset_text({.text = "Your session had ended, so what you sent was not saved yet. It is "
                                "kept for 7 days: sign in, and you can send it again."});
  main += open_form(paths::sign_in());
  main += form_token(form.form_token);
  main += hidden_field("next", form.next);
  Input name{.name = "name",
             .label = {.text = "Work e-mail address"},
             .value = form.sign_in_name,
             .type = "email",
             .autocomplete = "username",
             .spellcheck = false};
  PasswordInput password{.name = "password", .label = {.text = "Password"}};
  if (!form.error.empty()) name.error.text = form.error;
  main += input(name);
  main += password_input(password);
  main += button({.text = "Continue", .prevent_double_click = true});
  main.close("form");
  main += other_ways(form.other_ways);
  main += details(
      {.summary = "You cannot sign in",
       .content = paragraph("Ask whoever looks after accounts in your service. They can send you a "
                            "link to choose a new password, or let you set up your second factor "
                            "anew. Nobody needs to know your password, and nobody will ask you "
                            "for it.")});
  return page(shell, {.title = "Sign in", .has_errors = !form.error.empty()}, in_two_thirds(main));
}

Html code_page(const Shell& shell, const CodeForm& form) {
  Html main = problem_summary(form.error, "#code");
  main += page_heading("Enter the code from your authenticator app");
  main += open_form(paths::sign_in_code());
  main += form_token(form.form_token);
  main += hidden_field("next", form.next);
  main += code_field(form.error, "Code of 6 figures",
                     "Open your authenticator app and look for Northlight.");
  main += button({.text = "Continue", .prevent_double_click = true});
  main.close("form");
  main += element("p", {{"class", "govuk-body"}},
                  link(html::with_query(paths::sign_in_recovery().text(), {{"next", form.next}}),
                       "Use a recovery code instead"));
  return page(shell, {.title = "Enter your code", .has_errors = !form.error.empty()},
              in_two_thirds(main));
}

Html recovery_code_page(const Shell& shell, const CodeForm& form) {
  Html main = problem_summary(form.error, "#code");
  main += page_heading("Enter a recovery code");
  main += paragraph(
      "You were given 10 recovery codes when you set up your second factor. Each of "
      "them works once.");
  main += open_form(paths::sign_in_recovery());
  main += form_token(form.form_token);
  main += hidden_field("next", form.next);
  Input field{.name = "code",
              .label = {.text = "Recovery code", .classes = "govuk-label--s"},
              .hint = {.text = "For example, k7dm2-3pwqh"},
              .autocomplete = "off",
              .autocapitalize = "none",
              .spellcheck = false,
              .classes = "govuk-input--width-10"};
  if (!form.error.empty()) field.error.text = form.error;
  main += input(field);
  main += button({.text = "Continue", .prevent_double_click = true});
  main.close("form");
  main += element("p", {{"class", "govuk-body"}},
                  link(html::with_query(paths::sign_in_code().text(), {{"next", form.next}}),
                       "Use your authenticator app"));
  return page(shell, {.title = "Enter a recovery code", .has_errors = !form.error.empty()},
              in_two_thirds(main));
}

Html recovery_codes_page(const Shell& shell, const RecoveryCodes& codes) {
  Html main = page_heading("Keep your recovery codes");
  main += paragraph(
      "If you lose your authenticator app, one of these codes lets you in instead. "
      "Each works once. Print this page or write them down, and keep them apart from "
      "your computer. They are shown only now.");
  Html list;
  for (const auto& code : codes.codes) list += element("li", {}, element("code", {}, code));
  main += element("ol", {{"class", "nl-codes govuk-list"}}, list);
  main += button({.text = "I have kept them", .href = codes.next});
  return page(shell, {.title = "Your recovery codes"}, in_two_thirds(main));
}

Html set_up_page(const Shell& shell, const SetUpForm& form) {
  Html main = problem_summary(form.error, "#password");
  main += page_heading("Choose your password");
  main += open_form(paths::set_up(form.link));
  main += form_token(form.form_token);
  PasswordInput field{.name = "password",
                      .label = {.text = "New password"},
                      .hint = {.text = "12 characters or more. Three words that you pick at random "
                                       "are long enough and easy to remember. Use a password that "
                                       "you use nowhere else."},
                      .autocomplete = "new-password"};
  if (!form.error.empty()) field.error.text = form.error;
  main += password_input(field);
  main += button({.text = "Continue", .prevent_double_click = true});
  main.close("form");
  main += paragraph(
      "Next you enter a code from an authenticator app on your phone. If you have "
      "none yet, you are shown how to set one up.");
  return page(shell, {.title = "Choose your password", .has_errors = !form.error.empty()},
              in_two_thirds(main));
}

Html set_up_link_ended_page(const Shell& shell) {
  Html main = page_heading("This link does not work any more");
  main += paragraph(
      "Such a link works once, and for 3 days. If you have chosen a password with "
      "it, sign in. Otherwise ask whoever sent it for another.");
  main += button({.text = "Sign in", .href = paths::sign_in()});
  return page(shell, {.title = "This link does not work any more"}, in_two_thirds(main));
}

namespace {

/// What was written in words: a tick or a code says nothing without its question.
Html written_words(const KeptAnswers& kept) {
  Html out;
  for (const auto& [name, value] : kept.fields)
    if (trim(value).find_first_of(" \n") != std::string_view::npos)
      out += inset_text({.text = element("p", {{"class", "nl-own-words"}}, trim(value))});
  return out.empty() ? out : small_heading("What you had written") + out;
}

/// The button that deletes it.
Html delete_form(std::string_view token, std::string_view name, const Button& press) {
  Html out = open_form(paths::sign_in_kept());
  out += form_token(token);
  out += hidden_field("kept", name);
  out += button(press);
  out.close("form");
  return out;
}

}  // namespace

Html kept_answers_page(const Shell& shell, const KeptAnswers& kept) {
  Html main = page_heading("Your answers were kept");
  main += paragraph(
      "A form that you sent was not saved: your session had ended, somebody had signed in in "
      "another tab, or the page could not take it just then. What you had entered is kept for you "
      "alone until " +
      kept.until + ": send it now, or leave it.");
  main += written_words(kept);
  if (kept.had_files)
    main += inset_text({.text = "Files are not kept. You will be asked to choose them again."});
  main += open_form(Url(kept.address));
  main += form_token(kept.form_token);
  main += hidden_field("kept_form", kept.name);
  for (const auto& [name, value] : kept.fields)
    if (name != "kept_form") main += hidden_field(name, value);
  main += button({.text = "Send my answers", .prevent_double_click = true});
  main.close("form");
  main += element("p", {{"class", "govuk-body"}},
                  link(Url(kept.address.substr(0, kept.address.find('?'))),
                       "Go to the page without sending them"));
  main += delete_form(kept.form_token, kept.name,
                      {.text = "Delete them", .classes = "govuk-button--secondary"});
  return page(shell, {.title = "Your answers were kept"}, in_two_thirds(main));
}

Html sealed_answers_page(const Shell& shell, const SealedAnswers& sealed) {
  const bool one = sealed.each.size() == 1;
  const std::string title =
      one ? "What you wrote is kept, and cannot be shown" : "Answers of yours cannot be shown";
  Html main = page_heading(title);
  main += paragraph(one ? "You wrote it on a page that is not open to you now. It was not saved."
                        : "You wrote them on pages that are not open to you now. They were not "
                          "saved.");
  main += paragraph(
      "If you need it for your work, speak with your manager. Once the page is open to you again, "
      "come back here from your account: you can read what you wrote, and send it.");
  for (const auto& kept : sealed.each) {
    main += inset_text({.text = "Kept sealed, for you alone, until " + kept.until + "."});
    main += delete_form(
        sealed.form_token, kept.name,
        {.text = one ? std::string("Delete it") : "Delete what is kept until " + kept.until,
         .classes = "govuk-button--warning"});
  }
  main += element("p", {{"class", "govuk-body"}}, link(paths::account(), "Go to your account"));
  return page(shell, {.title = title}, in_two_thirds(main));
}

}  // namespace northlight::web::views

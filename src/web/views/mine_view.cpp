#include "web/views/mine_view.hpp"

#include "html/button.hpp"
#include "html/details.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/password_input.hpp"
#include "html/summary_list.hpp"
#include "platform/clock.hpp"
#include "web/paths.hpp"
#include "web/views/form_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html heading(std::string_view text) { return element("h1", {{"class", "govuk-heading-l"}}, text); }
Html section(std::string_view text) { return element("h2", {{"class", "govuk-heading-m"}}, text); }
Html paragraph(std::string_view text) { return element("p", {{"class", "govuk-body"}}, text); }

Html open_form(const Url& address) {
  Html form;
  form.open("form", {{"method", "post"}, {"action", address}, {"novalidate", true}});
  return form;
}

Html words_field(const LinkWords& form, std::string_view label, std::string_view hint) {
  PasswordInput field{.name = "words", .label = {.text = label}};
  field.hint.text = hint;
  field.autocomplete = "off";
  if (!form.error.empty()) field.error.text = form.error;
  return password_input(field);
}

std::string day_of(const store::SharedRow& row) { return words(platform::day_in_london(row.from)); }

std::string with_whom(domain::Relation relation) {
  return relation == domain::Relation::Parent ? "Your parent or carer" : "A panel that helps you";
}

Html what_is_shown(const MineModel& model) {
  if (model.shown.empty()) return paragraph("There is nothing to read yet.");
  Html out;
  for (const auto& row : model.shown)
    out += inset_text({.text = all(element("p", {{"class", "nl-own-words"}}, row.words.reveal()),
                                   element("p", {{"class", "nl-quiet"}}, day_of(row)))});
  return out;
}

Html what_was_agreed(const MineModel& model) {
  Html out = section("What others may read");
  if (model.agreed.empty()) return out + paragraph("Nobody else may read anything of yours here.");
  out += paragraph(
      "You said yes to these. You can change your mind. Then they cannot read it any more.");
  for (const auto& row : model.agreed) {
    SummaryList list{.card = SummaryCard{.title = with_whom(row.relation)}};
    list.rows.push_back({.key = "What", .value = row.words.reveal()});
    list.rows.push_back({.key = "Since", .value = day_of(row)});
    out += summary_list(list);
    out += open_form(paths::mine_take_back(row.id.text()));
    out += form_token(model.form_token);
    out += button({.text = "Stop sharing this", .classes = "govuk-button--secondary"});
    out.close("form");
  }
  return out;
}

}  // namespace

Html link_words_page(const Shell& shell, const LinkWords& form) {
  Html main = problem_summary(form.error, "#words");
  main += heading("Open your page");
  main +=
      paragraph("Type your secret words. They are the words that only you and your worker know.");
  main += open_form(paths::mine_link(form.link));
  main += form_token(form.form_token);
  main += words_field(form, "Your secret words", "Big and small letters are the same.");
  main += button({.text = "Open", .prevent_double_click = true});
  main.close("form");
  main += details({.summary = "I do not know my words",
                   .content = paragraph("Ask your worker. They can make you a new link.")});
  return page(shell,
              {.title = "Open your page", .has_errors = !form.error.empty(), .by_link = true},
              in_two_thirds(main));
}

Html own_words_page(const Shell& shell, const LinkWords& form) {
  Html main = problem_summary(form.error, "#words");
  main += heading("Choose your own words");
  main += paragraph("Now choose new secret words. Nobody else knows them, not even your worker.");
  main += paragraph("Three words that make you smile are good. Do not use your name.");
  main += open_form(paths::mine_words(form.link));
  main += form_token(form.form_token);
  main += hidden_field("ticket", form.ticket);
  main += words_field(form, "Your new secret words", "8 letters or more.");
  main += button({.text = "Keep these words", .prevent_double_click = true});
  main.close("form");
  return page(
      shell, {.title = "Choose your own words", .has_errors = !form.error.empty(), .by_link = true},
      in_two_thirds(main));
}

Html mine_page(const Shell& shell, const MineModel& model) {
  Html main;
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done)});
  main += heading(model.is_child ? "Your page" : "What is shared with you");
  main += what_is_shown(model);
  if (model.is_child) {
    main += what_was_agreed(model);
    main += section("Ask us");
    main += paragraph(
        "You can ask to see everything we write about you. You can say if something is wrong. "
        "Talk to your worker. They will help you.");
  } else {
    main += section("If you want to know more");
    main += paragraph(
        "Here you can read what your child agreed to share with you, and what the law says you "
        "must be told. Ask the worker for anything else: a person will answer you.");
  }
  main += open_form(paths::mine_leave());
  main += form_token(model.form_token);
  main += button({.text = "Close my page"});
  main.close("form");
  return page(shell,
              {.title = model.is_child ? "Your page" : "What is shared with you", .by_link = true},
              in_two_thirds(main));
}

Html mine_closed_page(const Shell& shell) {
  return page(shell, {.title = "Your page is closed", .by_link = true},
              in_two_thirds(heading("Your page is closed") +
                            paragraph("To come back, open your link again and type your secret "
                                      "words.")));
}

}  // namespace northlight::web::views

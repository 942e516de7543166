#include "web/views/mine_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/details.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/password_input.hpp"
#include "html/summary_list.hpp"
#include "html/textarea.hpp"
#include "platform/clock.hpp"
#include "web/paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html words_field(const LinkWords& form, std::string_view label, std::string_view hint) {
  PasswordInput field{.name = "words", .label = {.text = label}};
  field.hint.text = hint;
  field.autocomplete = "off";
  if (!form.error.empty()) field.error.text = form.error;
  return password_input(field);
}

std::string day_of(const store::SharedRow& row) { return words(platform::day_in_london(row.from)); }

std::string with_whom_of_yours(const casework::AgreedShare& agreed) {
  if (!agreed.with.reveal().empty()) return agreed.with.reveal();
  return agreed.row.relation == domain::Relation::Parent ? "Your parent or carer"
                                                         : "Somebody who was asked to help";
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
  Html out = small_heading("What others may read");
  if (model.agreed.empty()) return out + paragraph("Nobody else may read anything of yours here.");
  out += paragraph(
      "You said yes to these. You can change your mind. Then they cannot read it any more.");
  for (const auto& agreed : model.agreed) {
    const auto& row = agreed.row;
    SummaryList list{.card = SummaryCard{.title = with_whom_of_yours(agreed)}};
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

std::string who_reads(const MineModel& model) {
  if (model.workers.empty())
    return "Somebody at the service who looks after these things will read it.";
  return list_in_words(model.workers) +
         (model.is_child ? ", who works with you, will read it."
                         : ", who works with your child, will read it.") +
         " So may others at the service who need to know.";
}

Html help_now(const MineModel& model) {
  Html out = element("p", {{"class", "govuk-body govuk-!-font-weight-bold"}},
                     "If you need help now, do not wait for an answer here.");
  Html numbers;
  for (const auto& one : model.help)
    if (model.is_child ? one.for_child : one.for_parent)
      numbers += element("li", {}, one.words + ": ",
                         element("strong", {}, replace_all(one.number, " ", "\u00A0")));
  return inset_text(
      {.text = out + element("ul", {{"class", "govuk-list govuk-list--bullet"}}, numbers)});
}

Html said_before(const MineModel& model) {
  if (model.said.empty()) return {};
  Html out = element("h3", {{"class", "govuk-heading-s"}}, "What you wrote before");
  for (const auto& row : model.said) {
    const auto read = row.read ? row.read->name + " read it on " +
                                     words(platform::day_in_london(row.read->at)) + "."
                               : std::string("Nobody has read it yet.");
    out += inset_text({.text = all(element("p", {{"class", "nl-own-words"}}, row.words.reveal()),
                                   element("p", {{"class", "nl-quiet"}},
                                           words(platform::day_in_london(row.at)) + ". " + read))});
  }
  return out;
}

/// What they think, in their own words; what they are told before they write is all true.
Html say_own(const MineModel& model) {
  Html out = small_heading("Say what you think");
  out += paragraph(model.is_child
                       ? "How are things? What should be different? Use your own words. There is "
                         "no right or wrong, and spelling does not matter."
                       : "How are things, and what should be different? Use your own words.");
  out += paragraph(who_reads(model) + " That can take some days. If it cannot wait, ring or text " +
                   (model.is_child ? "your worker." : "the worker."));
  out += help_now(model);
  out += open_form(paths::mine_said());
  out += form_token(model.form_token);
  out += hidden_field("once", model.once);
  if (!model.kept.empty()) out += hidden_field("kept_form", model.kept);
  out += textarea({.name = "words",
                   .label = {.text = "Your words", .classes = "govuk-label--s"},
                   .hint = {.text = "Once you send them you cannot change them or take them back. "
                                    "You can always write more."},
                   .error = {.text = model.wrong},
                   .value = model.typed,
                   .rows = 6,
                   .autocomplete = "off"});
  out += paragraph(model.is_child
                       ? "We keep what you write with our other notes about you. Your family does "
                         "not see it on their page. If somebody is not safe, we may have to tell "
                         "others, so that they can help."
                       : "We keep what you write with our other notes about your child. Your child "
                         "does not see it on their page. If somebody is not safe, we may have to "
                         "tell others, so that they can help.");
  out += button({.text = "Send my words", .prevent_double_click = true});
  out.close("form");
  return out + said_before(model);
}

}  // namespace

Html link_words_page(const Shell& shell, const LinkWords& form) {
  Html main = problem_summary(form.error, "#words");
  main += page_heading("Open your page");
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
  main += page_heading("Choose your own words");
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
  Html main = problem_summary(model.wrong, "#words");
  const bool was_kept = !model.kept.empty() && model.wrong.empty();
  const auto notice = was_kept ? std::string(
                                     "Your page closed before your words were sent. They are still "
                                     "here: look for “Send my words”.")
                               : model.done;
  if (!notice.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, notice),
         .kind = was_kept ? NotificationKind::Important : NotificationKind::Success});
  main += page_heading(model.is_child ? "Your page" : "What is shared with you");
  main += what_is_shown(model);
  main += say_own(model);
  if (model.is_child) {
    main += what_was_agreed(model);
    main += small_heading("Ask us");
    main += paragraph(
        "You can ask to see everything we write about you. You can say if something is wrong. "
        "Talk to your worker. They will help you.");
  } else {
    main += small_heading("If you want to know more");
    main += paragraph(
        "Here you can read what your child agreed to share with you, and what the law says you "
        "must be told. Ask the worker for anything else: a person will answer you.");
  }
  main += open_form(paths::mine_leave());
  main += form_token(model.form_token);
  main += button({.text = "Close my page"});
  main.close("form");
  return page(shell,
              {.title = model.is_child ? "Your page" : "What is shared with you",
               .has_errors = !model.wrong.empty(),
               .by_link = true},
              in_two_thirds(main));
}

Html mine_closed_page(const Shell& shell, WordsLeft left) {
  Html main = page_heading("Your page is closed");
  if (left == WordsLeft::Kept)
    main += inset_text({.text = "What you wrote was not sent yet, and it is not lost: it is kept "
                                "for 7 days. Open your link again, and you can send it."});
  if (left == WordsLeft::Unsent)
    main +=
        inset_text({.text = "What you wrote was not sent. Go back with your browser to see your "
                            "words again, and tell your worker that your page has closed."});
  main += paragraph("To come back, open your link again and type your secret words.");
  main += paragraph("If you have lost your link, ask your worker for a new one.");
  return page(shell, {.title = "Your page is closed", .by_link = true}, in_two_thirds(main));
}

}  // namespace northlight::web::views

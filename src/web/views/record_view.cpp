#include "web/views/record_view.hpp"

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/identity_bar.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/table.hpp"
#include "html/tag.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// It waits for a second signature, and the reader may give it.
bool may_sign_off(const RecordModel& model) {
  const auto& record = model.record;
  return model.place.may.has(domain::Action::Countersign) &&
         record.form->countersigning != forms::Countersigning::Never && !record.versions.empty() &&
         record.versions.back().state == domain::VersionState::Signed &&
         record.versions.back().recorded_by != model.reader;
}

/// Why the reader cannot stand behind it as the second person; empty where they can.
std::string_view why_not_countersign(const RecordModel& model) {
  if (model.record.had_a_hand)
    return "You wrote part of this yourself, so somebody else has to countersign it. You can send "
           "it back.";
  if (model.record.head.has_draft())
    return "Somebody wrote in it after it was signed. It can be countersigned once that is signed "
           "too. You can send it back.";
  return {};
}

Html what_now(const RecordModel& model) {
  const auto& record = model.record;
  const auto& head = record.head;
  Html out;
  if (may_sign_off(model))
    out += inset_text(
        {.text = all(text("It waits for a second signature. Read it, then "),
                     element("a", {{"class", "govuk-link"}, {"href", Url("#sign-off")}},
                             why_not_countersign(model).empty() ? "countersign it or send it back"
                                                                : "send it back, if you want to"),
                     text("."))});
  if (head.has_draft())
    out += inset_text({.text = head.last_version == 0
                                   ? "What was written is kept, and is not saved as a version "
                                     "yet. It is shown below."
                                   : "Something was written since the last version and is not "
                                     "saved as one yet. It is shown below."});
  if (!record.clashes.empty())
    out += inset_text(
        {.text = all(text("Two people wrote in the same place. Both texts are kept. "),
                     element("a",
                             {{"class", "govuk-link"},
                              {"href", paths::record_clashes(model.place.file, head.id)}},
                             "Settle what stands"))});
  if (model.place.may.has(domain::Action::WriteRecord))
    out += element(
        "div", {{"class", "govuk-button-group"}},
        button({.text = head.last_version == 0 && !head.has_draft() ? "Begin writing"
                                                                    : "Write in this record",
                .href = paths::record_edit(model.place.file, head.id),
                .classes = may_sign_off(model) ? "govuk-button--secondary" : ""}));
  return out;
}

/// "For Wren Exampleby, by 3 December 2026".
std::string for_whom(const RecordModel& model, const store::AskedAction& one) {
  return "For " + name_of(model.names, one.owner) +
         (one.due_on ? ", by " + words(*one.due_on) : std::string());
}

Html still_asked(const RecordModel& model, const store::AskedAction& one) {
  Html item = text(one.what.reveal());
  item += element("span", {{"class", "nl-quiet nl-block"}}, for_whom(model, one));
  if (model.place.may.has(domain::Action::WriteRecord))
    item += element(
        "a",
        {{"class", "govuk-link"},
         {"href", paths::record_asked(model.place.file, model.record.head.id, one.id)}},
        "Say what was done",
        element("span", {{"class", "govuk-visually-hidden"}}, " about: " + one.what.reveal()));
  return element("li", {}, item);
}

Html answered(const RecordModel& model, const store::AskedAction& one) {
  return element(
      "li", {}, one.what.reveal(),
      element("span", {{"class", "nl-block"}}, one.answer ? one.answer->reveal() : std::string()),
      element(
          "span", {{"class", "nl-quiet nl-block"}},
          for_whom(model, one) + ". Done" +
              (one.answered_by_version ? " in version " + std::to_string(*one.answered_by_version)
                                       : std::string())));
}

Html asked(const RecordModel& model) {
  Html open;
  Html done;
  for (const auto& one : model.record.asked) {
    if (one.open())
      open += still_asked(model, one);
    else
      done += answered(model, one);
  }
  const auto list = [](const char* heading, const Html& items) {
    return items.empty() ? Html()
                         : element("h2", {{"class", "govuk-heading-m"}}, heading) +
                               element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
  };
  return list("Still to be done", open) + list("Asked for, and done", done);
}

/// What somebody wrote to a version that was signed off, or written on, before they sent it: to be
/// copied from where no form asks for it any more.
Html words_left_over(const RecordModel& model) {
  const auto words = std::string(trim(model.typed.text("words") + "\n" + model.typed.text("ask")));
  if (model.wrong.empty() || words.empty() || may_sign_off(model)) return {};
  return element("h2", {{"class", "govuk-heading-m"}, {"id", "words"}}, "What you wrote") +
         element("p", {{"class", "govuk-body"}},
                 "It was not kept with the record. Copy it from here if it still matters.") +
         inset_text({.text = element("span", {{"class", "nl-own-words"}}, words)});
}

/// Standing behind what another wrote, or sending it back.
Html sign_off_form(const RecordModel& model) {
  const auto& record = model.record;
  if (!may_sign_off(model)) return {};
  const auto& last = record.versions.back();
  const auto why_not = why_not_countersign(model);
  return element("h2", {{"class", "govuk-heading-m"}, {"id", "sign-off"}},
                 why_not.empty() ? "Countersign it, or send it back" : "Send it back") +
         (why_not.empty() ? Html() : inset_text({.text = text(why_not)})) +
         element("form",
                 {{"method", "post"},
                  {"action", paths::record_sign_off(model.place.file, record.head.id)},
                  {"novalidate", true}},
                 form_token(model.place.form_token),
                 element("input", {{"type", "hidden"}, {"name", "version"}, {"value", last.n}}),
                 lines_box(model.typed, model.wrong, "words", "What do you say to its writer?"),
                 lines_box(model.typed, model.wrong, "ask",
                           "What must be done? (needed to send it back)"),
                 element("div", {{"class", "govuk-button-group"}},
                         why_not.empty()
                             ? button({.text = "Countersign", .name = "do", .value = "countersign"})
                             : Html(),
                         button({.text = "Send it back",
                                 .name = "do",
                                 .value = "return",
                                 .classes = "govuk-button--secondary"})));
}

}  // namespace

Html record_page(const Shell& shell, const RecordModel& model) {
  const auto& record = model.record;
  Html main = wrong_summary(model.wrong) + file_bar(model.place);
  if (!model.done.empty())
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}}, model.done),
         .kind = NotificationKind::Success});
  main += element("h1", {{"class", "govuk-heading-l"}}, record.form->title);
  main += state_line(record, model.names);
  main += words_left_over(model);
  main += what_now(model);
  main += asked(model);
  main += answers_view(*record.form, record.draft.answers, all_row_names(record), model.place.file);
  main += sign_off_form(model);
  main += versions_table(model.place, record, model.names);
  auto top = head_of(model.place, record.form->title);
  top.has_errors = !model.wrong.empty();
  return page(shell, top, main);
}

}  // namespace northlight::web::views

#include "web/views/sent_in_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/file_upload.hpp"
#include "html/inset_text.hpp"
#include "html/notification_banner.hpp"
#include "html/radios.hpp"
#include "html/summary_list.hpp"
#include "html/tag.hpp"
#include "html/textarea.hpp"
#include "html/warning_text.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/moment_words.hpp"
#include "web/views/record_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using domain::SentInKind;

Html own_words(const Sensitive<std::string>& words) {
  return element("p", {{"class", "govuk-body nl-own-words"}}, words.reveal());
}
std::string day_of(platform::Instant at) { return words(platform::day_in_london(at)); }

/// What the box is called, and what to know before writing in it.
struct BoxWords {
  const char* label;
  const char* hint;
};
BoxWords box_words(const std::vector<SentInKind>& kinds) {
  if (kinds.size() != 1) return {"What do you want to send in?", ""};
  switch (kinds.front()) {
    case SentInKind::VictimWishes:
      return {
          "What does the victim wish the plan to know?",
          "In their words where you can. Leave out where they live and how to reach them. Those "
          "who work with the child read it; the child and their family are not shown it."};
    case SentInKind::Answer:
      return {"Your answer", "What you know from your own work, and since when."};
    case SentInKind::PanelNote:
      return {"Your note", "What you saw or heard, and what you would ask for."};
    case SentInKind::ByPost:
      return {"What arrived?", "Say whom it is from, when it arrived and what it is about."};
    case SentInKind::Note:
    case SentInKind::ChildWords:
    case SentInKind::ParentWords:
      break;
  }
  return {"Your note", ""};
}

const char* kind_hint(SentInKind kind) {
  if (kind == SentInKind::ByPost) return "A letter, a report or a form from somebody outside.";
  if (kind == SentInKind::Note)
    return "What you know of the child. What a victim said goes through a victim worker.";
  return "";
}

Html kind_choice(const SendModel& model) {
  if (model.desk.kinds.size() < 2) return {};
  Radios kinds{
      .name = "kind",
      .fieldset = {.legend = {.text = "What is it?", .classes = "govuk-fieldset__legend--s"}},
      .error = wrong_with(model.wrong, "kind"),
      .value = model.typed.text("kind")};
  for (const auto kind : model.desk.kinds)
    kinds.items.push_back({.text = std::string(domain::words(kind)),
                           .value = std::string(domain::code(kind)),
                           .hint = {.text = kind_hint(kind)}});
  return radios(kinds);
}

Html what_is_asked(const SendModel& model) {
  Html out;
  for (const auto& one : model.desk.asked) {
    Html asked = one.words.reveal().empty() ? paragraph("You were asked to send something in.")
                                            : own_words(one.words);
    // It ends with the day before a midnight.
    if (one.until)
      asked += paragraph("You can answer until the end of " +
                         day_of(*one.until - std::chrono::milliseconds(1)) + ".");
    out += small_heading("What you are asked") + inset_text({.text = asked});
  }
  return out;
}

Html what_is_shared(const SendModel& model) {
  if (model.shared.empty()) return {};
  Html out = small_heading("What is shared with you");
  for (const auto& row : model.shared)
    out += inset_text(
        {.text = own_words(row.words) + element("p", {{"class", "nl-quiet"}},
                                                "Shared with you since " + day_of(row.from))});
  return out;
}

Html send_form(const SendModel& model) {
  const auto box = box_words(model.desk.kinds);
  Html form;
  form.open("form", {{"method", "post"},
                     {"action", paths::child_send_in(model.desk.file)},
                     {"enctype", "multipart/form-data"},
                     {"novalidate", true}});
  form += form_token(model.form_token);
  form += hidden_field("once", model.once);
  form += kind_choice(model);
  form += textarea({.name = "words",
                    .label = {.text = box.label, .classes = "govuk-label--s"},
                    .hint = {.text = box.hint},
                    .error = wrong_with(model.wrong, "words"),
                    .value = model.typed.text("words"),
                    .rows = 8,
                    .autocomplete = "off"});
  if (model.had_document)
    form += inset_text({.text = "The document was not kept. Choose it again below."});
  form +=
      file_upload({.name = "document",
                   .label = {.text = "A document, if there is one", .classes = "govuk-label--s"},
                   .hint = {.text = "A PDF, a picture (JPEG or PNG), a Word document or plain "
                                    "text, of 20 MB at most."},
                   .error = wrong_with(model.wrong, "document"),
                   .accept = ".pdf,.jpg,.jpeg,.png,.docx,.txt"});
  form += paragraph("Once it is sent it cannot be changed or taken back. You can send more.");
  form += button({.text = "Send it in", .prevent_double_click = true});
  form.close("form");
  return form;
}

Html sent_before(const SendModel& model) {
  if (model.desk.sent.empty()) return {};
  Html out = small_heading("What you have sent");
  for (const auto& row : model.desk.sent) {
    SummaryList list{.card = SummaryCard{.title = moment_words(row.at), .heading_level = 3}};
    list.rows.push_back({.key = "What you wrote", .value = own_words(row.words)});
    if (row.document)
      list.rows.push_back({.key = "Document", .value = row.document->name.reveal()});
    list.rows.push_back({.key = "Read", .value = read_words(row)});
    out += summary_list(list);
  }
  return out;
}

std::string shown_child(const store::ChildRow& child) {
  return shown_name(child.given_names, child.family_name, child.known_as);
}

/// Who sent it, as those who work with the child know people.
Html sender(const SentInModel& model, const store::SentInRow& row) {
  if (row.kind == SentInKind::ChildWords) return text("The child, by their personal link");
  if (row.kind == SentInKind::ParentWords) return text("A parent or carer, by their personal link");
  return text(row.name) + element("span", {{"class", "nl-quiet nl-block"}},
                                  model.policy.title(row.role) + ", " + row.organisation);
}

Html mark_form(const SentInModel& model, const Html& ids, const Html& words, const char* classes) {
  return element("form", {{"method", "post"}, {"action", paths::child_sent_in(model.place.file)}},
                 form_token(model.place.form_token), ids,
                 button({.text = words, .classes = classes}));
}

Html read_or_mark(const SentInModel& model, const store::SentInRow& row) {
  if (row.read) return text(read_words(row));
  Html out = tag({.text = "Not read yet", .classes = "govuk-tag--blue"});
  if (!model.place.may.has(domain::Action::WriteRecord)) return out;
  return out + mark_form(model, hidden_field("sent", row.id.text()),
                         all(text("I have read this"),
                             element("span", {{"class", "govuk-visually-hidden"}},
                                     ": " + std::string(domain::words(row.kind)) + ", " +
                                         moment_words(row.at))),
                         "govuk-button--secondary nl-small-button");
}

Html card(const SentInModel& model, const store::SentInRow& row) {
  SummaryList list{.card = SummaryCard{.title = std::string(domain::words(row.kind)) + ", " +
                                                moment_words(row.at)}};
  list.rows.push_back({.key = "From", .value = sender(model, row)});
  Html said = own_words(row.words);
  if (row.kind == SentInKind::VictimWishes)
    said += element("p", {{"class", "nl-quiet"}},
                    "Tell the child and their family nothing of this without asking whoever sent "
                    "it.");
  list.rows.push_back({.key = "In their words", .value = std::move(said)});
  if (row.document)
    list.rows.push_back(
        {.key = "Document",
         .value = element("a",
                          {{"class", "govuk-link"},
                           {"href", paths::file_upload(model.place.file, row.document->hash)},
                           {"download", true}},
                          row.document->name.reveal())});
  list.rows.push_back({.key = "Read", .value = read_or_mark(model, row)});
  return summary_list(list);
}

Html unread_line(const SentInModel& model) {
  Html ids;
  std::int64_t unread = 0;
  for (const auto& row : model.all) {
    if (row.read) continue;
    ++unread;
    ids += hidden_field("sent", row.id.text());
  }
  if (model.all.empty()) return paragraph("Nothing was sent in yet.");
  if (unread == 0) return paragraph("All of it was read.");
  Html out = paragraph(unread == 1 ? std::string("One of these waits to be read.")
                                   : std::to_string(unread) + " of these wait to be read.");
  if (unread > 1 && model.place.may.has(domain::Action::WriteRecord))
    out += mark_form(model, ids, text("I have read all of these"), "govuk-button--secondary");
  return out;
}

}  // namespace

std::string read_words(const store::SentInRow& row) {
  if (!row.read) return "Nobody has said yet that they read it";
  return "By " + row.read->name + ", " + moment_words(row.read->at);
}

Html send_in_page(const Shell& shell, const SendModel& model) {
  const auto child = shown_child(model.desk.child);
  const bool reads = model.desk.may.has(domain::Action::ReadFile);
  Html main = wrong_summary(model.wrong);
  if (model.was_kept)
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}},
                            "What you wrote was kept, and is not sent yet. Choose the document "
                            "again if there was one, and send it.")});
  if (model.was_sent)
    main += notification_banner(
        {.content = element("p", {{"class", "govuk-notification-banner__heading"}},
                            model.desk.has_open_case
                                ? "It was sent. Those who work with the child find it in the file."
                                : "It was sent. It is kept in the file."),
         .kind = NotificationKind::Success});
  main += element("span", {{"class", "govuk-caption-l"}}, child);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Send something in");
  if (!model.desk.has_open_case)
    main +=
        warning_text({.text = "Nobody works with this child at present. What you send is kept in "
                              "the file, and whoever answers for the service finds it among what "
                              "is due. If it cannot wait, ring the service.",
                      .icon_fallback_text = "Important"});
  main += what_is_asked(model) + what_is_shared(model);
  main += paragraph(model.desk.has_open_case
                        ? "Those who work with the child read it, not at once: it may be some "
                          "days. If a child is in danger, ring 999."
                        : "If a child is in danger, ring 999.");
  main += send_form(model) + sent_before(model);
  const auto back = reads ? paths::child_sent_in(model.desk.file) : paths::children();
  main += element("p", {{"class", "govuk-body"}},
                  element("a", {{"class", "govuk-link"}, {"href", back}},
                          reads ? "Back to what was sent in" : "Back to children"));
  return page(shell,
              {.title = "Send something in",
               .section = Section::Children,
               .breadcrumbs = {{.text = "Children", .address = paths::children()}},
               .has_errors = !model.wrong.empty()},
              in_two_thirds(main));
}

Html sent_in_page(const Shell& shell, const SentInModel& model) {
  Html main = file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Sent in");
  main += unread_line(model);
  if (model.place.may.has(domain::Action::Contribute))
    main += element(
        "p", {{"class", "govuk-body"}},
        element("a", {{"class", "govuk-link"}, {"href", paths::child_send_in(model.place.file)}},
                "Send something in"));
  for (const auto& row : model.all) main += card(model, row);
  return page(shell, head_of(model.place, "Sent in"), main);
}

}  // namespace northlight::web::views

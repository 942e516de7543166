#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/details.hpp"
#include "html/inset_text.hpp"
#include "html/radios.hpp"
#include "html/select.hpp"
#include "html/textarea.hpp"
#include "web/child_paths.hpp"
#include "web/views/form_parts.hpp"
#include "web/views/people_parts.hpp"
#include "web/views/retention_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

Html to(const RetentionFileModel& model, std::string_view part, const Html& fields) {
  return element("form",
                 {{"method", "post"},
                  {"action", paths::retention_of(model.review.item.file.file, part)},
                  {"novalidate", true}},
                 form_token(model.form_token), fields);
}

Html heading(std::string_view id, std::string_view words) {
  return element("h2", {{"class", "govuk-heading-m"}, {"id", id}}, words);
}

Html reason_field(const RetentionFileModel& model, const char* name, const char* label,
                  const char* hint, const std::string& typed) {
  return textarea({.name = name,
                   .label = {.text = label, .classes = "govuk-label--s"},
                   .hint = {.text = hint},
                   .error = wrong_with(model.typed.wrong, name),
                   .value = typed,
                   .rows = 3});
}

Html outcome_of(const RetentionFileModel& model, const store::RetentionCase& one) {
  const auto name = "outcome-" + one.id.text();
  Select select{
      .name = name,
      .label = {.text = "How did this end? " + std::string(domain::words(one.facts.kind)) +
                        ", opened on " + words(one.facts.opened_on)},
      .error = wrong_with(model.typed.wrong, name),
      .value = one.facts.outcomes.empty() ? "" : one.facts.outcomes.front()};
  select.items.push_back({.text = "Not recorded", .value = ""});
  for (const auto& code : model.policy.outcomes())
    select.items.push_back({.text = domain::code_in_words(code), .value = code});
  return html::select(select);
}

Html features_of(const RetentionFileModel& model) {
  Checkboxes boxes{.name = "features",
                   .fieldset = {.legend = {.text = "Does the file hold any of this?"}},
                   .error = wrong_with(model.typed.wrong, "features"),
                   .values = model.review.item.file.features,
                   .classes = "govuk-checkboxes--small"};
  for (const auto& code : model.policy.features())
    boxes.items.push_back({.text = domain::code_in_words(code), .value = code});
  return boxes.items.empty() ? Html{} : checkboxes(boxes);
}

Html grounds_of(const RetentionFileModel& model) {
  Radios grounds{.name = "ground",
                 .fieldset = {.legend = {.text = model.review.item.may_reduce
                                                     ? "If it is reduced or erased: why may it go?"
                                                     : "If it is erased: why may it go?"}},
                 .error = wrong_with(model.typed.wrong, "ground"),
                 .value = model.typed.ground,
                 .classes = "govuk-radios--small"};
  for (const auto& ground : model.policy.grounds)
    grounds.items.push_back({.text = ground.title, .value = ground.code});
  return radios(grounds);
}

std::string_view way_words(const RetentionFileModel& model) {
  return model.policy.review.second_person
             ? "Nothing goes until another person, who may erase files, has confirmed it."
             : "It goes at once, and nothing brings it back.";
}

}  // namespace

Html facts_form(const RetentionFileModel& model) {
  const auto& cases = model.review.item.file.cases;
  Html fields;
  for (const auto& one : cases) fields += outcome_of(model, one);
  fields += features_of(model);
  fields += button({.text = "Save these facts", .classes = "govuk-button--secondary"});
  const bool lacking = model.review.item.rule.state == domain::Retention::State::NotKnown;
  return details({.summary = lacking ? "Record the facts that are missing" : "Change these facts",
                  .content = to(model, "/facts", fields),
                  .open = lacking || model.typed.wrong.field.starts_with("outcome")});
}

Html decision_form(const RetentionFileModel& model) {
  const auto& review = model.review;
  if (!model.can_erase)
    return inset_text({.text =
                           "Nothing can be erased here yet: this installation has no signing "
                           "key and no ledger of erasures. Ask whoever looks after the system."});
  Radios what{.name = "kind",
              .fieldset = {.legend = {.text = "What becomes of this file?",
                                      .classes = "govuk-fieldset__legend--m"}},
              .error = wrong_with(model.typed.wrong, "kind"),
              .value = model.typed.kind};
  what.items.push_back(
      {.text = "Keep it until a day",
       .value = "keep",
       .conditional = day_field("keep_until", "Until when?",
                                "Somebody looks at it again then. For example, 27 3 2028",
                                model.typed.keep_until, model.typed.wrong)});
  if (review.item.may_reduce)
    what.items.push_back({.text = "Reduce it to a basic record",
                          .value = "reduce",
                          .hint = {.text = "Who, when and which cases stays. Everything that was "
                                           "written or sent in goes."}});
  what.items.push_back({.text = "Erase it",
                        .value = "erase",
                        .hint = {.text = "Everything about the child goes from here, from searches "
                                         "and lists, and from backups when they are restored."}});
  Html fields = radios(what);
  fields += grounds_of(model);
  fields += reason_field(model, "reason", "Why do you decide so?",
                         "It stays with the file and goes with it.", model.typed.reason);
  fields += paragraph(way_words(model));
  fields += button({.text = "Decide"});
  return to(model, "/decision", fields);
}

Html waiting_form(const RetentionFileModel& model, const store::RetentionDecision& waiting) {
  const bool own = waiting.decided_by == model.asker;
  const auto* const ground = model.policy.ground(waiting.ground);
  Html out = heading("confirm", waiting.kind == store::DecisionKind::Erase
                                    ? "To be confirmed: erase this file"
                                    : "To be confirmed: reduce this file to a basic record");
  out += paragraph(waiting.decided_by_name + " decided this on " +
                   words(platform::day_in_london(waiting.decided_at)) + ". " +
                   (ground == nullptr ? std::string() : ground->title + "."));
  out += inset_text({.text = waiting.reason});
  const auto id = hidden_field("decision", waiting.id.text());
  if (own) {
    out += paragraph("You decided this, so another person has to confirm it.");
  } else if (!model.review.may_erase) {
    out += paragraph("Somebody who may erase files has to confirm it.");
  } else if (!model.review.stopped.empty()) {
    out += paragraph("It cannot be confirmed now. " + model.review.stopped + ".");
  } else if (!model.can_erase) {
    out += paragraph("Nothing can be erased here yet: this installation has no signing key.");
  } else {
    out += to(model, "/confirmation",
              id + button({.text = waiting.kind == store::DecisionKind::Erase
                                       ? "Erase this file for ever"
                                       : "Reduce it to a basic record",
                           .name = "answer",
                           .value = "confirm",
                           .classes = "govuk-button--warning"}));
  }
  Html refusing =
      id + reason_field(model, "words", own ? "Why do you take it back?" : "Why should it stay?",
                        "", model.typed.refuse_words);
  refusing += button({.text = own ? "Take the decision back" : "Do not confirm it",
                      .name = "answer",
                      .value = "refuse",
                      .classes = "govuk-button--secondary"});
  return out + to(model, "/confirmation", refusing);
}

Html hold_form(const RetentionFileModel& model) {
  if (!model.review.may_hold) return {};
  const bool held = model.review.item.file.held;
  Html inside;
  for (const auto& hold : model.review.holds)
    inside +=
        paragraph(hold.reason + " (from " + words(platform::day_in_london(hold.from)) +
                  (hold.until ? " to " + words(platform::day_in_london(*hold.until)) : "") + ")");
  inside += reason_field(
      model, "hold_reason", held ? "Why may it be lifted?" : "Why must nothing be erased?",
      "Name the inquiry, claim or case, and nobody’s name: it stands on the audit "
      "trail.",
      model.typed.hold_reason);
  inside += button({.text = held ? "Lift the legal hold" : "Put a legal hold on the file",
                    .name = "answer",
                    .value = held ? "lift" : "put",
                    .classes = "govuk-button--secondary"});
  return details({.summary = held ? "The legal hold" : "Put a legal hold on the file",
                  .content = to(model, "/hold", inside),
                  .open = model.typed.wrong.field == "hold_reason"});
}

}  // namespace northlight::web::views

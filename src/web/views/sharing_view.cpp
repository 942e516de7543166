#include "web/views/sharing_view.hpp"

#include <algorithm>

#include "html/button.hpp"
#include "html/radios.hpp"
#include "html/summary_list.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

std::string choice_of(const casework::Reader& reader) {
  const auto& name = reader.name.reveal();
  if (reader.relation == domain::Relation::Invited) return name + ", who is asked in";
  return name.empty() ? "A parent or carer whose name was not written down"
                      : name + ", parent or carer";
}

/// What was shared before it named anybody is for those who stood so then.
std::string with_whom(const SharingModel& model, const store::SharedRow& row) {
  if (row.relation == domain::Relation::Themself) return "The child";
  const bool with_parent = row.relation == domain::Relation::Parent;
  if (!row.person)
    return with_parent ? "Parents and carers who had a link then" : "Those who were asked in then";
  const auto found = std::ranges::find(model.desk.readers, *row.person, &casework::Reader::person);
  if (found != model.desk.readers.end()) return choice_of(*found);
  return with_parent ? "A parent or carer whose link has ended"
                     : name_of(model.names, *row.person) + ", who was asked in";
}

/// "Since 3 March 2026", "Until 5 April 2026", "3 March 2026 to 5 April 2026".
std::string time_of(const SharingModel& model, platform::Instant from,
                    const std::optional<platform::Instant>& until) {
  const auto day = [](platform::Instant at) { return words(platform::in_london(at).day); };
  if (!until) return "Since " + day(from);
  // It ends with the day before a midnight, and within the day at any other moment.
  const auto last = day(*until - std::chrono::milliseconds(1));
  if (*until > model.at) return "Until " + last;
  return day(from) + " to " + last + ", ended";
}

Html act_form(const SharingModel& model, const char* act, const Html& content) {
  return element("form",
                 {{"method", "post"},
                  {"action", paths::child_sharing(model.place.file)},
                  {"novalidate", true}},
                 form_token(model.place.form_token), hidden_field("act", act), content);
}

Html end_button(const char* words, const std::string& of_what) {
  return button({.text = all(text(words),
                             element("span", {{"class", "govuk-visually-hidden"}}, ": " + of_what)),
                 .classes = "govuk-button--secondary nl-small-button"});
}

Html invitations(const SharingModel& model) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Asked in for a time");
  out += element("p", {{"class", "govuk-body"}},
                 "Somebody of a panel or a partner agency, until a day that you choose. They see "
                 "the child’s name, what you ask them and what is shared with those who are asked "
                 "in, and they may send something in. They see nothing else.");
  SummaryList list;
  for (const auto& one : model.desk.invitations) {
    const auto who = name_of(model.names, one.person);
    Html value = text(time_of(model, one.from, one.until));
    if (const auto asked = model.desk.asked.find(one.id); asked != model.desk.asked.end())
      value += element("p", {{"class", "nl-own-words"}}, asked->second.reveal());
    if (!one.until || *one.until > model.at)
      value += act_form(model, "end-invitation",
                        hidden_field("invitation", one.id) + end_button("End now", who));
    list.rows.push_back({.key = who, .value = std::move(value)});
  }
  if (!list.rows.empty()) out += summary_list(list);
  std::vector<SelectItem> people{{.text = "Choose", .value = ""}};
  for (const auto& one : model.desk.invitable)
    people.push_back(
        {.text = one.words, .value = one.person.text() + "." + one.organisation.text()});
  return out + act_form(model, "invite",
                        list_box(model.typed, model.wrong, "person", "Who is asked in?",
                                 std::move(people)) +
                            line_box(model.typed, model.wrong, "address",
                                     "Or the work e-mail address of somebody who is not listed",
                                     "Somebody of an agency that your service has not asked in "
                                     "before. Enter all of the address that they sign in with: "
                                     "parts of it find nobody, and each try is on the log.") +
                            lines_box(model.typed, model.wrong, "asked", "What do you ask of them?",
                                      "They read these words as you write them. Write no more "
                                      "about the child than they need to answer.") +
                            day_box(model.typed, model.wrong, "until", "Until which day?",
                                    "The last day on which they see it and can answer.") +
                            button({.text = "Ask them in", .classes = "govuk-button--secondary"}));
}

/// When and how the child agreed, and whether they took it back.
Html agreement_to(const SharingModel& model, store::SharedId shared) {
  const auto found = std::ranges::find(model.desk.agreements, shared, &store::Agreement::shared);
  if (found == model.desk.agreements.end()) return {};
  Html out = element("p", {{"class", "nl-quiet"}},
                     "Agreed on " + words(found->agreed_on) + ", written down by " +
                         name_of(model.names, found->recorded_by) + ": " + found->words.reveal());
  if (const auto& at = found->withdrawn_at)
    out += element("p", {{"class", "nl-quiet"}},
                   "The child took it back on " + words(platform::in_london(*at).day) + ".");
  return out;
}

/// Why it may be shared; that the child agreed says when and how they were asked.
Html ground_choice(const SharingModel& model) {
  Radios grounds{.name = "ground",
                 .fieldset = {.legend = {.text = "Why may it be shared?",
                                         .classes = "govuk-fieldset__legend--s"}},
                 .error = wrong_with(model.wrong, "ground"),
                 .value = model.typed.text("ground")};
  for (const auto ground : {store::SharingGround::AgreedByChild,
                            store::SharingGround::RequiredByLaw, store::SharingGround::Theirs}) {
    Radio item{.text = std::string(store::words(ground)),
               .value = std::string(store::code(ground))};
    if (ground == store::SharingGround::AgreedByChild)
      item.conditional = day_box(model.typed, model.wrong, "agreed_on", "When did the child agree?",
                                 "For example, 27 3 2026") +
                         lines_box(model.typed, model.wrong, "agreed_words",
                                   "How did you ask, and what did they say?",
                                   "The child can take it back, on their own page or by telling "
                                   "you.");
    grounds.items.push_back(std::move(item));
  }
  return radios(grounds);
}

Html shared(const SharingModel& model) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "What is shared");
  SummaryList list;
  for (const auto& one : model.desk.shared) {
    Html value = element("p", {}, one.words.reveal()) +
                 element("p", {{"class", "nl-quiet"}},
                         std::string(store::words(one.ground)) + ". " +
                             time_of(model, one.from, one.until)) +
                 agreement_to(model, one.id);
    if (!one.until || *one.until > model.at)
      value += act_form(model, "stop",
                        hidden_field("shared", one.id.text()) +
                            end_button("Share it no longer", with_whom(model, one)));
    list.rows.push_back({.key = with_whom(model, one), .value = std::move(value)});
  }
  out += list.rows.empty()
             ? element("p", {{"class", "govuk-body"}}, "Nothing of this file is shared yet.")
             : summary_list(list);
  std::vector<SelectItem> whom{
      {.text = "Choose", .value = ""},
      {.text = "The child", .value = std::string(domain::code(domain::Relation::Themself))}};
  for (const auto& one : model.desk.readers)
    whom.push_back({.text = choice_of(one),
                    .value = std::string(domain::code(one.relation)) + "." + one.person.text()});
  return out +
         act_form(model, "share",
                  list_box(model.typed, model.wrong, "relation", "With whom?", std::move(whom),
                           "Nobody else reads it. A parent or carer stands here once they have a "
                           "link, somebody else once they are asked in.") +
                      lines_box(model.typed, model.wrong, "words", "What do you share?",
                                "They read these words as you write them.") +
                      ground_choice(model) +
                      button({.text = "Share it", .classes = "govuk-button--secondary"}));
}

}  // namespace

Html sharing_page(const Shell& shell, const SharingModel& model) {
  Html main = wrong_summary(model.wrong) + file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Sharing");
  main += in_two_thirds(shared(model) + invitations(model));
  auto head = head_of(model.place, "Sharing");
  head.has_errors = !model.wrong.empty();
  return page(shell, head, main);
}

}  // namespace northlight::web::views

#include <algorithm>
#include <iterator>

#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/inset_text.hpp"
#include "html/summary_list.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// A form of this page: the word that says what it does is hidden in it.
Html act_form(const FileForm& form, const char* act, const Html& content) {
  return element(
      "form",
      {{"method", "post"}, {"action", paths::file_marks(form.place.file)}, {"novalidate", true}},
      form_token(form.place.form_token), hidden_field("act", act), content);
}

Html person_form(const FileForm& form, const char* act, const domain::PersonId& person,
                 const char* words) {
  return act_form(
      form, act,
      hidden_field("person", person.text()) +
          button({.text = all(text(words), element("span", {{"class", "govuk-visually-hidden"}},
                                                   " " + name_of(form.names, person))),
                  .classes = "govuk-button--secondary nl-small-button"}));
}

const store::MarkRow* lies(const FileForm& form, domain::Mark mark) {
  for (const auto& one : form.desk.file.marks)
    if (one.mark == mark && !one.until) return &one;
  return nullptr;
}

std::string since_words(const store::MarkRow& mark) {
  return "Since " + words(platform::in_london(mark.from).day) + ". " + mark.reason;
}

/// Whose file it is, in a word.
std::string subject(const FileForm& form) { return form.place.file.of_victim ? "victim" : "child"; }

/// Those who would see it, each with what they could do; who works with the child first.
std::vector<Checkbox> nameable_choices(const FileForm& form) {
  std::vector<Checkbox> choices;
  std::vector<Checkbox> others;
  for (const auto& person : form.desk.people) {
    const auto one = std::ranges::find(form.desk.nameable, person.id, &casework::Nameable::person);
    if (one == form.desk.nameable.end()) continue;
    std::string hint = one->works_on_it ? "Works with the " + subject(form) : "";
    if (one->may_lift) hint += hint.empty() ? "Can lift it again" : ". Can lift it again";
    (one->works_on_it ? choices : others)
        .push_back({.text = person.name, .value = person.id.text(), .hint = {.text = hint}});
  }
  std::ranges::move(others, std::back_inserter(choices));
  return choices;
}

/// Whoever sees it once they are named, and is not yet.
std::vector<store::Person> not_yet_named(const FileForm& form) {
  auto people = form.desk.people;
  std::erase_if(people, [&](const store::Person& each) {
    return std::ranges::find(form.desk.named, each.id) != form.desk.named.end() ||
           std::ranges::find(form.desk.nameable, each.id, &casework::Nameable::person) ==
               form.desk.nameable.end();
  });
  return people;
}

Html restriction(const FileForm& form) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Restriction");
  const auto* mark = lies(form, domain::Mark::Restricted);
  if (mark == nullptr) {
    return out +
           element("p", {{"class", "govuk-body"}},
                   "Only those who are named go on seeing a restricted file, whatever their role. "
                   "Everybody else loses it at once, whoever works with the " +
                       subject(form) + " included.") +
           act_form(form, "restrict",
                    html::checkboxes(
                        {.name = "named",
                         .fieldset = {.legend = {.text = "Who goes on seeing it?",
                                                 .classes = "govuk-fieldset__legend--s"}},
                         .hint = {.text = "Choose yourself too, if you should, and at least "
                                          "one person who can lift it again."},
                         .error = wrong_with(form.wrong, "named"),
                         .items = nameable_choices(form),
                         .values = form.typed.all("named")}) +
                        lines_box(form.typed, form.wrong, "reason", "Why is it restricted?") +
                        button({.text = "Restrict the file", .classes = "govuk-button--warning"}));
  }
  out += inset_text({.text = since_words(*mark)});
  SummaryList named;
  for (const auto& person : form.desk.named)
    named.rows.push_back({.key = name_of(form.names, person),
                          .value = person_form(form, "unname", person, "Take off the list")});
  out += element("h3", {{"class", "govuk-heading-s"}}, "Who sees it") + summary_list(named);
  out += act_form(form, "name",
                  list_box(form.typed, form.wrong, "person", "Name somebody else",
                           people_choices(not_yet_named(form), "Choose")) +
                      button({.text = "Name them", .classes = "govuk-button--secondary"}));
  return out +
         act_form(form, "lift-restriction",
                  button({.text = "Lift the restriction", .classes = "govuk-button--secondary"}));
}

Html conflicts(const FileForm& form) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Conflicts of interest");
  out += element("p", {{"class", "govuk-body"}},
                 "A relative, a neighbour, a friend’s child: that person no longer sees the file, "
                 "in any role and for any reason.");
  SummaryList list;
  for (const auto& one : form.desk.conflicts)
    if (!one.until)
      list.rows.push_back(
          {.key = name_of(form.names, one.person),
           .value = all(element("p", {}, one.words),
                        person_form(form, "lift-conflict", one.person, "It is no more"))});
  if (!list.rows.empty()) out += summary_list(list);
  return out + act_form(form, "declare",
                        list_box(form.typed, form.wrong, "whose", "Whose?",
                                 people_choices(form.desk.people, "Choose")) +
                            lines_box(form.typed, form.wrong, "words",
                                      form.place.file.of_victim ? "How do they know the victim?"
                                                                : "How do they know the child?") +
                            button({.text = "Declare the conflict",
                                    .classes = "govuk-button--secondary"}));
}

Html hold(const FileForm& form) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Legal hold");
  if (const auto* mark = lies(form, domain::Mark::LegalHold))
    return out + inset_text({.text = since_words(*mark)}) +
           act_form(form, "release",
                    lines_box(form.typed, form.wrong, "release_reason", "Why is it released?") +
                        button({.text = "Release the hold", .classes = "govuk-button--secondary"}));
  return out +
         element("p", {{"class", "govuk-body"}},
                 "While a court, an inquiry or a complaint needs the file, nothing in it may be "
                 "erased.") +
         act_form(form, "hold",
                  lines_box(form.typed, form.wrong, "hold_reason", "Why is it held?") +
                      button({.text = "Hold the file", .classes = "govuk-button--secondary"}));
}

Html past_marks(const FileForm& form) {
  SummaryList list;
  for (const auto& one : form.desk.file.marks)
    if (one.until)
      list.rows.push_back({.key = one.mark == domain::Mark::Restricted ? "Restricted" : "Held",
                           .value = words(platform::in_london(one.from).day) + " to " +
                                    words(platform::in_london(*one.until).day) + ". " +
                                    one.reason});
  if (list.rows.empty()) return {};
  return element("h2", {{"class", "govuk-heading-m"}}, "What lay here before") + summary_list(list);
}

}  // namespace

Html marks_page(const Shell& shell, const FileForm& form) {
  return form_page(
      shell, form, "Restrictions and holds",
      in_two_thirds(restriction(form) + conflicts(form) + hold(form) + past_marks(form)));
}

Html restricted_page(const Shell& shell, Section section) {
  return page(
      shell, {.title = "The file is restricted", .section = section},
      in_two_thirds(
          element("h1", {{"class", "govuk-heading-l"}}, "The file is restricted") +
          element("p", {{"class", "govuk-body"}},
                  "You did not name yourself, so you do not see it any more. Those whom you "
                  "named do. Whoever of them can lift the restriction can name you too.") +
          element("p", {{"class", "govuk-body"}},
                  element("a", {{"class", "govuk-link"}, {"href", way_to(section).address}},
                          way_to(section).text))));
}

}  // namespace northlight::web::views

#include "web/views/links_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "html/button.hpp"
#include "html/inset_text.hpp"
#include "html/radios.hpp"
#include "html/summary_list.hpp"
#include "html/warning_text.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"
#include "web/views/words.hpp"

namespace northlight::web::views {
namespace {

using namespace html;
using domain::Relation;

std::string who(Relation relation) {
  return relation == Relation::Themself ? "The child" : "A parent or carer";
}

/// "A parent or carer: Ada Example".
std::string who(const store::LinkInList& one) {
  const auto& name = one.whose.reveal();
  return who(one.relation) + (name.empty() ? "" : ": " + name);
}

Html act_form(const RecordPlace& place, const char* act, const Html& content) {
  return element(
      "form",
      {{"method", "post"}, {"action", paths::child_links(place.file)}, {"novalidate", true}},
      form_token(place.form_token), hidden_field("act", act), content);
}

Html who_has_one(const LinksModel& model) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Who has a link");
  if (model.links.empty()) return out + paragraph("Nobody has a link to this file.");
  SummaryList list;
  for (const auto& one : model.links) {
    Html value = text(one.is_set_up ? "They have opened it." : "Not opened yet.");
    if (one.last_day) value += text(" It ends after " + words(*one.last_day) + ".");
    value += act_form(model.place, "end",
                      hidden_field("link", one.person.text()) +
                          button({.text = all(text("End this link"),
                                              element("span", {{"class", "govuk-visually-hidden"}},
                                                      ": " + who(one))),
                                  .classes = "govuk-button--secondary nl-small-button"}));
    list.rows.push_back({.key = who(one), .value = std::move(value)});
  }
  return out + summary_list(list);
}

/// Three months from today, in figures.
std::string example_day(const LinksModel& model) {
  const auto day = add_days(model.today, std::min<std::int64_t>(90, model.longest_days));
  return std::to_string(static_cast<unsigned>(day.day())) + " " +
         std::to_string(static_cast<unsigned>(day.month())) + " " +
         std::to_string(static_cast<int>(day.year()));
}

Html give_one(const LinksModel& model) {
  Html out = element("h2", {{"class", "govuk-heading-m"}}, "Give a link");
  out += paragraph(
      "Agree on secret words with them face to face. They need both: the link, and the words. The "
      "first time they choose words of their own, which you do not know.");
  out += paragraph(
      "The child has one link, and each parent or carer one: a new link ends the one that the same "
      "person had, and whoever is in by it is out.");
  const Radios whose{
      .name = "relation",
      .fieldset = {.legend = {.text = "Whose link is it?", .classes = "govuk-fieldset__legend--s"}},
      .error = wrong_with(model.wrong, "relation"),
      .items = {{.text = "The child's", .value = std::string(domain::code(Relation::Themself))},
                {.text = "A parent's or carer's",
                 .value = std::string(domain::code(Relation::Parent)),
                 .conditional =
                     line_box(model.typed, model.wrong, "whose", "Name of the parent or carer",
                              "As you know them. It is sealed, and tells their link "
                              "from that of another.")}},
      .value = model.typed.text("relation")};
  const auto last_day_hint = words(add_days(model.today, model.longest_days)) +
                             " at the latest. For example, " + example_day(model);
  const auto boxes =
      radios(whose) +
      day_box(model.typed, model.wrong, "last_day", "What is the last day of the link?",
              last_day_hint.c_str()) +
      // What was typed is a secret: it is never sent back.
      line_box({}, model.wrong, "agreed", "What words did you agree on?",
               "Six letters or more, such as two words. No names: not the child’s, a "
               "parent’s or the service’s. They are not shown again.");
  return out + act_form(model.place, "give",
                        boxes + button({.text = "Make the link", .prevent_double_click = true}));
}

}  // namespace

Html links_page(const Shell& shell, const LinksModel& model) {
  Html main = wrong_summary(model.wrong) + file_bar(model.place);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Personal links");
  Html content = paragraph(
      "By a link the child has a page of their own, and a parent or carer theirs. Each reads there "
      "what is shared with them, and nothing else of the file.");
  content += element("p", {{"class", "govuk-body"}},
                     link(paths::child_sharing(model.place.file), "What is shared with whom"));
  main += in_two_thirds(content + who_has_one(model) + give_one(model));
  auto head = head_of(model.place, "Personal links");
  head.has_errors = !model.wrong.empty();
  return page(shell, head, main);
}

Html given_link_page(const Shell& shell, const RecordPlace& place, const GivenLinkModel& given) {
  Html content = element("h1", {{"class", "govuk-heading-l"}}, "The link is made");
  content += paragraph("Give it to " + lower(who(given.relation)) +
                       " alone. It is shown this once, and must be opened for the first time "
                       "within 7 days. It ends after " +
                       words(given.last_day) + ".");
  if (given.ended_before) content += paragraph("The link that they had before has ended.");
  content += inset_text({.text = element("code", {{"class", "nl-link"}}, given.address)});
  content += warning_text({.text = "Do not write the secret words beside it."});
  content += element("p", {{"class", "govuk-body"}},
                     link(paths::child_links(place.file), "Back to personal links"));
  return page(shell, head_of(place, "The link is made"), file_bar(place) + in_two_thirds(content));
}

}  // namespace northlight::web::views

#include "html/button.hpp"
#include "html/checkboxes.hpp"
#include "html/inset_text.hpp"
#include "html/table.hpp"
#include "web/child_paths.hpp"
#include "web/views/children_view.hpp"
#include "web/views/file_form_parts.hpp"
#include "web/views/record_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

/// Those whom the service may know already, each with the way to their file.
Html known_children(const AddChildForm& form) {
  if (form.known.empty()) return {};
  Table table{.caption = "Is it one of these?",
              .caption_classes = "govuk-table__caption--m",
              .head = {{.text = "Name"}, {.text = "Date of birth"}},
              .first_cell_is_header = true,
              .classes = "nl-cards"};
  for (const auto& one : form.known) {
    const auto& child = one.child;
    const auto& born = child.born_on.reveal();
    table.rows.push_back(
        {{.text = element("a", {{"class", "govuk-link"}, {"href", paths::child(child.file)}},
                          shown_name(child.given_names, child.family_name, child.known_as))},
         {.text = text((born ? words(*born) : std::string("Not known")) +
                       (one.same_birthday ? ", the same day" : "")),
          .attributes = {{"data-label", "Date of birth"}}}});
  }
  return html::table(table) +
         checkboxes({.name = "another",
                     .error = wrong_with(form.wrong, "another"),
                     .items = {{.text = "It is none of these: this is another child",
                                .value = "yes",
                                .id = "another"}},
                     .values = form.typed.all("another")});
}

}  // namespace

Html add_child_page(const Shell& shell, const AddChildForm& form) {
  Html main = wrong_summary(form.wrong);
  main += element("h1", {{"class", "govuk-heading-l"}}, "Add a child");
  main += element("p", {{"class", "govuk-body"}},
                  "The file begins with the child’s first case. Children whom you may find and "
                  "who have the same name or date of birth are shown before anything is added.");
  main += in_two_thirds(
      element("form", {{"method", "post"}, {"action", paths::child_add()}, {"novalidate", true}},
              form_token(form.form_token), known_children(form), name_boxes(form.typed, form.wrong),
              case_boxes(form.typed, form.wrong),
              worker_boxes(form.typed, form.wrong, form.desk.teams, form.desk.workers),
              buttons("Add the child", paths::children(), "Back to children")));
  return page(shell,
              {.title = "Add a child",
               .section = Section::Children,
               .breadcrumbs = {{.text = "Children", .address = paths::children()}},
               .has_errors = !form.wrong.empty()},
              main);
}

}  // namespace northlight::web::views

#include "html/fieldset.hpp"
#include "html/textarea.hpp"
#include "web/child_paths.hpp"
#include "web/views/file_form_parts.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

void add_day(Fields& fields, const std::string& name, Date day) {
  const auto typed = TypedDay::of(day);
  fields.add(name + "-day", typed.day);
  fields.add(name + "-month", typed.month);
  fields.add(name + "-year", typed.year);
}

/// What stands there, as the form would have sent it.
Fields kept_details(const casework::CaseFile& file) {
  const auto& child = *file.child;
  Fields fields;
  fields.add("given_names", child.given_names.reveal());
  fields.add("family_name", child.family_name.reveal());
  fields.add("known_as", child.known_as.reveal().value_or(""));
  if (const auto& born = child.born_on.reveal()) add_day(fields, "born_on", *born);
  if (file.addresses.empty()) return fields;
  const auto& lives = file.addresses.front();
  fields.add("house", lives.house.reveal());
  fields.add("street", lives.street.reveal());
  fields.add("postcode", lives.postcode.reveal().value_or(""));
  add_day(fields, "lives_from", lives.from);
  return fields;
}

Html address_boxes(const Fields& typed, const Wrong& wrong) {
  Html boxes = element("p", {{"class", "govuk-hint"}},
                       "When the child moves, write the new address over the old one, with the "
                       "day. Earlier addresses are kept.");
  boxes += line_box(typed, wrong, "house", "House name or number", "For example, 12A or Flat 3");
  boxes += lines_box(typed, wrong, "street", "Street and town",
                     "With no fixed address, write so here, and leave the house and the "
                     "postcode empty.");
  boxes += line_box(typed, wrong, "postcode", "Postcode");
  boxes += day_box(typed, wrong, "lives_from", "Since which day?",
                   "For example, 27 3 2026. If you do not know it, the day on which you heard.");
  return fieldset(
      {.legend = {.text = "Where the child lives", .classes = "govuk-fieldset__legend--m"},
       .content = boxes});
}

}  // namespace

Html child_details_page(const Shell& shell, const FileForm& form) {
  const auto typed = form.typed.empty() ? kept_details(form.desk.file) : form.typed;
  return form_page(
      shell, form, "Name, date of birth and address",
      element("p", {{"class", "govuk-body"}},
              "Correct a slip of the pen in the name or the date of birth, and keep the address up "
              "to date. What the child tells you about themselves belongs in the record “About "
              "the child”, which keeps what stood there before.") +
          in_two_thirds(
              element("form",
                      {{"method", "post"},
                       {"action", paths::child_details(form.place.file)},
                       {"novalidate", true}},
                      form_token(form.place.form_token), name_boxes(typed, form.wrong),
                      address_boxes(typed, form.wrong),
                      buttons("Save", paths::child(form.place.file), "Back without saving"))));
}

}  // namespace northlight::web::views

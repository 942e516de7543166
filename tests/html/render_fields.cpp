#include "html/button.hpp"
#include "html/character_count.hpp"
#include "html/checkboxes.hpp"
#include "html/date_input.hpp"
#include "html/file_upload.hpp"
#include "html/input.hpp"
#include "html/password_input.hpp"
#include "html/radios.hpp"
#include "html/select.hpp"
#include "html/textarea.hpp"
#include "render.hpp"

namespace northlight::tests {
namespace {

using namespace html;

Html render_button(const Options& o) {
  return button({.text = o.content(),
                 .href = o.text("href"),
                 .type = o.text_or("type", "submit"),
                 .name = o.text("name"),
                 .value = o.text("value"),
                 .disabled = o.has("disabled"),
                 .is_start_button = o.has("isStartButton"),
                 .prevent_double_click = o.maybe_flag("preventDoubleClick"),
                 .id = o.text("id"),
                 .classes = o.text("classes"),
                 .attributes = o.attributes()});
}

Affix affix(const Options& o) {
  return {.text = o.content(), .classes = o.text("classes"), .attributes = o.attributes()};
}

Html render_input(const Options& o) {
  return input({.name = o.text("name"),
                .label = o.label(),
                .hint = o.hint(),
                .error = o.error(),
                .value = o.maybe_text("value"),
                .id = o.text("id"),
                .type = o.text_or("type", "text"),
                .inputmode = o.text("inputmode"),
                .autocomplete = o.text("autocomplete"),
                .autocapitalize = o.text("autocapitalize"),
                .pattern = o.text("pattern"),
                .spellcheck = o.maybe_flag("spellcheck"),
                .disabled = o.has("disabled"),
                .prefix = affix(o.at("prefix")),
                .suffix = affix(o.at("suffix")),
                .described_by = o.text("describedBy"),
                .classes = o.text("classes"),
                .wrapper = {.classes = o.at("inputWrapper").text("classes"),
                            .attributes = o.at("inputWrapper").attributes()},
                .form_group = o.form_group(),
                .attributes = o.attributes()});
}

Html render_password_input(const Options& o) {
  return password_input(
      {.name = o.text("name"),
       .label = o.label(),
       .hint = o.hint(),
       .error = o.error(),
       .value = o.maybe_text("value"),
       .id = o.text("id"),
       .autocomplete = o.text_or("autocomplete", "current-password"),
       .disabled = o.has("disabled"),
       .described_by = o.text("describedBy"),
       .classes = o.text("classes"),
       .button_classes = o.at("button").text("classes"),
       .form_group = o.form_group(),
       .attributes = o.attributes(),
       .show_password_text = o.text("showPasswordText"),
       .hide_password_text = o.text("hidePasswordText"),
       .show_password_aria_label_text = o.text("showPasswordAriaLabelText"),
       .hide_password_aria_label_text = o.text("hidePasswordAriaLabelText"),
       .password_shown_announcement_text = o.text("passwordShownAnnouncementText"),
       .password_hidden_announcement_text = o.text("passwordHiddenAnnouncementText")});
}

Html render_textarea(const Options& o) {
  return textarea({.name = o.text("name"),
                   .label = o.label(),
                   .hint = o.hint(),
                   .error = o.error(),
                   .value = o.text("value"),
                   .id = o.text("id"),
                   .rows = o.number_or("rows", 5),
                   .spellcheck = o.maybe_flag("spellcheck"),
                   .disabled = o.has("disabled"),
                   .autocomplete = o.text("autocomplete"),
                   .described_by = o.text("describedBy"),
                   .classes = o.text("classes"),
                   .form_group = o.form_group(),
                   .attributes = o.attributes()});
}

Html render_character_count(const Options& o) {
  return character_count({.name = o.text("name"),
                          .label = o.label(),
                          .hint = o.hint(),
                          .error = o.error(),
                          .value = o.text("value"),
                          .id = o.text("id"),
                          .maximum_length = o.maybe_number("maxlength"),
                          .maximum_words = o.maybe_number("maxwords"),
                          .count_type = o.text("countType"),
                          .threshold = o.maybe_number("threshold"),
                          .rows = o.number_or("rows", 5),
                          .spellcheck = o.maybe_flag("spellcheck"),
                          .classes = o.text("classes"),
                          .count_message_classes = o.at("countMessage").text("classes"),
                          .form_group = o.form_group(),
                          .attributes = o.attributes(),
                          .description_text = o.text("textareaDescriptionText"),
                          .characters_under_limit = o.plural("charactersUnderLimitText"),
                          .characters_at_limit = o.text("charactersAtLimitText"),
                          .characters_over_limit = o.plural("charactersOverLimitText"),
                          .words_under_limit = o.plural("wordsUnderLimitText"),
                          .words_at_limit = o.text("wordsAtLimitText"),
                          .words_over_limit = o.plural("wordsOverLimitText")});
}

Html render_select(const Options& o) {
  Select parameters{.name = o.text("name"),
                    .label = o.label(),
                    .hint = o.hint(),
                    .error = o.error(),
                    .value = o.text("value"),
                    .id = o.text("id"),
                    .disabled = o.has("disabled"),
                    .described_by = o.text("describedBy"),
                    .classes = o.text("classes"),
                    .form_group = o.form_group(),
                    .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    if (item.truthy())
      parameters.items.push_back({.text = item.text("text"),
                                  .value = item.maybe_text("value"),
                                  .selected = item.maybe_flag("selected"),
                                  .disabled = item.has("disabled"),
                                  .attributes = item.attributes()});
  return select(parameters);
}

// A template numbers its items before it leaves out the empty ones; ours are never empty, so an
// item behind an empty one gets that number as an id of its own.
std::string numbered_id(const Options& item, const std::string& prefix, std::size_t place,
                        std::size_t shown) {
  if (item.has("id")) return item.text("id");
  return place == shown ? "" : prefix + "-" + std::to_string(place);
}

Label item_label(const Options& item) {
  return {.classes = item.at("label").text("classes"), .attributes = item.at("label").attributes()};
}

Html render_checkboxes(const Options& o) {
  Checkboxes parameters{.name = o.text("name"),
                        .fieldset = o.fieldset(),
                        .hint = o.hint(),
                        .error = o.error(),
                        .id_prefix = o.text("idPrefix"),
                        .described_by = o.text("describedBy"),
                        .classes = o.text("classes"),
                        .form_group = o.form_group("beforeInputs", "afterInputs"),
                        .attributes = o.attributes()};
  for (const auto& value : o.items("values")) parameters.values.push_back(value.text());
  std::size_t place = 0;
  for (const auto& item : o.items("items")) {
    ++place;
    if (!item.truthy()) continue;
    parameters.items.push_back({.text = item.content(),
                                .value = item.text("value"),
                                .hint = item.hint(),
                                .checked = item.maybe_flag("checked"),
                                .disabled = item.has("disabled"),
                                .is_exclusive = item.text("behaviour") == "exclusive",
                                .conditional = item.at("conditional").raw("html"),
                                .divider = item.text("divider"),
                                .id = numbered_id(item, o.text_or("idPrefix", o.text("name")),
                                                  place, parameters.items.size() + 1),
                                .name = item.text("name"),
                                .label = item_label(item),
                                .attributes = item.attributes()});
  }
  return checkboxes(parameters);
}

Html render_radios(const Options& o) {
  Radios parameters{.name = o.text("name"),
                    .fieldset = o.fieldset(),
                    .hint = o.hint(),
                    .error = o.error(),
                    .value = o.text("value"),
                    .id_prefix = o.text("idPrefix"),
                    .classes = o.text("classes"),
                    .form_group = o.form_group("beforeInputs", "afterInputs"),
                    .attributes = o.attributes()};
  std::size_t place = 0;
  for (const auto& item : o.items("items")) {
    ++place;
    if (!item.truthy()) continue;
    parameters.items.push_back({.text = item.content(),
                                .value = item.text("value"),
                                .hint = item.hint(),
                                .checked = item.maybe_flag("checked"),
                                .disabled = item.has("disabled"),
                                .conditional = item.at("conditional").raw("html"),
                                .divider = item.text("divider"),
                                .id = numbered_id(item, o.text_or("idPrefix", o.text("name")),
                                                  place, parameters.items.size() + 1),
                                .label = item_label(item),
                                .attributes = item.attributes()});
  }
  return radios(parameters);
}

/// One part of a date. The templates look for its value in three places; here it has one value.
DatePart date_part(const Options& o, const Options& part, const std::string& usual_name) {
  const auto name = part.text_or("name", usual_name);
  const auto prefix = o.has("namePrefix") ? o.text("namePrefix") + "-" : "";
  auto value = part.maybe_text("value");
  for (const auto* kind : {"day", "month", "year"})
    if (!value && name == kind) value = o.at(kind).maybe_text("value");
  if (!value) value = o.at("values").maybe_text(prefix + name);
  if (!value && !part.truthy()) value = o.at("values").maybe_text(name);
  return {.name = name,
          .value = value,
          .label = part.text("label"),
          .width = usual_name == "year" || name == "year" ? 4 : 2,
          .error = part.maybe_flag("error"),
          .id = part.text("id"),
          .inputmode = part.text_or("inputmode", "numeric"),
          .autocomplete = part.text("autocomplete"),
          .pattern = part.text("pattern"),
          .classes = part.text("classes"),
          .attributes = part.attributes()};
}

Html render_date_input(const Options& o) {
  DateInput parameters{.id = o.text("id"),
                       .name_prefix = o.text("namePrefix"),
                       .fieldset = o.fieldset(),
                       .hint = o.hint(),
                       .error = o.error(),
                       .parts = {},
                       .classes = o.text("classes"),
                       .form_group = o.form_group("beforeInputs", "afterInputs"),
                       .attributes = o.attributes()};
  for (const auto& item : o.items("items"))
    if (item.truthy()) parameters.parts.push_back(date_part(o, item, ""));
  if (parameters.parts.empty())
    for (const auto* kind : {"day", "month", "year"})
      if (o.maybe_flag(kind).value_or(true))
        parameters.parts.push_back(date_part(o, o.at(kind), kind));
  return date_input(parameters);
}

Html render_file_upload(const Options& o) {
  return file_upload({.name = o.text("name"),
                      .label = o.label(),
                      .hint = o.hint(),
                      .error = o.error(),
                      .id = o.text("id"),
                      .drop_zone = o.has("javascript"),
                      .multiple = o.has("multiple"),
                      .disabled = o.has("disabled"),
                      .described_by = o.text("describedBy"),
                      .classes = o.text("classes"),
                      .wrapper_classes = o.text("wrapperClasses"),
                      .wrapper_attributes = o.attributes("wrapperAttributes"),
                      .form_group = o.form_group(),
                      .attributes = o.attributes(),
                      .choose_files_button_text = o.text("chooseFilesButtonText"),
                      .no_file_chosen_text = o.text("noFileChosenText"),
                      .multiple_files_chosen_text = o.plural("multipleFilesChosenText"),
                      .drop_instruction_text = o.text("dropInstructionText"),
                      .entered_drop_zone_text = o.text("enteredDropZoneText"),
                      .left_drop_zone_text = o.text("leftDropZoneText")});
}

}  // namespace

void add_field_renders(Renders& renders) {
  renders["button"] = render_button;
  renders["input"] = render_input;
  renders["password-input"] = render_password_input;
  renders["textarea"] = render_textarea;
  renders["character-count"] = render_character_count;
  renders["select"] = render_select;
  renders["checkboxes"] = render_checkboxes;
  renders["radios"] = render_radios;
  renders["date-input"] = render_date_input;
  renders["file-upload"] = render_file_upload;
}

}  // namespace northlight::tests

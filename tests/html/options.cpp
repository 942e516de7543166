#include "options.hpp"

#include "testing/trusted_html.hpp"

namespace northlight::tests {

using testing::TrustedHtml;

bool Options::truthy() const {
  if (json_ == nullptr || json_->is_null()) return false;
  if (const auto* flag = json_->boolean()) return *flag;
  if (const auto* whole = json_->whole()) return *whole != 0;
  if (const auto* string = json_->string()) return !string->empty();
  return true;
}

std::vector<Options> Options::items(std::string_view name) const { return at(name).items(); }

std::vector<Options> Options::items() const {
  std::vector<Options> out;
  if (json_ != nullptr && json_->is_array())
    for (const auto& item : *json_->items()) out.emplace_back(&item);
  return out;
}

std::string Options::text() const {
  if (json_ == nullptr || json_->is_null()) return {};
  if (const auto* string = json_->string()) return *string;
  return json_->text();
}

std::string Options::text_or(std::string_view name, std::string other) const {
  return has(name) ? text(name) : std::move(other);
}

std::optional<std::string> Options::maybe_text(std::string_view name) const {
  const auto* found = member(name);
  if (found == nullptr || found->is_null()) return {};
  return Options(found).text();
}

std::optional<int> Options::maybe_number(std::string_view name) const {
  const auto* found = member(name);
  if (found == nullptr || found->whole() == nullptr) return {};
  return static_cast<int>(*found->whole());
}

int Options::number_or(std::string_view name, int other) const {
  return maybe_number(name).value_or(other);
}

std::optional<bool> Options::maybe_flag(std::string_view name) const {
  const auto* found = member(name);
  if (found == nullptr || found->boolean() == nullptr) return {};
  return *found->boolean();
}

html::Content Options::content(std::string_view html_name, std::string_view text_name) const {
  if (has(html_name)) return raw(html_name);
  return text(text_name);
}

html::Html Options::raw(std::string_view name) const {
  return has(name) ? TrustedHtml::of(text(name)) : html::Html();
}

html::Attributes Options::attributes(std::string_view name) const {
  html::Attributes out;
  const auto* found = member(name);
  if (found == nullptr || !found->is_object()) return out;
  for (const auto& [key, value] : *found->members()) {
    if (!value.is_object()) {
      const auto written = Options(&value).text();
      TrustedHtml::add(out, key, &written);
      continue;
    }
    // {"value": …, "optional": true}: true is the bare name, false and null are nothing.
    const auto given = Options(&value).at("value");
    const bool optional = Options(&value).has("optional");
    const auto written = given.text();
    if (!optional)
      TrustedHtml::add(out, key, &written);
    else if (written == "true")
      TrustedHtml::add(out, key, nullptr);
    else if (given.truthy())
      TrustedHtml::add(out, key, &written);
  }
  return out;
}

html::Label Options::label() const {
  const auto given = at("label");
  return {.text = given.content(),
          .classes = given.text("classes"),
          .is_page_heading = given.has("isPageHeading"),
          .attributes = given.attributes()};
}

html::Hint Options::hint() const {
  const auto given = at("hint");
  return {
      .text = given.content(), .classes = given.text("classes"), .attributes = given.attributes()};
}

html::ErrorMessage Options::error() const {
  const auto given = at("errorMessage");
  return {.text = given.content(),
          .classes = given.text("classes"),
          .visually_hidden_text = given.maybe_text("visuallyHiddenText").value_or("Error"),
          .attributes = given.attributes()};
}

html::Fieldset Options::fieldset() const {
  const auto given = at("fieldset");
  const auto legend = given.at("legend");
  return {.legend = {.text = legend.content(),
                     .classes = legend.text("classes"),
                     .is_page_heading = legend.has("isPageHeading")},
          .described_by = given.text("describedBy"),
          .classes = given.text("classes"),
          .role = given.text("role"),
          .attributes = given.attributes()};
}

html::FormGroup Options::form_group(std::string_view before, std::string_view after) const {
  const auto given = at("formGroup");
  return {.classes = given.text("classes"),
          .attributes = given.attributes(),
          .before_input = given.at(before).content(),
          .after_input = given.at(after).content()};
}

html::PluralText Options::plural(std::string_view name) const {
  const auto given = at(name);
  return {.other = given.text("other"),
          .one = given.text("one"),
          .zero = given.text("zero"),
          .two = given.text("two"),
          .few = given.text("few"),
          .many = given.text("many")};
}

const Json* Options::member(std::string_view name) const {
  return json_ == nullptr ? nullptr : json_->find(name);
}

}  // namespace northlight::tests

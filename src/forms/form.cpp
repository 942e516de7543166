#include "forms/form.hpp"

#include <algorithm>
#include <tuple>

namespace northlight::forms {

const Option* Field::find_option(std::string_view option) const {
  const auto at = std::ranges::find(options, option, &Option::code);
  return at == options.end() ? nullptr : &*at;
}

const Field* Group::find(const FieldCode& field) const {
  const auto at = std::ranges::find(fields, field, &Field::code);
  return at == fields.end() ? nullptr : &*at;
}

const Field* Form::find_field(const FieldCode& field) const {
  for (const auto& section : sections)
    for (const auto& one : section.fields)
      if (one.code == field) return &one;
  return nullptr;
}

const Group* Form::find_group(const FieldCode& group) const {
  for (const auto& section : sections)
    for (const auto& one : section.groups)
      if (one.code == group) return &one;
  return nullptr;
}

void each_field(const Form& form, const std::function<void(const Field&)>& see) {
  for (const auto& section : form.sections) {
    for (const auto& field : section.fields) see(field);
    for (const auto& group : section.groups)
      for (const auto& field : group.fields) see(field);
  }
}

Forms::Forms(std::vector<Form> forms) : forms_(std::move(forms)) {
  std::ranges::sort(forms_, [](const Form& a, const Form& b) {
    return std::tie(a.code, a.edition) < std::tie(b.code, b.edition);
  });
}

const Form* Forms::find(const FormCode& code, std::int64_t edition) const {
  const auto at = std::ranges::find_if(
      forms_, [&](const Form& form) { return form.code == code && form.edition == edition; });
  return at == forms_.end() ? nullptr : &*at;
}

const Form* Forms::in_force(const FormCode& code, Date on) const {
  const Form* latest = nullptr;
  for (const auto& form : forms_)
    if (form.code == code && form.in_force_from <= on) latest = &form;
  return latest;
}

}  // namespace northlight::forms

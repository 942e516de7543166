#pragma once

#include <string>
#include <vector>

#include "base/toml.hpp"
#include "forms/form.hpp"

/// How parse_forms is divided. Of use inside forms/ only.
namespace northlight::forms {

/// Fields that a condition may look at: those that stand before, and where.
using Earlier = std::vector<const Field*>;

/// One [[sections.fields]] or [[sections.groups.fields]]; `group_about` is what the group says of
/// all its fields.
Field parse_field(TomlFields& fields, const Earlier& earlier, KeptIn kept_in,
                  std::optional<domain::AboutWhom> group_about = {});

/// `about`, if it is there: whom the answers tell of. In a form that is kept in victims' files
/// "victim" and "victim-confided" are of the person whose file it is, and "child" is another.
std::optional<domain::AboutWhom> parse_about(TomlFields& fields, KeptIn kept_in);

/// `shown_when`, if there is one.
std::optional<Condition> parse_condition(TomlFields& fields, const Earlier& earlier);

/// The `prompts` of a field or a group.
std::vector<framework::PromptCode> parse_prompts(TomlFields& fields);

/// A code that pages and addresses can carry: small letters, digits and `_`; a problem otherwise.
std::string parse_code(TomlFields& fields);

/// One [[projections]]; needs the form's sections.
Projecting parse_projecting(TomlFields& fields, const Form& form);

}  // namespace northlight::forms

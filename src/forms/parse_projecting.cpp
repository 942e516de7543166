#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "forms/parse.hpp"

namespace northlight::forms {
namespace {

std::string column_names(Projection projection) {
  std::vector<std::string> names;
  for (const auto& column : columns_of(projection))
    names.push_back("\"" + std::string(column.name) + "\"");
  return list_in_words(names, "or");
}

const ProjectionColumn* find_column(Projection projection, std::string_view name) {
  const auto columns = columns_of(projection);
  const auto at = std::ranges::find(columns, name, &ProjectionColumn::name);
  return at == columns.end() ? nullptr : &*at;
}

// A column is filled by a field of the row, or where the row has none of that code, of the record.
const Field* field_for(const Form& form, const Group* group, const FieldCode& code) {
  if (group != nullptr)
    if (const auto* field = group->find(code)) return field;
  return form.find_field(code);
}

void parse_columns(TomlFields& row, const Form& form, const Group* group, Projecting& projecting) {
  for (const auto& name : row.keys()) {
    const auto code = row.text(name);
    const auto* column = find_column(projecting.to, name);
    if (column == nullptr) {
      row.refuse(name, fmt::format("\"{}\" has no column \"{}\". Write {}.",
                                   forms::code(projecting.to), name, column_names(projecting.to)));
      continue;
    }
    if (!code) continue;
    const FieldCode named{*code};
    const auto* field = field_for(form, group, named);
    if (field == nullptr)
      row.refuse(name, fmt::format("There is no field \"{}\" to fill this column.", *code));
    else if (field->sealed)
      row.refuse(name,
                 fmt::format("\"{}\" is sealed, and a projection is not. Leave it out.", *code));
    else if (!column->kinds.has(field->kind))
      row.refuse(name, fmt::format("A field of kind \"{}\" cannot fill this column.",
                                   forms::code(field->kind)));
    projecting.columns.emplace(name, named);
  }
}

void parse_fixed(TomlFields& row, Projecting& projecting) {
  for (const auto& name : row.keys()) {
    const auto text = row.text(name);
    const auto* column = find_column(projecting.to, name);
    if (column == nullptr)
      row.refuse(name, fmt::format("\"{}\" has no column \"{}\". Write {}.",
                                   forms::code(projecting.to), name, column_names(projecting.to)));
    else if (!column->kinds.has(FieldKind::Text) && !column->kinds.has(FieldKind::Choice))
      row.refuse(name, "Only a column of words can say the same always.");
    else if (projecting.columns.contains(name))
      row.refuse(name, "This column is filled by a field already.");
    if (text) projecting.fixed.emplace(name, *text);
  }
}

}  // namespace

Projecting parse_projecting(TomlFields& fields, const Form& form) {
  Projecting projecting;
  const auto to = fields.text("to");
  const auto known = to ? parse_projection(*to) : std::nullopt;
  if (to && !known) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < projection_count; ++i)
      all.push_back("\"" + std::string(code(static_cast<Projection>(i))) + "\"");
    fields.refuse("to", fmt::format("There is no projection \"{}\". Write {}.", *to,
                                    list_in_words(all, "or")));
  }
  projecting.to = known.value_or(Projection::Risk);
  const Group* group = nullptr;
  if (const auto from = fields.optional_text("from")) {
    projecting.from = FieldCode{*from};
    group = form.find_group(*projecting.from);
    if (group == nullptr)
      fields.refuse("from", fmt::format("The form has no group \"{}\".", *from));
  }
  auto columns = fields.table("columns");
  auto fixed = fields.optional_table("fixed");
  if (columns && known) parse_columns(*columns, form, group, projecting);
  if (fixed && known) parse_fixed(*fixed, projecting);
  if (known)
    for (const auto& column : columns_of(projecting.to))
      if (column.needed && !projecting.columns.contains(column.name) &&
          !projecting.fixed.contains(column.name))
        fields.refuse("columns", fmt::format("The column \"{}\" must be filled.", column.name));
  fields.finish();
  return projecting;
}

}  // namespace northlight::forms

#include "web/views/answer_words.hpp"

#include "base/text.hpp"
#include "forms/shown.hpp"
#include "html/summary_list.hpp"
#include "web/child_paths.hpp"
#include "web/views/field_control.hpp"

namespace northlight::web::views {
namespace {

using namespace html;

constexpr std::size_t longest_name = 60;

std::string shortened(const std::string& text) {
  if (text.size() <= longest_name) return text;
  auto end = text.rfind(' ', longest_name);
  if (end == std::string::npos) end = longest_name;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + " …";
}

/// What a row says first in words, by which people know it.
std::string first_words(const forms::Group& group, const forms::Row& row) {
  for (const auto& field : group.fields) {
    const auto at = row.answers.find(field.code);
    if (at == row.answers.end()) continue;
    if (field.kind == forms::FieldKind::Text || field.kind == forms::FieldKind::LongText)
      if (const auto* text = std::get_if<std::string>(&at->second)) return shortened(*text);
  }
  return {};
}

Html paragraphs(const std::string& text) {
  Html out;
  for (const auto line : split(text, '\n'))
    if (!trim(line).empty()) out += element("span", {{"class", "nl-block nl-said"}}, trim(line));
  return out;
}

Html not_answered() { return element("span", {{"class", "nl-quiet"}}, "Not answered yet"); }

SummaryRow summary_row(const forms::Field& field, const forms::Answer* answer, const RowNames& rows,
                       const std::optional<FileAddress>& file) {
  return {.key = field.label, .value = answer_words(field, answer, rows, file)};
}

const forms::Answer* held(const forms::AnswerMap& answers, const forms::FieldCode& code) {
  const auto at = answers.find(code);
  return at == answers.end() ? nullptr : &at->second;
}

Html group_view(const forms::Form& form, const forms::Answers& answers, const forms::Group& group,
                const RowNames& names, const std::optional<FileAddress>& file) {
  const auto& rows = answers.rows(group.code);
  if (rows.empty() && !forms::is_shown(form, answers, group)) return {};
  Html out = element("h3", {{"class", "govuk-heading-s"}}, group.label);
  if (rows.empty())
    out += element("p", {{"class", "govuk-body nl-quiet"}}, "None is written down.");
  std::size_t number = 0;
  for (const auto& row : rows) {
    SummaryList list{.card = SummaryCard{.title = group.row_label + " " + std::to_string(++number),
                                         .heading_level = 4}};
    for (const auto& field : group.fields) {
      const auto* answer = held(row.answers, field.code);
      if (answer != nullptr || forms::is_shown(form, answers, field, &row))
        list.rows.push_back(summary_row(field, answer, names, file));
    }
    out += summary_list(list);
  }
  return out;
}

}  // namespace

RowNames row_names(const forms::Form& form, const forms::Answers& answers) {
  RowNames names;
  for (const auto& section : form.sections)
    for (const auto& group : section.groups) {
      std::size_t number = 0;
      for (const auto& row : answers.rows(group.code)) {
        auto name = group.row_label + " " + std::to_string(++number);
        if (const auto words = first_words(group, row); !words.empty()) name += ": " + words;
        names.emplace(row.id.text(), std::move(name));
      }
    }
  return names;
}

Html answer_words(const forms::Field& field, const forms::Answer* answer, const RowNames& rows,
                  const std::optional<FileAddress>& file) {
  if (answer == nullptr) return not_answered();
  if (const auto* none = std::get_if<forms::NoAnswer>(answer)) return text(no_answer_words(*none));
  if (const auto* said = std::get_if<std::string>(answer)) {
    const auto* option = field.find_option(*said);
    return option != nullptr ? text(option->label) : paragraphs(*said);
  }
  if (const auto* whole = std::get_if<std::int64_t>(answer)) return text(std::to_string(*whole));
  if (const auto* truth = std::get_if<bool>(answer)) return text(*truth ? "Yes" : "No");
  if (const auto* date = std::get_if<Date>(answer)) return text(words(*date));
  if (const auto* upload = std::get_if<forms::Upload>(answer))
    return file ? element(
                      "a",
                      {{"class", "govuk-link"}, {"href", paths::file_upload(*file, upload->hash)}},
                      upload->name)
                : text(upload->name);
  if (const auto* chosen = std::get_if<forms::Chosen>(answer)) {
    Html out;
    for (const auto& code : *chosen) {
      const auto* option = field.find_option(code);
      out += element("span", {{"class", "nl-block"}}, option == nullptr ? code : option->label);
    }
    return out;
  }
  if (const auto* reference = std::get_if<forms::RowReference>(answer)) {
    const auto at = rows.find(reference_value(*reference));
    return at == rows.end() ? text("One that is no longer there") : text(at->second);
  }
  return text("Sealed");
}

Html answers_view(const forms::Form& form, const forms::Answers& answers, const RowNames& rows,
                  const std::optional<FileAddress>& file) {
  Html out;
  for (const auto& section : form.sections) {
    Html part;
    SummaryList list;
    for (const auto& field : section.fields) {
      const auto* answer = answers.find(field.code);
      if (answer != nullptr || forms::is_shown(form, answers, field))
        list.rows.push_back(summary_row(field, answer, rows, file));
    }
    if (!list.rows.empty()) part += summary_list(list);
    for (const auto& group : section.groups) part += group_view(form, answers, group, rows, file);
    if (!part.empty()) out += element("h2", {{"class", "govuk-heading-m"}}, section.title) + part;
  }
  return out;
}

const forms::Field* field_at(const forms::Form& form, const forms::FieldPath& path) {
  if (!path.row) return form.find_field(path.field);
  const auto* group = form.find_group(path.field);
  return group == nullptr || !path.cell ? nullptr : group->find(*path.cell);
}

std::string place_words(const forms::Form& form, const forms::Answers& answers,
                        const forms::FieldPath& path) {
  const auto* field = field_at(form, path);
  const auto label = field == nullptr ? std::string() : field->label;
  if (!path.row) return label.empty() ? path.field.text() : label;
  const auto* group = form.find_group(path.field);
  if (group == nullptr) return path.field.text();
  std::string row = group->row_label;
  std::size_t number = 0;
  for (const auto& one : answers.rows(path.field)) {
    ++number;
    if (one.id == *path.row) row += " " + std::to_string(number);
  }
  return label.empty() ? row : row + ": " + label;
}

}  // namespace northlight::web::views

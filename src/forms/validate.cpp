#include "forms/validate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "forms/shown.hpp"

namespace northlight::forms {
namespace {

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string missing_words(const Field& field) {
  std::string none;
  if (!field.no_answer.empty()) none = " If there is no answer, say why.";
  switch (field.kind) {
    case FieldKind::Date:
      return "Enter a date, such as 27 3 2026." + none;
    case FieldKind::WholeNumber:
      return "Enter a whole number." + none;
    case FieldKind::YesNo:
      return "Choose yes or no." + none;
    case FieldKind::Choice:
      return "Choose one option." + none;
    case FieldKind::Choices:
      return "Choose at least one option." + none;
    case FieldKind::Person:
      return "Say who: a name, or how they stand to the child." + none;
    case FieldKind::Agency:
      return "Say which agency." + none;
    case FieldKind::Reference:
      return "Choose what this belongs to." + none;
    case FieldKind::Upload:
      return "Add the file." + none;
    case FieldKind::Text:
    case FieldKind::LongText:
      return "Write an answer." + none;
  }
  return "Answer this.";
}

// Names of the child or the victim, which lists and pages show beside other words, of other people,
// and of agencies.
bool is_name(const Form& form, const Field& field) {
  if (field.kind == FieldKind::Person || field.kind == FieldKind::Agency) return true;
  return field.kind == FieldKind::Text &&
         std::ranges::any_of(form.projecting, [&](const Projecting& row) {
           return row.to == Projection::ChildName &&
                  std::ranges::any_of(
                      row.columns, [&](const auto& column) { return column.second == field.code; });
         });
}

// What is wrong with an answer that is there; empty when nothing is.
std::string fault_of(const Field& field, const Answer& answer) {
  const auto* text = std::get_if<std::string>(&answer);
  if (field.kind == FieldKind::Date && text != nullptr)
    return "This is no date. Enter a day, a month and a year, such as 27 3 2026.";
  if (field.kind == FieldKind::WholeNumber && text != nullptr)
    return "This is no whole number. Use figures alone, such as 12.";
  if (const auto* whole = std::get_if<std::int64_t>(&answer);
      whole != nullptr && field.least < field.most && (*whole < field.least || *whole > field.most))
    return fmt::format("Enter a number from {} to {}.", field.least, field.most);
  if (text != nullptr && field.longest > 0) {
    if (const auto length = characters_of(*text); length > field.longest)
      return fmt::format("This has {} characters. Shorten it to {} or fewer.", length,
                         field.longest);
  }
  if (text != nullptr && trim(*text).empty()) return missing_words(field);
  return {};
}

class Validation {
 public:
  Validation(const Form& form, const Answers& answers, Purpose purpose, Date today)
      : form_(form),
        answers_(answers),
        signing_(purpose == Purpose::Sign || form.quick),
        today_(today) {}

  std::vector<Error> all() {
    for (const auto& section : form_.sections) {
      for (const auto& field : section.fields)
        if (is_shown(form_, answers_, field))
          look_at(field, answers_.find(field.code), {field.code});
      for (const auto& group : section.groups)
        if (is_shown(form_, answers_, group)) look_at(group);
    }
    return std::move(problems_);
  }

 private:
  void look_at(const Group& group) {
    const auto& rows = answers_.rows(group.code);
    if (signing_ && rows.size() < group.at_least)
      refuse({group.code},
             fmt::format("Add {}: there {} {} so far.",
                         counted(static_cast<long long>(group.at_least),
                                 lower(group.row_label) + " at least", "rows at least"),
                         rows.size() == 1 ? "is" : "are",
                         rows.empty() ? "none" : std::to_string(rows.size())));
    for (const auto& row : rows)
      for (const auto& field : group.fields) {
        if (!is_shown(form_, answers_, field, &row)) continue;
        const auto at = row.answers.find(field.code);
        look_at(field, at == row.answers.end() ? nullptr : &at->second,
                {group.code, row.id, field.code});
      }
  }

  void look_at(const Field& field, const Answer* answer, const FieldPath& at) {
    if (answer == nullptr) {
      if (field.need == Need::ToSave || (field.need == Need::ToSign && signing_))
        refuse(at, missing_words(field));
      return;
    }
    if (auto fault = fault_of(field, *answer); !fault.empty()) refuse(at, std::move(fault));
    if (const auto* day = std::get_if<Date>(answer);
        day != nullptr && signing_ && field.past && *day > today_)
      refuse(at, "This day is still to come. Enter today or a day in the past.");
    if (const auto* name = std::get_if<std::string>(answer);
        name != nullptr && is_name(form_, field))
      if (auto seen = check_no_hidden_marks(trim(*name), "name", at.text()); !seen)
        problems_.push_back(std::move(seen).error());
    if (const auto* reference = std::get_if<RowReference>(answer);
        reference != nullptr && !reference->record && field.refers_to &&
        answers_.find(field.refers_to->group, reference->row) == nullptr)
      refuse(at, "What this belonged to is no longer there. Choose again.");
  }

  void refuse(const FieldPath& at, std::string message) {
    problems_.push_back({ErrorCode::Invalid, std::move(message), at.text()});
  }

  const Form& form_;
  const Answers& answers_;
  bool signing_;
  Date today_;
  std::vector<Error> problems_{};
};

}  // namespace

std::vector<Error> validate(const Form& form, const Answers& answers, Purpose purpose, Date today) {
  return Validation(form, answers, purpose, today).all();
}

}  // namespace northlight::forms

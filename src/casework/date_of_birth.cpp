#include "casework/date_of_birth.hpp"

#include <algorithm>

#include "forms/project.hpp"
#include "platform/clock.hpp"
#include "store/cases.hpp"
#include "store/children.hpp"

namespace northlight::casework {
namespace {

constexpr int oldest = 25;  ///< Older than this, a date of birth is a slip of the pen.
constexpr std::string_view birth_column = "date_of_birth";

/// The field that a form takes the date of birth from.
const forms::FieldCode* field_of_birth(const forms::Form& form) {
  for (const auto& one : form.projecting)
    if (one.to == forms::Projection::ChildName)
      if (const auto at = one.columns.find(birth_column); at != one.columns.end())
        return &at->second;
  return nullptr;
}

/// As it would be projected: an answer that is no date, or is not asked for, is none.
std::optional<Date> day_projected(const forms::Form& form, const forms::Answers& answers) {
  for (const auto& row : forms::project(form, answers)) {
    if (row.to != forms::Projection::ChildName) continue;
    const auto at = row.columns.find(birth_column);
    if (at == row.columns.end()) continue;
    if (const auto* day = std::get_if<Date>(&at->second)) return *day;
  }
  return std::nullopt;
}

}  // namespace

Status check_age(Date born_on, Date today, std::string_view where) {
  if (born_on > today) return invalid("Enter a date of birth in the past.", std::string(where));
  if (born_on < add_days(today, -std::int64_t{oldest} * 366))
    return invalid("Check the year of birth: they would be older than 25.", std::string(where));
  return done();
}

Status check_born_on(store::Session& session, const store::Grant& grant,
                     const std::optional<Date>& born_on, std::string_view where) {
  if (!born_on) return done();
  const auto child = store::child(session, grant);
  if (!child && child.error().code != ErrorCode::NotFound) return child.error();
  if (child && child->born_on == Sensitive(born_on)) return done();
  NL_CHECK(check_age(*born_on, platform::day_in_london(grant.at()), where));
  NL_TRY(cases, store::cases_of(session, grant));
  const auto before = std::ranges::find_if(
      cases, [&](const auto& one) { return !one.closed_on && one.opened_on < *born_on; });
  if (before == cases.end()) return done();
  return invalid(
      "Their case was opened before this day, on " + words(before->opened_on) +
          ". Check the date of birth. If it is right, the case has the wrong day: have it "
          "closed and opened again.",
      std::string(where));
}

Status check_born_before(store::Session& session, const store::Grant& grant, Date opened_on) {
  NL_TRY(born, store::was_born_after(session, grant, opened_on));
  if (!born) return done();
  return invalid(
      "The child was born after this day. Enter the day from which the service works with them, or "
      "correct the date of birth first.",
      "opened_on");
}

Result<std::optional<Error>> wrong_date_of_birth(store::Session& session, const store::Grant& grant,
                                                 const forms::Form& form,
                                                 const forms::Answers& answers) {
  const auto* field = field_of_birth(form);
  if (field == nullptr) return std::optional<Error>{};
  auto checked = check_born_on(session, grant, day_projected(form, answers), field->text());
  if (checked) return std::optional<Error>{};
  if (checked.error().where != field->text()) return std::move(checked).error();
  return std::optional(std::move(checked).error());
}

}  // namespace northlight::casework

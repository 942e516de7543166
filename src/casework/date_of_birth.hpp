#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "forms/answers.hpp"
#include "forms/form.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// What a child's date of birth is held against. One that is not known is held against nothing, and
/// neither is one that stands already: what was kept is corrected where somebody sees that it is
/// wrong, and stops nobody from correcting something else. Of use inside casework/ only.
namespace northlight::casework {

/// Fails with Invalid at `where` for a day to come, and for one more than 25 years before `today`.
Status check_age(Date born_on, Date today, std::string_view where);

/// The same for the child of the file of the grant, and for a day after an open case of theirs was
/// opened. Does nothing where that is their date of birth already.
Status check_born_on(store::Session& session, const store::Grant& grant,
                     const std::optional<Date>& born_on, std::string_view where);

/// Fails with Invalid (where: "opened_on") if the child of the file was born after that day. A
/// victim's date of birth is not known.
Status check_born_before(store::Session& session, const store::Grant& grant, Date opened_on);

/// What is wrong with the date of birth that a record would give the child on being signed, at its
/// field; nothing where the form asks for none.
Result<std::optional<Error>> wrong_date_of_birth(store::Session& session, const store::Grant& grant,
                                                 const forms::Form& form,
                                                 const forms::Answers& answers);

}  // namespace northlight::casework

#pragma once

#include <string>
#include <vector>

#include "framework/edition.hpp"
#include "rating/evidence.hpp"
#include "report/audit_result.hpp"
#include "web/fields.hpp"
#include "web/views/rate_form.hpp"

namespace northlight::web {

/// What the form of /rate holds: the fields as typed, with what is wrong with them, and the
/// evidence that they give.
struct ReadRateForm {
  views::RateForm form;
  rating::Evidence evidence;
  report::EligibleCases eligible{};
};

/// Reads the fields. A question with both boxes empty, or nought of nought, has no judged case: its
/// standard is then not rated and says so. It never counts as nought.
ReadRateForm read_rate_form(const framework::Edition& edition, const Fields& fields);

/// Where only some questions of a standard have a judged case: an error at each of the others.
std::vector<views::FieldError> still_to_fill_in(const views::RateForm& form);

/// The fields with these counts in them, as if they had been typed; other fields stay.
Fields with_counts(const Fields& fields, const std::vector<rating::QuestionCount>& counts);

}  // namespace northlight::web

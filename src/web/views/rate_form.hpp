#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framework/edition.hpp"
#include "html/html.hpp"

/// The form of /rate as typed: every field with its text, right or wrong, so that it can be given
/// back.
namespace northlight::web::views {

struct RateQuestionField {
  framework::LensCode lens;
  std::string text;  ///< The key question.
  std::string yes{};
  std::string of{};
};

struct RateStandardField {
  framework::StandardCode standard;
  std::string title;
  bool by_cases = false;
  bool counts_in_score = true;
  std::vector<RateQuestionField> questions{};  ///< Of a standard that is counted over cases.
  std::string rating{};                        ///< Of one that is rated as a whole.
};

struct RateDomainField {
  framework::DomainCode domain;
  std::string title;
  std::string eligible{};  ///< Of a domain judged case by case: all the cases of this year.
  std::vector<RateStandardField> standards{};
};

/// Whether the domain has a standard that is counted over cases.
bool is_counted(const RateDomainField& domain);

struct FieldError {
  std::string field;  ///< The id of the field, such as "yes-2.1-desistance".
  std::string message;
};

struct RateForm {
  std::vector<RateDomainField> domains{};
  std::vector<FieldError> errors{};

  const FieldError* error_of(std::string_view field) const;
};

std::string yes_field(const framework::StandardCode& standard, const framework::LensCode& lens);
std::string of_field(const framework::StandardCode& standard, const framework::LensCode& lens);
std::string rating_field(const framework::StandardCode& standard);
std::string eligible_field(const framework::DomainCode& domain);

/// Every standard of the edition that can be rated, with empty fields.
RateForm empty_rate_form(const framework::Edition& edition);

/// The fields, without the form around them.
html::Html rate_fields(const framework::Edition& edition, const RateForm& form);

}  // namespace northlight::web::views

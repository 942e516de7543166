#pragma once

#include <vector>

#include "html/fieldset.hpp"
#include "html/input.hpp"

namespace northlight::html {

/// One part of a date.
struct DatePart {
  std::string name{};
  std::optional<std::string> value{};
  std::string label{};  ///< The name with a capital, unless given.
  int width = 2;        ///< In characters; 4 for a year.
  std::optional<bool>
      error{};       ///< Whether it is this part that is wrong; all are unless one says so.
  std::string id{};  ///< The date's id and the name, unless given.
  std::string inputmode = "numeric";
  std::string autocomplete{};
  std::string pattern{};
  std::string classes{};
  Attributes attributes{};
};

/// Day, month and year, with no values.
std::vector<DatePart> day_month_year();

/// Day, month and year as they were typed.
std::vector<DatePart> day_month_year(std::string day, std::string month, std::string year);

/// A date that people know or can look up, in fields that they type into.
struct DateInput {
  std::string id{};
  std::string name_prefix{};  ///< "start" sends start-day, start-month and start-year.
  Fieldset fieldset{};
  Hint hint{};
  ErrorMessage error{};
  std::vector<DatePart> parts = day_month_year();
  std::string classes{};
  FormGroup form_group{};
  Attributes attributes{};
};

Html date_input(const DateInput& parameters);

}  // namespace northlight::html

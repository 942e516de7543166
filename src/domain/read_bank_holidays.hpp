#pragma once

#include <filesystem>
#include <string_view>

#include "base/date.hpp"

namespace northlight::domain {

/// Reads the bank holidays of England and Wales from policy/bank-holidays.toml.
///
/// Refuses, with file, line and key: an unknown key, a year that is missing between two others or
/// there twice, a day outside its year, on a weekend or listed twice, and a year without its source
/// or with a status that is not "published", "computed" or "unverified".
Result<BankHolidays> read_bank_holidays(const std::filesystem::path& file);

/// The same for a text that was read already; `name` stands for the file in messages.
Result<BankHolidays> parse_bank_holidays(std::string_view toml, std::string_view name);

}  // namespace northlight::domain

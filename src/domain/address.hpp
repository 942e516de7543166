#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// Addresses as people type them, so that two can be compared.
namespace northlight::domain {

/// "xx1 2ab" as it is written: "XX1 2AB". Invalid for what has not the shape of a postcode.
Result<std::string> written_postcode(std::string_view typed);

/// A house as it is compared: "Flat 3, 12 A" -> "flat312a". Empty for what holds no letter or
/// figure.
std::string house_key(std::string_view typed);

}  // namespace northlight::domain

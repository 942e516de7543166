#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "web/fields.hpp"

namespace northlight::web {

enum class Plus { IsSpace, IsPlus };

/// Refuses a per cent sign without two hexadecimal figures after it, a NUL and text that is not
/// UTF-8.
Result<std::string> percent_decode(std::string_view text, Plus plus);

/// Everything but letters, figures and "-._~" is encoded; fit for a path segment or a query.
std::string percent_encode(std::string_view text);

/// Reads "a=1&b=2&a=3", as queries and simple forms send it. Refuses what cannot be decoded and
/// more than 2,000 fields.
Result<Fields> parse_urlencoded(std::string_view text);

/// Writes "a=1&b=2&a=3", for links that keep a filter.
std::string urlencoded(const Fields& fields);

}  // namespace northlight::web

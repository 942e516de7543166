#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/inspection.hpp"

namespace northlight::store {

/// What one source states, whole, as the text that `inspection_source` keeps. The same facts give
/// the same text.
std::string facts_text(const domain::PublishedInspection& inspection);

/// Reads it back; refuses what this program did not write.
Result<domain::PublishedInspection> parse_facts(std::string_view text);

}  // namespace northlight::store

#pragma once

#include <string_view>

namespace northlight::report {

/// The description of the read API, OpenAPI 3.1 in JSON: src/report/openapi.json as it was when the
/// program was built.
std::string_view openapi_document();

}  // namespace northlight::report

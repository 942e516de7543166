#pragma once

#include <string_view>

#include "base/json.hpp"

/// Whose facts the open data are, and on what terms they may be used. Stands in every document.
namespace northlight::report {

inline constexpr std::string_view licence_name = "Open Government Licence v3.0";
inline constexpr std::string_view licence_address =
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
inline constexpr std::string_view attribution_text =
    "Contains public sector information published by HM Inspectorate of Probation and licensed "
    "under the Open Government Licence v3.0. Read and arranged by Northlight, which is not part of "
    "the inspectorate and is not endorsed by it.";

/// {"attribution", "licence": {"name", "address"}}, to begin a document with.
Json attributed();

}  // namespace northlight::report

#pragma once

#include <string>
#include <string_view>

#include "domain/inspection.hpp"

namespace northlight::domain {

/// The name of a service as it stands in an address: "Bath and North East Somerset" is
/// "bath-and-north-east-somerset"; accents are taken off ("Ynys Môn" is "ynys-mon").
std::string slug(std::string_view name);

/// What a service is called in lists: without "Youth Justice Service", "YJS", "Youth Offending
/// Team" and their kin at its end, and without a leading "The".
std::string short_service_name(std::string_view full_name);

/// The stable identifier of an inspection: service and month of publication, or year where no month
/// is known: "east-sussex-2024-09", "wakefield-2025".
std::string inspection_id(const PublishedInspection& inspection);

}  // namespace northlight::domain

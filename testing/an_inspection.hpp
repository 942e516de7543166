#pragma once

#include <string_view>

#include "domain/inspection.hpp"

namespace northlight::testing {

/// A published inspection of a service that does not exist, with something of everything.
domain::PublishedInspection an_inspection();

/// A row of a table of ratings: a service, when it was published ("2024-09-17", "2024-09" or any
/// words), a score of 23 of 36 and Good.
domain::PublishedInspection a_table_row(std::string_view service, std::string_view published);

}  // namespace northlight::testing

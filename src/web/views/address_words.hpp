#pragma once

#include <vector>

#include "html/html.hpp"
#include "store/addresses.hpp"

/// A child's address, as pages show it.
namespace northlight::web::views {

/// In lines: "12A Weir Lane", "Hollowbeck", "XX1 2AB".
html::Html address_lines(const store::AddressRow& address);

/// Where the child lives, since when, and where they lived before. "Not recorded" where nothing is.
html::Html addresses_lived_at(const std::vector<store::AddressRow>& addresses);

}  // namespace northlight::web::views

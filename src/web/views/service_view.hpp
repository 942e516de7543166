#pragma once

#include <span>

#include "framework/edition.hpp"
#include "html/html.hpp"
#include "store/library.hpp"
#include "web/views/layout.hpp"

namespace northlight::web::views {

/// A service with its inspections over time: a small chart of its scores, and each in a table.
html::Html service_page(const Shell& shell, const store::ServiceHistory& history,
                        std::span<const framework::Edition> editions);

}  // namespace northlight::web::views

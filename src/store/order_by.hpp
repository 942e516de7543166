#pragma once

#include <string>
#include <string_view>

#include "store/conditions.hpp"
#include "store/library.hpp"

namespace northlight::store {

/// As InspectionSort::NewestFirst, which needs no values.
inline constexpr std::string_view newest_first = " order by i.published_order desc, s.name, i.id";

/// " order by …" of `inspection i join service s`; binds what it needs to `bound`.
std::string order_by(const InspectionOrder& order, Conditions& bound);

/// The order of services by their latest inspection.
InspectionOrder as_inspection_order(const ServiceOrder& order);

}  // namespace northlight::store

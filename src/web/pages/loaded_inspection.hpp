#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rating/evidence.hpp"
#include "rating/inspection_rating.hpp"
#include "store/library.hpp"
#include "web/site.hpp"
#include "web/views/inspection_model.hpp"

namespace northlight::web {

/// An inspection from the library, rated again where its edition and its facts allow it.
struct LoadedInspection {
  store::KeptInspection kept;
  const framework::Edition* edition = nullptr;
  std::optional<rating::Evidence> evidence{};
  std::optional<rating::InspectionRating> rated{};
  std::string why_not_rated{};

  /// For views; looks at this, which must outlive it.
  views::InspectionModel model() const;
};

/// From the library, rated again. NotFound, in words for the reader, when no inspection has that id.
Result<LoadedInspection> load_inspection(const Site& site, std::string_view id);

}  // namespace northlight::web

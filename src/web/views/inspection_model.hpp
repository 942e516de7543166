#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/inspection.hpp"
#include "framework/edition.hpp"
#include "html/html.hpp"
#include "html/url.hpp"
#include "rating/inspection_rating.hpp"

namespace northlight::web::views {

/// One inspection with what its pages need besides. Looks at its parts: they must outlive the view.
struct InspectionModel {
  std::string_view id;
  std::string_view service_slug;
  const domain::PublishedInspection& facts;
  const framework::Edition* edition = nullptr;      ///< Null when it is not known.
  const rating::InspectionRating* rated = nullptr;  ///< Null when it cannot be rated again.
  std::string_view why_not_rated{};

  /// Whether the lines of its text are kept, so that a fact can be shown in its place.
  bool has_text() const { return facts.source_kind == domain::SourceKind::PublishedReport; }
  /// Whether any standard's rating is known: otherwise a short card tells all there is.
  bool has_standards() const;
  bool has_counts() const;
  /// Whether any standard has more than a rating: figures, strengths, areas for improvement.
  bool has_details() const;
  /// Whether every standard that the edition counts has a rating, so that the score can be added up
  /// again.
  bool is_complete() const;

  const domain::StandardResult* find(const framework::StandardCode& standard) const;
  const rating::StandardRating* find_rated(const framework::StandardCode& standard) const;
};

/// "line 319", linked to its place in the text where that is kept; nothing without a line.
html::Html line_link(const InspectionModel& model, const std::optional<domain::Line>& line);

}  // namespace northlight::web::views

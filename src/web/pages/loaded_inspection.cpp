#include "web/pages/loaded_inspection.hpp"

#include <utility>

#include "rating/published.hpp"
#include "rating/rate.hpp"

namespace northlight::web {
namespace {

void add_rating(LoadedInspection& loaded) {
  if (loaded.edition == nullptr) {
    loaded.why_not_rated =
        "The source does not say under which inspection standards it was made, so no rule can be "
        "applied.";
    return;
  }
  auto evidence = rating::evidence_of(*loaded.edition, loaded.kept.facts);
  if (!evidence) {
    loaded.why_not_rated = std::move(evidence).error().message;
    return;
  }
  if (evidence->counts.empty() && evidence->stated.empty()) {
    const auto& facts = loaded.kept.facts;
    loaded.why_not_rated =
        std::string("The source gives only the ") + (facts.score ? "score" : "overall rating") +
        ", and no figure or rating of a single standard, so there is nothing to work out or to "
        "change.";
    return;
  }
  auto rated = rating::rate(*loaded.edition, *evidence);
  if (!rated) {
    loaded.why_not_rated = std::move(rated).error().message;
    return;
  }
  loaded.evidence = *std::move(evidence);
  loaded.rated = *std::move(rated);
}

}  // namespace

views::InspectionModel LoadedInspection::model() const {
  return {.id = kept.id,
          .service_slug = kept.service_slug,
          .facts = kept.facts,
          .edition = edition,
          .rated = rated ? &*rated : nullptr,
          .why_not_rated = why_not_rated};
}

Result<LoadedInspection> load_inspection(const Site& site, std::string_view id) {
  auto kept = site.library.inspection(id);
  if (!kept && kept.error().code == ErrorCode::NotFound)
    return Error{ErrorCode::NotFound,
                 "There is no inspection of that name here. It may be listed under another date."};
  if (!kept) return std::move(kept).error();
  LoadedInspection loaded{.kept = *std::move(kept)};
  if (loaded.kept.facts.edition) loaded.edition = site.find_edition(*loaded.kept.facts.edition);
  add_rating(loaded);
  return loaded;
}

}  // namespace northlight::web

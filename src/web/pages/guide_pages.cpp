#include "store/library.hpp"
#include "web/pages/door_pages.hpp"
#include "web/pages/guide.hpp"
#include "web/paths.hpp"
#include "web/views/walk_view.hpp"

namespace northlight::web {

Result<report::Walk> guide_walk(const Site& site) {
  NL_TRY(kept, site.library.inspection(guide_inspection));
  const auto* edition = site.find_edition(kept.facts.edition.value_or(std::string()));
  if (!edition)
    return Error{ErrorCode::Incomplete,
                 "The standards that this inspection was made under are not installed."};
  return report::walk_through(*edition, kept.facts,
                              framework::StandardCode{std::string(guide_standard)});
}

void add_guide_routes(Router& router, const Site& site) {
  router.get(paths::guide_good_with_inadequate_planning().text(), [&site](const Request&) {
    auto walk = guide_walk(site);
    if (!walk)
      return Response::problem(404,
                               "This guide walks through an inspection that the library here "
                               "does not hold in full.");
    const auto kept = site.library.inspection(guide_inspection);
    if (!kept) return Response::problem(kept.error());
    const auto* edition = site.find_edition(kept->facts.edition.value_or(std::string()));
    return Response::html(views::walk_page(site.shell, {.walk = *std::move(walk),
                                                        .inspection = kept->id,
                                                        .edition = *edition})
                              .take())
        .shown_to_all();
  });
}

}  // namespace northlight::web

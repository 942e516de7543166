#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/subject_access.hpp"
#include "forms/form.hpp"
#include "framework/edition.hpp"
#include "reading/vocabulary.hpp"
#include "web/demo_person.hpp"
#include "web/people.hpp"
#include "web/views/layout.hpp"

namespace northlight::store {
class Library;
}

namespace northlight::web {

/// What strangers may ask of one page.
struct PageLimits {
  std::size_t page_size = 25;                       ///< Rows of a list on one page.
  std::size_t compared = 4;                         ///< Inspections side by side.
  std::size_t uploaded_bytes = 20UL * 1024 * 1024;  ///< Of a report that is to be checked.
};

/// Everything that handlers need. Made once when the program starts and handed to every
/// add_…_routes; it must outlive the router, for handlers look at it and do not copy it.
struct Site {
  store::Library& library;
  std::vector<framework::Edition> editions;  ///< Oldest first.
  reading::Vocabulary vocabulary;            ///< Of those editions.
  views::Shell shell{};                      ///< Addresses of the style sheet and the script.
  std::function<Date()> today;
  std::string base_url{};  ///< "https://northlight.example", without a slash at its end.
  PageLimits limits{};
  const forms::Forms* forms = nullptr;  ///< Of children's records; set where people is.
  const domain::SubjectAccessPolicy* subject_access = nullptr;  ///< Set where people is.
  People* people = nullptr;  ///< Null where the library alone is served: nobody can sign in.
  std::vector<DemoPerson> demo_people{};  ///< Empty but in a demonstration.
  std::vector<DemoLink> demo_links{};     ///< Likewise.

  /// Null when no edition has that code.
  const framework::Edition* find_edition(std::string_view code) const {
    for (const auto& edition : editions)
      if (edition.code.text() == code) return &edition;
    return nullptr;
  }
};

}  // namespace northlight::web

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/layout.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

enum class SectionKind {
  Front,     ///< Cover, acknowledgements and whatever stands before the first heading.
  Contents,  ///< The table of contents: its lines are no headings.
  Foreword,
  Ratings,  ///< The table of ratings, with score and overall rating.
  Recommendations,
  Background,  ///< Fieldwork, the area and its figures.
  Domain,      ///< The words between a domain's heading and its first standard.
  Standard,
  Involvement,  ///< What children, parents and carers said.
  Other
};

/// A run of lines under one heading.
struct Section {
  SectionKind kind = SectionKind::Other;
  const StandardWords* standard = nullptr;  ///< Of Standard only.
  const DomainWords* domain = nullptr;      ///< Of Domain and Standard.
  std::size_t first = 0;                    ///< The heading, where there is one.
  std::size_t body = 0;                     ///< The first line after the heading.
  std::size_t end = 0;                      ///< Past the last line.
};

/// A standard named at the start of a line: "2.1. Assessment", "2.1" alone.
struct StandardAt {
  const StandardWords* standard = nullptr;
  bool title_whole = false;
  bool title_begins = false;  ///< The line is the number and two words or more of the title.
  bool id_alone = false;
  std::string_view rest{};  ///< After the title: a rating, a page number, nothing.
};
std::optional<StandardAt> standard_at(const EditionWords& edition, std::string_view line);

/// A domain's heading: "Domain two: Court disposals", "2. Court disposals".
const DomainWords* domain_at(const EditionWords& edition, std::string_view line);

/// The edition whose standards the report names best; `certain` when no other fits as well.
struct EditionFound {
  const EditionWords* edition = nullptr;
  bool certain = false;
  std::size_t standards_named = 0;
  std::vector<const EditionWords*> fit_as_well{};  ///< All that name so many, the first included.
};
EditionFound find_edition(const Layout& layout, const Vocabulary& vocabulary);

std::vector<Section> find_sections(const Layout& layout, const EditionWords& edition,
                                   const Vocabulary& vocabulary);

}  // namespace northlight::reading

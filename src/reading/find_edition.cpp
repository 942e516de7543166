#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "reading/scan.hpp"
#include "reading/sections.hpp"
#include "reading/table_row.hpp"

namespace northlight::reading {

namespace {

constexpr std::size_t few_standards = 4;

/// The standards that rows of tables name where no line opens with a number: "Good   2.1
/// Assessment".
void name_by_cells(const Layout& layout, const EditionWords& edition, const Vocabulary& vocabulary,
                   std::set<const StandardWords*>& named) {
  for (const auto& line : layout.lines()) {
    if (line.text.size() > 160 || line.bullet != 0) continue;
    const auto cells = cells_of(line.text);
    if (cells.count < 2) continue;
    if (const auto row = free_row(edition, vocabulary, line.text)) {
      named.insert(row->standard);
      continue;
    }
    for (std::size_t at = 1; at < cells.count; ++at)
      if (const auto standard = standard_at(edition, cells[at]); standard && standard->title_whole)
        named.insert(standard->standard);
  }
}

/// How many of the edition's domains have a heading of their own.
std::size_t domains_named(const Layout& layout, const EditionWords& edition) {
  std::set<std::string_view> named;
  for (const auto& line : layout.lines()) {
    if (line.bullet != 0 || line.text.size() > 60) continue;
    for (const auto& domain : edition.domains) {
      const auto match = match_title(line.text, domain.title);
      if (domain_at(edition, line.text) == &domain || (match.whole && trim(match.rest).empty()))
        named.insert(domain.id);
    }
  }
  return named.size();
}

/// How many standards the lines name. Looked at closely, cells of tables count too, headings whose
/// title goes on in the next line, and domains.
std::size_t standards_named(const std::vector<std::string_view>& candidates,
                            const EditionWords& edition, const Layout* closely,
                            const Vocabulary& vocabulary) {
  std::set<const StandardWords*> named;
  for (const auto text : candidates) {
    const auto at = standard_at(edition, text);
    if (at && (at->title_whole || (closely != nullptr && at->title_begins)))
      named.insert(at->standard);
  }
  if (closely == nullptr) return named.size();
  name_by_cells(*closely, edition, vocabulary, named);
  return named.size() + domains_named(*closely, edition);
}

}  // namespace

EditionFound find_edition(const Layout& layout, const Vocabulary& vocabulary) {
  EditionFound found;
  // Only lines that open like "2.1" can name a standard; they are looked at once.
  std::vector<std::string_view> candidates;
  for (const auto& line : layout.lines()) {
    auto text = line.text;
    if (text.size() < 3 || line.bullet != 0) continue;
    if (starts_with_ignoring_case(text, "standard ")) text = trim(text.substr(9));
    if (text.size() > 3 && (is_digit(text[0]) || is_upper(text[0])) &&
        (is_digit(text[1]) || text[1] == '.'))
      candidates.push_back(text);
  }
  const auto weigh = [&](const EditionWords& edition, bool closely) {
    const auto named =
        standards_named(candidates, edition, closely ? &layout : nullptr, vocabulary);
    if (named == 0 || named < found.standards_named) return;
    if (named > found.standards_named) found.fit_as_well.clear();
    found.standards_named = named;
    found.fit_as_well.push_back(&edition);
  };
  for (const auto& edition : vocabulary.editions) weigh(edition, false);
  if (found.standards_named < few_standards || found.fit_as_well.size() > 1) {
    const auto alike = std::exchange(found.fit_as_well, {});
    found.standards_named = 0;
    for (const auto& edition : vocabulary.editions)
      if (alike.size() < 2 || std::ranges::find(alike, &edition) != alike.end())
        weigh(edition, true);
  }
  found.certain = found.fit_as_well.size() == 1;
  if (!found.fit_as_well.empty()) found.edition = found.fit_as_well.front();
  return found;
}

}  // namespace northlight::reading

#include "reading/sections.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "reading/scan.hpp"
#include "reading/table_row.hpp"

namespace northlight::reading {

namespace {

struct KnownHeading {
  std::string_view words;  ///< In lower case.
  SectionKind kind;
  bool prefix;  ///< More words may follow.
};

constexpr std::array<KnownHeading, 44> known_headings{{
    {"contents", SectionKind::Contents, false},
    {"table of contents", SectionKind::Contents, false},
    {"foreword", SectionKind::Foreword, false},
    {"overall findings", SectionKind::Foreword, false},
    {"executive summary", SectionKind::Foreword, false},
    {"ratings", SectionKind::Ratings, false},
    {"our ratings", SectionKind::Ratings, false},
    {"summary of ratings", SectionKind::Ratings, false},
    {"ratings summary", SectionKind::Ratings, false},
    {"ratings table", SectionKind::Ratings, false},
    {"recommendations", SectionKind::Recommendations, false},
    {"our recommendations", SectionKind::Recommendations, false},
    {"background", SectionKind::Background, false},
    {"background and context", SectionKind::Background, false},
    {"background to the service", SectionKind::Background, false},
    {"background and key facts", SectionKind::Background, false},
    {"key facts", SectionKind::Background, false},
    {"context", SectionKind::Background, false},
    {"contextual facts", SectionKind::Background, false},
    {"local context", SectionKind::Background, false},
    {"introduction", SectionKind::Background, false},
    {"about the service", SectionKind::Background, false},
    {"population information", SectionKind::Background, false},
    {"caseload information", SectionKind::Background, false},
    {"involvement of children", SectionKind::Involvement, true},
    {"participation of children", SectionKind::Involvement, true},
    {"views of children", SectionKind::Involvement, true},
    {"service users' involvement", SectionKind::Involvement, true},
    {"children's views", SectionKind::Involvement, true},
    {"diversity", SectionKind::Other, false},
    {"equity, diversity and inclusion", SectionKind::Other, false},
    {"acknowledgements", SectionKind::Front, false},
    {"further information", SectionKind::Other, false},
    {"the role of hm inspectorate", SectionKind::Front, true},
    {"the role of her majesty", SectionKind::Front, true},
    {"the role of his majesty", SectionKind::Front, true},
    {"glossary", SectionKind::Other, false},
    {"methodology", SectionKind::Other, false},
    {"inspection methodology", SectionKind::Other, false},
    {"inspection data", SectionKind::Other, false},
    {"annex", SectionKind::Other, true},
    {"annexe", SectionKind::Other, true},
    {"appendix", SectionKind::Other, true},
    {"policy and practice", SectionKind::Other, false},
}};

std::optional<SectionKind> known_heading(std::string_view line) {
  if (line.size() < 7 || line.size() > 90) return std::nullopt;
  line = without_footnote(line);
  while (!line.empty() && (line.back() == ':' || is_space(line.back()))) line.remove_suffix(1);
  for (const auto& heading : known_headings) {
    if (line.empty() || lowered(line.front()) != heading.words.front()) continue;
    if (heading.prefix ? starts_with_ignoring_case(line, heading.words) && line.back() != '.'
                       : equals_ignoring_case(line, heading.words))
      return heading.kind;
  }
  return std::nullopt;
}

/// "Foreword ...... 3", "1.2. Staff    9": an entry of the contents.
bool is_contents_entry(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || line.size() > 160 || !is_digit(line.back())) return false;
  auto at = line.size();
  while (at > 0 && is_digit(line[at - 1])) --at;
  return line.size() - at <= 3 && at > 0 &&
         (is_space(line[at - 1]) || line[at - 1] == '.' ||
          static_cast<unsigned char>(line[at - 1]) >= 0x80);
}

bool has_leader(std::string_view line) {
  return line.find("....") != std::string_view::npos ||
         line.find(". . .") != std::string_view::npos ||
         line.find("\xE2\x80\xA6\xE2\x80\xA6") != std::string_view::npos;
}

std::size_t end_of_contents(const Layout& layout, std::size_t heading) {
  std::size_t end = heading + 1;
  int misses = 0;
  for (std::size_t at = layout.next_text(heading + 1); at < layout.size();
       at = layout.next_text(at + 1)) {
    if (is_contents_entry(layout[at].text) || has_leader(layout[at].text)) {
      end = at + 1;
      misses = 0;
    } else if (++misses > 2) {
      break;
    }
  }
  return end;
}

std::optional<std::int64_t> domain_number(std::string_view word) {
  if (word.size() == 1 && is_digit(word.front())) return word.front() - '0';
  constexpr std::array<std::string_view, 6> words{"one", "two", "three", "four", "five", "six"};
  for (std::size_t at = 0; at < words.size(); ++at)
    if (equals_ignoring_case(word, words[at])) return static_cast<std::int64_t>(at) + 1;
  return std::nullopt;
}

/// The rest of a heading may hold a rating or a footnote mark, never prose.
bool ends_heading(std::string_view rest, const Vocabulary& vocabulary) {
  rest = trim(rest);
  while (!rest.empty() && (rest.front() == '.' || rest.front() == ':')) rest.remove_prefix(1);
  rest = trim(rest);
  if (rest.empty() || without_footnote(rest).empty()) return true;
  if (rest.front() == '(' && rest.back() == ')' && rest.size() < 40) return true;
  if (rest.size() <= 2 && std::ranges::all_of(rest, is_digit)) return true;
  return rating_in(vocabulary, rest).has_value();
}

}  // namespace

std::optional<StandardAt> standard_at(const EditionWords& edition, std::string_view line) {
  if (starts_with_ignoring_case(line, "standard ")) line = trim(line.substr(9));
  if (line.size() < 2 || line.size() > 200) return std::nullopt;
  if (!is_digit(line.front()) && !(is_upper(line.front()) && is_digit(line[1])))
    return std::nullopt;
  const StandardWords* found = nullptr;
  std::string_view after;
  for (const auto& standard : edition.standards) {
    if (!line.starts_with(standard.id)) continue;
    after = line.substr(standard.id.size());
    if (!after.empty() && (is_digit(after.front()) || is_letter(after.front()))) continue;
    if (after.size() > 1 && after.front() == '.' && is_digit(after[1])) continue;
    found = &standard;
    break;
  }
  if (found == nullptr) return std::nullopt;
  while (!after.empty() &&
         (after.front() == '.' || after.front() == ':' || is_space(after.front())))
    after.remove_prefix(1);
  StandardAt at;
  at.standard = found;
  if (after.empty()) {
    at.id_alone = true;
    return at;
  }
  const auto match = match_standard(after, *found);
  if (match.words == 0) return std::nullopt;
  at.title_whole = match.whole;
  at.title_begins = match.words > 1 && trim(match.rest).empty();
  at.rest = match.rest;
  return at;
}

const DomainWords* domain_at(const EditionWords& edition, std::string_view line) {
  if (line.size() < 4 || line.size() > 120) return nullptr;
  std::string_view rest;
  std::optional<std::int64_t> number;
  if (starts_with_ignoring_case(line, "domain ")) {
    rest = line.substr(7);
    std::size_t end = 0;
    while (end < rest.size() && in_word(rest[end])) ++end;
    number = domain_number(rest.substr(0, end));
    if (!number) return nullptr;
    rest = rest.substr(end);
  } else if (is_digit(line.front()) && !is_digit(line[1]) &&
             !(line[1] == '.' && is_digit(line[2]))) {
    number = line.front() - '0';
    rest = line.substr(1);
  } else {
    return nullptr;
  }
  for (const auto& domain : edition.domains) {
    const auto match = match_title(rest, domain.title);
    const auto left = trim(without_footnote(match.rest));
    if (match.words > 0 && (match.whole || left.empty()) && left.size() < 40 &&
        (left.empty() || left.back() != '.'))
      return &domain;
  }
  // "Domain two" alone, with the title on the next line.
  if (starts_with_ignoring_case(line, "domain ") && trim(rest).size() < 2)
    for (const auto& domain : edition.domains)
      if (domain.number == std::to_string(*number)) return &domain;
  return nullptr;
}

namespace {

/// Finds the ratings table: from its heading, or from score or overall rating, to the next heading
/// or to the first standard that it names a second time.
std::optional<Section> ratings_table(const Layout& layout, const EditionWords& edition,
                                     const Vocabulary& vocabulary, std::size_t from) {
  for (std::size_t at = layout.next_text(from); at < layout.size(); at = layout.next_text(at + 1)) {
    const auto text = layout[at].text;
    const bool heading = known_heading(text) == SectionKind::Ratings;
    const bool opens = heading || starts_with_ignoring_case(text, "overall rating") ||
                       (starts_with_ignoring_case(text, "score") && text.size() < 40);
    if (!opens || layout[at].bullet != 0) continue;
    Section table{SectionKind::Ratings, nullptr, nullptr, at, heading ? at + 1 : at, at + 1};
    std::set<const StandardWords*> named;
    std::size_t since_row = 0;
    for (std::size_t row = layout.next_text(at + 1); row < layout.size();
         row = layout.next_text(row + 1)) {
      // "-   2.1 Assessment": a dash stands for no rating and is no bullet.
      if (layout[row].bullet != 0 && !standard_at(edition, layout[row].text)) break;
      const auto kind = known_heading(layout[row].text);
      if (kind && *kind != SectionKind::Ratings && *kind != SectionKind::Front) break;
      auto standard = standard_at(edition, layout[row].text);
      if (const auto free =
              standard ? std::nullopt : free_row(edition, vocabulary, layout[row].text)) {
        standard = StandardAt{free->standard, true, false, false, {}};
      } else if (!standard) {
        // "Good    2.1 Assessment"
        const auto cells = cells_of(layout[row].text);
        if (cells.count > 1 && rating_in(vocabulary, cells[0]))
          standard = standard_at(edition, cells[1]);
      }
      // A domain that the table has had begins its own pages.
      if (const auto* domain = domain_at(edition, layout[row].text);
          domain != nullptr && std::ranges::any_of(named, [&](const StandardWords* one) {
            return one->domain == domain->id;
          }))
        break;
      if (standard) {
        if (named.contains(standard->standard)) break;
        named.insert(standard->standard);
        since_row = 0;
      } else if (++since_row > 24) {
        break;
      }
      table.end = row + 1;
    }
    if (named.size() >= 3) return table;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Section> find_sections(const Layout& layout, const EditionWords& edition,
                                   const Vocabulary& vocabulary) {
  std::vector<Section> sections;
  sections.push_back({SectionKind::Front, nullptr, nullptr, 0, 0, layout.size()});
  const auto open = [&](Section section) {
    sections.back().end = section.first;
    section.end = layout.size();
    sections.push_back(section);
  };
  std::size_t at = layout.next_text(0);
  std::optional<Section> table;
  bool contents_seen = false;
  bool table_sought = false;
  const DomainWords* domain = nullptr;
  while (at < layout.size()) {
    const auto& line = layout[at];
    if (line.bullet != 0 || line.text.size() > 120) {
      at = layout.next_text(at + 1);
      continue;
    }
    const auto kind = known_heading(line.text);
    if (kind == SectionKind::Contents && !contents_seen) {
      contents_seen = true;
      const auto end = end_of_contents(layout, at);
      open({SectionKind::Contents, nullptr, nullptr, at, at + 1, end});
      at = layout.next_text(end);
      open({SectionKind::Front, nullptr, nullptr, std::min(at, layout.size()),
            std::min(at, layout.size()), layout.size()});
      continue;
    }
    if (!table_sought) {
      table = ratings_table(layout, edition, vocabulary, at);
      table_sought = true;
    }
    if (table && at >= table->first && at < table->end) {
      open(*table);
      at = layout.next_text(table->end);
      open({SectionKind::Other, nullptr, nullptr, std::min(at, layout.size()),
            std::min(at, layout.size()), layout.size()});
      table.reset();
      continue;
    }
    if (kind && *kind != SectionKind::Contents) {
      open({*kind == SectionKind::Ratings ? SectionKind::Other : *kind, nullptr, nullptr, at,
            at + 1, layout.size()});
    } else if (const auto* named = domain_at(edition, line.text)) {
      domain = named;
      open({SectionKind::Domain, nullptr, domain, at, at + 1, layout.size()});
    } else if (const auto standard = standard_at(edition, line.text);
               standard && !is_contents_entry(line.text) &&
               ends_heading(standard->rest, vocabulary)) {
      for (const auto& candidate : edition.domains)
        if (candidate.id == standard->standard->domain) domain = &candidate;
      std::size_t body = at + 1;
      if (!standard->title_whole) {
        // The title goes on, or stands, on the next line.
        const auto next = layout.next_text(at + 1);
        if (next < layout.size() && layout[next].text.size() < 80 && standard->id_alone) {
          const auto match = match_standard(layout[next].text, *standard->standard);
          if (match.words == 0) {
            at = layout.next_text(at + 1);
            continue;
          }
          body = next + 1;
        }
      }
      open({SectionKind::Standard, standard->standard, domain, at, body, layout.size()});
    }
    at = layout.next_text(at + 1);
  }
  std::erase_if(sections, [](const Section& section) { return section.first >= section.end; });
  return sections;
}

}  // namespace northlight::reading

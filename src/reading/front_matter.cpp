#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "domain/slug.hpp"
#include "reading/dates_in_text.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

namespace {

/// A line of the cover that is certainly not part of the service's name.
bool ends_name(std::string_view line) {
  for (const std::string_view words :
       {"hm inspectorate", "her majesty", "his majesty", "arolygiaeth", "contents", "fieldwork",
        "published", "report", "inspection", "acknowledgements", "foreword", "ratings", "isbn"})
    if (starts_with_ignoring_case(line, words)) return true;
  return month_at(line, 0).has_value();
}

/// What the title says after "services in": nothing when the line is no title.
std::optional<std::string_view> after_title(std::string_view line) {
  // "Arolygiad o … / An inspection of …": the title in two languages.
  if (const auto second = line.rfind(" / "); second != std::string_view::npos)
    line = trim(line.substr(second + 3));
  for (const std::string_view opening :
       {"an inspection of youth", "inspection of youth", "a joint inspection of youth",
        "joint inspection of youth", "a re-inspection of youth", "a reinspection of youth"}) {
    if (!starts_with_ignoring_case(line, opening)) continue;
    static constexpr std::array<Phrase, 3> joints{" in:", " in ", ": "};
    for (const auto& joint : joints) {
      const auto at = find_words(line, joint, opening.size());
      if (at != std::string_view::npos) return trim(line.substr(at + joint.size()));
    }
    for (const std::string_view ending :
         {" in", "services", "victims", "justice", "offending", "work", "with", "children", "and"})
      if (ends_with_ignoring_case(line, ending)) return std::string_view{};
  }
  return std::nullopt;
}

/// The name without what may follow it on the line: publisher, month, page number.
std::string_view name_part(std::string_view text) {
  static constexpr std::array<Phrase, 3> publishers{"hm inspectorate", "her majesty",
                                                    "his majesty"};
  for (const auto& words : publishers)
    if (const auto at = find_words(text, words); at != std::string_view::npos)
      text = trim(text.substr(0, at));
  while (!text.empty() && (is_digit(text.back()) || is_space(text.back()) || text.back() == ',' ||
                           text.back() == '-' || text.back() == '|'))
    text.remove_suffix(1);
  for (std::size_t at = 1; at < text.size(); ++at)
    if (is_upper(text[at]) && is_space(text[at - 1]) && month_at(text, at))
      return trim(text.substr(0, at));
  const auto cells = cells_of(text);
  return cells.count > 0 ? cells[0] : std::string_view{};
}

/// A line that can only be the rest of a title: "services in", "with children and victims in".
bool continues_title(std::string_view line) {
  for (const std::string_view words : {"services", "service", "justice", "offending", "work",
                                       "with", "children", "and victims", "victims", "in"})
    if (starts_with_ignoring_case(line, words) &&
        (line.size() == words.size() || is_space(line[words.size()])))
      return line.size() < 120;
  return false;
}

std::string name_from_title(const Layout& layout, std::string& title) {
  for (std::size_t at = layout.next_text(0); at < layout.size(); at = layout.next_text(at + 1)) {
    const auto& line = layout[at];
    auto after = line.text.size() < 200 ? after_title(line.text) : std::nullopt;
    if (!after) continue;
    std::string opening{line.text};
    std::string name{name_part(*after)};
    auto next = at + 1;
    // "… work with children and victims in" may itself run over lines.
    for (int more = 0; more < 3 && after && after->empty() && !opening.ends_with(" in"); ++more) {
      const auto follow = layout.next_text(next);
      if (follow >= layout.size() || !continues_title(layout[follow].text)) break;
      append_line(opening, layout[follow].text, layout);
      after = after_title(opening);
      if (after) name = name_part(*after);
      next = follow + 1;
    }
    if (!after) continue;
    if (name.empty()) {
      next = layout.next_text(next);
      if (next < layout.size() && layout[next].text.size() < 120 && !ends_name(layout[next].text)) {
        name = name_part(layout[next].text);
        ++next;
      }
    }
    // A long name runs on without an empty line, or ends in "and" or "&".
    for (int more = 0; more < 2 && next < layout.size() && !name.empty(); ++more) {
      const bool open = ends_with_ignoring_case(name, " and") || name.ends_with('&') ||
                        name.ends_with(',') || ends_with_ignoring_case(name, " with");
      const auto follow = open ? layout.next_text(next) : next;
      if (follow >= layout.size() || layout[follow].blank() || layout[follow].furniture) break;
      const auto text = layout[follow].text;
      const bool continues =
          open || starts_with_ignoring_case(text, "and ") || text.starts_with("& ");
      if (!continues || text.size() > 80 || ends_name(text)) break;
      name += ' ';
      name += name_part(text);
      next = follow + 1;
    }
    if (name.empty() || name.size() > 160) continue;
    while (!name.empty() && (name.back() == '.' || name.back() == ':')) name.pop_back();
    const auto cut = find_words(opening, Phrase::of(lower(name)));
    if (cut != std::string_view::npos) opening.resize(cut);
    title = std::string(trim(opening));
    if (!title.empty()) title += ' ';
    title += name;
    return name;
  }
  return {};
}

/// A name is written in capitals but for the words that join it; a sentence is not.
bool is_name(std::string_view text) {
  for (const auto word : split_words(text)) {
    if (!is_lower(word.front())) continue;
    constexpr std::array<std::string_view, 9> joining{"and", "of", "the",  "on", "upon",
                                                      "in",  "ac", "with", "for"};
    if (std::ranges::find(joining, word) == joining.end()) return false;
  }
  return true;
}

bool names_service(std::string_view text) {
  if (text.size() < 5 || text.size() > 140 || !is_name(text)) return false;
  if (has_words(text, "youth") &&
      (has_words(text, "service") || has_words(text, "team") || has_words(text, "partnership")))
    return true;
  for (const std::string_view ending : {" YJS", " YOS", " YOT", " YOTs", " JYJS"})
    if (text.ends_with(ending)) return true;
  return has_words(text, "cyfiawnder ieuenctid");
}

std::string full_name(const ReadingInProgress& reading) {
  for (const auto& section : reading.sections) {
    if (section.kind != SectionKind::Ratings) continue;
    const auto from = section.first > 8 ? section.first - 8 : 0;
    for (auto at = from; at < section.end; ++at) {
      const auto& line = reading.layout[at];
      if (line.blank() || line.furniture) continue;
      if (standard_at(reading.edition, line.text)) break;
      const auto cells = cells_of(line.text);
      if (cells.count == 0) continue;
      auto name = without_footnote(cells[0]);
      if (const auto score = find_words(name, " score"); score != std::string_view::npos)
        name = trim(name.substr(0, score));
      if (names_service(name) && !has_words(name, "inspection") && name.back() != '.')
        return std::string(name);
    }
  }
  return {};
}

void read_publication(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  const auto& layout = reading.layout;
  int seen = 0;
  for (std::size_t at = layout.next_text(0); at < layout.size() && seen < 60;
       at = layout.next_text(at + 1), ++seen) {
    const auto text = layout[at].text;
    if (text.size() > 140 || has_words(text, "fieldwork")) continue;
    const auto dates = dates_in(text);
    if (dates.empty()) continue;
    const bool cover = has_words(text, "inspectorate") ||
                       starts_with_ignoring_case(text, "published") ||
                       trim(text.substr(0, dates.front().begin)).empty();
    if (!cover) continue;
    if (dates.front().day) into.published.day = dates.front().day;
    into.published.month = dates.front().month;
    into.published.text =
        std::string(text.substr(dates.front().begin, dates.front().end - dates.front().begin));
    return;
  }
}

void read_isbn(const Layout& layout, domain::PublishedInspection& into) {
  for (const auto& line : layout.lines()) {
    const auto at = line.text.size() < 200 ? line.text.find("ISBN") : std::string_view::npos;
    if (at == std::string_view::npos) continue;
    std::string isbn;
    for (const char sign : line.text.substr(at + 4)) {
      if (is_digit(sign) || sign == '-' || (sign == 'X' && !isbn.empty()))
        isbn += sign;
      else if (!isbn.empty() && sign != ' ')
        break;
    }
    if (std::ranges::count_if(isbn, is_digit) < 9) continue;
    into.isbn = isbn;
    return;
  }
}

}  // namespace

void read_front_matter(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  into.service = name_from_title(reading.layout, into.source_title);
  into.service_full_name = full_name(reading);
  if (into.service_full_name.empty())
    for (const auto& recommendation : into.recommendations)
      if (into.service_full_name.empty() && names_service(recommendation.addressee) &&
          (into.service.empty() ||
           has_words(recommendation.addressee, Phrase::of(lower(into.service))))) {
        std::string_view name = recommendation.addressee;
        if (starts_with_ignoring_case(name, "the ")) name.remove_prefix(4);
        if (name.find(" and ") == std::string_view::npos || has_words(into.service, " and "))
          into.service_full_name = std::string(name);
      }
  if (into.service.empty() && !into.service_full_name.empty())
    into.service = domain::short_service_name(into.service_full_name);
  if (into.source_title.empty() && !into.service.empty())
    into.source_title = "Inspection report: " + into.service;
  if (starts_with_ignoring_case(into.source_title, "a joint inspection") ||
      starts_with_ignoring_case(into.source_title, "joint inspection"))
    into.joint = true;
  read_publication(reading, into);
  read_isbn(reading.layout, into);
}

}  // namespace northlight::reading

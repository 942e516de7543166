#include <algorithm>

#include "base/text.hpp"
#include "reading/dates_in_text.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

namespace {

bool about_fieldwork(std::string_view text) {
  return has_words(text, "fieldwork") || has_words(text, "on site") || has_words(text, "on-site") ||
         has_words(text, "inspection took place") || has_words(text, "inspection started");
}

Casework casework_in(std::string_view clause) {
  if (has_words(clause, "resettlement") || has_words(clause, "released"))
    return Casework::Resettlement;
  if (has_words(clause, "out-of-court") || has_words(clause, "out of court") ||
      has_words(clause, "caution") || has_words(clause, "diversion"))
    return Casework::OutOfCourt;
  static constexpr std::array<Phrase, 5> court{"court", "sentence", "licence", "order",
                                               "statutory"};
  const bool of_court =
      std::ranges::any_of(court, [&](const auto& word) { return has_words(clause, word); });
  return of_court ? Casework::Court : Casework::None;
}

/// "between A and B", "from A to B", "A – B": two days that belong together.
bool joins(std::string_view between) {
  between = trim(between);
  while (!between.empty() && between.back() == ',') between.remove_suffix(1);
  if (between.size() > 24) return false;
  for (const std::string_view joint : {"and", "to", "until", "-", "\xE2\x80\x93"})
    if (starts_with_ignoring_case(between, joint)) return true;
  return false;
}

void read_windows(const ReadingInProgress& reading, std::string_view sentence,
                  const std::vector<DateInText>& dates, domain::PublishedInspection& into) {
  std::size_t clause_start = 0;
  for (std::size_t at = 0; at + 1 < dates.size(); ++at) {
    const auto& from = dates[at];
    const auto& to = dates[at + 1];
    if (!from.day || !to.day || *to.day < *from.day) continue;
    const bool one_phrase = from.begin == to.begin;  // "10 to 14 June 2024"
    if (!one_phrase &&
        (to.begin < from.end || !joins(sentence.substr(from.end, to.begin - from.end))))
      continue;
    const auto clause = sentence.substr(clause_start, from.begin - clause_start);
    clause_start = to.end;
    ++at;
    if (about_fieldwork(clause)) continue;
    const auto* domain = domain_for(reading.edition, casework_in(clause));
    if (domain == nullptr || casework_in(clause) == Casework::None) continue;
    const bool known = std::ranges::any_of(
        into.case_windows,
        [&](const domain::CaseWindow& window) { return window.domain == domain->id; });
    if (known) continue;
    into.case_windows.push_back(
        {domain->id, *from.day, *to.day, reading.flat.line_of(sentence.substr(from.begin))});
  }
}

void read_fieldwork(std::string_view sentence, const std::vector<DateInText>& dates,
                    domain::PublishedInspection& into) {
  std::size_t place = std::string_view::npos;
  static constexpr std::array<Phrase, 5> on_site{"fieldwork", "on site", "on-site",
                                                 "inspection took place", "inspection started"};
  for (const auto& words : on_site) place = std::min(place, find_words(sentence, words));
  for (const auto& date : dates) {
    if (date.end < place) continue;
    if (!into.fieldwork_month) into.fieldwork_month = date.month;
    if (!into.fieldwork_started && date.day) into.fieldwork_started = *date.day;
    return;
  }
}

}  // namespace

void read_dates(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  for (const auto& paragraph : reading.flat.paragraphs()) {
    const auto& section = reading.sections[paragraph.section];
    if (section.kind != SectionKind::Background && section.kind != SectionKind::Ratings &&
        section.kind != SectionKind::Front && section.kind != SectionKind::Foreword &&
        section.kind != SectionKind::Domain && section.kind != SectionKind::Other)
      continue;
    if (section.kind == SectionKind::Ratings) {
      for (auto at = section.first; at < section.end; ++at)
        if (const auto text = reading.layout[at].text;
            text.find("20") != std::string_view::npos && about_fieldwork(text))
          read_fieldwork(text, dates_in(text), into);
      continue;
    }
    for (const auto sentence : reading.flat.sentences_of(paragraph)) {
      if (sentence.find("20") == std::string_view::npos) continue;
      const auto dates = dates_in(sentence);
      if (dates.empty()) continue;
      if (about_fieldwork(sentence)) read_fieldwork(sentence, dates, into);
      if (dates.size() > 1) read_windows(reading, sentence, dates, into);
    }
  }
}

}  // namespace northlight::reading

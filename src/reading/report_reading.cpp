#include <algorithm>
#include <set>
#include <string>

#include "base/text.hpp"
#include "reading/findings_lists.hpp"
#include "reading/flat_text.hpp"
#include "reading/key_questions.hpp"
#include "reading/ratings_table.hpp"
#include "reading/read_report.hpp"
#include "reading/reading_in_progress.hpp"
#include "reading/sections.hpp"

namespace northlight::reading {

namespace {

Error not_a_report() {
  return {
      ErrorCode::Invalid,
      "This is not the text of an inspection report of a youth justice service: it names too "
      "few of the inspection's standards. Give the report itself, as a PDF or as text, with its "
      "page of ratings.",
      "text"};
}

domain::StandardResult& standard_in(domain::PublishedInspection& into, const StandardWords& words) {
  for (auto& standard : into.standards)
    if (standard.id == words.id) return standard;
  domain::StandardResult standard;
  standard.id = words.id;
  standard.title = words.title;
  into.standards.push_back(std::move(standard));
  return into.standards.back();
}

void read_ratings(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  for (const auto& section : reading.sections) {
    if (section.kind != SectionKind::Ratings) continue;
    const auto table =
        read_ratings_table(reading.layout, section, reading.edition, reading.vocabulary);
    for (const auto& row : table.rows) {
      auto& standard = standard_in(into, *row.standard);
      if (row.rating) standard.rating = std::string(*row.rating);
      standard.line = row.line;
    }
    if (table.overall) into.overall_rating = std::string(*table.overall);
    into.score = table.score;
    into.score_maximum = table.score_maximum;
  }
}

/// "Overall, East Sussex YJS was rated as 'Good'": where the ratings page does not say.
void read_overall_in_words(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  if (into.overall_rating) return;
  for (const auto& paragraph : reading.flat.paragraphs()) {
    const auto kind = reading.sections[paragraph.section].kind;
    if (kind != SectionKind::Foreword && kind != SectionKind::Front && kind != SectionKind::Other)
      continue;
    for (const auto sentence : reading.flat.sentences_of(paragraph)) {
      if (!has_words(sentence, "overall") || !has_words(sentence, "rat")) continue;
      auto words = sentence;
      while (!words.empty() && words.back() == '.') words.remove_suffix(1);
      if (const auto rating = trailing_rating(reading.vocabulary, words)) {
        into.overall_rating = std::string(rating->rating);
        return;
      }
    }
  }
}

/// A percentage with decimals, by whose exact figure the count behind it is found.
struct Decimal {
  std::string standard;
  std::string lens;
  std::int64_t tenths = 0;
};

std::vector<Decimal> read_standard_pages(const ReadingInProgress& reading,
                                         domain::PublishedInspection& into) {
  std::vector<Decimal> decimals;
  std::set<std::string> rated_on_table;
  for (const auto& standard : into.standards)
    if (standard.rating) rated_on_table.insert(standard.id);
  const bool any_table = !into.standards.empty();
  for (const auto& section : reading.sections) {
    if (section.kind != SectionKind::Standard) continue;
    auto& standard = standard_in(into, *section.standard);
    if (!standard.line) standard.line = reading.layout[section.first].number;
    if (!standard.rating && !(any_table && rated_on_table.contains(standard.id)))
      if (const auto rating = rating_on_page(reading.layout, section, reading.vocabulary))
        standard.rating = std::string(*rating);
    auto lists = read_findings_lists(reading.layout, section);
    std::ranges::move(lists.strengths, std::back_inserter(standard.strengths));
    std::ranges::move(lists.areas_for_improvement,
                      std::back_inserter(standard.areas_for_improvement));
    if (!section.standard->by_cases || !standard.key_questions.empty()) continue;
    for (auto& question : read_key_questions(reading.layout, section, reading.edition)) {
      if (question.tenths) decimals.push_back({standard.id, question.facts.lens, *question.tenths});
      standard.key_questions.push_back(std::move(question.facts));
    }
  }
  return decimals;
}

/// The findings of a standard's page that stand under a heading of their own ("Involvement of
/// children") belong to no standard and are left out; the order becomes the edition's.
void put_in_order(const EditionWords& edition, domain::PublishedInspection& into) {
  const auto place = [&](const domain::StandardResult& standard) {
    return edition.find(standard.id) - edition.standards.data();
  };
  std::ranges::stable_sort(into.standards, {}, place);
}

/// The counts behind each percentage, out of the sample of the standard's domain.
void add_counts(const EditionWords& edition, const std::vector<Decimal>& decimals,
                domain::PublishedInspection& into) {
  for (auto& standard : into.standards) {
    const auto* words = edition.find(standard.id);
    if (words == nullptr || !words->by_cases) continue;
    const auto sample = std::ranges::find(into.samples, words->domain, &domain::Sample::what);
    if (sample != into.samples.end()) standard.cases = sample->count;
    for (auto& question : standard.key_questions) {
      if (!standard.cases && question.share) standard.cases = question.share->judged();
      if (question.share || !question.percent || !standard.cases) continue;
      const auto decimal = std::ranges::find_if(decimals, [&](const Decimal& one) {
        return one.standard == standard.id && one.lens == question.lens;
      });
      if (decimal == decimals.end()) {
        question.share = share_printed_as(*question.percent, *standard.cases);
      } else if (auto share = share_of_tenths(decimal->tenths, *standard.cases)) {
        question.percent = share->printed();
        question.share = *std::move(share);
      }
    }
  }
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    auto end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    at = end + 1;
  }
  return lines;
}

/// The edition whose standards are named best; of several with the same standards the one in use
/// when the service was inspected; nothing where that does not settle it.
std::optional<std::string> edition_of(const ParsedReport& parsed,
                                      const domain::PublishedInspection& inspection) {
  const auto& found = parsed.found();
  if (found.certain) return found.edition->id;
  const auto when =
      inspection.fieldwork_month ? inspection.fieldwork_month : inspection.published.month;
  if (!when) return std::nullopt;
  std::optional<std::string> settled;
  for (const auto* edition : found.fit_as_well) {
    if ((edition->from && *when < *edition->from) || (edition->until && *when > *edition->until))
      continue;
    if (settled) return std::nullopt;
    settled = edition->id;
  }
  return settled;
}

bool is_about_youth(std::string_view text) {
  for (const std::string_view words :
       {"outh justice", "outh offending", "OUTH JUSTICE", "OUTH OFFENDING", "YJS", "YOS", "YOT"})
    if (text.find(words) != std::string_view::npos) return true;
  return false;
}

}  // namespace

ParsedReport::ParsedReport(std::string_view text, const Vocabulary& vocabulary)
    : vocabulary_(vocabulary), layout_(text), found_(find_edition(layout_, vocabulary)) {
  if (!is_report()) return;
  sections_ = find_sections(layout_, *found_.edition, vocabulary);
  flat_.emplace(layout_, sections_);
}

bool ParsedReport::is_report() const {
  constexpr std::size_t fewest_standards = 4;
  return found_.edition != nullptr && found_.standards_named >= fewest_standards;
}

Result<domain::PublishedInspection> read_parsed(const ParsedReport& parsed, std::string_view text) {
  if (trim(text).empty())
    return Error{ErrorCode::Invalid, "The text is empty. Give the text of a published report.",
                 "text"};
  if (!parsed.is_report() || !is_about_youth(text)) return not_a_report();
  const auto reading = parsed.reading();
  domain::PublishedInspection inspection;
  inspection.source_kind = domain::SourceKind::PublishedReport;
  read_ratings(reading, inspection);
  const auto decimals = read_standard_pages(reading, inspection);
  const bool rated = std::ranges::any_of(
      inspection.standards, [](const auto& standard) { return standard.rating.has_value(); });
  if (!rated && !inspection.score && !inspection.overall_rating) return not_a_report();
  read_overall_in_words(reading, inspection);
  for (const auto& section : reading.sections)
    if (section.kind == SectionKind::Recommendations && inspection.recommendations.empty())
      inspection.recommendations = read_recommendations(reading.layout, section);
  read_front_matter(reading, inspection);
  read_dates(reading, inspection);
  read_evidence(reading, inspection);
  read_context(reading, inspection);
  put_in_order(reading.edition, inspection);
  add_counts(reading.edition, decimals, inspection);
  inspection.edition = edition_of(parsed, inspection);
  if (text.find("Open Government Licence") != std::string_view::npos)
    inspection.licence = "Open Government Licence v3.0";
  inspection.text = lines_of(text);
  return inspection;
}

Result<domain::PublishedInspection> read_report(std::string_view text,
                                                const Vocabulary& vocabulary) {
  return read_parsed(ParsedReport(text, vocabulary), text);
}

}  // namespace northlight::reading

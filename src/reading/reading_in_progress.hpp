#pragma once

#include <cassert>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/inspection.hpp"
#include "reading/flat_text.hpp"
#include "reading/layout.hpp"
#include "reading/scan.hpp"
#include "reading/sections.hpp"
#include "reading/vocabulary.hpp"

namespace northlight::reading {

/// What the parts of the reader share while one report is read.
struct ReadingInProgress {
  const Layout& layout;
  const Vocabulary& vocabulary;
  const EditionWords& edition;
  const std::vector<Section>& sections;
  const FlatText& flat;
};

/// A report cut into lines, sections and paragraphs: what reading and checking both work on.
class ParsedReport {
 public:
  ParsedReport(std::string_view text, const Vocabulary& vocabulary);
  ParsedReport(const ParsedReport&) = delete;
  ParsedReport& operator=(const ParsedReport&) = delete;

  /// Whether the text names enough of an edition's standards to be a report.
  bool is_report() const;
  const EditionFound& found() const { return found_; }
  /// Of what is a report.
  ReadingInProgress reading() const {
    assert(flat_);
    return {layout_, vocabulary_, *found_.edition, sections_, *flat_};
  }

 private:
  const Vocabulary& vocabulary_;
  Layout layout_;
  EditionFound found_;
  std::vector<Section> sections_;
  std::optional<FlatText> flat_;
};

/// Reads what a parsed report states. Refuses what is no report.
Result<domain::PublishedInspection> read_parsed(const ParsedReport& parsed, std::string_view text);

/// Cover and imprint: the service's name, publication, ISBN, whether it was a joint inspection.
void read_front_matter(const ReadingInProgress& reading, domain::PublishedInspection& into);

/// Samples, disposals, interviews, meetings, surveys.
void read_evidence(const ReadingInProgress& reading, domain::PublishedInspection& into);

/// Fieldwork and the windows in which cases had to start.
void read_dates(const ReadingInProgress& reading, domain::PublishedInspection& into);

/// Figures about the service and its area.
void read_context(const ReadingInProgress& reading, domain::PublishedInspection& into);

/// What kind of casework a domain is about, told by its title.
enum class Casework { None, Court, OutOfCourt, Resettlement, Children, Victims };
Casework casework_of(const DomainWords& domain);
const DomainWords* domain_for(const EditionWords& edition, Casework casework);

/// "11 of the 20", "five out of the 11", "18/18": the second number after the first.
std::optional<Number> out_of(std::string_view sentence, const Number& number);

}  // namespace northlight::reading

#include "reading/check_words.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "reading/check_repeats.hpp"
#include "reading/ratings_table.hpp"

namespace northlight::reading {

namespace {

using domain::Severity;

/// "One child said of her YJS officer:", "Comments from parents included:".
bool announces_quotation(std::string_view paragraph) {
  if (paragraph.size() < 8 || paragraph.back() != ':') return false;
  Sentences sentences(paragraph);
  std::string_view last;
  for (auto sentence = sentences.next(); !sentence.empty(); sentence = sentences.next())
    last = sentence;
  if (last.size() > 240) return false;
  const bool person = any_word(last, {"child", "parent", "carer", "young person", "respondent",
                                      "volunteer", "victim", "staff", "practitioner", "manager"});
  if (!person) return false;
  if (any_word(last, {"comments", "feedback", "quotes", "responses"}) &&
      any_word(last, {"included", "include:"}))
    return true;
  return any_word(last,
                  {" said", " wrote", " replied", " commented", " told us", " told inspectors",
                   " stated", " explained", " remarked", " reflected", " added:"}) &&
         !any_word(last, {"as follows", "the following", "should"});
}

bool has_quotation(std::string_view text) {
  const auto opening = text.substr(0, 60);
  for (std::size_t at = 0; at < opening.size(); ++at) {
    const char sign = opening[at];
    if (sign == '"') return true;
    if (sign == '\xE2' && quote_at(opening.substr(at)) == 3) return true;
    if (sign == '\'' && (at == 0 || is_space(opening[at - 1]))) return true;
  }
  return false;
}

bool speaks_as_i(std::string_view text) {
  return any_word(text,
                  {" i ", "i'm ", "i\xE2\x80\x99m ", " my ", " me ", " me.", " us ", "we've"}) ||
         starts_with_ignoring_case(text, "i ") || starts_with_ignoring_case(text, "my ") ||
         starts_with_ignoring_case(text, "they ") || starts_with_ignoring_case(text, "he ") ||
         starts_with_ignoring_case(text, "she ");
}

void check_quotations(const ReadingInProgress& reading, Checked& into) {
  const auto& paragraphs = reading.flat.paragraphs();
  bool any_marked = false;
  std::vector<std::size_t> unmarked;
  for (std::size_t at = 0; at < paragraphs.size(); ++at) {
    const auto text = reading.flat.text_of(paragraphs[at]);
    if (text.empty() || text.back() != ':' || !announces_quotation(text)) continue;
    const bool last =
        at + 1 == paragraphs.size() || paragraphs[at + 1].section != paragraphs[at].section;
    if (!last && has_quotation(reading.flat.text_of(paragraphs[at + 1]))) {
      any_marked = true;
      continue;
    }
    unmarked.push_back(at);
  }
  for (const auto at : unmarked) {
    const bool last =
        at + 1 == paragraphs.size() || paragraphs[at + 1].section != paragraphs[at].section;
    if (!last) {
      const auto next = reading.flat.text_of(paragraphs[at + 1]);
      if (paragraphs[at + 1].bullet) continue;  // a list of what was said
      // Words without quotation marks may be the quotation itself, set in italics.
      if (next.back() != ':' && (!any_marked || speaks_as_i(next))) continue;
    }
    const auto& section = reading.sections[paragraphs[at].section];
    const auto text = reading.flat.text_of(paragraphs[at]);
    const auto opening = text.size() > 90 ? text.substr(text.size() - 90) : text;
    into.findings.push_back(
        {"quotation-missing", Severity::Notice, where_of(section),
         reading.flat.line_at(paragraphs[at].end - 1),
         "A quotation is announced and none follows: \xE2\x80\x9C" +
             std::string(opening.substr(opening.size() == 90 ? opening.find(' ') + 1 : 0)) +
             "\xE2\x80\x9D"});
  }
}

/// "In two of the inspected cases", "in five out of the 11 cases", "in 3 cases".
struct CaseCount {
  Number count;
  std::optional<Number> of{};
};

std::optional<CaseCount> case_count_at(std::string_view sentence, const Number& number) {
  if (number.percent || number.fraction) return std::nullopt;
  CaseCount found{number, out_of(sentence, number)};
  auto rest = sentence.substr(found.of ? found.of->end : number.end);
  // Only a few plain words may stand between the number and "cases".
  for (int words = 0; words < 4; ++words) {
    rest = trim(rest);
    std::size_t end = 0;
    while (end < rest.size() && is_letter(rest[end])) ++end;
    const auto word = rest.substr(0, end);
    if (equals_ignoring_case(word, "cases") || equals_ignoring_case(word, "case")) {
      const auto after = trim(rest.substr(end));
      if (starts_with_ignoring_case(after, "manager") || starts_with_ignoring_case(after, "stud"))
        return std::nullopt;
      return found;
    }
    bool plain = false;
    for (const std::string_view known :
         {"of", "the", "our", "inspected", "reviewed", "these", "relevant", "those", "sampled",
          "assessed", "examined", "all", "court", "resettlement"})
      plain = plain || equals_ignoring_case(word, known);
    if (!plain) return std::nullopt;
    rest = rest.substr(end);
  }
  return std::nullopt;
}

bool tells_shortfall(std::string_view sentence) {
  return any_word(sentence, {"not enough", "insufficient", "did not", "had not", "was not",
                             "were not", "no evidence", "lacked", "failed", "fell short", "missing",
                             "inadequate", "too little", "not sufficient", "not been"});
}

/// Whether a number stands in "in two cases", not in "reviewed after two cases".
bool counted_in(std::string_view sentence, const Number& number) {
  const auto before = trim(sentence.substr(0, number.begin));
  return ends_with_ignoring_case(before, "in") || ends_with_ignoring_case(before, "only") ||
         ends_with_ignoring_case(before, "for") || before.empty();
}

class CaseCountChecker {
 public:
  CaseCountChecker(const ReadingInProgress& reading, const domain::PublishedInspection& inspection,
                   Checked& into)
      : reading_(reading), inspection_(inspection), into_(into) {}

  void check() {
    for (const auto& paragraph : reading_.flat.paragraphs()) {
      const auto& section = reading_.sections[paragraph.section];
      if (section.kind != SectionKind::Standard) continue;
      const auto text = reading_.flat.text_of(paragraph);
      if (!has_words(text, " case")) continue;
      for (const auto sentence : reading_.flat.sentences_of(paragraph))
        check_sentence(sentence, section, paragraph.bullet);
    }
  }

 private:
  void check_sentence(std::string_view sentence, const Section& section, bool bullet) {
    if (!has_words(sentence, "case")) return;
    std::size_t from = 0;
    for (int numbers = 0; numbers < 30; ++numbers) {
      const auto next = next_number(sentence, from);
      if (!next) return;
      const auto& number = *next;
      from = number.end;
      const auto found = case_count_at(sentence, number);
      if (!found) continue;
      const auto& count = *found;
      if (count.of) from = count.of->end;
      check_against_sample(sentence, count, section);
      if (!bullet && !count.of) ask_about_figure(sentence, count, section);
    }
  }

  std::optional<std::int64_t> sample_of(const Section& section) const {
    if (section.domain == nullptr) return std::nullopt;
    for (const auto& sample : inspection_.samples)
      if (sample.what == section.domain->id) return sample.count;
    return std::nullopt;
  }

  void check_against_sample(std::string_view sentence, const CaseCount& count,
                            const Section& section) {
    const auto line = reading_.flat.line_of(sentence.substr(count.count.begin));
    const auto said = "\xE2\x80\x9C" + std::string(count.count.printed);
    if (count.of && count.count.value > count.of->value) {
      add(section, line,
          said + " of " + std::string(count.of->printed) +
              "\xE2\x80\x9D counts more cases than there are.");
      return;
    }
    const auto sample = sample_of(section);
    const auto most = count.of ? count.of->value : count.count.value;
    const bool of_sample = count.of || counted_in(sentence, count.count);
    if (!sample || most <= *sample || !of_sample) return;
    add(section, line,
        said + (count.of ? " of " + std::string(count.of->printed) : std::string{}) +
            "\xE2\x80\x9D speaks of more cases than the " + std::to_string(*sample) +
            " that were inspected.");
  }

  void add(const Section& section, domain::Line line, std::string message) {
    into_.findings.push_back(
        {"count-exceeds-sample", Severity::Error, where_of(section), line, std::move(message)});
  }

  /// "In two of the inspected cases, not enough was done to keep other people safe" beside a figure
  /// that leaves one. One case alone may be an illustration.
  void ask_about_figure(std::string_view sentence, const CaseCount& count, const Section& section) {
    if (count.count.value < 2 || !counted_in(sentence, count.count) || !tells_shortfall(sentence))
      return;
    const auto lens = lens_of(reading_.edition, sentence);
    if (lens.empty()) return;
    for (const auto& standard : inspection_.standards) {
      if (standard.id != section.standard->id) continue;
      for (const auto& question : standard.key_questions) {
        if (question.lens != lens || !question.share || !question.percent) continue;
        const auto left = question.share->judged() - question.share->met();
        if (count.count.value <= left) continue;
        into_.questions.push_back({standard.id,
                                   reading_.flat.line_of(sentence.substr(count.count.begin)),
                                   "The words say that " + number_in_words(count.count.value) +
                                       " cases fell short, where the figure of " +
                                       std::to_string(question.percent->value) + "% of " +
                                       std::to_string(question.share->judged()) + " leaves " +
                                       number_in_words(left) + "."});
      }
    }
  }

  const ReadingInProgress& reading_;
  const domain::PublishedInspection& inspection_;
  Checked& into_;
};

/// "we have made four recommendations" against those that follow.
void check_recommendation_count(const ReadingInProgress& reading,
                                const domain::PublishedInspection& inspection, Checked& into) {
  if (inspection.recommendations.empty()) return;
  for (const auto& paragraph : reading.flat.paragraphs()) {
    const auto kind = reading.sections[paragraph.section].kind;
    if (kind != SectionKind::Recommendations && kind != SectionKind::Foreword) continue;
    const auto text = reading.flat.text_of(paragraph);
    if (!has_words(text, "recommendations")) continue;
    for (const auto sentence : reading.flat.sentences_of(paragraph)) {
      std::size_t from = 0;
      while (const auto number = next_number(sentence, from)) {
        from = number->end;
        auto rest = trim(sentence.substr(number->end));
        for (const std::string_view word : {"key ", "main ", "new ", "specific "})
          if (starts_with_ignoring_case(rest, word)) rest = trim(rest.substr(word.size()));
        if (!starts_with_ignoring_case(rest, "recommendations") || number->percent) continue;
        const auto before = sentence.substr(0, number->begin);
        if (!any_word(before, {"made", "make", "making", "makes", "following"}) ||
            any_word(sentence, {"previous", "last inspection"}))
          continue;
        const auto count = static_cast<std::int64_t>(inspection.recommendations.size());
        if (number->value == count) continue;
        into.findings.push_back(
            {"recommendation-count-mismatch", Severity::Error, "recommendations",
             reading.flat.line_of(sentence.substr(number->begin)),
             "The report says that it makes " + number_in_words(number->value) +
                 " recommendations; " + number_in_words(count) + " are listed."});
        return;
      }
    }
  }
}

/// "Overall, X was rated as 'Good'" against the page of ratings.
void check_foreword(const ReadingInProgress& reading, const domain::PublishedInspection& inspection,
                    Checked& into) {
  if (!inspection.overall_rating) return;
  for (const auto& paragraph : reading.flat.paragraphs()) {
    if (reading.sections[paragraph.section].kind != SectionKind::Foreword) continue;
    for (const auto sentence : reading.flat.sentences_of(paragraph)) {
      if (!starts_with_ignoring_case(sentence, "overall,") || !has_words(sentence, "rated") ||
          any_word(sentence, {"previous", "last inspection", "were rated"}))
        continue;
      const auto rated = trailing_rating(reading.vocabulary, sentence);
      if (!rated || equals_ignoring_case(rated->rating, *inspection.overall_rating)) continue;
      into.findings.push_back(
          {"overall-mismatch", Severity::Error, "foreword", reading.flat.line_of(sentence),
           "The foreword says " + std::string(rated->rating) +
               " overall; the page of ratings says " + *inspection.overall_rating + "."});
    }
  }
}

/// A standard's own page against the page of ratings.
void ask_about_pages(const ReadingInProgress& reading,
                     const domain::PublishedInspection& inspection, Checked& into) {
  for (const auto& section : reading.sections) {
    if (section.kind != SectionKind::Standard) continue;
    const auto rating = rating_on_page(reading.layout, section, reading.vocabulary);
    if (!rating) continue;
    for (const auto& standard : inspection.standards)
      if (standard.id == section.standard->id && standard.rating && *standard.rating != *rating)
        into.questions.push_back({standard.id, reading.layout[section.first].number,
                                  "The page of ratings says " + *standard.rating +
                                      "; the standard's own page says " + std::string(*rating) +
                                      "."});
  }
}

}  // namespace

std::string where_of(const Section& section) {
  if (section.standard != nullptr) return section.standard->id;
  switch (section.kind) {
    case SectionKind::Involvement:
      return "involvement";
    case SectionKind::Foreword:
      return "foreword";
    case SectionKind::Background:
      return "background";
    case SectionKind::Recommendations:
      return "recommendations";
    case SectionKind::Domain:
      return section.domain != nullptr ? section.domain->id : "text";
    case SectionKind::Front:
    case SectionKind::Contents:
    case SectionKind::Ratings:
    case SectionKind::Standard:
    case SectionKind::Other:
      break;
  }
  return "text";
}

void check_words(const ReadingInProgress& reading, const domain::PublishedInspection& inspection,
                 Checked& into) {
  check_recommendation_count(reading, inspection, into);
  check_foreword(reading, inspection, into);
  check_quotations(reading, into);
  check_repeats(reading, into);
  CaseCountChecker(reading, inspection, into).check();
  ask_about_pages(reading, inspection, into);
}

}  // namespace northlight::reading

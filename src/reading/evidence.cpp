#include <algorithm>
#include <map>
#include <string>

#include "base/text.hpp"
#include "reading/evidence_words.hpp"
#include "reading/key_questions.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

namespace {

/// The counts of one domain while its words are read.
struct DomainCounts {
  std::optional<std::int64_t> total{};
  domain::Line total_line = 0;
  std::vector<domain::DisposalCount> types{};
  const Paragraph* paragraph = nullptr;  ///< Where the list of types began.
  bool in_part = false;                  ///< Some types were given as "six of them".
  bool from_intro = false;               ///< Read where the domain itself is introduced.
};

class EvidenceReader {
 public:
  EvidenceReader(const ReadingInProgress& reading, domain::PublishedInspection& into)
      : reading_(reading), into_(into) {
    for (const auto& domain : reading.edition.domains) casework_.push_back(casework_of(domain));
  }

  void read() {
    for (const auto& paragraph : reading_.flat.paragraphs()) {
      const auto& section = reading_.sections[paragraph.section];
      if (section.kind == SectionKind::Contents || section.kind == SectionKind::Ratings ||
          section.kind == SectionKind::Recommendations)
        continue;
      // Of a standard's page only surveys and the cases behind resettlement are evidence.
      const auto text = reading_.flat.text_of(paragraph);
      if (section.kind == SectionKind::Standard &&
          (section.domain == nullptr || casework_in(section) != Casework::Resettlement) &&
          !has_survey(text))
        continue;
      paragraph_ = &paragraph;
      for (const auto sentence : reading_.flat.sentences_of(paragraph))
        read_sentence(sentence, section, paragraph.bullet);
    }
    add_domains();
  }

 private:
  void read_sentence(std::string_view sentence, const Section& section, bool bullet) {
    std::size_t from = 0;
    int numbers = 0;
    while (const auto number = next_number(sentence, from)) {
      from = number->end;
      if (number->percent || number->fraction || ++numbers > 60) continue;
      if (is_date(sentence, *number)) continue;
      read_number(sentence, *number, section, bullet);
      if (const auto whole = out_of(sentence, *number)) from = whole->end;
    }
  }

  void read_number(std::string_view sentence, const Number& number, const Section& section,
                   bool bullet) {
    if (const auto whole = out_of(sentence, number)) {
      read_ratio(sentence, number, *whole, section);
      return;
    }
    const auto after = sentence.substr(number.end, 90);
    if (read_survey(sentence, number, after, section)) return;
    if (read_meetings(sentence, number, after, section)) return;
    const bool intro = (section.domain != nullptr && section.kind == SectionKind::Domain) ||
                       (section.domain != nullptr && section.kind == SectionKind::Standard &&
                        casework_in(section) == Casework::Resettlement);
    if (read_interviews(sentence, number, after, section, intro)) return;
    if (intro || section.kind == SectionKind::Background ||
        (section.kind == SectionKind::Foreword && !bullet))
      read_cases(sentence, number, section, intro, bullet);
  }

  /// What the words after "cases" say of which: the court before a domain.
  static Casework casework_said(std::string_view after) {
    struct Said {
      Phrase words;
      Casework casework;
    };
    static constexpr std::array<Said, 6> all{{{"out-of-court", Casework::OutOfCourt},
                                              {"out of court", Casework::OutOfCourt},
                                              {"sentenced", Casework::Court},
                                              {"court", Casework::Court},
                                              {"domain three", Casework::OutOfCourt},
                                              {"domain two", Casework::Court}}};
    for (const auto& [words, casework] : all)
      if (has_words(after, words)) return casework;
    return Casework::None;
  }

  bool read_meetings(std::string_view sentence, const Number& number, std::string_view after,
                     const Section& section) {
    if (section.kind == SectionKind::Involvement || section.kind == SectionKind::Standard)
      return false;
    const auto stop = std::min<std::size_t>(after.find_first_of(".;:"), 40);
    after = after.substr(0, stop);
    struct Meeting {
      Phrase word;
      const char* what;
    };
    static constexpr std::array<Meeting, 2> meetings{
        {{"meetings", "meetings"}, {"focus groups", "focus_groups"}}};
    for (const auto& [word, what] : meetings) {
      const auto at = find_words(after, word);
      if (at == std::string_view::npos || next_number(after.substr(0, at), 0)) continue;
      if (last_of(sentence.substr(0, number.begin),
                  {"conducted", "held", "we ", "attended", "took part"}) == 0)
        continue;
      add_sample(what, number, sentence);
      return true;
    }
    return false;
  }

  bool read_interviews(std::string_view sentence, const Number& number, std::string_view after,
                       const Section& section, bool intro) {
    const bool managers =
        has_words(sentence, "case manager") || has_words(sentence, "practitioner");
    if (!managers || section.kind == SectionKind::Involvement) return false;
    const bool counted = find_words(after.substr(0, 24), "interviews") != std::string_view::npos;
    if (!counted && doing_before(sentence, number.begin) != Doing::Interviewing) return false;
    if (!intro && section.kind == SectionKind::Standard) return false;
    std::string what = "case_manager_interviews";
    if (intro && section.domain != nullptr) what = section.domain->id + "_" + what;
    add_sample(what, number, sentence);
    return true;
  }

  void read_cases(std::string_view sentence, const Number& number, const Section& section,
                  bool intro, bool bullet) {
    const auto doing = doing_before(sentence, number.begin);
    if (doing == Doing::Interviewing) return;
    const auto* noun = noun_after(sentence.substr(number.end));
    if (noun == nullptr) return;
    auto casework = casework_here(noun->casework);
    const auto here = intro ? casework_in(section) : Casework::None;
    if (here == Casework::Resettlement) casework = Casework::Resettlement;
    if (casework == Casework::None) casework = here;
    if (casework == Casework::None && noun->words.text() == "case") {
      const auto after = sentence.substr(number.end);
      casework = casework_said(after);
    }
    if (casework == Casework::None) return;
    auto& counts = counts_[casework];
    const bool listed = counts.total.has_value() || !counts.types.empty();
    // A list may go on in a sentence or a bullet of its own.
    if (doing == Doing::Nothing && !(listed && (bullet || !noun->type.empty()))) return;
    // Away from its own domain only the first paragraph that lists the cases is taken.
    if (!intro && listed && counts.paragraph != paragraph_) return;
    counts.paragraph = paragraph_;
    counts.from_intro = counts.from_intro || intro;
    const bool part = is_part(sentence.substr(number.end, 12));
    counts.in_part = counts.in_part || part;
    const auto line = reading_.flat.line_of(sentence.substr(number.begin));
    const bool resettlement = here == Casework::Resettlement;
    if (noun->type.empty() || resettlement) {
      if (!counts.total && doing == Doing::Inspecting && !part) {
        counts.total = number.value;
        counts.total_line = line;
      }
      return;
    }
    if (std::ranges::any_of(counts.types,
                            [&](const auto& type) { return type.type == noun->type; }))
      return;
    counts.types.push_back({std::string(noun->type), number.value, line});
  }

  void read_ratio(std::string_view sentence, const Number& number, const Number& whole,
                  const Section& section) {
    const bool survey = has_words(sentence, "survey");
    const bool staff = has_words(sentence, "staff") && survey;
    const auto line = reading_.flat.line_of(sentence.substr(number.begin));
    if (staff) {
      into_.surveys.push_back(
          {has_words(sentence, "polic")
               ? "staff who said in the survey that they understood the policies"
               : "staff who answered so in the survey",
           number.value, whole.value, line});
      return;
    }
    if (section.kind != SectionKind::Involvement || !has_words(sentence, "child")) return;
    into_.surveys.push_back({what_children_said(sentence), number.value, whole.value, line});
  }

  bool read_survey(std::string_view sentence, const Number& number, std::string_view after,
                   const Section& section) {
    if (section.kind != SectionKind::Involvement && !has_words(sentence, "survey")) return false;
    if (section.kind == SectionKind::Standard && !has_words(sentence, "text survey")) return false;
    after = after.substr(0, std::min<std::size_t>(after.find_first_of(".;"), 70));
    if (const auto next = next_number(after, 0)) after = after.substr(0, next->begin);
    const auto before = sentence.substr(0, number.begin);
    const auto add = [&](std::string what) {
      into_.surveys.push_back({std::move(what), number.value, std::nullopt,
                               reading_.flat.line_of(sentence.substr(number.begin))});
      return true;
    };
    const bool of_staff = has_words(after, "staff") || has_words(after, "practitioner") ||
                          has_words(before, "staff survey");
    if (number.in_words && number.value == 1) return false;  // "one child replied"
    const bool of_parents = std::min(find_words(after, "parent"), find_words(after, "carer")) <
                            find_words(after, "child");
    const std::string who = of_staff ? "staff" : of_parents ? "parents and carers" : "children";
    if (has_words(after, "consent")) return add(who + " who consented to the text survey");
    if (has_words(after, "replied") || has_words(after, "responded") ||
        has_words(after, "responses") || has_words(after, "replies") ||
        has_words(after, "completed")) {
      // "asked whether staff had the right skills, all six responded 'yes'"
      if (ends_with_ignoring_case(trim(before), " all") && !of_staff) {
        into_.surveys.push_back({what_children_said(sentence), number.value, number.value,
                                 reading_.flat.line_of(sentence.substr(number.begin))});
        return true;
      }
      return add(who +
                 (of_staff ? " who replied to the survey" : " who replied to the text survey"));
    }
    if (last_of(before, {"spoke to ", "spoke with ", "interviewed "}) + 24 > before.size() &&
        last_of(before, {"spoke to ", "spoke with ", "interviewed "}) > 0 &&
        (has_words(after, "child") || of_parents))
      return add(who + " spoken to");
    return false;
  }

  /// Where an edition has one domain for all work with children, each of their cases is of that;
  /// where it has several, "children's cases" does not say of which.
  Casework casework_here(Casework casework) const {
    if (domain_for(reading_.edition, casework) != nullptr) return casework;
    if (casework == Casework::Children || casework == Casework::Victims) return Casework::None;
    const bool children = domain_for(reading_.edition, Casework::Children) != nullptr;
    return children && casework != Casework::None ? Casework::Children : casework;
  }

  static std::string what_children_said(std::string_view sentence) {
    if (has_words(sentence, "understood") || has_words(sentence, "understand"))
      return "children who understood what the service is trying to achieve";
    if (has_words(sentence, "skills"))
      return "children who thought that staff had the right skills";
    return "children who answered so";
  }

  void add_sample(std::string what, const Number& number, std::string_view sentence) {
    const auto known = std::ranges::any_of(
        into_.samples, [&](const domain::Sample& sample) { return sample.what == what; });
    if (known) return;
    into_.samples.push_back(
        {std::move(what), number.value, reading_.flat.line_of(sentence.substr(number.begin))});
  }

  /// The totals first, in the order of the edition's domains; a total that is not stated is the sum
  /// of the types that are.
  void add_domains() {
    std::vector<domain::Sample> samples;
    for (auto& [casework, counts] : counts_) {
      const auto* domain = domain_for(reading_.edition, casework);
      if (domain == nullptr) continue;
      std::int64_t sum = 0;
      for (const auto& type : counts.types) sum += type.cases;
      // Of types given in part the sum says nothing.
      if (counts.in_part && counts.total != sum) counts.types.clear();
      const bool several = counts.types.size() > 1 || counts.total.has_value();
      if (!counts.total && !counts.types.empty() && casework != Casework::Children) {
        counts.total = sum;
        counts.total_line = counts.types.front().line.value_or(0);
      }
      if (!counts.total) continue;
      if (!counts.from_intro && !fits_percentages(*domain, *counts.total)) continue;
      samples.push_back({domain->id, *counts.total, counts.total_line});
      if (several)
        into_.disposals.insert(into_.disposals.end(), counts.types.begin(), counts.types.end());
    }
    into_.samples.insert(into_.samples.begin(), samples.begin(), samples.end());
  }

  Casework casework_in(const Section& section) const {
    return casework_[static_cast<std::size_t>(section.domain - reading_.edition.domains.data())];
  }

  /// A count from the foreword or the background is taken for the sample only where most
  /// percentages of the domain can be shares of it.
  bool fits_percentages(const DomainWords& domain, std::int64_t cases) const {
    int fitting = 0;
    int percentages = 0;
    for (const auto& standard : into_.standards) {
      const auto* words = reading_.edition.find(standard.id);
      if (words == nullptr || words->domain != domain.id) continue;
      for (const auto& question : standard.key_questions) {
        if (!question.percent) continue;
        ++percentages;
        if (is_possible(*question.percent, cases)) ++fitting;
      }
    }
    return fitting * 2 >= percentages;
  }

  const ReadingInProgress& reading_;
  domain::PublishedInspection& into_;
  std::vector<Casework> casework_{};  ///< Of the edition's domains, in their order.
  const Paragraph* paragraph_ = nullptr;
  std::map<Casework, DomainCounts> counts_;
};

}  // namespace

void read_evidence(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  EvidenceReader(reading, into).read();
}

}  // namespace northlight::reading

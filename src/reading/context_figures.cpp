#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "reading/reading_in_progress.hpp"

namespace northlight::reading {

namespace {

/// A figure that reports usually give, told by its words. The first that fits names it.
struct Concept {
  std::string_view what;
  int rank;  ///< Order in which figures are listed: what is asked for most comes first.
  std::array<Phrase, 3> any;   ///< One of these …
  std::array<Phrase, 3> with;  ///< … and, where given, one of these.
};

constexpr std::array<Concept, 22> concepts{{
    {"girls", 0, {"girl", "female", "young women"}, {}},
    {"boys", 1, {"boys", "male ", "young men"}, {}},
    {"children from a minority ethnic background",
     2,
     {"minority ethnic", "black, asian", "ethnic minorit"},
     {}},
    {"children from a global majority background", 2, {"global majority", "racialised"}, {}},
    {"binary reoffending rate",
     4,
     {"binary reoffending", "binary re-offending", "binary rate"},
     {}},
    {"children with a substance misuse need", 5, {"substance misuse", "substance use", "drug"}, {}},
    {"children with emotional wellbeing needs",
     6,
     {"emotional wellbeing", "mental health", "emotional well-being"},
     {}},
    {"reoffending at pre-court level", 7, {"pre-court", "", ""}, {"reoffen", "re-offen", "level"}},
    {"reoffending after first tier referral orders",
     8,
     {"first tier", "first-tier", "referral order"},
     {}},
    {"reoffending rate", 9, {"reoffending rate", "reoffending", "re-offending"}, {}},
    {"first-time entrants", 10, {"first-time entrant", "first time entrant", ""}, {}},
    {"children in low-income families", 11, {"low-income", "low income", "poverty"}, {}},
    {"children cared for by the local authority",
     12,
     {"looked after", "looked-after", "care experienced"},
     {}},
    {"children cared for by the local authority",
     12,
     {"care-experienced", "in care", "children's social care"},
     {}},
    {"children with special educational needs",
     13,
     {"special educational", "education, health and care plan", "learning need"},
     {}},
    {"children not in education, training or employment",
     14,
     {"not in education", "neet", "out of education"},
     {}},
    {"children in education, training or employment",
     15,
     {"in education", "education, training", ""},
     {}},
    {"children on a child protection plan", 16, {"child protection plan", "", ""}, {}},
    {"children in need", 17, {"child in need", "child-in-need", "children in need"}, {}},
    {"children in custody", 18, {"custody rate", "custodial", "in custody"}, {}},
    {"most deprived areas nationally", 30, {"most deprived", "", ""}, {}},
    {"unemployment", 31, {"unemploy", "", ""}, {}},
}};

bool any_of(std::string_view text, const std::array<Phrase, 3>& words) {
  return std::ranges::any_of(
      words, [&](const Phrase& word) { return !word.empty() && has_words(text, word); });
}

bool is_empty(const std::array<Phrase, 3>& words) { return words[0].empty(); }

struct Comparator {
  Phrase words;
  std::string_view name;
};

/// The group or the place that a figure is compared with.
std::string_view comparator_in(std::string_view clause) {
  static constexpr std::array<Comparator, 8> comparators{{
      {"statistical neighbour", "statistical neighbours"},
      {"england and wales", "England and Wales"},
      {"in england", "England"},
      {"england average", "England"},
      {"in wales", "Wales"},
      {"for wales", "Wales"},
      {"national", "national"},
      {"region", "region"},
  }};
  for (const auto& [words, name] : comparators)
    if (has_words(clause, words)) return name;
  return {};
}

/// What the share is a share of.
std::string_view base_in(std::string_view clause) {
  if (has_words(clause, "school")) return "school population";
  if (has_words(clause, "caseload")) return "caseload";
  if (has_words(clause, "population")) return "population";
  return {};
}

/// Where one figure's words end and the next figure's begin.
std::size_t boundary(std::string_view text, std::size_t from, std::size_t to) {
  static constexpr std::array<Phrase, 13> joints{" compared with",
                                                 " compared to",
                                                 " in comparison",
                                                 " through to ",
                                                 " against ",
                                                 " while ",
                                                 " whereas ",
                                                 " but ",
                                                 "; ",
                                                 ", ",
                                                 " and ",
                                                 " (",
                                                 " to "};
  std::size_t best = from;
  for (const auto& joint : joints) {
    if (joint.text() == " to " && best != from) break;
    const auto part = text.substr(from, to - from);
    std::size_t last = std::string_view::npos;
    for (auto at = find_words(part, joint); at != std::string_view::npos;
         at = find_words(part, joint, at + 1))
      last = at;
    if (last != std::string_view::npos) best = std::max(best, from + last);
  }
  return best;
}

bool is_year(const Number& number) {
  return number.printed.size() == 4 && !number.fraction && number.value >= 1900 &&
         number.value <= 2100;
}

/// The noun that a count is of: "112,000 children", "565,000 people".
std::string_view counted_noun(std::string_view after) {
  after = after.substr(0, std::min<std::size_t>(after.find_first_of(".;,("), 60));
  static constexpr std::array<Phrase, 7> nouns{"children and young people",
                                               "children",
                                               "young people",
                                               "people",
                                               "residents",
                                               "households",
                                               "pupils"};
  for (const auto& noun : nouns)
    if (find_words(after, noun) < 40) return noun.text();
  return {};
}

std::string tidy(std::string_view text, std::size_t most) {
  std::string tidied;
  for (const auto word : split_words(text)) {
    if (tidied.size() + word.size() + 1 > most) break;
    if (!tidied.empty()) tidied += ' ';
    tidied += word;
  }
  while (!tidied.empty() && (tidied.back() == ',' || tidied.back() == '.' || tidied.back() == ';'))
    tidied.pop_back();
  return tidied;
}

struct Ranked {
  domain::ContextFigure figure;
  int rank;
};

class ContextReader {
 public:
  explicit ContextReader(const ReadingInProgress& reading) : reading_(reading) {}

  void read_sentence(std::string_view sentence) {
    std::vector<Number> numbers;
    std::size_t from = 0;
    while (const auto number = next_number(sentence, from)) {
      from = number->end;
      if (numbers.size() < 40 && counts(sentence, *number, !numbers.empty()))
        numbers.push_back(*number);
    }
    if (numbers.empty()) return;
    static constexpr std::array<Phrase, 4> of_the_inspection{"inspected", "fieldwork",
                                                             "interviews with", "interviewed"};
    if (std::ranges::any_of(of_the_inspection,
                            [&](const auto& words) { return has_words(sentence, words); }))
      return;
    const Concept* concept_before = nullptr;
    std::string_view base_before;
    std::size_t start = 0;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      const auto end = at + 1 < numbers.size()
                           ? boundary(sentence, numbers[at].end, numbers[at + 1].begin)
                           : sentence.size();
      add(sentence, numbers[at], sentence.substr(start, end - start), concept_before, base_before);
      start = end;
    }
  }

  /// "238     First-time entrant rate per 100,000": a row of a table of facts.
  void read_row(const TextLine& line) {
    const auto cells = cells_of(line.text);
    if (cells.count != 2 || line.furniture) return;
    for (const std::size_t figure : {std::size_t{0}, std::size_t{1}}) {
      const auto text = without_footnote(cells[figure]);
      const auto label = cells[1 - figure];
      const auto number = number_at(text, 0);
      if (!number || number->end != text.size() || number->in_words || label.size() < 4 ||
          !is_letter(label.front()))
        continue;
      Ranked row;
      row.figure.what = tidy(label, 120);
      row.figure.value = std::string(number->printed);
      if (number->percent) row.figure.unit = "per cent";
      row.figure.line = line.number;
      row.rank = 40;
      for (const auto& known : concepts)
        if (any_of(label, known.any) && (is_empty(known.with) || any_of(label, known.with))) {
          row.rank = known.rank;
          break;
        }
      figures_.push_back(row);
      return;
    }
  }

  std::vector<domain::ContextFigure> figures() {
    std::ranges::stable_sort(figures_, {}, &Ranked::rank);
    std::vector<domain::ContextFigure> sorted;
    for (auto& ranked : figures_) sorted.push_back(std::move(ranked.figure));
    return sorted;
  }

 private:
  /// Whether a number is a figure about the area: a percentage, a rate, a large count of people.
  static bool counts(std::string_view sentence, const Number& number, bool after_percent) {
    if (number.percent) return true;
    if (is_year(number)) return false;
    const auto after = sentence.substr(number.end, 80);
    if (starts_with_ignoring_case(after, " per 1")) return true;
    const auto before = sentence.substr(0, number.begin);
    if (ends_with_ignoring_case(before, "per ")) return false;  // the 100,000 of a rate
    if (number.in_words) return false;
    if (number.fraction)
      return after_percent &&
             (has_words(before.substr(before.size() > 40 ? before.size() - 40 : 0), "compared") ||
              has_words(before, "average"));
    return number.value >= 200 && !counted_noun(after).empty() &&
           !ends_with_ignoring_case(before, "aged ");
  }

  void add(std::string_view sentence, const Number& number, std::string_view clause,
           const Concept*& concept_before, std::string_view& base_before) {
    Ranked ranked;
    auto& figure = ranked.figure;
    figure.value = std::string(number.printed);
    figure.line = reading_.flat.line_of(sentence.substr(number.begin));
    const auto after = sentence.substr(number.end, 80);
    const bool rate = starts_with_ignoring_case(after, " per 1");
    const Concept* found = nullptr;
    for (const auto& known : concepts)
      if (any_of(clause, known.any) && (is_empty(known.with) || any_of(clause, known.with))) {
        found = &known;
        break;
      }
    if (number.percent || number.fraction) figure.unit = "per cent";
    if (rate)
      if (const auto base = number_at(after, 5)) figure.unit = "per " + std::string(base->printed);
    if (!number.percent && !number.fraction && !rate) {
      const auto noun = counted_noun(after);
      figure.unit =
          std::string(noun.find("children") == std::string_view::npos ? noun : "children");
      figure.what = tidy(
          sentence.substr(number.end, std::min<std::size_t>(
                                          sentence.substr(number.end).find_first_of(".;,"), 90)),
          90);
      if (const auto joint = figure.what.find(", and "); joint != std::string::npos)
        figure.what.resize(joint);
      if (const auto in = figure.what.find(" in the county"); in != std::string::npos)
        figure.what.resize(in);
      ranked.rank = 22;
      figures_.push_back(ranked);
      return;
    }
    const auto comparator = comparator_in(clause);
    auto base = base_in(clause);
    const bool inherited = found == nullptr && concept_before != nullptr && !comparator.empty();
    if (inherited) found = concept_before;
    if (base.empty() && (inherited || found != nullptr)) base = base_before;
    if (found == nullptr) {
      figure.what = tidy(clause, 90);
      ranked.rank = 50;
    } else {
      figure.what = std::string(found->what);
      // Shares of children are shares of the caseload unless the words say of what else.
      const bool share_of_children = found->rank < 4;
      if (base == "school population" || base == "population")
        figure.what += " in the " + std::string(base);
      else if (share_of_children)
        figure.what += " in caseload";
      if (!comparator.empty() && found->rank < 30) figure.what += ", " + std::string(comparator);
      ranked.rank = found->rank + (base == "school population" || base == "population" ? 12 : 0);
      concept_before = found;
      base_before = base;
    }
    figures_.push_back(ranked);
  }

  const ReadingInProgress& reading_;
  std::vector<Ranked> figures_;
};

/// A row with several figures: which column each belongs to stands elsewhere, so none is read.
bool has_columns_of_figures(std::string_view text) {
  const auto cells = cells_of(text);
  int figures = 0;
  for (std::size_t at = 1; at < cells.count; ++at)
    if (std::ranges::any_of(cells[at], is_digit)) ++figures;
  return figures > 1;
}

}  // namespace

void read_context(const ReadingInProgress& reading, domain::PublishedInspection& into) {
  ContextReader reader(reading);
  for (const auto& paragraph : reading.flat.paragraphs()) {
    if (reading.sections[paragraph.section].kind != SectionKind::Background) continue;
    bool table = false;
    for (auto at = paragraph.first_line; at <= paragraph.last_line; ++at)
      if (has_columns_of_figures(reading.layout[at].text) ||
          (cells_of(reading.layout[at].text).count == 2 &&
           (number_at(reading.layout[at].text, 0) ||
            number_at(cells_of(reading.layout[at].text)[1], 0))))
        table = true;
    if (table) {
      for (auto at = paragraph.first_line; at <= paragraph.last_line; ++at)
        reader.read_row(reading.layout[at]);
      continue;
    }
    for (const auto sentence : reading.flat.sentences_of(paragraph)) reader.read_sentence(sentence);
  }
  into.context = reader.figures();
}

}  // namespace northlight::reading

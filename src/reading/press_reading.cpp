#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "domain/slug.hpp"
#include "reading/check_press.hpp"
#include "reading/dates_in_text.hpp"
#include "reading/flat_text.hpp"
#include "reading/layout.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

/// The word that ends before `end`, with its apostrophes and hyphens.
std::string_view word_before(std::string_view text, std::size_t end) {
  auto start = end;
  while (start > 0 && !is_space(text[start - 1]) && text[start - 1] != ',' &&
         text[start - 1] != '(' && text[start - 1] != '"')
    --start;
  return text.substr(start, end - start);
}

/// Without "'s" in either print.
std::string_view without_genitive(std::string_view word) {
  if (word.ends_with("'s"))
    word.remove_suffix(2);
  else if (word.ends_with("\xE2\x80\x99s"))
    word.remove_suffix(4);
  while (!word.empty() && quote_at(word) > 0) word.remove_prefix(quote_at(word));
  return word;
}

/// "Southend-on-Sea" in "found Southend-on-Sea's Youth Justice Service": the capitalised words
/// before the name of the kind of service.
std::string service_in(std::string_view line) {
  for (const std::string_view kind :
       {"Youth Justice Service", "Youth Justice Team", "Youth Offending Service",
        "Youth Offending Team", "Youth Justice and", "YJS", "YOS", "YOT"}) {
    for (auto at = line.find(kind); at != std::string_view::npos; at = line.find(kind, at + 1)) {
      std::vector<std::string_view> words;
      auto end = at;
      while (words.size() < 7) {
        while (end > 0 && is_space(line[end - 1])) --end;
        const auto word = word_before(line, end);
        const auto bare = without_genitive(word);
        const bool joins = bare == "and" || bare == "of" || bare == "on" || bare == "upon" ||
                           bare == "with" || bare == "&" || bare == "the";
        const bool named = !bare.empty() && (is_upper(bare.front()) ||
                                             static_cast<unsigned char>(bare.front()) >= 0xC3);
        if (bare.empty() || (!named && !joins) || bare == "The" || bare == "Our" || bare == "A" ||
            bare == "This" || bare == "Inspectors" || bare.back() == '.')
          break;
        words.push_back(bare);
        end -= word.size();
      }
      while (!words.empty() && is_lower(words.back().front())) words.pop_back();
      if (words.empty()) continue;
      std::string name;
      for (auto word = words.rbegin(); word != words.rend(); ++word) {
        if (!name.empty()) name += ' ';
        name += *word;
      }
      return name;
    }
  }
  return {};
}

/// A rating named in a sentence, and where.
struct Named {
  std::string_view rating{};
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Named> ratings_in(const Vocabulary& vocabulary, std::string_view sentence) {
  std::vector<Named> found;
  for (const auto& rating : vocabulary.ratings) {
    const auto lowered_rating = lower(rating);
    const auto words = Phrase::of(lowered_rating);
    for (auto at = find_words(sentence, words); at != std::string_view::npos && found.size() < 40;
         at = find_words(sentence, words, at + 1)) {
      const auto end = at + words.size();
      if ((at > 0 && in_word(sentence[at - 1])) ||
          (end < sentence.size() && in_word(sentence[end])))
        continue;
      found.push_back({rating, at, end});
    }
  }
  std::ranges::sort(found, {}, &Named::begin);
  return found;
}

/// "five" in "outstanding in five categories" or in "five areas were rated outstanding".
std::optional<std::int64_t> count_of(std::string_view sentence, const Named& rating) {
  auto after = sentence.substr(rating.end);
  while (!after.empty() && (quote_at(after) > 0 || is_space(after.front())))
    after.remove_prefix(std::max<std::size_t>(1, quote_at(after)));
  for (const std::string_view joint : {"in ", "for ", "across "})
    if (starts_with_ignoring_case(after, joint)) {
      auto rest = after.substr(joint.size());
      for (const std::string_view word : {"all ", "just ", "only "})
        if (starts_with_ignoring_case(rest, word)) rest = rest.substr(word.size());
      if (const auto number = number_at(rest, 0)) return number->value;
    }
  // Before the rating: a number with at most a few words between.
  const auto before = sentence.substr(rating.begin > 60 ? rating.begin - 60 : 0,
                                      std::min<std::size_t>(rating.begin, 60));
  std::optional<Number> last;
  std::size_t from = 0;
  while (const auto number = next_number(before, from)) {
    from = number->end;
    if (number->percent || number->fraction) continue;
    const auto preceding = trim(before.substr(0, number->begin));
    if (ends_with_ignoring_case(preceding, "of") || ends_with_ignoring_case(preceding, "of the"))
      continue;  // the 13 of "five of 13"
    last = number;
  }
  if (!last) return std::nullopt;
  const auto between = before.substr(last->end);
  if (any_word(between, {",", ";", " outstanding", " good", " inadequate", "improvement"}))
    return std::nullopt;
  return last->value;
}

class PressReader {
 public:
  PressReader(const Vocabulary& vocabulary, PressText& into)
      : vocabulary_(vocabulary), into_(into) {}

  void read_sentence(std::string_view sentence, domain::Line line) {
    line_ = line;
    const auto ratings = ratings_in(vocabulary_, sentence);
    if (!ratings.empty()) read_ratings(sentence, ratings);
    read_dates(sentence);
    if (has_words(sentence, "recommendations")) read_recommendations(sentence);
  }

 private:
  void add(Claim claim) {
    claim.line = line_;
    const bool known = std::ranges::any_of(into_.claims, [&](const Claim& other) {
      return other.what == claim.what && other.value == claim.value;
    });
    if (!known) into_.claims.push_back(std::move(claim));
  }

  void read_ratings(std::string_view sentence, const std::vector<Named>& ratings) {
    const bool judged = any_word(sentence, {"rated", "rating", "judged", "graded"});
    if (!judged) return;
    const bool kinds = any_word(sentence, {"categor", "areas", "standards", "aspects", "elements"});
    if (kinds && read_tally(sentence, ratings)) return;
    for (const auto& rating : ratings) {
      const auto place = last_verb(sentence, rating.begin);
      if (!place) continue;
      const auto before =
          sentence.substr(*place > 60 ? *place - 60 : 0, std::min<std::size_t>(*place, 60));
      const auto between = sentence.substr(*place, rating.begin - *place);
      if (between.size() > 44 || any_word(between, {"out of", "between"})) continue;
      if (any_word(before, {"resettlement"}) || any_word(between, {"resettlement"})) {
        Claim claim;
        claim.what = "resettlement_rating";
        claim.value = claim.rating = std::string(rating.rating);
        add(std::move(claim));
        continue;
      }
      if (any_word(before, {"areas", "some ", "categor", "standards", "aspects", "separately",
                            "previous", "elements", "planning", "assessment", "staffing"}) ||
          any_word(sentence, {"previously", "last inspected"}))
        continue;
      Claim claim;
      claim.what = "overall_rating";
      claim.value = claim.rating = std::string(rating.rating);
      add(std::move(claim));
    }
  }

  static std::optional<std::size_t> last_verb(std::string_view sentence, std::size_t before) {
    std::optional<std::size_t> last;
    static constexpr std::array<Phrase, 4> verbs{"rated", "rating", "judged", "graded"};
    for (const auto& verb : verbs)
      for (auto at = find_words(sentence, verb); at != std::string_view::npos && at < before;
           at = find_words(sentence, verb, at + 1))
        last = std::max(last.value_or(0), at);
    return last;
  }

  bool read_tally(std::string_view sentence, const std::vector<Named>& ratings) {
    bool any = false;
    for (const auto& rating : ratings) {
      const auto count = count_of(sentence, rating);
      if (!count) continue;
      Claim claim;
      claim.what = "rating_count";
      claim.rating = std::string(rating.rating);
      claim.count = *count;
      claim.value = std::to_string(*count) + " " + claim.rating;
      add(std::move(claim));
      any = true;
    }
    return any;
  }

  void read_dates(std::string_view sentence) {
    if (!any_word(sentence, {"inspect", "publish", "fieldwork", "visit", "report"})) return;
    constexpr std::array<std::string_view, 12> names{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    for (const auto& named : days_in(sentence)) {
      const auto before = sentence.substr(0, named.begin);
      // A month alone is a date only in "in April".
      if (named.days.empty() && !ends_with_ignoring_case(trim(before), " in")) continue;
      const auto published = last_word(before, {"publish", "released", "report came out"});
      const auto fieldwork = last_word(
          before, {"conducted", "inspect", "fieldwork", "visit", "carried out", "took place"});
      if (published == 0 && fieldwork == 0) continue;
      Claim claim;
      claim.what = published > fieldwork ? "published" : "fieldwork";
      claim.month = named.month;
      claim.year = named.year;
      for (const auto day : named.days)
        claim.value += (claim.value.empty() ? "" : " to ") + std::to_string(day);
      if (!named.days.empty()) claim.day = named.days.front();
      claim.value += (claim.value.empty() ? "" : " ") + std::string(names[named.month - 1]);
      if (named.year) claim.value += " " + std::to_string(*named.year);
      add(std::move(claim));
    }
  }

  static std::size_t last_word(std::string_view text, std::initializer_list<Phrase> words) {
    std::size_t last = 0;
    for (const auto& word : words)
      for (auto at = find_words(text, word); at != std::string_view::npos;
           at = find_words(text, word, at + 1))
        last = std::max(last, at + 1);
    return last;
  }

  void read_recommendations(std::string_view sentence) {
    std::size_t from = 0;
    while (const auto number = next_number(sentence, from)) {
      from = number->end;
      auto rest = trim(sentence.substr(number->end));
      for (const std::string_view word : {"key ", "main ", "new ", "formal "})
        if (starts_with_ignoring_case(rest, word)) rest = trim(rest.substr(word.size()));
      if (number->percent || !starts_with_ignoring_case(rest, "recommendations")) continue;
      Claim claim;
      claim.what = "recommendations";
      claim.count = number->value;
      claim.value = std::to_string(number->value);
      add(std::move(claim));
    }
  }

  const Vocabulary& vocabulary_;
  PressText& into_;
  domain::Line line_ = 0;
};

domain::Finding contradiction(const Claim& claim, const std::string& said,
                              const std::string& instead) {
  return {"press-contradicts-report", domain::Severity::Error, claim.what, claim.line,
          "The text says " + said + "; the report says " + instead + "."};
}

/// How many standards the report gives a rating, or nothing where not all of them are known. A
/// tally may leave out the standards that are rated apart.
std::optional<std::pair<std::int64_t, std::int64_t>> counts_of(
    const domain::PublishedInspection& report, std::string_view rating) {
  std::int64_t all = 0;
  std::int64_t apart = 0;
  for (const auto& standard : report.standards) {
    if (!standard.rating) return std::nullopt;
    if (!equals_ignoring_case(*standard.rating, rating)) continue;
    ++all;
    if (has_words(standard.title, "resettlement")) ++apart;
  }
  return std::pair{all, all - apart};
}

bool same_date(const Claim& claim, const std::optional<Date>& day,
               const std::optional<Month>& month) {
  if (day) {
    if (claim.month != static_cast<unsigned>(day->month())) return false;
    if (claim.year && *claim.year != static_cast<int>(day->year())) return false;
    return claim.day == 0 || claim.day == static_cast<unsigned>(day->day());
  }
  if (!month) return true;
  return claim.month == static_cast<unsigned>(month->month()) &&
         (!claim.year || *claim.year == static_cast<int>(month->year()));
}

}  // namespace

PressText read_press(std::string_view text, const Vocabulary& vocabulary) {
  PressText press;
  const Layout layout(text);
  PressReader reader(vocabulary, press);
  for (const auto& line : layout.lines()) {
    if (line.text.empty()) continue;
    if (press.service.empty())
      if (auto name = service_in(line.text); !name.empty())
        press.service = domain::short_service_name(name);
    Sentences sentences(line.text);
    for (auto sentence = sentences.next(); !sentence.empty(); sentence = sentences.next())
      reader.read_sentence(sentence, line.number);
  }
  return press;
}

bool is_about(const PressText& press, const domain::PublishedInspection& report) {
  if (press.service.empty() || report.service.empty()) return false;
  const auto claimed = domain::slug(press.service);
  const auto known = domain::slug(report.service);
  if (claimed == known) return true;
  // "Southend" and "Southend-on-Sea" are one service, "Sussex" and "East Sussex" are not.
  return claimed.starts_with(known + "-on-") || known.starts_with(claimed + "-on-") ||
         claimed.starts_with(known + "-upon-") || known.starts_with(claimed + "-upon-");
}

std::vector<domain::Finding> check_press(const PressText& press,
                                         const domain::PublishedInspection& report) {
  std::vector<domain::Finding> findings;
  if (!is_about(press, report)) return findings;
  for (const auto& claim : press.claims) {
    if (claim.what == "overall_rating" && report.overall_rating &&
        !equals_ignoring_case(claim.rating, *report.overall_rating))
      findings.push_back(contradiction(claim, claim.rating + " overall", *report.overall_rating));
    if (claim.what == "resettlement_rating")
      for (const auto& standard : report.standards)
        if (has_words(standard.title, "resettlement") && standard.rating &&
            !equals_ignoring_case(claim.rating, *standard.rating))
          findings.push_back(
              contradiction(claim, claim.rating + " for resettlement", *standard.rating));
    if (claim.what == "rating_count" && claim.count)
      if (const auto counts = counts_of(report, claim.rating);
          counts && *claim.count != counts->first && *claim.count != counts->second)
        findings.push_back(contradiction(
            claim, counted(*claim.count, "standard", "standards") + " " + claim.rating,
            std::to_string(counts->first)));
    if (claim.what == "recommendations" && claim.count && !report.recommendations.empty() &&
        *claim.count != static_cast<std::int64_t>(report.recommendations.size()))
      findings.push_back(contradiction(claim, claim.value + " recommendations",
                                       std::to_string(report.recommendations.size())));
    if (claim.what == "fieldwork" &&
        !same_date(claim, report.fieldwork_started, report.fieldwork_month))
      findings.push_back(contradiction(
          claim, "that the inspection took place on or in " + claim.value,
          report.fieldwork_started ? "that fieldwork began on " + words(*report.fieldwork_started)
                                   : "that it was in " + words(*report.fieldwork_month)));
    if (claim.what == "published" &&
        !same_date(claim, report.published.day, report.published.month))
      findings.push_back(contradiction(
          claim, "that the report was published on or in " + claim.value, report.published.text));
  }
  return findings;
}

}  // namespace northlight::reading

#include "reading/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "framework/edition.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

/// Words of a question that are too common to tell anything.
bool is_common(std::string_view word) {
  static const std::set<std::string_view> common{"the", "of",  "to",   "a",           "and",
                                                 "is",  "are", "does", "do",          "how",
                                                 "in",  "on",  "for",  "sufficiently"};
  return common.contains(word);
}

std::vector<LensWords> lens_words_of(const framework::Edition& edition) {
  std::vector<LensWords> lenses;
  std::map<std::string, std::set<std::size_t>> used_by;
  for (std::size_t at = 0; at < edition.lenses.size(); ++at) {
    const auto& lens = edition.lenses[at];
    lenses.push_back({lens.code.text(), {}});
    std::string all = lens.name + " " + lens.also_called;
    for (const auto& standard : edition.standards)
      for (const auto& question : standard.questions)
        if (question.lens == lens.code) all += " " + question.text;
    for (const auto& word : plain_words(all))
      if (!is_common(word)) used_by[word].insert(at);
  }
  // A word of one lens tells most, a word of all lenses nothing.
  for (const auto& [word, lens_places] : used_by) {
    if (lens_places.size() == lenses.size() && lenses.size() > 1) continue;
    const auto weight = static_cast<std::int64_t>(60 / lens_places.size());
    for (const auto place : lens_places) lenses[place].weights.emplace_back(word, weight);
  }
  return lenses;
}

EditionWords words_of(const framework::Edition& edition) {
  EditionWords words;
  words.id = edition.code.text();
  words.from = edition.fieldwork_from;
  words.until = edition.fieldwork_until;
  for (const auto& domain : edition.domains)
    words.domains.push_back({domain.code.text(), domain.number, domain.title});
  for (const auto& standard : edition.standards)
    words.standards.push_back({standard.code.text(), standard.title, standard.also_called,
                               standard.domain.text(),
                               standard.rated_by != framework::RatedBy::Panel});
  words.lenses = lens_words_of(edition);
  return words;
}

std::size_t word_start(std::string_view text, std::size_t at) {
  while (at < text.size() && !in_word(text[at]) && text[at] != '&') ++at;
  return at;
}

std::size_t word_stop(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '&') return at + 1;
  while (at < text.size() && in_word(text[at])) ++at;
  return at;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a == "&") a = "and";
  if (b == "&") b = "and";
  return equals_ignoring_case(a, b);
}

}  // namespace

const StandardWords* EditionWords::find(std::string_view standard) const {
  const auto found = std::ranges::find(standards, standard, &StandardWords::id);
  return found == standards.end() ? nullptr : &*found;
}

Vocabulary vocabulary_of(std::span<const framework::Edition> editions) {
  Vocabulary vocabulary;
  for (const auto& edition : editions) {
    vocabulary.editions.push_back(words_of(edition));
    for (const auto& level : edition.scale)
      if (std::ranges::find(vocabulary.ratings, level.name) == vocabulary.ratings.end())
        vocabulary.ratings.push_back(level.name);
  }
  // An edition whose questions are not known was asked about the same things under another: its
  // percentages are told by those words.
  const auto most = std::ranges::max_element(
      vocabulary.editions, {}, [](const EditionWords& words) { return words.lenses.size(); });
  if (most != vocabulary.editions.end())
    for (auto& words : vocabulary.editions)
      if (words.lenses.empty()) words.lenses = most->lenses;
  return vocabulary;
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    auto word = lower(text.substr(at, end - at));
    at = end;
    if (word == "s" || word.size() < 2) continue;  // the s of "child's"
    if (word == "children" || word == "childs") word = "child";
    if (word == "safely" || word == "safety") word = "safe";
    if (word.size() > 4 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    if (word.size() > 6 && word.ends_with("ing")) word.resize(word.size() - 3);
    words.push_back(std::move(word));
  }
  return words;
}

std::string_view lens_of(const EditionWords& edition, std::string_view question) {
  const auto words = plain_words(question);
  std::int64_t best = 0;
  std::int64_t second = 0;
  std::string_view lens;
  for (const auto& candidate : edition.lenses) {
    std::int64_t sum = 0;
    for (const auto& [word, weight] : candidate.weights)
      if (std::ranges::find(words, word) != words.end()) sum += weight;
    if (sum > best) {
      second = best;
      best = sum;
      lens = candidate.lens;
    } else {
      second = std::max(second, sum);
    }
  }
  return best > second ? lens : std::string_view{};
}

TitleMatch match_title(std::string_view line, std::string_view title) {
  TitleMatch match;
  std::size_t at = 0;
  std::size_t in_title = word_start(title, 0);
  match.rest = line;
  while (in_title < title.size()) {
    const auto start = word_start(line, at);
    const auto stop = word_stop(line, start);
    const auto title_stop = word_stop(title, in_title);
    auto word = line.substr(start, stop - start);
    const auto wanted = title.substr(in_title, title_stop - in_title);
    // A footnote mark may be stuck to the title's last word.
    const bool last = word_start(title, title_stop) >= title.size();
    const bool marked = last && word.size() > wanted.size() && word.size() <= wanted.size() + 2 &&
                        same_word(word.substr(0, wanted.size()), wanted) &&
                        std::ranges::all_of(word.substr(wanted.size()), is_digit);
    if (!same_word(word, wanted) && !marked) return match;
    ++match.words;
    at = stop;
    match.rest = line.substr(at);
    in_title = word_start(title, title_stop);
  }
  match.whole = match.words > 0;
  return match;
}

TitleMatch match_standard(std::string_view line, const StandardWords& standard) {
  const auto match = match_title(line, standard.title);
  if (match.whole || standard.also_called.empty()) return match;
  const auto other = match_title(line, standard.also_called);
  return other.whole || other.words > match.words ? other : match;
}

std::optional<std::string_view> rating_in(const Vocabulary& vocabulary, std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 60) return std::nullopt;
  text = without_quotes(without_footnote(text));
  while (!text.empty() && (text.back() == '.' || text.back() == ':')) text.remove_suffix(1);
  text = without_quotes(text);
  for (const auto& rating : vocabulary.ratings) {
    if (text.empty() || lowered(text.front()) != lowered(rating.front())) continue;
    const auto match = match_title(text, rating);
    if (match.whole && trim(match.rest).empty()) return std::string_view{rating};
  }
  return std::nullopt;
}

std::optional<TrailingRating> trailing_rating(const Vocabulary& vocabulary, std::string_view text) {
  text = without_footnote(text);
  while (!text.empty() && (text.back() == '.' || is_space(text.back()))) text.remove_suffix(1);
  const auto bare = [&] {
    auto end = text;
    while (!end.empty() && (end.back() == '\'' || end.back() == '"')) end.remove_suffix(1);
    if (end.size() >= 3 && quote_at(end.substr(end.size() - 3)) == 3) end.remove_suffix(3);
    return end;
  }();
  for (const auto& rating : vocabulary.ratings) {
    if (bare.size() < rating.size() || lowered(bare.back()) != lowered(rating.back())) continue;
    // A rating of two words may have any spaces between them.
    std::size_t at = bare.size();
    std::size_t left = rating.size();
    bool fits = true;
    while (left > 0 && fits) {
      if (rating[left - 1] == ' ') {
        fits = at > 0 && is_space(bare[at - 1]);
        while (at > 0 && is_space(bare[at - 1])) --at;
      } else {
        fits = at > 0 && lowered(bare[at - 1]) == lowered(rating[left - 1]);
        if (fits) --at;
      }
      --left;
    }
    if (!fits || (at > 0 && in_word(bare[at - 1]))) continue;
    return TrailingRating{rating, trim(bare.substr(0, at))};
  }
  return std::nullopt;
}

}  // namespace northlight::reading

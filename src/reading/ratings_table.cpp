#include "reading/ratings_table.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "reading/scan.hpp"
#include "reading/table_row.hpp"

namespace northlight::reading {

namespace {

enum class Kind { Standard, Heading, Overall, Rating, First, Second, NotRated };

/// One sign of the table that matters, in reading order.
struct Token {
  Kind kind;
  std::size_t line;           ///< Index into the layout.
  std::size_t row = 0;        ///< Of Standard.
  std::string_view rating{};  ///< Of Rating, First and Second: the whole name.
  bool used = false;
};

/// "Requires" is the first part of "Requires improvement", "improvement" the second.
std::string_view first_part(std::string_view rating) {
  const auto space = rating.find(' ');
  return space == std::string_view::npos ? std::string_view{} : rating.substr(0, space);
}
std::string_view second_part(std::string_view rating) {
  const auto space = rating.find(' ');
  return space == std::string_view::npos ? std::string_view{} : rating.substr(space + 1);
}

class TableReader {
 public:
  TableReader(const Layout& layout, const Section& section, const EditionWords& edition,
              const Vocabulary& vocabulary)
      : layout_(layout), section_(section), edition_(edition), vocabulary_(vocabulary) {}

  RatingsTable read() {
    for (std::size_t at = section_.body; at < section_.end; ++at)
      if (!layout_[at].blank() && !layout_[at].furniture) tokenise(at);
    join_parts();
    bind_overall();
    bind_same_line();
    bind_rest();
    return std::move(table_);
  }

 private:
  void add(Kind kind, std::size_t line, std::string_view rating = {}) {
    tokens_.push_back({kind, line, 0, rating, false});
  }

  void tokenise(std::size_t at) {
    read_score(at);
    const auto text = layout_[at].text;
    // Two standards or two domains side by side: each has its own part of the line.
    std::size_t from = 0;
    for (std::size_t start = 1; start < text.size(); ++start) {
      if (!is_digit(text[start]) || !is_space(text[start - 1]) || start + 1 >= text.size() ||
          text[start + 1] != '.')
        continue;
      const auto rest = text.substr(start);
      const auto standard = standard_at(edition_, rest);
      const bool apart = start > 1 && is_space(text[start - 2]);
      if (!(standard && standard->title_whole) && !(apart && domain_at(edition_, rest) != nullptr))
        continue;
      const auto before = trim(text.substr(from, start - from));
      if (rating_in(vocabulary_, before)) continue;  // the rating before the name
      tokenise_part(at, before);
      from = start;
    }
    tokenise_part(at, text.substr(from));
  }

  void tokenise_part(std::size_t at, std::string_view text) {
    if (starts_with_ignoring_case(text, "overall rating") ||
        equals_ignoring_case(without_footnote(text), "overall")) {
      add(Kind::Overall, at);
      text = text.substr(std::min<std::size_t>(text.size(), 14));
      while (!text.empty() &&
             (text.front() == ':' || is_space(text.front()) || is_digit(text.front())))
        text.remove_prefix(1);
      rating_cells(at, text);
      return;
    }
    if (const auto standard = standard_at(edition_, text)) {
      tokens_.push_back({Kind::Standard, at, table_.rows.size(), {}, false});
      table_.rows.push_back({standard->standard, std::nullopt, layout_[at].number});
      rating_cells(at, standard->rest);
      return;
    }
    if (const auto row = free_row(edition_, vocabulary_, text)) {
      tokens_.push_back({Kind::Standard, at, table_.rows.size(), {}, false});
      table_.rows.push_back({row->standard, std::nullopt, layout_[at].number});
      add(row->rating ? Kind::Rating : Kind::NotRated, at, row->rating.value_or(""));
      return;
    }
    // "Good   2.1 Assessment": the rating stands before the name.
    const auto cells = cells_of(text);
    if (cells.count > 1) {
      if (const auto rating = rating_in(vocabulary_, cells[0])) {
        const auto rest = trim(text.substr(cells[0].size()));
        if (const auto standard = standard_at(edition_, rest)) {
          tokens_.push_back({Kind::Standard, at, table_.rows.size(), {}, false});
          table_.rows.push_back({standard->standard, std::nullopt, layout_[at].number});
          add(Kind::Rating, at, *rating);
          return;
        }
        if (equals_ignoring_case(without_footnote(rest), "overall rating")) {
          add(Kind::Overall, at);
          add(Kind::Rating, at, *rating);
          return;
        }
      }
    }
    if (domain_at(edition_, text) != nullptr) {
      add(Kind::Heading, at);
      return;
    }
    rating_cells(at, text);
  }

  void rating_cells(std::size_t at, std::string_view text) {
    const auto cells = cells_of(text);
    if (cells.count == 0) return;
    // Only the last two cells can hold the rating: the others are the name.
    for (std::size_t cell = cells.count > 2 ? cells.count - 2 : 0; cell < cells.count; ++cell) {
      const auto part = cells[cell];
      if (const auto rating = rating_in(vocabulary_, part)) {
        add(Kind::Rating, at, *rating);
        return;
      }
      if (is_not_rated(part)) {
        add(Kind::NotRated, at);
        return;
      }
      if (part_cell(at, part)) return;
    }
    // One space only between the name and the rating.
    if (const auto trailing = trailing_rating(vocabulary_, text);
        trailing && trailing->before.size() < 90) {
      add(Kind::Rating, at, trailing->rating);
      return;
    }
    if (const auto space = text.rfind(' '); space != std::string_view::npos)
      part_cell(at, text.substr(space + 1));
  }

  bool part_cell(std::size_t at, std::string_view part) {
    const auto bare = without_quotes(without_footnote(part));
    for (const auto& rating : vocabulary_.ratings) {
      if (first_part(rating).empty()) continue;
      if (equals_ignoring_case(bare, first_part(rating))) {
        add(Kind::First, at, rating);
        return true;
      }
      if (equals_ignoring_case(bare, second_part(rating))) {
        add(Kind::Second, at, rating);
        return true;
      }
    }
    return false;
  }

  void read_score(std::size_t at) {
    if (table_.score) return;
    const auto text = layout_[at].text;
    const auto word = find_words(text, "score");
    if (word == std::string_view::npos || text.size() > 160) return;
    auto found = score_in(text.substr(word));
    for (std::size_t next = at, more = 0; !found && more < 2; ++more) {
      next = layout_.next_text(next + 1);
      if (next >= section_.end || standard_at(edition_, layout_[next].text)) break;
      found = score_in(layout_[next].text);
    }
    if (!found) return;
    table_.score = found->points;
    table_.score_maximum = found->maximum;
  }

  /// "Requires" and "improvement" become one rating, which belongs to the standard between them
  /// where the name stands in the middle of its two lines.
  void join_parts() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      auto& first = tokens_[at];
      if (first.kind != Kind::First) continue;
      std::size_t standard = 0;
      int standards = 0;
      for (std::size_t next = at + 1; next < tokens_.size() && next < at + 4; ++next) {
        if (tokens_[next].kind == Kind::Standard) {
          standard = next;
          ++standards;
        }
        if (tokens_[next].kind != Kind::Second || tokens_[next].used) continue;
        tokens_[next].used = true;
        first.kind = Kind::Rating;
        if (standards == 1 && !has_rating_on_line(standard) && !follows_standard(at)) {
          table_.rows[tokens_[standard].row].rating = first.rating;
          tokens_[standard].used = true;
          first.used = true;
        }
        break;
      }
    }
    std::erase_if(tokens_, [](const Token& token) {
      return token.kind == Kind::First || token.kind == Kind::Second;
    });
  }

  bool has_rating_on_line(std::size_t standard) const {
    return std::ranges::any_of(tokens_, [&](const Token& token) {
      return token.kind == Kind::Rating && token.line == tokens_[standard].line;
    });
  }

  /// Whether the rating at `at` stands on the line of a standard before it.
  bool follows_standard(std::size_t at) const {
    return at > 0 && tokens_[at - 1].kind == Kind::Standard &&
           tokens_[at - 1].line == tokens_[at].line;
  }

  void bind_overall() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind != Kind::Overall) continue;
      tokens_[at].used = true;
      if (at + 1 < tokens_.size() && !tokens_[at + 1].used &&
          (tokens_[at + 1].kind == Kind::Rating || tokens_[at + 1].kind == Kind::NotRated)) {
        if (tokens_[at + 1].kind == Kind::Rating && !table_.overall)
          table_.overall = tokens_[at + 1].rating;
        tokens_[at + 1].used = true;
      } else if (at > 0 && !tokens_[at - 1].used && tokens_[at - 1].kind == Kind::Rating) {
        if (!table_.overall) table_.overall = tokens_[at - 1].rating;
        tokens_[at - 1].used = true;
      }
    }
  }

  void bind(Token& standard, Token& rating) {
    if (rating.kind == Kind::Rating) table_.rows[standard.row].rating = rating.rating;
    standard.used = true;
    rating.used = true;
  }

  void bind_same_line() {
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      auto& standard = tokens_[at];
      auto& rating = tokens_[at + 1];
      if (standard.kind == Kind::Standard && !standard.used && !rating.used &&
          (rating.kind == Kind::Rating || rating.kind == Kind::NotRated) &&
          rating.line == standard.line)
        bind(standard, rating);
    }
  }

  /// Standards and ratings on lines of their own: within a domain either every rating follows its
  /// standard or every rating goes before it.
  void bind_rest() {
    std::size_t start = 0;
    while (start < tokens_.size()) {
      std::size_t end = start;
      while (end < tokens_.size() && tokens_[end].kind != Kind::Heading) ++end;
      std::vector<Token*> left;
      for (std::size_t at = start; at < end; ++at)
        if (!tokens_[at].used) left.push_back(&tokens_[at]);
      const bool before = left.size() > 1 && left.front()->kind != Kind::Standard &&
                          left.back()->kind == Kind::Standard;
      for (std::size_t at = 0; at < left.size(); ++at) {
        if (left[at]->kind != Kind::Standard) continue;
        if (before && at > 0 && left[at - 1]->kind != Kind::Standard && !left[at - 1]->used)
          bind(*left[at], *left[at - 1]);
        else if (!before && at + 1 < left.size() && left[at + 1]->kind != Kind::Standard &&
                 !left[at + 1]->used)
          bind(*left[at], *left[at + 1]);
      }
      bind_columns(left);
      start = end + 1;
    }
  }

  /// A table copied column by column: all the names, then as many ratings.
  void bind_columns(std::vector<Token*>& left) {
    std::vector<Token*> standards;
    std::vector<Token*> ratings;
    for (auto* token : left) {
      if (token->used && token->kind != Kind::Standard) return;
      (token->kind == Kind::Standard ? standards : ratings).push_back(token);
    }
    if (standards.size() < 2 || standards.size() != ratings.size()) return;
    for (std::size_t at = 0; at < standards.size(); ++at) bind(*standards[at], *ratings[at]);
  }

  const Layout& layout_;
  const Section& section_;
  const EditionWords& edition_;
  const Vocabulary& vocabulary_;
  RatingsTable table_;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<Score> score_in(std::string_view text) {
  std::size_t from = 0;
  while (const auto number = next_number(text, from)) {
    from = number->end;
    if (number->percent || number->fraction || number->in_words) continue;
    auto rest = trim(text.substr(number->end));
    if (!rest.empty() && rest.front() == '(') rest = trim(rest.substr(1));
    std::size_t skip = 0;
    if (!rest.empty() && rest.front() == '/') skip = 1;
    if (starts_with_ignoring_case(rest, "out of")) skip = 6;
    if (starts_with_ignoring_case(rest, "of ")) skip = 3;
    if (skip == 0) continue;
    rest = trim(rest.substr(skip));
    const auto maximum = number_at(rest, 0);
    if (!maximum || maximum->fraction || maximum->percent || maximum->value < number->value ||
        maximum->value > 300)
      continue;
    return Score{number->value, maximum->value};
  }
  return std::nullopt;
}

RatingsTable read_ratings_table(const Layout& layout, const Section& section,
                                const EditionWords& edition, const Vocabulary& vocabulary) {
  return TableReader(layout, section, edition, vocabulary).read();
}

namespace {

/// "Rating: Good", "Our rating – Good".
std::optional<std::string_view> rating_after_label(const Vocabulary& vocabulary,
                                                   std::string_view text) {
  if (starts_with_ignoring_case(text, "our ")) text.remove_prefix(4);
  if (!starts_with_ignoring_case(text, "rating")) return std::nullopt;
  text = trim(text.substr(6));
  for (const std::string_view mark : {":", "-", "\xE2\x80\x93"})
    if (text.starts_with(mark)) return rating_in(vocabulary, text.substr(mark.size()));
  return rating_in(vocabulary, text);
}

}  // namespace

std::optional<std::string_view> rating_on_page(const Layout& layout, const Section& section,
                                               const Vocabulary& vocabulary) {
  int seen = 0;
  std::string_view halves;
  if (const auto trailing = trailing_rating(vocabulary, layout[section.first].text))
    if (cells_of(layout[section.first].text).count > 1) return trailing->rating;
  for (std::size_t at = layout.next_text(section.body); at < section.end && seen < 9;
       at = layout.next_text(at + 1), ++seen) {
    const auto& line = layout[at];
    if (const auto rating = rating_after_label(vocabulary, line.text)) return rating;
    if (line.bullet != 0 || starts_with_ignoring_case(line.text, "strengths") ||
        starts_with_ignoring_case(line.text, "our rating"))
      break;
    if (const auto rating = rating_in(vocabulary, line.text)) return rating;
    const auto cells = cells_of(line.text);
    if (cells.count < 1) continue;
    const auto last = cells[cells.count - 1];
    if (cells.count > 1)
      if (const auto rating = rating_in(vocabulary, last)) return rating;
    for (const auto& rating : vocabulary.ratings) {
      if (first_part(rating).empty()) continue;
      if (equals_ignoring_case(last, first_part(rating))) halves = rating;
      if (halves == rating && equals_ignoring_case(last, second_part(rating))) return halves;
    }
  }
  return std::nullopt;
}

}  // namespace northlight::reading

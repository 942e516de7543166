#include "reading/findings_lists.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

enum class List { None, Strengths, Areas };

/// The words that open a list; they stand alone on their line.
std::optional<List> list_heading(std::string_view line) {
  if (line.size() > 60) return std::nullopt;
  line = without_footnote(line);
  while (!line.empty() && (line.back() == ':' || is_space(line.back()))) line.remove_suffix(1);
  for (const std::string_view words : {"strengths", "strength", "key strengths",
                                       "areas of strength", "our key strengths", "main strengths"})
    if (equals_ignoring_case(line, words)) return List::Strengths;
  for (const std::string_view words :
       {"areas for improvement", "area for improvement", "areas of improvement",
        "key areas for improvement", "areas that need to improve", "areas requiring improvement",
        "main areas for improvement", "areas needing improvement"})
    if (equals_ignoring_case(line, words)) return List::Areas;
  return std::nullopt;
}

bool opens_lower(std::string_view text) { return !text.empty() && is_lower(text.front()); }

/// Reads the lists of one section line by line.
class ListReader {
 public:
  ListReader(const Layout& layout, const Section& section) : layout_(layout), section_(section) {}

  FindingsLists read() {
    for (std::size_t at = section_.body; at < section_.end; ++at) {
      const auto& line = layout_[at];
      if (line.furniture) {
        page_broken_ = true;
        continue;
      }
      if (line.blank()) {
        gap_ = true;
        continue;
      }
      page_broken_ = page_broken_ || line.starts_page;
      take(line);
      gap_ = false;
      page_broken_ = false;
    }
    close_item();
    return std::move(lists_);
  }

 private:
  void take(const TextLine& line) {
    if (const auto list = list_heading(line.text)) {
      close_item();
      list_ = *list;
      bullets_ = false;
      list_open_ = true;
      kind_ = 0;
      return;
    }
    if (list_ == List::None || !list_open_) return;
    if (line.bullet != 0 && (kind_ == 0 || line.bullet == kind_ || !item_open_)) {
      close_item();
      bullets_ = true;
      if (kind_ == 0) kind_ = line.bullet;
      open_item(line);
      return;
    }
    if (line.bullet != 0) {  // a list within an item
      append_line(text_, line.text, layout_);
      return;
    }
    if (!bullets_) {
      take_unmarked(line);
      return;
    }
    if (!item_open_) return;
    if (goes_on(line)) {
      append_line(text_, line.text, layout_);
      return;
    }
    close_item();
    list_open_ = false;
  }

  /// Whether a line without a bullet belongs to the item before it.
  bool goes_on(const TextLine& line) const {
    if (!gap_ && !page_broken_) return true;
    if (text_.empty()) return true;  // a bullet on a line of its own
    if (!is_finished(text_) || opens_lower(line.text)) return true;
    // Over a page break the columns tell: the text of an item stands further in than its bullet.
    return page_broken_ && line.indent > bullet_indent_ && line.indent + 1 >= text_indent_ &&
           line.indent <= text_indent_ + 1;
  }

  /// A list that lost its bullets: paragraphs are items, or lines where nothing divides them.
  void take_unmarked(const TextLine& line) {
    const bool next_item = !item_open_ || ((gap_ || is_finished(text_)) && is_finished(text_) &&
                                           !opens_lower(line.text));
    if (!next_item) {
      append_line(text_, line.text, layout_);
      return;
    }
    close_item();
    open_item(line);
  }

  void open_item(const TextLine& line) {
    item_open_ = true;
    text_ = line.text;
    line_ = line.number;
    bullet_indent_ = line.indent;
    text_indent_ = line.text_at;
  }

  void close_item() {
    if (item_open_ && !trim(text_).empty()) {
      auto& items = list_ == List::Strengths ? lists_.strengths : lists_.areas_for_improvement;
      items.push_back({std::string(trim(text_)), line_});
    }
    item_open_ = false;
    text_.clear();
  }

  const Layout& layout_;
  const Section& section_;
  FindingsLists lists_;
  List list_ = List::None;
  bool list_open_ = false;
  bool bullets_ = false;
  bool item_open_ = false;
  bool gap_ = false;
  bool page_broken_ = false;
  char kind_ = 0;
  std::string text_;
  domain::Line line_ = 0;
  std::size_t bullet_indent_ = 0;
  std::size_t text_indent_ = 0;
};

/// "1. improve …", "2) …", "3   …": the number of a recommendation and its first words.
struct Numbered {
  std::int64_t number = 0;
  std::string_view text{};
};

std::optional<Numbered> numbered(std::string_view line) {
  if (starts_with_ignoring_case(line, "recommendation ")) line = trim(line.substr(15));
  std::size_t end = 0;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == 0 || end > 2) return std::nullopt;
  const auto number = parse_whole_number(line.substr(0, end));
  if (!number || *number == 0) return std::nullopt;
  auto rest = line.substr(end);
  if (rest.empty()) return Numbered{*number, {}};
  const bool marked = rest.front() == '.' || rest.front() == ')' || rest.front() == ':';
  const bool spaced = rest.size() > 1 && (rest.front() == '\t' || rest.starts_with("  "));
  if (marked) {
    rest.remove_prefix(1);
    if (!rest.empty() && is_digit(rest.front())) return std::nullopt;  // "1.1"
  } else if (!spaced) {
    return std::nullopt;
  }
  return Numbered{*number, trim(rest)};
}

/// "The East Sussex Police should:" without its last word.
std::optional<std::string> addressee_of(std::string_view text) {
  auto bare = without_footnote(text);
  const bool colon = !bare.empty() && bare.back() == ':';
  while (!bare.empty() && (bare.back() == ':' || is_space(bare.back()))) bare.remove_suffix(1);
  if (ends_with_ignoring_case(bare, " should")) {
    bare.remove_suffix(7);
  } else if (ends_with_ignoring_case(bare, " should work together to") && colon) {
    bare.remove_suffix(24);
  } else if (!colon || bare.size() > 120 || has_words(bare, "recommendation") ||
             has_words(bare, "following")) {
    return std::nullopt;
  }
  bare = trim(bare);
  if (bare.empty() || bare.size() > 240 || is_lower(bare.front())) return std::nullopt;
  std::string name;
  for (const auto word : split_words(bare)) {
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

bool ends_in_colon(const std::vector<domain::Recommendation>& recommendations) {
  return !recommendations.empty() && recommendations.back().text.ends_with(':');
}

}  // namespace

FindingsLists read_findings_lists(const Layout& layout, const Section& section) {
  return ListReader(layout, section).read();
}

std::vector<domain::Recommendation> read_recommendations(const Layout& layout,
                                                         const Section& section) {
  std::vector<domain::Recommendation> recommendations;
  std::string addressee;
  std::string heading;  // an addressee's name that runs over lines
  bool open = false;
  bool gap = false;
  bool numbers = false;  // this addressee's recommendations are numbered in print
  bool nested = false;   // within a list that belongs to one recommendation
  char kind = 0;         // the bullet of this addressee's recommendations, and where it stands
  std::size_t indent = 0;
  for (std::size_t at = section.body; at < section.end; ++at) {
    const auto& line = layout[at];
    if (line.furniture) continue;
    if (line.blank()) {
      gap = true;
      continue;
    }
    if (line.bullet == 0) {
      std::string whole = heading;
      append_line(whole, line.text, layout);
      const auto name = addressee_of(line.text);
      const auto over_lines = heading.empty() ? std::nullopt : addressee_of(whole);
      const bool item_goes_on = open && !gap && !is_finished(recommendations.back().text);
      if ((name || over_lines) &&
          !(item_goes_on && !ends_with_ignoring_case(line.text, "should:"))) {
        addressee = over_lines ? *over_lines : *name;
        heading.clear();
        open = gap = numbers = nested = false;
        kind = 0;
        continue;
      }
    }
    const auto item = line.bullet == 0 ? numbered(line.text) : std::nullopt;
    const bool bulleted = line.bullet != 0 && !addressee.empty();
    // A list within a recommendation has another bullet, or stands further in after a colon.
    const bool within =
        bulleted && open &&
        (numbers ||
         (kind != 0 && (line.bullet != kind ||
                        (line.indent > indent + 1 && (nested || ends_in_colon(recommendations))))));
    if (within) {
      append_line(recommendations.back().text, line.text, layout);
      nested = true;
      gap = false;
      continue;
    }
    if (item && !addressee.empty()) {
      numbers = true;
      nested = false;
      recommendations.push_back({item->number, addressee, std::string(item->text), line.number});
      open = true;
      heading.clear();
    } else if (bulleted) {
      // Not numbered in print: counted on, as the numbers run through all addressees.
      const auto number = recommendations.empty() ? 1 : recommendations.back().number + 1;
      recommendations.push_back({number, addressee, std::string(line.text), line.number});
      open = true;
      nested = false;
      if (kind == 0) {
        kind = line.bullet;
        indent = line.indent;
      }
    } else if (open && (!gap || !is_finished(recommendations.back().text)) &&
               !(gap && is_upper(line.text.front()) &&
                 find_words(line.text, "should") != std::string_view::npos)) {
      append_line(recommendations.back().text, line.text, layout);
    } else {
      open = false;
      if (line.text.size() < 160 && !is_finished(line.text)) {
        if (gap) heading.clear();
        append_line(heading, line.text, layout);
      } else {
        heading.clear();
      }
    }
    gap = false;
  }
  return recommendations;
}

}  // namespace northlight::reading

#include "reading/flat_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "reading/scan.hpp"

namespace northlight::reading {

namespace {

/// Whether the line is the middle of a sentence, as far as it can tell: as long as lines are set,
/// no row of a table, and nothing that ends there.
bool breaks_off(std::string_view line) {
  constexpr std::size_t shortest = 60;
  return line.size() >= shortest && line.back() != ':' && line.back() != '%' &&
         cells_of(line).count == 1;
}

}  // namespace

FlatText::FlatText(const Layout& layout, const std::vector<Section>& sections) {
  std::size_t bytes = 0;
  for (const auto& line : layout.lines()) bytes += line.text.size() + 1;
  text_.reserve(bytes + 16);
  line_starts_.reserve(layout.size());
  for (std::size_t section = 0; section < sections.size(); ++section) {
    if (sections[section].kind == SectionKind::Contents) continue;
    bool gap = true;
    bool page_broken = false;
    for (auto at = sections[section].body; at < sections[section].end; ++at) {
      const auto& line = layout[at];
      page_broken = page_broken || line.furniture || line.starts_page;
      if (line.furniture) continue;
      if (line.blank()) {
        gap = true;
        continue;
      }
      bool goes_on =
          !paragraphs_.empty() && paragraphs_.back().section == section && line.bullet == 0;
      if (goes_on && gap) {
        const auto before = text_of(paragraphs_.back());
        goes_on = before.size() > 40 && !is_finished(before) &&
                  (is_lower(line.text.front()) ||
                   (page_broken && breaks_off(layout[paragraphs_.back().last_line].text)));
      }
      if (goes_on) {
        const auto so_far = text_.size();
        const char last = so_far == 0 ? '\n' : text_[so_far - 1];
        // A word divided at the line end keeps its hyphen here: nothing is looked up in it.
        const bool divided = last == '-' && so_far > 1 && is_letter(text_[so_far - 2]);
        if (!divided && last != '\n') text_ += ' ';
      } else {
        if (!text_.empty()) text_ += '\n';
        paragraphs_.push_back({text_.size(), text_.size(), section, at, at, line.bullet != 0});
      }
      line_starts_.emplace_back(text_.size(), line.number);
      text_ += line.text;
      paragraphs_.back().end = text_.size();
      paragraphs_.back().last_line = at;
      gap = page_broken = false;
    }
  }
  sentences_.reserve(text_.size() / 80 + paragraphs_.size());
  for (auto& paragraph : paragraphs_) {
    paragraph.first_sentence = sentences_.size();
    Sentences sentences(text_of(paragraph));
    for (auto sentence = sentences.next(); !sentence.empty(); sentence = sentences.next())
      sentences_.push_back(sentence);
    paragraph.sentences = sentences_.size() - paragraph.first_sentence;
  }
}

domain::Line FlatText::line_at(std::size_t place) const {
  const auto after = std::ranges::upper_bound(line_starts_, place, {},
                                              &std::pair<std::size_t, domain::Line>::first);
  return after == line_starts_.begin() ? 1 : std::prev(after)->second;
}

std::string_view Sentences::next() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  const auto start = at_;
  while (at_ < text_.size()) {
    at_ = find_stop(text_, at_);
    if (at_ == text_.size()) break;
    const char sign = text_[at_++];
    // "29.1 %"
    if (sign == '.' && at_ > 1 && at_ < text_.size() && is_digit(text_[at_ - 2]) &&
        is_digit(text_[at_]))
      continue;
    auto end = at_;
    while (end < text_.size() && (text_[end] == ')' || quote_at(text_.substr(end)) > 0))
      end += std::max<std::size_t>(1, quote_at(text_.substr(end)));
    // Footnote marks stand between the stop and the next sentence.
    while (end < text_.size() &&
           (is_digit(text_[end]) || static_cast<unsigned char>(text_[end]) >= 0x80) &&
           end < at_ + 4)
      ++end;
    if (end >= text_.size()) {
      at_ = text_.size();
      break;
    }
    if (!is_space(text_[end])) continue;
    auto next = end;
    while (next < text_.size() && is_space(text_[next])) ++next;
    if (next < text_.size() && is_lower(text_[next])) continue;
    at_ = end;
    break;
  }
  return trim(text_.substr(start, at_ - start));
}

}  // namespace northlight::reading

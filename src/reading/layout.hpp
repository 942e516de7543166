#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/inspection.hpp"

namespace northlight::reading {

/// One line of a report after cleaning: no spaces at its ends, no bullet, no page furniture.
struct TextLine {
  std::string_view text{};  ///< Without its bullet.
  domain::Line number = 0;
  std::size_t indent = 0;   ///< Columns before the first sign (the bullet, where there is one).
  std::size_t text_at = 0;  ///< Columns before the text that follows the bullet.
  char bullet = 0;          ///< The kind of its bullet; 0 for none.
  bool starts_page = false;
  bool furniture = false;  ///< A header, a footer or a page number.

  bool blank() const { return text.empty() && bullet == 0; }
};

/// The text of a report as lines. Spaces of every kind become a space, ligatures letters, soft
/// hyphens and zero-width signs nothing; quotation marks, dashes and superscripts stay.
class Layout {
 public:
  explicit Layout(std::string_view text);
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;

  const std::vector<TextLine>& lines() const { return lines_; }
  std::size_t size() const { return lines_.size(); }
  const TextLine& operator[](std::size_t at) const { return lines_[at]; }

  /// The next line at or after `at` that is neither blank nor furniture; size() when none is.
  std::size_t next_text(std::size_t at) const;

  /// Whether a word stands anywhere in the text; asked for line ends that were hyphenated. Answers
  /// no after a fixed number of questions, so that reading never takes quadratic time.
  bool has_word(std::string_view word) const;

 private:
  void clean(std::string_view text);
  void cut_into_lines();

  std::string buffer_;
  std::vector<TextLine> lines_;
  mutable int words_asked_ = 0;
};

/// The cells of a line that is a row of a table: parts divided by a tab or by two spaces or more.
struct Cells {
  std::array<std::string_view, 12> parts{};
  std::size_t count = 0;

  std::string_view operator[](std::size_t at) const { return parts[at]; }
};

Cells cells_of(std::string_view line);

/// Adds a line to a text that it continues: with a space, or mending a word that was divided at the
/// line end. A hyphen stays where the report has no such word without it.
void append_line(std::string& text, std::string_view line, const Layout& layout);

}  // namespace northlight::reading

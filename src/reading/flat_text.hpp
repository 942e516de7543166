#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/sections.hpp"

namespace northlight::reading {

/// One paragraph of running text: its lines joined, with the way back to them.
struct Paragraph {
  std::size_t begin = 0;  ///< In FlatText::text.
  std::size_t end = 0;
  std::size_t section = 0;
  std::size_t first_line = 0;  ///< Indices into the layout.
  std::size_t last_line = 0;
  bool bullet = false;
  std::size_t first_sentence = 0;
  std::size_t sentences = 0;
};

/// The running text of a report, paragraph by paragraph; contents and furniture left out.
class FlatText {
 public:
  FlatText(const Layout& layout, const std::vector<Section>& sections);
  FlatText(const FlatText&) = delete;
  FlatText& operator=(const FlatText&) = delete;

  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  std::string_view text_of(const Paragraph& paragraph) const {
    return std::string_view{text_}.substr(paragraph.begin, paragraph.end - paragraph.begin);
  }

  /// Its sentences, cut once for all who read them.
  std::span<const std::string_view> sentences_of(const Paragraph& paragraph) const {
    return std::span{sentences_}.subspan(paragraph.first_sentence, paragraph.sentences);
  }
  /// The line on which a place of the text stands.
  domain::Line line_at(std::size_t place) const;
  domain::Line line_of(std::string_view part) const {
    return line_at(static_cast<std::size_t>(part.data() - text_.data()));
  }

 private:
  std::string text_;
  std::vector<Paragraph> paragraphs_;
  std::vector<std::string_view> sentences_;
  std::vector<std::pair<std::size_t, domain::Line>> line_starts_;
};

/// Cuts a paragraph into sentences; a stop inside a number or before a small letter ends none.
class Sentences {
 public:
  explicit Sentences(std::string_view text) : text_(text) {}
  /// The next sentence; empty when there are no more.
  std::string_view next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace northlight::reading

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace northlight::framework {
struct Edition;
}

/// The words that a reader of reports has to know: those of the editions handed in, and no others.
namespace northlight::reading {

/// The words that tell one lens from the others, each with how much it tells.
struct LensWords {
  std::string lens;  ///< The edition's id, such as "child_safety".
  std::vector<std::pair<std::string, std::int64_t>> weights{};
};

struct StandardWords {
  std::string id;
  std::string title;
  std::string also_called;  ///< Another title; empty when there is none.
  std::string domain;
  bool by_cases = false;  ///< Its page may hold shares of cases, question by question.
};

struct DomainWords {
  std::string id;      ///< "court"
  std::string number;  ///< "2"; empty when the edition gives none.
  std::string title;   ///< "Court disposals"
};

/// One edition's standards, domains and lenses, in the edition's order.
struct EditionWords {
  std::string id;
  std::optional<Month> from{};
  std::optional<Month> until{};
  std::vector<DomainWords> domains{};
  std::vector<StandardWords> standards{};
  std::vector<LensWords> lenses{};

  const StandardWords* find(std::string_view standard) const;
};

/// What the reader may recognise. Made once and handed to every reading.
struct Vocabulary {
  std::vector<EditionWords> editions{};
  std::vector<std::string> ratings{};  ///< "Outstanding", "Good" … of all editions.
};

Vocabulary vocabulary_of(std::span<const framework::Edition> editions);

/// The lens that the words of a key question are about; empty when they name none, or two alike.
std::string_view lens_of(const EditionWords& edition, std::string_view question);

/// The words of a text in lower case and without endings that do not matter: "children's" and
/// "child" are one, "others" and "other" too.
std::vector<std::string> plain_words(std::string_view text);

/// How a line fits a title, word by word and ignoring case: "Staff 12" fits "Staff" with "12" left.
struct TitleMatch {
  std::size_t words = 0;    ///< How many words of the title the line has.
  bool whole = false;       ///< All of them.
  std::string_view rest{};  ///< What follows on the line.
};
TitleMatch match_title(std::string_view line, std::string_view title);

/// The better fit of the standard's title and its other title.
TitleMatch match_standard(std::string_view line, const StandardWords& standard);

/// The name of a rating that the text is (ignoring case, quotation marks and footnote marks), as
/// the edition writes it; nothing when it is none.
std::optional<std::string_view> rating_in(const Vocabulary& vocabulary, std::string_view text);

/// The rating at the end of a text ("1.2 Staff   Good"), and what stands before it.
struct TrailingRating {
  std::string_view rating{};
  std::string_view before{};
};
std::optional<TrailingRating> trailing_rating(const Vocabulary& vocabulary, std::string_view text);

}  // namespace northlight::reading

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace northlight::framework {
struct Edition;
}

/// The words that a reader of reports has to know: those of the editions handed in, and no others.
namespace northlight::reading {

/// A key question, by the words that tell it from its neighbours.
struct QuestionWords {
  std::string lens;  ///< The edition's id, such as "child_safety".
  std::string text;
};

struct StandardWords {
  std::string id;
  std::string title;
  std::string domain;
  bool by_cases = false;  ///< Rated from the shares of its key questions.
  std::vector<QuestionWords> questions{};
};

struct DomainWords {
  std::string id;     ///< "court"
  std::string title;  ///< "Court disposals"
};

/// One edition's standards, domains and ratings, in the edition's order.
struct EditionWords {
  std::string id;
  std::vector<DomainWords> domains{};
  std::vector<StandardWords> standards{};
  std::vector<std::string> ratings{};  ///< Worst first.

  const StandardWords* find(std::string_view standard) const;
};

/// What the reader may recognise. Made once and handed to every reading.
struct Vocabulary {
  std::vector<EditionWords> editions{};

  const EditionWords* find(std::string_view edition) const;
};

Vocabulary vocabulary_of(std::span<const framework::Edition> editions);

}  // namespace northlight::reading

#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "reading/phrase.hpp"
#include "reading/reading_in_progress.hpp"

/// The words in which a report says what its inspectors looked at: the nouns that cases are counted
/// by, and what a sentence says was done with a number.
namespace northlight::reading {

/// A noun that cases are counted by.
struct CaseNoun {
  Phrase words;           ///< Singular.
  std::string_view type;  ///< Of a disposal; empty for a word that only means "case".
  Casework casework;      ///< None: the section says which.
};

/// The earliest noun after a number, at most a few words on, and before any further number; null
/// when none.
const CaseNoun* noun_after(std::string_view text);

/// Where the last of these words stands; 0 when none does, otherwise its place plus one.
std::size_t last_of(std::string_view text, std::initializer_list<Phrase> words);

/// A year, or the day of a date: no count.
bool is_date(std::string_view sentence, const Number& number);

enum class Doing { Nothing, Inspecting, Interviewing };

/// What the sentence says was done with the number that stands at `place`.
Doing doing_before(std::string_view sentence, std::size_t place);

/// "six of them", "four of which": a part of what was counted before.
bool is_part(std::string_view after);

bool has_survey(std::string_view text);

}  // namespace northlight::reading

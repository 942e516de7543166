#pragma once

#include "html/plural_text.hpp"
#include "html/textarea.hpp"

namespace northlight::html {

/// A field of several lines that says how much may still be written.
struct CharacterCount {
  std::string name{};
  Label label{};
  Hint hint{};
  ErrorMessage error{};
  std::string value{};
  std::string id{};  ///< The name, unless given.
  std::optional<int> maximum_length{};
  std::optional<int> maximum_words{};
  std::string count_type{};  ///< "characters" or "words"; words where there is a maximum of words.
  std::optional<int> threshold{};  ///< The percentage from which the message is shown.
  int rows = 5;
  std::optional<bool> spellcheck{};
  std::string classes{};
  std::string count_message_classes{};
  FormGroup form_group{};
  Attributes attributes{};
  std::string description_text{};  ///< Before the script runs; "%{count}" stands for the number.
  PluralText characters_under_limit{};
  std::string characters_at_limit{};
  PluralText characters_over_limit{};
  PluralText words_under_limit{};
  std::string words_at_limit{};
  PluralText words_over_limit{};
};

Html character_count(const CharacterCount& parameters);

}  // namespace northlight::html

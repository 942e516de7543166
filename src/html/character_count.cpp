#include "html/character_count.hpp"

#include "base/text.hpp"

namespace northlight::html {
namespace {

Attributes for_the_script(const CharacterCount& parameters, const std::string& count_type) {
  Attributes attributes{{"data-module", "govuk-character-count"}};
  if (parameters.maximum_length) attributes.add({"data-maxlength", *parameters.maximum_length});
  if (parameters.maximum_words) attributes.add({"data-maxwords", *parameters.maximum_words});
  if (parameters.threshold) attributes.add({"data-threshold", *parameters.threshold});
  if (!count_type.empty()) attributes.add({"data-count-type", count_type});
  // Without a maximum the description cannot be filled in here: the script does it.
  if (!parameters.maximum_length && !parameters.maximum_words &&
      !parameters.description_text.empty())
    attributes.add({"data-i18n.textarea-description.other", parameters.description_text});
  parameters.characters_under_limit.add_to(attributes, "data-i18n.characters-under-limit");
  add_text_to(attributes, "data-i18n.characters-at-limit", parameters.characters_at_limit);
  parameters.characters_over_limit.add_to(attributes, "data-i18n.characters-over-limit");
  parameters.words_under_limit.add_to(attributes, "data-i18n.words-under-limit");
  add_text_to(attributes, "data-i18n.words-at-limit", parameters.words_at_limit);
  parameters.words_over_limit.add_to(attributes, "data-i18n.words-over-limit");
  return attributes.add(parameters.form_group.attributes);
}

std::string description(const CharacterCount& parameters, const std::string& count_type) {
  const auto maximum =
      parameters.maximum_words ? parameters.maximum_words : parameters.maximum_length;
  if (!maximum) return {};
  const auto words = parameters.description_text.empty()
                         ? std::string("You can enter up to %{count} ") +
                               (count_type == "words" ? "words" : "characters")
                         : parameters.description_text;
  return replace_all(words, "%{count}", std::to_string(*maximum));
}

}  // namespace

Html character_count(const CharacterCount& parameters) {
  const auto& id = parameters.id.empty() ? parameters.name : parameters.id;
  const auto count_type = parameters.count_type.empty() && parameters.maximum_words
                              ? std::string("words")
                              : parameters.count_type;
  const auto message = hint(
      {.text = description(parameters, count_type),
       .id = id + "-info",
       .classes = classes({"govuk-character-count__message", parameters.count_message_classes})});
  return textarea(
      {.name = parameters.name,
       .label = parameters.label,
       .hint = parameters.hint,
       .error = parameters.error,
       .value = parameters.value,
       .id = id,
       .rows = parameters.rows,
       .spellcheck = parameters.spellcheck,
       .described_by = id + "-info",
       .classes = classes({"govuk-js-character-count", parameters.classes}),
       .form_group = {.classes = classes({"govuk-character-count", parameters.form_group.classes}),
                      .attributes = for_the_script(parameters, count_type),
                      .before_input = parameters.form_group.before_input,
                      .after_input = message + parameters.form_group.after_input.html()},
       .attributes = parameters.attributes});
}

}  // namespace northlight::html

#pragma once

#include "html/html.hpp"

namespace northlight::html {

/// A message for a script, one wording for each plural form that the language has; "%{count}"
/// stands for the number. English needs `one` and `other`, Welsh all six.
struct PluralText {
  std::string other{};
  std::string one{};
  std::string zero{};
  std::string two{};
  std::string few{};
  std::string many{};

  /// One attribute `name.form` for each wording that there is.
  void add_to(Attributes& attributes, PlainAttributeName name) const {
    if (!zero.empty()) attributes.add_joined(name, "zero", zero);
    if (!one.empty()) attributes.add_joined(name, "one", one);
    if (!two.empty()) attributes.add_joined(name, "two", two);
    if (!few.empty()) attributes.add_joined(name, "few", few);
    if (!many.empty()) attributes.add_joined(name, "many", many);
    if (!other.empty()) attributes.add_joined(name, "other", other);
  }
};

/// The attribute, unless there is no text for it.
inline void add_text_to(Attributes& attributes, PlainAttributeName name, const std::string& text) {
  if (!text.empty()) attributes.add({name, text});
}

}  // namespace northlight::html

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "html/fieldset.hpp"
#include "html/form_group.hpp"
#include "html/plural_text.hpp"

namespace northlight::tests {

/// The options of a template as its fixtures have them, read into the types of the components.
class Options {
 public:
  explicit Options(const Json* json) : json_(json) {}

  /// Whether a template would take it for true: not absent, null, false, 0 or "".
  bool truthy() const;
  bool is_empty_object() const {
    return json_ != nullptr && json_->is_object() && json_->members()->empty();
  }
  bool is_present(std::string_view name) const { return member(name) != nullptr; }
  bool has(std::string_view name) const { return at(name).truthy(); }

  Options at(std::string_view name) const { return Options(member(name)); }
  std::vector<Options> items(std::string_view name) const;
  std::vector<Options> items() const;

  /// As a template prints it; empty where there is none.
  std::string text() const;
  std::string text(std::string_view name) const { return at(name).text(); }
  /// The text, or the other where the option is absent or empty.
  std::string text_or(std::string_view name, std::string other) const;
  std::optional<std::string> maybe_text(std::string_view name) const;
  std::optional<int> maybe_number(std::string_view name) const;
  int number_or(std::string_view name, int other) const;
  std::optional<bool> maybe_flag(std::string_view name) const;

  /// Option `html` as it is, or else option `text` escaped.
  html::Content content(std::string_view html_name = "html",
                        std::string_view text_name = "text") const;
  html::Html raw(std::string_view name) const;
  html::Attributes attributes(std::string_view name = "attributes") const;

  // Parts that several components share.
  html::Label label() const;
  html::Hint hint() const;
  html::ErrorMessage error() const;
  html::Fieldset fieldset() const;
  html::FormGroup form_group(std::string_view before = "beforeInput",
                             std::string_view after = "afterInput") const;
  html::PluralText plural(std::string_view name) const;

 private:
  const Json* member(std::string_view name) const;

  const Json* json_;
};

}  // namespace northlight::tests

#pragma once

#include <string>

#include "html/html.hpp"

namespace northlight::testing {

/// Html and attributes from run-time strings, for tests that compare with templates which take raw
/// HTML as a parameter. Nothing outside testing/ and tests/ may include this (tools/check_layers).
struct TrustedHtml {
  static html::Html of(std::string text) {
    html::Html out;
    out.text_ = std::move(text);
    return out;
  }

  /// ` name="value"`; a bare name where there is no value.
  static void add(html::Attributes& attributes, const std::string& name, const std::string* value) {
    attributes.written_ += " " + name;
    if (value == nullptr) return;
    html::Html escaped;
    escaped.add_attribute({"x", *value});
    attributes.written_ += escaped.view().substr(2);
  }
};

}  // namespace northlight::testing

#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "html/url.hpp"

/// Typed HTML: text that came from outside cannot become markup by mistake.
///
///   element("p", {{"class", "govuk-body"}}, "Held by ", name, line_break)
///
/// ElementName and attribute names are literals, checked while compiling; text and attribute values
/// are escaped; addresses pass an allow-list (html/url.hpp). What is not escaped is a literal in
/// the source (`raw`) or was made by these functions.
namespace northlight::testing {
struct TrustedHtml;
}

namespace northlight::html {

/// A literal of the source code. A pointer known only at run time does not compile.
struct Raw {
  consteval Raw(const char* literal) : text(literal) {}  // NOLINT(*-explicit-*)
  std::string_view text;
};

/// The name of an element, checked while compiling. `script` and `style` are refused: nothing that
/// runs stands inside a page (see html/json_script.hpp for handing data to a script).
class ElementName {
 public:
  consteval ElementName(const char* name)
      : name_(name), empty_(is_empty(name)) {  // NOLINT(*-explicit-*)
    for (const std::string_view refused : {"script", "style", "iframe", "object", "embed", "base"})
      if (name_ == refused) throw "This element may not be written by hand";
    if (name_.empty()) throw "An element needs a name";
    for (const char letter : name_)
      if (!((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
            (letter >= '0' && letter <= '9') || letter == '-'))
        throw "An element's name has letters, digits and hyphens";
  }

  constexpr std::string_view name() const { return name_; }
  /// Whether the element has no content and no end tag, as <br>.
  constexpr bool is_empty() const { return empty_; }

 private:
  static constexpr bool is_empty(std::string_view name) {
    for (const std::string_view one :
         {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
      if (name == one) return true;
    return false;
  }

  std::string_view name_;
  bool empty_;
};

/// The name of an attribute, checked while compiling: no event handler, no inline style, and an
/// attribute that holds an address only with a Url as its value.
class AttributeName {
 public:
  consteval AttributeName(const char* name)  // NOLINT(*-explicit-*)
      : name_(name), holds_url_(holds_url(name)) {
    if (name_.empty()) throw "An attribute needs a name";
    if (name_.starts_with("on") || name_ == "style" || name_ == "srcdoc")
      throw "Event handlers and inline styles are refused by the content security policy";
    for (const char letter : name_)
      if (!((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
            (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == ':' ||
            letter == '_'))
        throw "An attribute's name has letters, digits, hyphens, dots and colons";
  }

  constexpr std::string_view name() const { return name_; }
  constexpr bool holds_url() const { return holds_url_; }

 private:
  static constexpr bool holds_url(std::string_view name) {
    for (const std::string_view one :
         {"href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "srcset"})
      if (name == one) return true;
    return false;
  }

  std::string_view name_;
  bool holds_url_;
};

/// The name of an attribute that does not hold an address.
struct PlainAttributeName : AttributeName {
  consteval PlainAttributeName(const char* name) : AttributeName(name) {  // NOLINT(*-explicit-*)
    if (holds_url()) throw "This attribute holds an address: give it a Url";
  }
};

/// The name of an attribute that holds an address.
struct UrlAttributeName : AttributeName {
  consteval UrlAttributeName(const char* name) : AttributeName(name) {  // NOLINT(*-explicit-*)
    if (!holds_url()) throw "This attribute does not hold an address";
  }
};

/// One attribute as an argument: it looks at its value and is gone at the end of the expression.
/// `true` writes the bare name, `false` and an empty optional write nothing.
class Attribute {
 public:
  Attribute(PlainAttributeName name, std::string_view value)
      : name_(name.name()), text_(value), kind_(Kind::Text) {}
  Attribute(PlainAttributeName name, const char* value)
      : Attribute(name, std::string_view(value)) {}
  Attribute(PlainAttributeName name, const std::string& value)
      : Attribute(name, std::string_view(value)) {}
  Attribute(PlainAttributeName name, const std::optional<std::string>& value)
      : name_(name.name()),
        text_(value ? std::string_view(*value) : std::string_view()),
        kind_(value ? Kind::Text : Kind::Absent) {}
  template <std::same_as<bool> Bool>
  Attribute(PlainAttributeName name, Bool present)
      : name_(name.name()), kind_(present ? Kind::Bare : Kind::Absent) {}
  template <std::integral Whole>
    requires(!std::same_as<Whole, bool> && !std::same_as<Whole, char>)
  Attribute(PlainAttributeName name, Whole number)
      : name_(name.name()), whole_(static_cast<std::int64_t>(number)), kind_(Kind::Whole) {}
  /// Two decimals at most: a coordinate in a drawing.
  Attribute(PlainAttributeName name, double number)
      : name_(name.name()), decimal_(number), kind_(Kind::Decimal) {}
  template <std::same_as<Url> Address>
  Attribute(UrlAttributeName name, const Address& value)
      : name_(name.name()), text_(value.text()), kind_(Kind::Text) {}
  template <std::same_as<Url> Address>
  Attribute(UrlAttributeName name, const std::optional<Address>& value)
      : name_(name.name()),
        text_(value ? value->text() : std::string_view()),
        kind_(value ? Kind::Text : Kind::Absent) {}

  void append_to(std::string& out) const;

 private:
  enum class Kind { Absent, Bare, Text, Whole, Decimal };

  std::string_view name_;
  std::string_view text_{};
  std::int64_t whole_ = 0;
  double decimal_ = 0;
  Kind kind_;
};

/// Attributes kept for later, as a component's parameters hold them.
class Attributes {
 public:
  Attributes() = default;
  Attributes(std::initializer_list<Attribute> attributes) {
    for (const auto& attribute : attributes) attribute.append_to(written_);
  }

  Attributes& add(const Attribute& attribute) {
    attribute.append_to(written_);
    return *this;
  }
  Attributes& add(const Attributes& more) {
    written_ += more.written_;
    return *this;
  }
  /// ` data-i18n.<key>.<rule>="…"`: a name put together from two literals.
  Attributes& add_joined(PlainAttributeName first, Raw second, std::string_view value);
  bool empty() const { return written_.empty(); }
  std::string_view written() const { return written_; }

 private:
  friend struct northlight::testing::TrustedHtml;
  std::string written_{};
};

/// A piece of a page that is safe to send.
class Html {
 public:
  Html() = default;

  bool empty() const { return text_.empty(); }
  std::string_view view() const { return text_; }
  /// The bytes to send; leaves nothing behind.
  std::string take() && { return std::move(text_); }
  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  Html& operator+=(const Html& more) {
    text_ += more.text_;
    return *this;
  }
  friend Html operator+(Html first, const Html& second) {
    first.text_ += second.text_;
    return first;
  }

  // Appending without a value in between, for what writes many rows.
  Html& add_text(std::string_view text);
  Html& add_raw(Raw literal);
  /// An attribute inside a start tag whose literal parts were added by add_raw.
  Html& add_attribute(const Attribute& attribute);
  Html& add_attributes(const Attributes& attributes) {
    text_ += attributes.written();
    return *this;
  }
  Html& open(ElementName tag, std::initializer_list<Attribute> attributes = {});
  Html& open(ElementName tag, const Attributes& attributes);
  Html& close(ElementName tag);

 private:
  friend struct northlight::testing::TrustedHtml;
  std::string text_{};
};

/// What a reader is shown: text, which is escaped, or HTML that is already safe.
class Content {
 public:
  Content() = default;
  Content(Html html) : html_(std::move(html)) {}                             // NOLINT(*-explicit-*)
  Content(std::string_view text) : is_text_(true) { html_.add_text(text); }  // NOLINT(*-explicit-*)
  Content(const std::string& text) : Content(std::string_view(text)) {}      // NOLINT(*-explicit-*)
  Content(const char* text) : Content(std::string_view(text)) {}             // NOLINT(*-explicit-*)

  bool empty() const { return html_.empty(); }
  bool is_text() const { return is_text_; }
  const Html& html() const { return html_; }
  /// This, or the other where there is nothing here.
  const Content& or_else(const Content& other) const { return empty() ? other : *this; }

 private:
  Html html_{};
  bool is_text_ = false;
};

/// Escaped text.
Html text(std::string_view text);

/// A literal of the source code as it stands.
Html raw(Raw literal);

/// Several pieces, one after the other. Text does not compile here: say `text(...)`.
template <std::same_as<Html>... Parts>
Html all(const Parts&... parts) {
  Html out;
  out.reserve((parts.view().size() + ... + 0));
  ((out += parts), ...);
  return out;
}

/// What `one` makes of each, one after the other.
template <typename Range, typename One>
Html each(const Range& range, One&& one) {
  Html out;
  for (const auto& item : range) out += one(item);
  return out;
}

namespace detail {
inline std::size_t length(const Html& child) { return child.view().size(); }
inline std::size_t length(const Content& child) { return child.html().view().size(); }
inline std::size_t length(std::string_view child) { return child.size(); }
inline std::size_t length(const std::string& child) { return child.size(); }
inline std::size_t length(const char* child) { return std::string_view(child).size(); }
inline void append(Html& out, const Html& child) { out += child; }
inline void append(Html& out, const Content& child) { out += child.html(); }
inline void append(Html& out, std::string_view child) { out.add_text(child); }
inline void append(Html& out, const std::string& child) { out.add_text(child); }
inline void append(Html& out, const char* child) { out.add_text(child); }
}  // namespace detail

/// An element with its content: text, which is escaped, or Html, in the order given.
template <typename... Children>
Html element(ElementName tag, std::initializer_list<Attribute> attributes,
             const Children&... children) {
  Html out;
  out.reserve((detail::length(children) + ... + (32 + 48 * attributes.size())));
  out.open(tag, attributes);
  (detail::append(out, children), ...);
  out.close(tag);
  return out;
}
template <typename... Children>
Html element(ElementName tag, const Attributes& attributes, const Children&... children) {
  Html out;
  out.reserve((detail::length(children) + ... + (32 + attributes.written().size())));
  out.open(tag, attributes);
  (detail::append(out, children), ...);
  out.close(tag);
  return out;
}

/// Class names in one attribute value; empty ones are left out.
std::string classes(std::initializer_list<std::string_view> names);

}  // namespace northlight::html

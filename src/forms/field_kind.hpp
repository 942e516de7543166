#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace northlight::forms {

enum class FieldKind : std::uint8_t {
  Text,      ///< One line.
  LongText,  ///< Paragraphs.
  Date,
  WholeNumber,
  YesNo,
  Choice,     ///< One option.
  Choices,    ///< Any number of options.
  Person,     ///< A person in words, as the child or the practitioner calls them.
  Agency,     ///< An agency in words.
  Reference,  ///< To a row of a repeating group, in this record or another of the file.
  Upload,
};
inline constexpr std::size_t field_kind_count = 11;

std::string_view code(FieldKind kind);  ///< "long-text"
std::optional<FieldKind> parse_field_kind(std::string_view code);

/// A set of kinds.
class FieldKinds {
 public:
  constexpr FieldKinds(std::initializer_list<FieldKind> kinds) {
    for (const auto kind : kinds) bits_ = static_cast<std::uint16_t>(bits_ | bit(kind));
  }
  constexpr bool has(FieldKind kind) const { return (bits_ & bit(kind)) != 0; }

 private:
  static constexpr std::uint16_t bit(FieldKind kind) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  }
  std::uint16_t bits_ = 0;
};

/// When an answer must be there.
enum class Need : std::uint8_t { Optional, ToSign, ToSave };

std::string_view code(Need need);  ///< "optional", "to-sign", "to-save"
std::optional<Need> parse_need(std::string_view code);

}  // namespace northlight::forms

#include "forms/field_kind.hpp"

#include "base/code_table.hpp"

namespace northlight::forms {
namespace {

constexpr std::array<std::string_view, field_kind_count> kinds{
    "text",    "long-text", "date",   "whole-number", "yes-no", "choice",
    "choices", "person",    "agency", "reference",    "upload"};
constexpr std::array<std::string_view, 3> needs{"optional", "to-sign", "to-save"};

}  // namespace

std::string_view code(FieldKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }
std::optional<FieldKind> parse_field_kind(std::string_view code) {
  return find_code<FieldKind>(kinds, code);
}

std::string_view code(Need need) { return needs.at(static_cast<std::size_t>(need)); }
std::optional<Need> parse_need(std::string_view code) { return find_code<Need>(needs, code); }

}  // namespace northlight::forms

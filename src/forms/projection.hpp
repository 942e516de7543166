#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "forms/field_kind.hpp"

namespace northlight::forms {

/// The typed tables that records are projected to: a closed list. A form declares which of its
/// fields go where; the tables can be thrown away and made again (northlight reindex).
enum class Projection : std::uint8_t {
  ChildName,
  Contact,
  Judgement,
  Risk,
  Contingency,
  Action,
  Deadline,
};
inline constexpr std::size_t projection_count = 7;

/// One column: what it is called, which kinds of field may fill it, and whether a row without it is
/// no row (a deadline without a date).
struct ProjectionColumn {
  std::string_view name;
  FieldKinds kinds;
  bool needed = false;
};

std::string_view code(Projection projection);  ///< "child-name"
std::optional<Projection> parse_projection(std::string_view code);
std::span<const ProjectionColumn> columns_of(Projection projection);

}  // namespace northlight::forms

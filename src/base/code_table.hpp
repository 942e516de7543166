#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>

namespace northlight {

/// The value of a closed enum whose codes stand in a table in the enum's order; nothing for a code
/// that is none. `code_of` takes the code out of a table whose rows hold more.
///
///     constexpr std::array<std::string_view, 2> needs{"optional", "to-sign"};
///     find_code<Need>(needs, "to-sign")
template <typename Enum, typename Row, std::size_t Count, typename CodeOf = std::identity>
std::optional<Enum> find_code(const std::array<Row, Count>& table, std::string_view code,
                              CodeOf code_of = {}) {
  const auto* const at = std::ranges::find(table, code, code_of);
  if (at == table.end()) return std::nullopt;
  return static_cast<Enum>(at - table.begin());
}

}  // namespace northlight

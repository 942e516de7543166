#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace northlight {

/// Which page of a long list is asked for: "the third, of 50 rows each".
struct PagePlace {
  std::size_t number = 1;  ///< The first is 1; whatever lies beyond the last stands for the last.
  std::size_t size = 50;   ///< Rows of one page, at least one.

  /// How many pages that many rows fill; an empty list has one.
  std::size_t pages(std::size_t rows) const {
    return std::max<std::size_t>(1, (rows + size - 1) / size);
  }
  /// The page that is shown of that many rows.
  std::size_t shown(std::size_t rows) const {
    return std::clamp<std::size_t>(number, 1, pages(rows));
  }
  /// The rows of the page that is shown.
  template <typename T>
  std::span<T> of(std::span<T> rows) const {
    const auto first = (shown(rows.size()) - 1) * size;
    return rows.subspan(first, std::min(size, rows.size() - first));
  }
};

}  // namespace northlight

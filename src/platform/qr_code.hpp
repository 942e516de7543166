#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace northlight::platform {

/// A QR code: rows of dark and light squares, without the quiet margin around it.
struct QrCode {
  int size = 0;              ///< Squares along one side.
  std::vector<bool> dark{};  ///< Row by row, size * size of them.

  bool is_dark(int row, int column) const {
    return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                static_cast<std::size_t>(column)];
  }
};

/// Refuses text that is too long for any QR code.
Result<QrCode> qr_code(std::string_view text);

}  // namespace northlight::platform

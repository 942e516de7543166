#include "platform/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace northlight::platform {

Result<QrCode> qr_code(std::string_view text) {
  const std::string whole(text);
  const std::unique_ptr<QRcode, void (*)(QRcode*)> made(
      QRcode_encodeString8bit(whole.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!made) return Error{ErrorCode::Invalid, "This text is too long for a QR code"};
  QrCode code{.size = made->width};
  const auto squares =
      static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
  code.dark.reserve(squares);
  for (std::size_t i = 0; i < squares; ++i) code.dark.push_back((made->data[i] & 1U) != 0);
  return code;
}

}  // namespace northlight::platform

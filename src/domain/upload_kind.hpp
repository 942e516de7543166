#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/record.hpp"

namespace northlight::domain {

/// What a file is by its content; its name and what its sender says of it are not asked. Takes PDF,
/// JPEG, PNG, plain text (UTF-8) and Word documents without macros; refuses anything else, and any
/// of these that is cut short, in words that say what to do.
Result<UploadKind> upload_kind(std::string_view content);

/// As HTTP calls it: "application/pdf". Plain text is always UTF-8.
std::string_view media_type(UploadKind kind);

}  // namespace northlight::domain

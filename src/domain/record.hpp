#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace northlight::domain {

/// How a version of a record came to be. A version is never changed; what happens next is the next
/// version, made from it.
enum class VersionState : std::uint8_t {
  Saved,          ///< Somebody saved it and goes on later.
  Signed,         ///< Its writer stands behind it.
  Countersigned,  ///< Another person, who may, stands behind it too.
  Returned,       ///< That person sent it back with what must be done.
};

/// Whether somebody stands behind it.
constexpr bool is_signed(VersionState state) {
  return state == VersionState::Signed || state == VersionState::Countersigned;
}

/// As the database and addresses write it: "saved", "signed", "countersigned", "returned".
std::string_view code(VersionState state);
std::optional<VersionState> parse_version_state(std::string_view code);

/// What an uploaded file was found to be, by looking into it.
enum class UploadKind : std::uint8_t { Pdf, Jpeg, Png, PlainText, Docx };

/// As the database writes it: "pdf", "jpeg", "png", "text", "docx".
std::string_view code(UploadKind kind);
std::optional<UploadKind> parse_upload_kind(std::string_view code);

}  // namespace northlight::domain

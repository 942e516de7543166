#include "domain/record.hpp"

#include <array>

#include "base/code_table.hpp"

namespace northlight::domain {
namespace {

constexpr std::array<std::string_view, 4> states{"saved", "signed", "countersigned", "returned"};
constexpr std::array<std::string_view, 5> upload_kinds{"pdf", "jpeg", "png", "text", "docx"};

}  // namespace

std::string_view code(VersionState state) { return states.at(static_cast<std::size_t>(state)); }
std::optional<VersionState> parse_version_state(std::string_view code) {
  return find_code<VersionState>(states, code);
}

std::string_view code(UploadKind kind) { return upload_kinds.at(static_cast<std::size_t>(kind)); }
std::optional<UploadKind> parse_upload_kind(std::string_view code) {
  return find_code<UploadKind>(upload_kinds, code);
}

}  // namespace northlight::domain

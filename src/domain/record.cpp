#include "domain/record.hpp"

#include <algorithm>
#include <array>

namespace northlight::domain {
namespace {

constexpr std::array<std::string_view, 4> states{"saved", "signed", "countersigned", "returned"};
constexpr std::array<std::string_view, 5> upload_kinds{"pdf", "jpeg", "png", "text", "docx"};

template <typename Enum, std::size_t Count>
std::optional<Enum> find(const std::array<std::string_view, Count>& codes, std::string_view code) {
  const auto* const at = std::ranges::find(codes, code);
  if (at == codes.end()) return std::nullopt;
  return static_cast<Enum>(at - codes.begin());
}

}  // namespace

std::string_view code(VersionState state) { return states.at(static_cast<std::size_t>(state)); }
std::optional<VersionState> parse_version_state(std::string_view code) {
  return find<VersionState>(states, code);
}

std::string_view code(UploadKind kind) { return upload_kinds.at(static_cast<std::size_t>(kind)); }
std::optional<UploadKind> parse_upload_kind(std::string_view code) {
  return find<UploadKind>(upload_kinds, code);
}

}  // namespace northlight::domain

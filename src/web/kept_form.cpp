#include "web/kept_form.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "web/from.hpp"
#include "web/target.hpp"
#include "web/urlencoded.hpp"

namespace northlight::web {
namespace {

/// The token of a session that is over, and what lets somebody in: typed again, never kept.
constexpr std::array<std::string_view, 5> never_kept{"csrf_token", "password", "present", "code",
                                                     "agreed"};

/// In whose addresses a file's id stands in the second place.
constexpr std::array<std::string_view, 4> about_files{"children", "victims", "retention", "files"};

/// No code, number, id, token or address of our own forms.
bool is_typed(std::string_view value) {
  static constexpr std::size_t token_length = 43;  // 32 bytes in base64url
  value = trim(value);
  const bool is_code = std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  const bool is_token = value.size() == token_length && value.find(' ') == std::string_view::npos;
  return !is_code && !is_token && !value.starts_with('/');
}

}  // namespace

KeptForm kept_form_of(const Request& request) {
  KeptForm kept{.address = address_of(request), .had_files = !request.files.empty()};
  for (const auto& [name, value] : request.form)
    if (std::ranges::find(never_kept, name) == never_kept.end()) kept.fields.add(name, value);
  return kept;
}

bool has_words(const KeptForm& form) {
  return std::ranges::any_of(form.fields, [](const auto& field) { return is_typed(field.second); });
}

std::string as_text(const KeptForm& form) {
  return form.address + (form.had_files ? "\nfiles\n" : "\n\n") + urlencoded(form.fields);
}

std::optional<KeptForm> parse_kept_form(std::string_view text) {
  const auto first = text.find('\n');
  const auto second = first == std::string_view::npos ? first : text.find('\n', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto files = text.substr(first + 1, second - first - 1);
  auto fields = parse_urlencoded(text.substr(second + 1));
  if (!fields || !Target::parse(text.substr(0, first)) || (!files.empty() && files != "files"))
    return std::nullopt;
  return KeptForm{.address = std::string(text.substr(0, first)),
                  .had_files = !files.empty(),
                  .fields = *std::move(fields)};
}

std::optional<domain::FileId> file_in(std::string_view address) {
  const auto parts = split(address.substr(0, address.find('?')), '/');
  if (parts.size() < 3 || std::ranges::find(about_files, parts[1]) == about_files.end())
    return std::nullopt;
  if (const auto file = domain::FileId::parse(parts[2])) return *file;
  return std::nullopt;
}

}  // namespace northlight::web

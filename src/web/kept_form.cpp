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
constexpr std::array<std::string_view, 4> never_kept{"csrf_token", "password", "present", "code"};

}  // namespace

KeptForm kept_form_of(const Request& request) {
  KeptForm kept{.address = address_of(request), .had_files = !request.files.empty()};
  for (const auto& [name, value] : request.form)
    if (std::ranges::find(never_kept, name) == never_kept.end()) kept.fields.add(name, value);
  return kept;
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
  for (const auto part : split(address.substr(0, address.find('?')), '/'))
    if (const auto file = domain::FileId::parse(part)) return *file;
  return std::nullopt;
}

}  // namespace northlight::web

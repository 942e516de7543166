#include "web/conditional.hpp"

#include <array>
#include <cstdio>
#include <functional>

#include "base/text.hpp"

namespace northlight::web {
namespace {

std::string_view without_weakness(std::string_view etag) {
  etag = trim(etag);
  return etag.starts_with("W/") ? etag.substr(2) : etag;
}

}  // namespace

// 64 bits of hash and the length: a page that changed and kept both would be shown stale until its
// next change.
std::string etag_of(std::string_view content) {
  std::array<char, 48> text{};
  const int length = std::snprintf(text.data(), text.size(), "W/\"%016zx-%zx\"",
                                   std::hash<std::string_view>{}(content), content.size());
  return {text.data(), static_cast<std::size_t>(length)};
}

bool has_already(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") return true;
  for (const auto one : split(if_none_match, ','))
    if (!trim(one).empty() && without_weakness(one) == without_weakness(etag)) return true;
  return false;
}

void make_conditional(const Request& request, Response& response) {
  const bool reads = request.method == Method::Get || request.method == Method::Head;
  if (!reads || response.status != 200) return;
  const auto* own = response.headers.find("ETag");
  const auto etag = own ? *own : etag_of(response.content());
  response.headers.set("ETag", etag);
  if (!has_already(request.headers.value("If-None-Match"), etag)) return;
  response.status = 304;
  response.body = std::string{};
  Headers kept;  // RFC 9110 15.4.5: a 304 carries what would have changed in the answer kept.
  for (const auto& [name, value] : response.headers)
    if (!equals_ignoring_case(name, "Content-Type") &&
        !equals_ignoring_case(name, "Content-Encoding"))
      kept.add(name, value);
  response.headers = std::move(kept);
}

}  // namespace northlight::web

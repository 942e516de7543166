#include "web/target.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "web/urlencoded.hpp"

namespace northlight::web {
namespace {

Error bad_address() {
  return Error{ErrorCode::Invalid,
               "This is not an address of this service: check it and try again"};
}

/// RFC 3986 pchar and the slash; a query may hold a little more, for browsers send it unencoded.
bool is_path_character(char c) {
  static constexpr std::string_view marks = "-._~!$&'()*+,;=:@%/";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         marks.find(c) != std::string_view::npos;
}

bool is_query_character(char c) {
  static constexpr std::string_view more = "?[]{}|^`\\";
  return is_path_character(c) || more.find(c) != std::string_view::npos;
}

bool is_safe_segment(std::string_view segment) {
  if (segment.empty() || segment == "." || segment == "..") return false;
  return std::ranges::none_of(segment, [](char c) {
    return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

}  // namespace

Result<Target> Target::parse(std::string_view text) {
  Target target;
  const auto question = text.find('?');
  const auto path = text.substr(0, question);
  if (!path.starts_with('/') || !std::ranges::all_of(path, is_path_character)) return bad_address();

  if (question != std::string_view::npos) {
    const auto query = text.substr(question + 1);
    if (!std::ranges::all_of(query, is_query_character)) return bad_address();
    NL_TRY(fields, parse_urlencoded(query));
    target.query = std::move(fields);
    target.query_text = query;
  }
  target.path = path;
  if (path == "/") return target;

  auto inside = path.substr(1);
  if (inside.ends_with('/')) {
    target.trailing_slash = true;
    inside.remove_suffix(1);
  }
  for (const auto part : split(inside, '/')) {
    NL_TRY(segment, percent_decode(part, Plus::IsPlus));
    if (!is_safe_segment(segment)) return bad_address();
    target.segments.push_back(std::move(segment));
  }
  return target;
}

}  // namespace northlight::web

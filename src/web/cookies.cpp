#include "web/cookies.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"

namespace northlight::web {
namespace {

constexpr std::size_t longest_value = 4'096;

bool is_plain(std::string_view value) {
  return value.size() <= longest_value && std::ranges::all_of(value, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_' || c == '.';
         });
}

}  // namespace

std::optional<std::string> cookie_in(std::string_view header, std::string_view name) {
  std::optional<std::string> found;
  for (const auto pair : split(header, ';')) {
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || trim(pair.substr(0, equals)) != name) continue;
    const auto value = trim(pair.substr(equals + 1));
    if (found || value.empty() || !is_plain(value)) return std::nullopt;
    found = std::string(value);
  }
  return found;
}

std::optional<std::string> Cookies::find(const Headers& headers, std::string_view name) const {
  if (headers.count("Cookie") != 1) return std::nullopt;
  return cookie_in(headers.value("Cookie"), full_name(name));
}

void Cookies::set(Response& response, std::string_view name, std::string_view value,
                  std::optional<std::chrono::seconds> lasts) const {
  if (!is_plain(value)) throw std::logic_error("a cookie with other than plain letters");
  auto text = full_name(name) + "=" + std::string(value) + attributes();
  if (lasts) text += "; Max-Age=" + std::to_string(lasts->count());
  response.headers.add("Set-Cookie", text);
}

void Cookies::clear(Response& response, std::string_view name) const {
  response.headers.add("Set-Cookie", full_name(name) + "=" + attributes() + "; Max-Age=0");
}

std::string Cookies::full_name(std::string_view name) const {
  return (transport_ == Transport::BehindTls ? "__Host-" : "") + std::string(name);
}

std::string Cookies::attributes() const {
  return std::string("; Path=/; HttpOnly; SameSite=Lax") +
         (transport_ == Transport::BehindTls ? "; Secure" : "");
}

}  // namespace northlight::web

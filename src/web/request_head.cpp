#include "web/request_head.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace northlight::web {
namespace {

/// RFC 3986 host and port, without user information.
bool is_host(std::string_view host) {
  static constexpr std::string_view marks = "-._~[]:%";
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           marks.find(c) != std::string_view::npos;
  });
}

bool hosts_are_right(const RequestHead& head) {
  // RFC 9112 3.2: "A server MUST respond with a 400 … to any HTTP/1.1 request message that lacks a
  // Host header field and to any request message that contains more than one".
  const auto count = head.headers.count("Host");
  if (count == 0) return head.version < 11;
  return count == 1 && is_host(head.headers.value("Host"));
}

/// Fields that are single by their definition: two of them are read differently by two programs.
bool singles_are_single(const Headers& headers) {
  return std::ranges::all_of(
      std::initializer_list<std::string_view>{"Content-Length", "Transfer-Encoding", "Content-Type",
                                              "Expect", "X-Forwarded-For", "Authorization"},
      [&](std::string_view name) { return headers.count(name) <= 1; });
}

std::optional<Refusal> check_framing(const RequestHead& head, Framing& framing) {
  const auto* length = head.headers.find("Content-Length");
  const auto* encoding = head.headers.find("Transfer-Encoding");
  // RFC 9112 6.1: both together "might indicate an attempt to perform request smuggling".
  if (length && encoding) return Refusal{400};
  if (encoding) {
    if (head.version < 11) return Refusal{400};
    if (!equals_ignoring_case(*encoding, "chunked"))
      return Refusal{contains_ignoring_case(*encoding, "chunked") || encoding->empty() ? 400 : 501};
    framing.chunked = true;
  }
  if (length) {
    const bool figures = !length->empty() &&
                         std::ranges::all_of(*length, [](char c) { return c >= '0' && c <= '9'; });
    const auto number = parse_whole_number(*length);
    if (!figures) return Refusal{400};
    if (!number) return Refusal{413};  // Figures, but more than 2^63.
    framing.length = static_cast<std::uint64_t>(*number);
  }
  return std::nullopt;
}

}  // namespace

std::variant<Framing, Refusal> check_head(const RequestHead& head) {
  if (!hosts_are_right(head) || !singles_are_single(head.headers)) return Refusal{400};
  Framing framing;
  if (const auto refusal = check_framing(head, framing)) return *refusal;

  if (head.method == "TRACE" || head.method == "CONNECT") return Refusal{405};
  const auto method = parse_method(head.method);
  if (!method) return Refusal{501};
  framing.method = *method;
  const bool has_body = framing.chunked || framing.length > 0;
  if (has_body && (*method == Method::Get || *method == Method::Head)) return Refusal{400};

  auto target = Target::parse(head.target);
  if (!target) return Refusal{400};
  framing.target = *std::move(target);

  if (const auto* expect = head.headers.find("Expect")) {
    if (!equals_ignoring_case(*expect, "100-continue")) return Refusal{417};
    framing.expects_continue = has_body && head.version >= 11;
  }
  return framing;
}

}  // namespace northlight::web

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "web/headers.hpp"
#include "web/method.hpp"
#include "web/target.hpp"

namespace northlight::web {

/// The first line and the header fields of a request, as the HTTP parser gave them.
struct RequestHead {
  std::string method;
  std::string target;
  int version = 11;  ///< 10 or 11.
  Headers headers;
};

/// How the body of a request ends, and what the client waits for before it sends it.
struct Framing {
  Method method = Method::Get;
  Target target;
  bool chunked = false;
  std::uint64_t length = 0;  ///< Of a body that is not chunked.
  bool expects_continue = false;
};

/// The status to refuse with.
struct Refusal {
  int status;
};

/// Checks what Beast's parser leaves to the server, so that no proxy in front can read a request
/// otherwise than we do: one Host of plain form, one Content-Length in figures, never with
/// Transfer-Encoding, which is "chunked" or nothing; no body with GET or HEAD; an address that
/// Target::parse takes; a method that we know.
std::variant<Framing, Refusal> check_head(const RequestHead& head);

}  // namespace northlight::web

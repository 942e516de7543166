#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/request.hpp"
#include "web/request_head.hpp"

namespace northlight::web {

/// One request as it came over a connection, or the status to refuse it with.
struct Heard {
  Framing framing{};
  Headers headers{};
  std::string body{};
  std::vector<std::size_t> cut{};  ///< Parts of it whose files were left out.
  bool keep_alive = false;         ///< Whether the client wants the connection for more.
  int refused = 0;                 ///< 0: it is not.
};

inline Request request_of(const RequestId& id, std::string client, Heard&& heard) {
  Request request{.id = id, .method = heard.framing.method};
  request.client = std::move(client);
  request.target = std::move(heard.framing.target);
  request.headers = std::move(heard.headers);
  request.body = std::move(heard.body);
  request.cut = std::move(heard.cut);
  return request;
}

}  // namespace northlight::web

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/log.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/router.hpp"
#include "web/transport.hpp"

namespace northlight::web {

/// What an error page has to tell.
struct Problem {
  int status;
  std::string message;  ///< What to do, in words for the reader; may be empty.
  RequestId request;    ///< To quote when asking for help.
  std::string form{};   ///< The address of the form to go back to; empty when there is none.
  std::shared_ptr<const Visitor> visitor{};  ///< Null unless the entrance knew who asks.
  std::string heading{};  ///< What happened, where that of the status is not it; may be empty.
  bool kept = false;      ///< What was sent is kept for its sender, or is where it may be.
};

/// Makes the page for a problem. Must not fail; falls back on plain_error_page when it throws.
using ErrorPage = std::function<Response(const Problem&)>;

/// A page without style, which needs nothing else to work.
Response plain_error_page(const Problem& problem);

/// Whether pages are compressed here, or by the proxy in front.
enum class Compression { Here, ByProxy };

/// Everything the server serves, and what happens to each answer on its way out. No sockets here.
struct Application {
  Router router;
  platform::Log log;
  ErrorPage error_page = plain_error_page;
  Transport transport = Transport::Plain;
  Compression compression = Compression::Here;
};

/// Reads the form, asks the router, and makes the answer ready to be sent: error page, ETag and
/// 304, compression, security headers. Nothing a handler throws gets past: it becomes a 500 with
/// the request's id, and a line in the log.
Response answer(const Application& application, Request request);

/// The same, handed to `then` once, from any thread, as soon as whatever it waits for is on the
/// disk (Response::once_kept). Nothing is handed over when that failed or there was no memory.
void answer_when_kept(const Application& application, Request request,
                      std::function<void(std::optional<Response>)> then);

/// The answer to what never became a request: malformed, too slow, too many.
Response refuse(const Application& application, int status, const RequestId& id);

/// The answer to a request with more body than its route takes.
Response refuse_too_large(const Application& application, Method method, const Target& target,
                          const RequestId& id);

}  // namespace northlight::web

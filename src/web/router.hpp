#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/request.hpp"
#include "web/response.hpp"

namespace northlight::web {

/// Blocks as long as it must; runs on the worker pool, many at a time.
using Handler = std::function<Response(const Request&)>;

/// Stands between the router and each handler: it may answer itself or call `next`, and may put
/// more into the request before. Runs when the route is known and its parameters are set.
using Next = std::function<Response(Request&)>;
using Middleware = std::function<Response(Request&, const Next& next)>;

/// What a route may ask for beyond the ordinary.
struct RouteOptions {
  std::optional<std::size_t> body_limit{};  ///< Bytes; the server's own limit unless given.
  /// Of a form with files: a file that does not fit is left out and the rest is read.
  struct LeftOut {
    std::size_t files = 0;  ///< Bytes that all files together may have.
    std::size_t sent = 0;   ///< Bytes that may be sent at all.
  };
  std::optional<LeftOut> files_left_out_above{};
  std::string too_large{};  ///< What a body above it is answered with: the limit, and what to do.
  Audience audience = Audience::Everyone;
};

/// Finds the handler for an address. A pattern is "/services/:service/inspections/:inspection";
/// ":name" takes one segment, "*name" at the end takes the rest. Words win over parameters.
/// HEAD is answered from GET; a known address with another method is 405 with `Allow`; an address
/// with a slash too many is sent to the one without.
class Router {
 public:
  struct Route {
    Method method;
    std::string pattern;
    RouteOptions options;
  };

  /// Each throws std::logic_error for a malformed pattern or one that is already taken: our own
  /// mistake, found when the program starts.
  Router& get(std::string_view pattern, Handler handler, RouteOptions options = {});
  Router& post(std::string_view pattern, Handler handler, RouteOptions options = {});
  Router& add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});

  /// Put around every handler, the first that was added outermost.
  Router& use(Middleware middleware);

  Response answer(Request request) const;

  /// Of the route that would answer; null where there is none.
  const RouteOptions* options(Method method, const Target& target) const;

  /// The problem to answer with, of a body above its route's limit: in that route's words, and
  /// leading back to the form at the same address.
  Response too_large(Method method, const Target& target) const;

  /// Every route, so that tests can visit them all.
  std::vector<Route> routes() const;

 private:
  struct Entry {
    Route route;
    std::vector<std::string> segments;
    Handler handler;
    std::string order;  ///< Sorts words before parameters, segment by segment.
  };
  struct Match {
    const Entry* entry = nullptr;
    std::string
        allow;  ///< The methods that the address does have, when this one is not among them.
  };

  Match find(Method method, const std::vector<std::string>& segments) const;
  Response run(const Entry& entry, Request& request, std::size_t layer) const;

  std::vector<Entry> entries_;  ///< Sorted by `order`.
  std::vector<Middleware> middleware_;
};

}  // namespace northlight::web

#include "web/router.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/text.hpp"

namespace northlight::web {
namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with(':'); }
bool is_rest(std::string_view segment) { return segment.starts_with('*'); }

std::vector<std::string> pattern_segments(std::string_view pattern) {
  const auto malformed = [&](const char* what) {
    return std::logic_error("the route " + std::string(pattern) + " " + what);
  };
  if (!pattern.starts_with('/')) throw malformed("does not start with a slash");
  if (pattern == "/") return {};
  std::vector<std::string> segments;
  std::set<std::string, std::less<>> names;
  for (const auto part : split(pattern.substr(1), '/')) {
    if (part.empty()) throw malformed("has an empty segment");
    if (!segments.empty() && is_rest(segments.back())) throw malformed("goes on after its rest");
    if (is_parameter(part) || is_rest(part)) {
      if (part.size() == 1) throw malformed("has a parameter without a name");
      if (!names.insert(std::string(part.substr(1))).second)
        throw malformed("names a parameter twice");
    }
    segments.emplace_back(part);
  }
  return segments;
}

/// Two patterns with the same shape would take the same addresses.
std::string shape(const std::vector<std::string>& segments) {
  std::string text;
  for (const auto& segment : segments)
    text += is_rest(segment) ? "/*" : is_parameter(segment) ? "/:" : "/" + segment;
  return text;
}

std::string order_of(const std::vector<std::string>& segments) {
  std::string order;
  for (const auto& segment : segments)
    order += is_rest(segment) ? '3' : is_parameter(segment) ? '2' : '1';
  return order;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  const bool open_ended = !pattern.empty() && is_rest(pattern.back());
  if (open_ended ? segments.size() < pattern.size() : segments.size() != pattern.size())
    return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (!is_parameter(pattern[i]) && !is_rest(pattern[i]) && pattern[i] != segments[i])
      return false;
  return true;
}

PathParameters parameters_of(const std::vector<std::string>& pattern,
                             const std::vector<std::string>& segments) {
  PathParameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_parameter(pattern[i])) parameters.add(pattern[i].substr(1), segments[i]);
    if (is_rest(pattern[i])) {
      const auto first = segments.begin() + static_cast<std::ptrdiff_t>(i);
      parameters.add(pattern[i].substr(1), join({first, segments.end()}, "/"));
    }
  }
  return parameters;
}

}  // namespace

Router& Router::get(std::string_view pattern, Handler handler, RouteOptions options) {
  return add(Method::Get, pattern, std::move(handler), std::move(options));
}

Router& Router::post(std::string_view pattern, Handler handler, RouteOptions options) {
  return add(Method::Post, pattern, std::move(handler), std::move(options));
}

Router& Router::add(Method method, std::string_view pattern, Handler handler,
                    RouteOptions options) {
  Entry entry{{method, std::string(pattern), std::move(options)},
              pattern_segments(pattern),
              std::move(handler),
              {}};
  entry.order = order_of(entry.segments);
  for (const auto& taken : entries_)
    if (taken.route.method == method && shape(taken.segments) == shape(entry.segments))
      throw std::logic_error("the route " + entry.route.pattern + " is already taken by " +
                             taken.route.pattern);
  entries_.insert(std::ranges::upper_bound(entries_, entry.order, {}, &Entry::order),
                  std::move(entry));
  return *this;
}

Router& Router::use(Middleware middleware) {
  middleware_.push_back(std::move(middleware));
  return *this;
}

Router::Match Router::find(Method method, const std::vector<std::string>& segments) const {
  std::set<std::string_view> others;
  const Entry* by_get = nullptr;
  for (const auto& entry : entries_) {
    if (!fits(entry.segments, segments)) continue;
    if (entry.route.method == method) return {&entry, {}};
    if (entry.route.method == Method::Get && !by_get) by_get = &entry;
    others.insert(name_of(entry.route.method));
  }
  if (method == Method::Head && by_get) return {by_get, {}};
  if (by_get) others.insert(name_of(Method::Head));
  std::string allow;
  for (const auto name : others) allow += (allow.empty() ? "" : ", ") + std::string(name);
  return {nullptr, std::move(allow)};
}

Response Router::answer(Request request) const {
  const auto match = find(request.method, request.target.segments);
  if (!match.entry && match.allow.empty()) return Response::problem(404);
  if (!match.entry) return Response::problem(405).with("Allow", match.allow);

  Response response;
  if (request.target.trailing_slash) {
    // Segments are never empty, so that what is left cannot start with two slashes.
    const auto path = request.target.path.substr(0, request.target.path.size() - 1);
    const auto& query = request.target.query_text;
    response = Response::redirect(query.empty() ? path : path + "?" + query);
    response.status = 308;
  } else {
    request.parameters = parameters_of(match.entry->segments, request.target.segments);
    request.audience = match.entry->route.options.audience;
    response = run(*match.entry, request, 0);
  }
  response.route = match.entry->route.pattern;
  return response;
}

Response Router::run(const Entry& entry, Request& request, std::size_t layer) const {
  if (layer == middleware_.size()) return entry.handler(request);
  return middleware_[layer](
      request, [&, layer](Request& handed_on) { return run(entry, handed_on, layer + 1); });
}

const RouteOptions* Router::options(Method method, const Target& target) const {
  const auto match = find(method, target.segments);
  return match.entry ? &match.entry->route.options : nullptr;
}

Response Router::too_large(Method method, const Target& target) const {
  const auto match = find(method, target.segments);
  if (!match.entry) return Response::problem(413);
  auto response = Response::problem(413, match.entry->route.options.too_large);
  if (find(Method::Get, target.segments).entry) response.problem_form = target.path;
  response.route = match.entry->route.pattern;
  return response;
}

std::vector<Router::Route> Router::routes() const {
  std::vector<Route> routes;
  for (const auto& entry : entries_) routes.push_back(entry.route);
  return routes;
}

}  // namespace northlight::web

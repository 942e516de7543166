#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "web/audience.hpp"
#include "web/fields.hpp"
#include "web/headers.hpp"
#include "web/method.hpp"
#include "web/target.hpp"

namespace northlight::web {

struct Visitor;

/// Names one request in the log, in its answer (X-Request-Id) and on an error page.
using RequestId = Id<struct RequestKind>;

/// A file that came with a form. Its name and bytes are whatever the sender chose.
struct UploadedFile {
  std::string field;
  std::string name;  ///< Never a path: what stands before the last slash is gone.
  std::string type;  ///< As claimed by the sender.
  std::string bytes;
  bool is_cut = false;  ///< It was too large to be taken in; its bytes were left out.
};

/// What stood in the address where the route's pattern has ":name".
class PathParameters {
 public:
  void add(std::string name, std::string value) {
    values_.emplace_back(std::move(name), std::move(value));
  }

  /// Throws std::logic_error when the route's pattern has no such name: our own mistake.
  const std::string& text(std::string_view name) const;

  /// `request.parameters.id<ServiceId>("service")`; NotFound for what is no id.
  template <typename AnyId>
  Result<AnyId> id(std::string_view name) const {
    if (auto parsed = AnyId::parse(text(name))) return *std::move(parsed);
    return no_such_page();
  }

  /// NotFound for anything but figures.
  Result<long long> whole_number(std::string_view name) const;

 private:
  static Error no_such_page();

  std::vector<std::pair<std::string, std::string>> values_;
};

/// One request, read whole and checked before any handler sees it.
struct Request {
  RequestId id{IdBits{}};
  Method method = Method::Get;
  Target target{};
  PathParameters parameters{};  ///< Set by the router.
  Headers headers{};
  Fields form{};                      ///< Of a urlencoded or multipart body.
  std::vector<UploadedFile> files{};  ///< Of a multipart body.
  std::string body{};                 ///< Of any other type; empty once a form was read from it.
  std::vector<std::size_t>
      cut{};             ///< Parts of the body whose files were left out; see RouteOptions.
  std::string client{};  ///< The address of who asks, as far as a trusted proxy vouches for it.
  Audience audience = Audience::Everyone;  ///< Of the route; set by the router.
  /// Null for a stranger; never null in the handler of a route for the signed-in. Set by the
  /// entrance (web/entrance.hpp) and shared, for the request is copied on its way.
  std::shared_ptr<const Visitor> visitor{};
  std::string form_token{};  ///< For the forms of this page; empty where none is needed.

  const Fields& query() const { return target.query; }
};

}  // namespace northlight::web

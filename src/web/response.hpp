#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/json.hpp"
#include "base/result.hpp"
#include "web/headers.hpp"

namespace northlight::web {

struct Visitor;

/// An answer. Security headers, an ETag, `Cache-Control: no-store` and the length are added on its
/// way out; what a handler has set itself stays.
class Response {
 public:
  /// Shared, for an asset is sent to many at a time from one copy in memory.
  using SharedBytes = std::shared_ptr<const std::string>;

  static Response html(std::string page, int status = 200);
  static Response text(std::string text, int status = 200);
  static Response json(const Json& json, int status = 200);
  /// A table to download; `file_name` is letters, figures, dots and hyphens.
  static Response csv(std::string table, std::string_view file_name);
  /// Anything else, by its media type.
  static Response bytes(std::string bytes, std::string_view type, int status = 200);
  static Response shared(SharedBytes bytes, std::string_view type);
  /// 303: go on to a page by GET, after a form. `location` is a path of ours: throws
  /// std::invalid_argument unless it starts with one slash.
  static Response redirect(std::string_view location);
  static Response not_modified(std::string_view etag);
  /// The application's error page for that status. `message` tells the reader what to do.
  static Response problem(int status, std::string message = {});
  /// The same, with the status that base/error_code.hpp gives the error.
  static Response problem(const Error& error);

  /// Replaces or adds a header. Throws std::invalid_argument for what would break out of its line.
  Response& with(std::string_view name, std::string_view value) & {
    headers.set(name, value);
    return *this;
  }
  Response&& with(std::string_view name, std::string_view value) && {
    headers.set(name, value);
    return std::move(*this);
  }
  /// Open to all and the same for all: may be kept, but must be asked for again by its ETag.
  Response&& shown_to_all() && {
    return std::move(*this).with("Cache-Control", "public, no-cache");
  }

  /// What will be sent.
  std::string_view content() const;

  int status = 200;
  Headers headers;
  std::variant<std::string, SharedBytes> body;
  SharedBytes packed;  ///< The body under gzip, where it was packed before; null otherwise.
  std::optional<std::string> problem_message;  ///< Set while the error page is still to be made.
  std::string problem_heading;  ///< In place of that of the status; empty when there is none.
  std::string problem_form;   ///< The address of the form to go back to; empty when there is none.
  bool problem_kept = false;  ///< What was sent is kept for its sender, or is where it may be.
  /// A form was not taken, and this page does not show again what stood in it.
  bool leaves_form = false;
  /// How a try to come in was refused, for the trail (accounts::note_refused_arrival); or empty.
  std::string_view refused_arrival{};
  std::shared_ptr<const Visitor> problem_visitor;  ///< Who is told of it; set by the entrance.
  /// Set where something must be on the disk before this may be sent: calls what it is given once,
  /// from any thread, with whether it is.
  std::function<void(std::function<void(bool)>)> once_kept;
  std::string route;  ///< The pattern that matched, for logs and metrics; set by the router.
};

/// "Not Found".
std::string_view reason_phrase(int status);

}  // namespace northlight::web

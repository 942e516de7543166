#include "web/response.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/error_code.hpp"

namespace northlight::web {
namespace {

Response of_type(std::string body, std::string_view type, int status) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", type);
  response.body = std::move(body);
  return response;
}

bool is_file_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_' || c == '.';
  });
}

}  // namespace

Response Response::html(std::string page, int status) {
  return of_type(std::move(page), "text/html; charset=utf-8", status);
}

Response Response::text(std::string text, int status) {
  return of_type(std::move(text), "text/plain; charset=utf-8", status);
}

Response Response::json(const Json& json, int status) {
  return of_type(json.text() + "\n", "application/json", status);
}

Response Response::csv(std::string table, std::string_view file_name) {
  if (!is_file_name(file_name))
    throw std::invalid_argument("a file name with other than plain letters");
  return of_type(std::move(table), "text/csv; charset=utf-8; header=present", 200)
      .with("Content-Disposition", "attachment; filename=\"" + std::string(file_name) + "\"");
}

Response Response::bytes(std::string bytes, std::string_view type, int status) {
  return of_type(std::move(bytes), type, status);
}

Response Response::shared(SharedBytes bytes, std::string_view type) {
  Response response = of_type({}, type, 200);
  response.body = std::move(bytes);
  return response;
}

Response Response::redirect(std::string_view location) {
  // "//host" and "/\host" lead away from us.
  if (!location.starts_with('/') || location.starts_with("//") || location.starts_with("/\\"))
    throw std::invalid_argument("a redirection to other than a path of ours");
  Response response;
  response.status = 303;
  response.headers.add("Location", location);
  return response;
}

Response Response::not_modified(std::string_view etag) {
  Response response;
  response.status = 304;
  response.headers.add("ETag", etag);
  return response;
}

Response Response::problem(int status, std::string message) {
  Response response;
  response.status = status;
  response.problem_message = std::move(message);
  return response;
}

Response Response::problem(const Error& error) {
  return problem(leaves_as(error.code).http_status, error.message);
}

std::string_view Response::content() const {
  if (const auto* own = std::get_if<std::string>(&body)) return *own;
  const auto& shared_bytes = std::get<SharedBytes>(body);
  return shared_bytes ? std::string_view(*shared_bytes) : std::string_view{};
}

std::string_view reason_phrase(int status) {
  struct Phrase {
    int status;
    std::string_view text;
  };
  // RFC 9110 section 15.
  static constexpr std::array<Phrase, 29> phrases = {{
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {415, "Unsupported Media Type"},
      {417, "Expectation Failed"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
  }};
  const auto* found = std::ranges::find(phrases, status, &Phrase::status);
  if (found != phrases.end()) return found->text;
  return status == 505 ? "HTTP Version Not Supported" : "Other";
}

}  // namespace northlight::web

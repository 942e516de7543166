#include "web/application.hpp"

#include <exception>
#include <memory>
#include <utility>

#include "base/text.hpp"
#include "web/compression.hpp"
#include "web/conditional.hpp"
#include "web/multipart.hpp"
#include "web/security_headers.hpp"
#include "web/urlencoded.hpp"

namespace northlight::web {
namespace {

/// Replaces the body by what the form held.
Status read_form(Request& request) {
  const auto type = request.headers.value("Content-Type");
  const auto media_type = lower(trim(type.substr(0, type.find(';'))));
  if (media_type == "application/x-www-form-urlencoded") {
    NL_TRY(fields, parse_urlencoded(request.body));
    request.form = std::move(fields);
    request.body.clear();
  } else if (media_type == "multipart/form-data") {
    NL_TRY(parsed, parse_multipart(type, request.body, request.cut));
    request.form = std::move(parsed.fields);
    request.files = std::move(parsed.files);
    request.body = std::string{};
  }
  return done();
}

void log_fault(const Application& application, const RequestId& id, std::string_view what) {
  application.log.write(platform::Severity::Fault, "fault", {{"id", id.text()}, {"what", what}});
}

/// An exception's text may hold what somebody typed: the log names its type only.
Response run(const Application& application, const Request& request) {
  try {
    return application.router.answer(request);
  } catch (const std::exception& fault) {
    log_fault(application, request.id, typeid(fault).name());
  } catch (...) {
    log_fault(application, request.id, "something that is no std::exception");
  }
  return Response::problem(500);
}

/// Keeps what a handler has set on a problem: Allow, Retry-After, its route.
void make_error_page(const Application& application, const RequestId& id, Response& response) {
  if (!response.problem_message) return;
  const Problem problem{.status = response.status,
                        .message = *response.problem_message,
                        .request = id,
                        .form = response.problem_form,
                        .visitor = response.problem_visitor,
                        .heading = response.problem_heading,
                        .kept = response.problem_kept};
  Response page;
  try {
    page = application.error_page(problem);
  } catch (...) {
    log_fault(application, id, "the error page failed");
    page = plain_error_page(problem);
  }
  for (const auto& [name, value] : response.headers) page.headers.set(name, value);
  page.route = response.route;
  page.status = response.status;
  response = std::move(page);
}

std::string_view what_to_do(int status) {
  switch (status) {
    case 400:
      return "The request could not be understood. Go back and try again.";
    case 403:
      return "You may not see this page.";
    case 404:
      return "There is no page at this address. Check it and try again.";
    case 405:
      return "This page does not take that kind of request. Go back and try again.";
    case 413:
      return "What you sent is too large. Send a smaller file.";
    case 431:
      return "The browser sent too much with its request. Clear this site's cookies.";
    case 503:
      return "The service is busy. Wait a minute and try again.";
    default:
      return "Something went wrong, and it is not your fault. Try again later.";
  }
}

/// Programs that read the open data get what went wrong in the same form as everything there.
void tell_program(const Request& request, Response& response) {
  if (!response.problem_message || !request.target.path.starts_with("/api/")) return;
  const auto& message = *response.problem_message;
  const auto word = replace_all(lower(reason_phrase(response.status)), " ", "-");
  auto told = Response::json(
      Json::object(
          {{"error", word},
           {"message", message.empty() ? std::string(what_to_do(response.status)) : message}}),
      response.status);
  for (const auto& [name, value] : response.headers) told.headers.set(name, value);
  told.route = response.route;
  response = std::move(told);
}

/// A page that was made for one person, asked for from another site: how far it shrinks would tell
/// whoever listens to the line what it has in common with what they put into its address (BREACH).
bool may_be_probed(const Request& request, const Response& response) {
  return request.headers.value("Sec-Fetch-Site") == "cross-site" &&
         response.headers.value("Cache-Control") == "no-store";
}

void finish(const Application& application, const RequestId& id, Response& response) {
  make_error_page(application, id, response);
  set_security_headers(response, application.transport);
  response.headers.set("X-Request-Id", id.text());
}

}  // namespace

Response plain_error_page(const Problem& problem) {
  const auto status = std::to_string(problem.status);
  const auto title = std::string(reason_phrase(problem.status));
  std::string message;
  for (const char c :
       problem.message.empty() ? std::string(what_to_do(problem.status)) : problem.message)
    message += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return Response::html(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
          title + "</title>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p>" + message +
          "</p>\n<p>Quote this reference if you ask for help: " + problem.request.text() +
          "</p>\n</main>\n</body>\n</html>\n",
      problem.status);
}

Response answer(const Application& application, Request request) {
  Response response;
  if (const auto form = read_form(request); form)
    response = run(application, request);
  else
    response = Response::problem(400, form.error().message);
  // Whatever becomes of it below, it waits for the same.
  auto once_kept = std::exchange(response.once_kept, nullptr);
  tell_program(request, response);
  // A problem is made into its page first: a 304 or compression must see what will be sent.
  finish(application, request.id, response);
  make_conditional(request, response);
  if (application.compression == Compression::Here && !may_be_probed(request, response))
    compress(request, response);
  response.once_kept = std::move(once_kept);
  return response;
}

void answer_when_kept(const Application& application, Request request,
                      std::function<void(std::optional<Response>)> then) {
  // Shared, for std::function copies what it holds.
  auto made = std::make_shared<std::optional<Response>>();
  decltype(Response::once_kept) once_kept;
  try {
    auto& answered = made->emplace(answer(application, std::move(request)));
    once_kept = std::exchange(answered.once_kept, nullptr);
  } catch (...) {
    application.log.write(platform::Severity::Fault, "answer");  // Out of memory.
    made->reset();
  }
  if (!once_kept) return then(std::move(*made));
  once_kept([made, then = std::move(then)](bool kept) {
    then(kept ? std::move(*made) : std::optional<Response>{});
  });
}

Response refuse(const Application& application, int status, const RequestId& id) {
  auto response = Response::problem(status);
  if (status == 405) response.headers.set("Allow", "GET, HEAD, POST");
  if (status == 503) response.headers.set("Retry-After", "5");
  finish(application, id, response);
  return response;
}

Response refuse_too_large(const Application& application, Method method, const Target& target,
                          const RequestId& id) {
  auto response = application.router.too_large(method, target);
  finish(application, id, response);
  return response;
}

}  // namespace northlight::web

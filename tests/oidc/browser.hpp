#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace northlight::testing {

/// What a server on this machine answered.
struct Page {
  int status = 0;
  std::string address;  ///< Whole: "http://127.0.0.1:8080/sign-in".
  std::vector<std::pair<std::string, std::string>> headers;  ///< Names in lower case.
  std::string body;

  bool shows(std::string_view text) const { return body.find(text) != std::string::npos; }
  /// The first of that name, or nothing to read.
  std::string header(std::string_view name) const;
  bool is_redirect() const { return status >= 300 && status < 400 && !header("location").empty(); }
  /// Where it redirects to, as a whole address.
  std::string location() const;
  /// The value of the first form field of that name; empty when there is none.
  std::string field(std::string_view name) const;
};

/// Visits several servers on this machine and keeps the cookies of each apart, as a browser does.
class Browser {
 public:
  using Form = std::vector<std::pair<std::string, std::string>>;

  Page get(const std::string& address);
  Page post(const std::string& address, const Form& form);
  /// Goes where redirects lead, until a page that is none or one whose address starts with `stop`.
  Page follow(Page page, std::string_view stop = "\n");

  /// What stands percent-encoded in a query.
  static std::string decoded(std::string_view value);

  /// The cookies of one server, by its "127.0.0.1:8080".
  std::map<std::string, std::string>& cookies(const std::string& host) { return jar_[host]; }

 private:
  Page send(std::string_view method, const std::string& address, const std::string* body);

  std::map<std::string, std::map<std::string, std::string>> jar_;
};

/// "127.0.0.1:8080" of "http://127.0.0.1:8080/sign-in".
std::string host_of(std::string_view address);

std::string form_encoded(const Browser::Form& form);

}  // namespace northlight::testing

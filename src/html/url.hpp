#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace northlight::html {

/// An address that is safe to put into a link: http, https, mailto, or one within this site.
/// Anything else (javascript:, data:, //other.host …) becomes "#".
class Url {
 public:
  Url() = default;
  Url(std::string_view address);                                       // NOLINT(*-explicit-*)
  Url(const std::string& address) : Url(std::string_view(address)) {}  // NOLINT(*-explicit-*)
  Url(const char* address) : Url(std::string_view(address)) {}         // NOLINT(*-explicit-*)

  std::string_view text() const { return text_; }
  bool empty() const { return text_.empty(); }
  friend bool operator==(const Url&, const Url&) = default;

 private:
  std::string text_{};
};

inline Url url(std::string_view address) { return Url(address); }

/// A part of a path or a query, percent-encoded: "a b/c" is "a%20b%2Fc".
std::string percent_encoded(std::string_view part);

/// The path with a query; names and values are percent-encoded, empty values are kept.
Url with_query(std::string_view path,
               const std::vector<std::pair<std::string, std::string>>& query);

}  // namespace northlight::html

#include "web/response_head.hpp"

#include <array>
#include <cstdio>
#include <ctime>

#include "base/text.hpp"

namespace northlight::web {
namespace {

/// RFC 9110 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", whatever the locale.
std::string http_date(std::time_t moment) {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&moment, &utc);
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                                   months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900,
                                   utc.tm_hour, utc.tm_min, utc.tm_sec);
  return {text.data(), static_cast<std::size_t>(length)};
}

bool is_for_the_server(std::string_view name) {
  return equals_ignoring_case(name, "Content-Length") || equals_ignoring_case(name, "Connection") ||
         equals_ignoring_case(name, "Transfer-Encoding") || equals_ignoring_case(name, "Date");
}

void add_line(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool may_have_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string response_head(const Response& response, Afterwards afterwards) {
  std::string head;
  head.reserve(1'024);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(reason_phrase(response.status)).append("\r\n");
  for (const auto& [name, value] : response.headers)
    if (!is_for_the_server(name)) add_line(head, name, value);
  add_line(head, "Date", http_date(std::time(nullptr)));
  if (may_have_body(response.status))
    add_line(head, "Content-Length", std::to_string(response.content().size()));
  add_line(head, "Connection", afterwards == Afterwards::KeepOpen ? "keep-alive" : "close");
  head.append("\r\n");
  return head;
}

}  // namespace northlight::web

#include "tests/oidc/browser.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "base/text.hpp"
#include "html/url.hpp"
#include "web/urlencoded.hpp"

namespace northlight::testing {
namespace {

constexpr std::string_view scheme = "http://";

std::string exchange(std::uint16_t port, const std::string& request) {
  const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::send(client, request.data(), request.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(request.size())) {
    char buffer[65'536];
    for (ssize_t got = 0; (got = ::recv(client, buffer, sizeof buffer, 0)) > 0;)
      answer.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(client);
  return answer;
}

/// As Node sends what it does not know the length of.
std::string unchunked(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    const auto line = body.find("\r\n");
    const auto size = std::strtoul(std::string(body.substr(0, line)).c_str(), nullptr, 16);
    if (line == std::string_view::npos || size == 0) break;
    whole += body.substr(line + 2, size);
    body.remove_prefix(std::min(body.size(), line + 2 + size + 2));
  }
  return whole;
}

Page read_page(const std::string& address, std::string_view raw) {
  const auto end = raw.find("\r\n\r\n");
  if (raw.size() < 12 || end == std::string_view::npos)
    throw std::runtime_error("no answer from " + address);
  Page page;
  page.address = address;
  page.status = std::atoi(std::string(raw.substr(9, 3)).c_str());
  for (const auto line : split(raw.substr(0, end), '\n')) {
    const auto colon = line.find(':');
    if (colon != std::string_view::npos)
      page.headers.emplace_back(lower(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  const auto body = raw.substr(end + 4);
  page.body = page.header("transfer-encoding") == "chunked" ? unchunked(body) : std::string(body);
  return page;
}

/// One Set-Cookie header: kept, or forgotten where it has expired.
void keep(std::map<std::string, std::string>& cookies, std::string_view header) {
  const auto pair = trim(header.substr(0, header.find(';')));
  const auto name = std::string(pair.substr(0, pair.find('=')));
  const bool gone = contains_ignoring_case(header, "max-age=0") ||
                    contains_ignoring_case(header, "expires=thu, 01 jan 1970");
  if (gone)
    cookies.erase(name);
  else
    cookies[name] = pair.substr(pair.find('=') + 1);
}

}  // namespace

std::string host_of(std::string_view address) {
  const auto host = address.substr(scheme.size());
  return std::string(host.substr(0, host.find('/')));
}

std::string form_encoded(const Browser::Form& form) {
  std::string text;
  for (const auto& [name, value] : form)
    text += (text.empty() ? "" : "&") + html::percent_encoded(name) + "=" +
            html::percent_encoded(value);
  return text;
}

std::string Page::header(std::string_view name) const {
  for (const auto& [one, value] : headers)
    if (one == name) return value;
  return {};
}

std::string Page::location() const {
  const auto to = header("location");
  if (!to.starts_with('/')) return to;
  return std::string(scheme) + host_of(address) + to;
}

std::string Page::field(std::string_view name) const {
  const auto at = body.find("name=\"" + std::string(name) + "\"");
  const auto tag = body.rfind('<', at);
  if (at == std::string::npos || tag == std::string::npos) return {};
  const auto element = std::string_view(body).substr(tag, body.find('>', at) - tag);
  const auto value = element.find("value=\"");
  if (value == std::string_view::npos) return {};
  const auto rest = element.substr(value + 7);
  return std::string(rest.substr(0, rest.find('"')));
}

Page Browser::send(std::string_view method, const std::string& address, const std::string* body) {
  const auto host = host_of(address);
  auto path = address.substr(scheme.size() + host.size());
  if (path.empty()) path = "/";
  const auto port = std::strtoul(host.substr(host.find(':') + 1).c_str(), nullptr, 10);
  std::string request = std::string(method) + " " + path + " HTTP/1.1\r\nHost: " + host +
                        "\r\nConnection: close\r\nAccept: text/html\r\n";
  std::string sent;
  for (const auto& [name, value] : jar_[host])
    sent += (sent.empty() ? "" : "; ") + name + "=" + value;
  if (!sent.empty()) request += "Cookie: " + sent + "\r\n";
  if (body)
    request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
               std::to_string(body->size()) + "\r\n";
  request += "\r\n";
  if (body) request += *body;
  auto page = read_page(address, exchange(static_cast<std::uint16_t>(port), request));
  for (const auto& [name, value] : page.headers)
    if (name == "set-cookie") keep(jar_[host], value);
  return page;
}

Page Browser::get(const std::string& address) { return send("GET", address, nullptr); }

Page Browser::post(const std::string& address, const Form& form) {
  const auto body = form_encoded(form);
  return send("POST", address, &body);
}

std::string Browser::decoded(std::string_view value) {
  return *web::percent_decode(value, web::Plus::IsSpace);
}

Page Browser::follow(Page page, std::string_view stop) {
  constexpr int most = 12;
  for (int hops = 0; page.is_redirect() && !page.location().starts_with(stop); ++hops) {
    if (hops == most) throw std::runtime_error("redirects without an end at " + page.address);
    page = get(page.location());
  }
  return page;
}

}  // namespace northlight::testing

#include "tests/journeys/sent_form.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

#include "base/text.hpp"

namespace northlight::testing {
namespace {

constexpr std::string_view boundary = "northlight-boundary-7f3a";

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // The server may answer and close before it has read everything.
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string part(std::string_view head, std::string_view content) {
  return "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; " + std::string(head) +
         "\r\n\r\n" + std::string(content) + "\r\n";
}

}  // namespace

Answer ask(const SiteUnderTest& site, const std::string& request) {
  const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(site.port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string raw;
  if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    send_all(client, request);
    char buffer[65536];
    for (ssize_t got = 0; (got = ::recv(client, buffer, sizeof buffer, 0)) > 0;)
      raw.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(client);
  Answer answer;
  if (raw.size() > 12) answer.status = std::atoi(raw.substr(9, 3).c_str());
  const auto end = raw.find("\r\n\r\n");
  answer.headers = raw.substr(0, end);
  if (end != std::string::npos) answer.body = raw.substr(end + 4);
  return answer;
}

Multipart multipart(const SentForm& form) {
  std::string body;
  for (const auto& [name, value] : form.fields) body += part("name=\"" + name + "\"", value);
  for (const auto& file : form.files)
    body += part("name=\"" + file.field + "\"; filename=\"" + file.name +
                     "\"\r\nContent-Type: application/octet-stream",
                 file.bytes);
  body += "--" + std::string(boundary) + "--\r\n";
  return {"multipart/form-data; boundary=" + std::string(boundary), std::move(body)};
}

Answer post(const SiteUnderTest& site, std::string_view target, const SentForm& form) {
  const auto sent = multipart(form);
  return ask(site, "POST " + std::string(target) +
                       " HTTP/1.1\r\nHost: northlight.test\r\nConnection: close\r\n"
                       "Content-Type: " +
                       sent.type + "\r\nContent-Length: " + std::to_string(sent.body.size()) +
                       "\r\n\r\n" + sent.body);
}

Answer send(const SiteUnderTest& site, std::string_view method, std::string_view target,
            std::string_view header) {
  return ask(site, std::string(method) + " " + std::string(target) +
                       " HTTP/1.1\r\nHost: northlight.test\r\nConnection: close\r\n" +
                       std::string(header) + "\r\n\r\n");
}

Answer get_with(const SiteUnderTest& site, std::string_view target, std::string_view header) {
  return send(site, "GET", target, header);
}

std::string header_of(const Answer& answer, std::string_view name) {
  for (const auto line : split(answer.headers, '\n')) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (equals_ignoring_case(line.substr(0, colon), name))
      return std::string(trim(line.substr(colon + 1)));
  }
  return {};
}

}  // namespace northlight::testing

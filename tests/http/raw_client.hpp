#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace northlight::web {

/// An answer as it came over the wire.
struct RawAnswer {
  int status = 0;
  std::string head;
  std::string body;

  std::optional<std::string> header(std::string_view name) const {
    for (const auto line : split(head, '\n')) {
      const auto colon = line.find(':');
      if (colon != std::string_view::npos && equals_ignoring_case(line.substr(0, colon), name))
        return std::string(trim(line.substr(colon + 1)));
    }
    return std::nullopt;
  }
};

/// Sends bytes as they are and reads answers, so that tests can say what no proper client would.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{60, 0};  // A test that would hang fails instead.
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("the test could not connect to the server");
  }
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), read_(std::move(other.read_)) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the server has closed the connection meanwhile.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void finish_sending() { ::shutdown(socket_, SHUT_WR); }
  void shrink_receive_buffer() {
    const int bytes = 4'096;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  }

  enum class Body { Expected, None };

  /// The next answer; nothing when the connection ended before one came whole.
  std::optional<RawAnswer> receive(Body body = Body::Expected) {
    while (read_.find("\r\n\r\n") == std::string::npos)
      if (!read_more()) return std::nullopt;
    RawAnswer answer;
    const auto end = read_.find("\r\n\r\n") + 4;
    answer.head = read_.substr(0, end);
    answer.status = std::stoi(answer.head.substr(9, 3));
    read_.erase(0, end);
    if (answer.status == 100 || body == Body::None) return answer;
    const auto length =
        static_cast<std::size_t>(std::stoul(answer.header("Content-Length").value_or("0")));
    while (read_.size() < length)
      if (!read_more()) return std::nullopt;
    answer.body = read_.substr(0, length);
    read_.erase(0, length);
    return answer;
  }

  /// Waits for the server to close; false when it sends something more instead.
  bool is_closed() { return read_.empty() && !read_more(); }

 private:
  bool read_more() {
    char bytes[16'384];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      throw std::runtime_error("the server neither answered nor closed");
    if (count <= 0) return false;
    read_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  std::string read_;
};

inline std::string get(std::string_view path, std::string_view more = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: example.test\r\n" + std::string(more) +
         "\r\n";
}

inline std::string post(std::string_view path, std::string_view body,
                        std::string_view type = "application/x-www-form-urlencoded") {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: example.test\r\nContent-Type: " + std::string(type) +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace northlight::web

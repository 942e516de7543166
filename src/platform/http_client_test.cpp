#include "platform/http_client.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>

using namespace northlight;
using namespace northlight::platform;

namespace {

/// Takes one connection on this machine, reads one request and says what it was told to say.
class OneAnswer {
 public:
  explicit OneAnswer(std::string answer, bool then_hang = false) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 1) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      throw std::runtime_error("no socket to listen on");
    port_ = ntohs(address.sin_port);
    thread_ =
        std::thread([this, answer = std::move(answer), then_hang] { serve(answer, then_hang); });
  }
  ~OneAnswer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  OneAnswer(const OneAnswer&) = delete;
  OneAnswer& operator=(const OneAnswer&) = delete;

  std::string url(std::string_view path = "/", std::string_view scheme = "http") const {
    return std::string(scheme) + "://127.0.0.1:" + std::to_string(port_) + std::string(path);
  }
  /// What was sent; ends the conversation.
  std::string heard() {
    ::shutdown(listener_, SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([] {});
    return heard_;
  }

 private:
  void serve(const std::string& answer, bool then_hang) {
    const int client = ::accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    char buffer[4096];
    ssize_t got = 0;
    while ((got = ::recv(client, buffer, sizeof buffer, 0)) > 0) {
      heard_.append(buffer, static_cast<std::size_t>(got));
      const auto end = heard_.find("\r\n\r\n");
      if (end == std::string::npos) continue;
      const auto length = heard_.find("Content-Length: ");
      if (length == std::string::npos) break;
      if (heard_.size() >= end + 4 + std::stoul(heard_.substr(length + 16))) break;
    }
    std::size_t sent = 0;
    while (sent < answer.size()) {
      const auto more = ::send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
      if (more <= 0) break;
      sent += static_cast<std::size_t>(more);
    }
    while (then_hang && ::recv(client, buffer, sizeof buffer, 0) > 0) continue;
    ::close(client);
  }

  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::string heard_;
  std::thread thread_;
};

std::string ok(std::string_view body, std::string_view type = "application/json") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + std::string(type) +
         "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body);
}

}  // namespace

TEST_CASE("an answer comes back with its status, its type and its body") {
  OneAnswer server(ok("{}", "Application/JSON; charset=utf-8"));
  const auto answer =
      HttpClient(PlainHttp::Loopback)
          .send({.url = server.url("/keys?a=b"), .headers = {{"Accept", "text/x"}}});
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->type == "application/json");
  CHECK(answer->body == "{}");
  const auto heard = server.heard();
  CHECK(heard.starts_with("GET /keys?a=b HTTP/1.1\r\n"));
  CHECK(heard.find("Accept: text/x\r\n") != std::string::npos);
  CHECK(heard.find("Cookie") == std::string::npos);
}

TEST_CASE("a form is sent by POST") {
  OneAnswer server(ok("{}"));
  REQUIRE(HttpClient(PlainHttp::Loopback).send({.url = server.url("/token"), .form = "a=1&b=2"}));
  const auto heard = server.heard();
  CHECK(heard.starts_with("POST /token HTTP/1.1\r\n"));
  CHECK(heard.find("Content-Type: application/x-www-form-urlencoded\r\n") != std::string::npos);
  CHECK(heard.ends_with("\r\n\r\na=1&b=2"));
}

TEST_CASE("a redirect is an answer and is not followed") {
  OneAnswer elsewhere(ok("taken"));
  OneAnswer server("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() +
                   "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  const auto answer = HttpClient(PlainHttp::Loopback).send({.url = server.url()});
  REQUIRE(answer);
  CHECK(answer->status == 302);
  CHECK(elsewhere.heard().empty());
}

TEST_CASE("an answer that is too large is given up, with or without its length said") {
  const HttpClient client(PlainHttp::Loopback, {.answer_bytes = 1'000});
  const std::string large(1'001, 'x');
  for (const auto& said : {ok(large), "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + large}) {
    OneAnswer server(said);
    const auto answer = client.send({.url = server.url()});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::Unavailable);
    CHECK(answer.error().message == "Its answer is larger than 1000 bytes.");
  }
  OneAnswer server(ok(std::string(1'000, 'x')));
  CHECK(client.send({.url = server.url()}));
}

TEST_CASE("a server that stops in the middle of its answer is given up") {
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", true);
  const auto answer = HttpClient(PlainHttp::Loopback, {.whole = std::chrono::milliseconds(150)})
                          .send({.url = server.url()});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Unavailable);
  CHECK(answer.error().message == "It did not answer within 150 ms.");
}

TEST_CASE("a server that is not there is Unavailable, and the message does not hold the address") {
  std::string url;
  {
    const OneAnswer gone(ok(""));
    url = gone.url("/secret-path");
  }
  const auto answer = HttpClient(PlainHttp::Loopback).send({.url = url});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Unavailable);
  CHECK(answer.error().message == "It does not take connections.");
}

TEST_CASE("what does not speak TLS is not asked as if it did") {
  OneAnswer server(ok("plain"));
  const auto answer = HttpClient().send({.url = server.url("/", "https")});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Unavailable);
}

TEST_CASE("a proxy named by the environment is not used") {
  OneAnswer proxy(ok("from the proxy"));
  OneAnswer server(ok("from the server"));
  ::setenv("http_proxy", proxy.url().c_str(), 1);
  ::setenv("ALL_PROXY", proxy.url().c_str(), 1);
  const auto answer = HttpClient(PlainHttp::Loopback).send({.url = server.url()});
  ::unsetenv("http_proxy");
  ::unsetenv("ALL_PROXY");
  REQUIRE(answer);
  CHECK(answer->body == "from the server");
}

TEST_CASE("an address without TLS is refused, but to this machine where that was allowed") {
  const HttpClient strict;
  const HttpClient lenient(PlainHttp::Loopback);
  CHECK(strict.check("https://login.example/realm?x=1"));
  CHECK_FALSE(strict.check("http://127.0.0.1:8080/"));
  for (const auto* here : {"http://127.0.0.1:8080/", "http://localhost/", "http://[::1]:99/a"})
    CHECK_MESSAGE(lenient.check(here), std::string(here));
  for (const auto* no :
       {"http://login.example/", "http://127.0.0.1.login.example/", "http://192.168.0.1/",
        "file:///etc/passwd", "ftp://login.example/", "gopher://127.0.0.1/", "login.example",
        "/path", "", "https://", "https:///path", "https:/path", "https://name:word@login.example/",
        "https://name@login.example/", "https://login.example/#top", "https://login.example/a b",
        "https://login.example/\r\nHost: other"})
    CHECK_MESSAGE(!lenient.check(no), std::string(no));
}

TEST_CASE("a header that would break out of its line is refused") {
  const auto answer =
      HttpClient().send({.url = "https://login.example/", .headers = {{"A", "b\r\nC: d"}}});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Invalid);
}

// The example configuration in deploy/nginx, run by a real nginx in front of the real server.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/http/child.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"
#include "web/health.hpp"

namespace northlight::web {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A port that was free a moment ago.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  ::close(socket);
  return ntohs(address.sin_port);
}

std::string output_of(std::vector<std::string> command, std::string_view input = "") {
  Child child(std::move(command));
  if (!input.empty()) child.write(input);
  if (input.empty()) child.close_input();
  auto output = child.read_all();
  child.wait();
  return output;
}

/// The example, with nothing changed but places: a check that each stands in it.
std::string moved(std::string text,
                  const std::vector<std::pair<std::string, std::string>>& places) {
  for (const auto& [from, to] : places) {
    CAPTURE(from);
    REQUIRE(text.find(from) != std::string::npos);
    text = replace_all(std::move(text), from, to);
  }
  return text;
}

/// nginx on loopback, as a user without rights, with its files in a folder of its own.
class Proxy {
 public:
  Proxy() {
    std::string pattern = "/tmp/northlight-nginx-XXXXXX";
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    const auto in = [&](const char* name) { return (folder_ / name).string(); };
    output_of({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
               "-nodes", "-days", "2", "-subj", "/CN=northlight.example", "-addext",
               "subjectAltName=DNS:northlight.example", "-keyout", in("key.pem"), "-out",
               in("certificate.pem")});
    REQUIRE(fs::exists(certificate()));
    const auto example = read(fs::path(NORTHLIGHT_SOURCE_DIR) / "deploy/nginx/northlight.conf");
    std::ofstream(in("northlight.conf")) << moved(
        example, {{"listen 443 ssl", "listen 127.0.0.1:" + std::to_string(tls_port) + " ssl"},
                  {"listen 80 ", "listen 127.0.0.1:" + std::to_string(plain_port) + " "},
                  {"/etc/northlight/tls/fullchain.pem", certificate()},
                  {"/etc/northlight/tls/privkey.pem", in("key.pem")},
                  {"/run/northlight/northlight.sock", socket()},
                  {"/var/log/nginx/northlight.log", in("access.log")},
                  {"/var/log/nginx/northlight-error.log", in("error.log")}});
    std::ofstream(in("nginx.conf"))
        << "daemon off;\nmaster_process off;\npid " << in("pid") << ";\nerror_log "
        << in("error.log") << ";\nevents { worker_connections 256; }\nhttp {\n"
        << "client_body_temp_path " << in("body") << ";\nproxy_temp_path " << in("proxy")
        << ";\nfastcgi_temp_path " << in("fastcgi") << ";\nuwsgi_temp_path " << in("uwsgi")
        << ";\nscgi_temp_path " << in("scgi") << ";\ninclude " << in("northlight.conf") << ";\n}\n";
    output_of({"chmod", "-R", "a+rX", folder_.string()});
    if (::geteuid() == 0) output_of({"chown", "-R", "nobody:nogroup", folder_.string()});
  }
  ~Proxy() {
    nginx_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void start() {
    std::vector<std::string> command = {"nginx", "-e", (folder_ / "error.log").string(), "-c",
                                        (folder_ / "nginx.conf").string()};
    if (::geteuid() == 0)
      command.insert(command.begin(),
                     {"setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"});
    nginx_ = std::make_unique<Child>(std::move(command));
    while (!nginx_->has_ended()) {
      try {
        const RawClient knock(plain_port);
        return;
      } catch (const std::runtime_error&) {
        std::this_thread::yield();
      }
    }
    FAIL("nginx ended: ", read(folder_ / "error.log"));
  }

  std::string a_file(std::size_t bytes) const {
    const auto path = (folder_ / "film.mp4").string();
    std::ofstream(path) << std::string(bytes, 'f');
    return path;
  }
  std::string socket() const { return (folder_ / "northlight.sock").string(); }
  std::string certificate() const { return (folder_ / "certificate.pem").string(); }
  std::string access_log() const { return read(folder_ / "access.log"); }

  /// The answer with its headers, over TLS.
  std::string fetch(const std::string& path, std::vector<std::string> more = {}) const {
    const auto port = std::to_string(tls_port);
    std::vector<std::string> command = {
        "curl",        "--silent",  "--include",
        "--noproxy",   "*",         "--cacert",
        certificate(), "--resolve", "northlight.example:" + port + ":127.0.0.1"};
    command.insert(command.end(), more.begin(), more.end());
    command.push_back("https://northlight.example:" + port + path);
    return output_of(std::move(command));
  }
  /// What comes back for bytes sent over TLS as they are.
  std::string say(std::string_view bytes) const {
    return output_of({"openssl", "s_client", "-quiet", "-verify_quiet", "-connect",
                      "127.0.0.1:" + std::to_string(tls_port), "-servername", "northlight.example",
                      "-CAfile", certificate()},
                     bytes);
  }

  const std::uint16_t plain_port = free_port();
  const std::uint16_t tls_port = free_port();

 private:
  fs::path folder_;
  std::unique_ptr<Child> nginx_;
};

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  const auto all = lower(text);
  for (auto at = all.find(part); at != std::string::npos; at = all.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("behind nginx by the example configuration, pages arrive and smuggling does not") {
  if (::access("/usr/sbin/nginx", X_OK) != 0) {
    MESSAGE("skipped: nginx is not installed");
    return;
  }
  ::setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", 1);
  Proxy proxy;
  Router router;
  add_health_routes(router, {});
  router.get("/", [](const Request& request) {
    return Response::html("<p>For " + request.client + "</p>");
  });
  router.get("/long", [](const Request&) {
    return Response::html("<p>" + std::string(50'000, 'x') + "</p>");
  });
  router.post("/form",
              [](const Request& request) { return Response::text(request.form.text("name")); });
  router.post(
      "/children/:file/sent-in/new",
      [](const Request& request) {
        std::string said = request.form.text("words");
        for (const auto& file : request.files) said += file.is_cut ? ", cut" : ", whole";
        return Response::text(said + ", for " + request.client);
      },
      {.files_left_out_above = RouteOptions::LeftOut{.files = 20UL << 20U, .sent = 512UL << 20U}});
  std::vector<Exchange> exchanges;
  std::mutex mutex;
  const auto server = Server::start({.router = std::move(router),
                                     .log = platform::Log::to([](std::string_view) {}),
                                     .transport = Transport::BehindTls,
                                     .compression = Compression::ByProxy},
                                    {.listen = "unix:" + proxy.socket(),
                                     .socket_mode = 0666,
                                     .trusted_proxies = {"unix"},
                                     .on_exchange = [&](const Exchange& exchange) {
                                       const std::scoped_lock lock(mutex);
                                       exchanges.push_back(exchange);
                                     }});
  REQUIRE(server);
  proxy.start();

  SUBCASE("a page over HTTP/2, with each security header once and the client's own address") {
    const auto page = proxy.fetch("/", {"--http2", "--header", "X-Forwarded-For: 192.0.2.66"});
    CAPTURE(page);
    CHECK(page.starts_with("HTTP/2 200"));
    CHECK(page.find("<p>For 127.0.0.1</p>") != std::string::npos);
    for (const auto* header :
         {"content-security-policy:", "x-content-type-options:", "strict-transport-security:",
          "referrer-policy:", "permissions-policy:"})
      CHECK(times(page, header) == 1);
    CHECK(page.find("nginx/") == std::string::npos);
    CHECK(proxy.fetch("/form", {"--data", "name=Asha"}).find("Asha") != std::string::npos);
    CHECK(proxy
              .fetch("/long", {"--header", "Accept-Encoding: gzip", "--output", "/dev/null",
                               "--dump-header", "-"})
              .find("gzip") != std::string::npos);
    CHECK(proxy.fetch("/health/ready").find("\"ready\":true") != std::string::npos);
    CHECK(proxy.access_log().find("/form") == std::string::npos);
  }
  SUBCASE("a film beside words is left out behind the proxy, and the words arrive") {
    const auto film = proxy.a_file(25UL << 20U);
    const auto sent = proxy.fetch("/children/4jpaxxrhj05cp96h7z01xzfnpn/sent-in/new",
                                  {"--form", "document=@" + film, "--form", "words=He is hurt",
                                   "--header", "X-Forwarded-For: 192.0.2.66"});
    CAPTURE(sent);
    CHECK(sent.find("He is hurt, cut, for 127.0.0.1") != std::string::npos);
    CHECK(proxy.fetch("/form", {"--form", "name=@" + film}).starts_with("HTTP/2 413"));
  }
  SUBCASE("plain HTTP is sent to TLS") {
    RawClient client(proxy.plain_port);
    client.send("GET /services?q=1 HTTP/1.1\r\nHost: northlight.example\r\n\r\n");
    const auto answer = client.receive();
    CHECK(answer->status == 308);
    CHECK(answer->header("Location") == "https://northlight.example/services?q=1");
  }
  SUBCASE("a request that hides another is refused, and the hidden one is never heard") {
    const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: northlight.example\r\n\r\n";
    const std::string head = "POST /form HTTP/1.1\r\nHost: northlight.example\r\n";
    for (const auto& both :
         {head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
          head + "Content-Length: 5\r\nContent-Length: 60\r\n\r\n12345" + hidden,
          head + "Host: other.example\r\nContent-Length: 0\r\n\r\n" + hidden}) {
      const auto answer = proxy.say(both);
      CAPTURE(answer);
      CHECK(answer.starts_with("HTTP/1.1 400"));
      CHECK(times(answer, "http/1.1 ") == 1);
    }
    const std::scoped_lock lock(mutex);
    CHECK(exchanges.empty());
  }
  SUBCASE("a body past the proxy's limit is refused by it") {
    CHECK(proxy
              .say("POST /form HTTP/1.1\r\nHost: northlight.example\r\nContent-Length: "
                   "30000000\r\n\r\n")
              .starts_with("HTTP/1.1 413"));
  }
}

}  // namespace
}  // namespace northlight::web

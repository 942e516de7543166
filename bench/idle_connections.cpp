// How much memory idle connections cost: idle_connections [COUNT]
// A server in a process of its own, COUNT clients (5,000) that have each had one answer and stay
// connected, and one more that is served meanwhile. Exit status 1 when the server holds 100 MB or
// more.
#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "web/server.hpp"
#include "web/stop_signal.hpp"

namespace {

using namespace northlight::web;

/// Serves a page of the size of a real one until it is told to stop; its port goes down the pipe.
int serve(int tell) {
  Router router;
  router.get("/", [](const Request&) { return Response::html(std::string(25'000, 'x')); });
  auto server = Server::start(
      {.router = std::move(router), .log = northlight::platform::Log::to_standard_error()},
      {.deadlines = {.idle = std::chrono::minutes(10)}});
  if (!server) return 2;
  const auto port = (*server)->port();
  if (::write(tell, &port, sizeof port) != sizeof port) return 2;
  wait_for_stop_signal();
  return (*server)->stop() == Stopped::Cleanly ? 0 : 2;
}

int connect_to(std::uint16_t port) {
  const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (client < 0 || ::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    std::perror("a client could not connect");
    std::exit(2);
  }
  return client;
}

/// One page over that connection; true when it came whole.
bool fetch(int client) {
  static const std::string request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  if (::send(client, request.data(), request.size(), MSG_NOSIGNAL) < 0) return false;
  std::string answer;
  char bytes[32'768];
  while (answer.find("\r\n\r\n") == std::string::npos ||
         answer.size() < answer.find("\r\n\r\n") + 4 + 25'000) {
    const auto count = ::recv(client, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    answer.append(bytes, static_cast<std::size_t>(count));
  }
  return answer.starts_with("HTTP/1.1 200 ");
}

double megabytes_of(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1'024;
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const int wanted = count > 1 ? std::atoi(arguments[1]) : 5'000;
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);

  int told[2];
  if (::pipe(told) != 0) return 2;
  const pid_t server = ::fork();
  if (server == 0) return serve(told[1]);
  std::uint16_t port = 0;
  if (::read(told[0], &port, sizeof port) != sizeof port) return 2;

  const double before = megabytes_of(server);
  std::vector<int> idle;
  bool all_answered = true;
  for (int i = 0; i < wanted; ++i) {
    idle.push_back(connect_to(port));
    all_answered = fetch(idle.back()) && all_answered;
  }
  const double after = megabytes_of(server);
  const auto started = std::chrono::steady_clock::now();
  const int good = connect_to(port);
  constexpr int pages = 1'000;
  for (int i = 0; i < pages; ++i) all_answered = fetch(good) && all_answered;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;

  std::printf("%d idle connections: server %.1f MB, %.1f MB before them (%.1f KB each)\n", wanted,
              after, before, (after - before) * 1'024 / wanted);
  std::printf("one more client meanwhile: %.3f ms a page; all answered: %s\n", took.count() / pages,
              all_answered ? "yes" : "no");
  ::kill(server, SIGTERM);
  ::waitpid(server, nullptr, 0);
  return all_answered && after < 100 ? 0 : 1;
}

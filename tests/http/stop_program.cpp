// A server that stops as the real one does, for stop_test: its /wait answers when a line comes in.
#include <cstdlib>
#include <iostream>

#include "web/server.hpp"
#include "web/stop_signal.hpp"

int main(int count, char** arguments) {
  using namespace northlight::web;
  Router router;
  router.get("/", [](const Request&) { return Response::text("here"); });
  router.get("/wait", [](const Request&) {
    std::cout << "waiting" << std::endl;
    std::string line;
    std::getline(std::cin, line);
    return Response::text(line);
  });
  ServerOptions options;
  if (count > 1) options.deadlines.stop = std::chrono::milliseconds(std::atoi(arguments[1]));
  auto server = Server::start(
      {.router = std::move(router), .log = northlight::platform::Log::to_standard_error()},
      options);
  if (!server) return 9;
  note_stop_signals();
  std::cout << (*server)->port() << std::endl;
  wait_for_stop_signal();
  std::_Exit(static_cast<int>((*server)->stop()));
}

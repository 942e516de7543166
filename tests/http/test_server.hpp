#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "web/server.hpp"

namespace northlight::web {

/// A door that handlers wait at until a test opens it.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    --waiting_;
  }
  void open() {
    const std::scoped_lock lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void wait_until_waiting(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t waiting_ = 0;
  bool open_ = false;
};

/// The real server on a free port, with a few pages that show what arrived.
class TestServer {
 public:
  explicit TestServer(ServerOptions options = {}, Compression compression = Compression::Here) {
    options.on_exchange = [this](const Exchange& exchange) {
      const std::scoped_lock lock(mutex_);
      exchanges_.push_back(exchange);
      changed_.notify_all();
    };
    auto started = Server::start(application(compression), std::move(options));
    if (!started) throw std::runtime_error(started.error().message);
    server_ = *std::move(started);
  }
  ~TestServer() { gate.open(); }

  Server& server() { return *server_; }
  std::uint16_t port() const { return server_->port(); }

  /// Waits until so many answers were sent or given up; they are in the order of their ends.
  std::vector<Exchange> wait_for_exchanges(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return exchanges_.size() >= count; });
    return exchanges_;
  }
  template <typename Condition>
  void wait_for_traffic(Condition condition) {
    while (!condition(server_->traffic())) std::this_thread::yield();
  }
  std::string log() {
    const std::scoped_lock lock(mutex_);
    return log_;
  }

  Gate gate;
  /// Of each request for /kept, in the order in which they came to the gate.
  std::vector<std::function<void(bool)>> keeping{};

 private:
  Application application(Compression compression) {
    Router router;
    router.get("/", [](const Request&) { return Response::html("<p>Home</p>"); });
    router.get("/hello/:name", [](const Request& request) {
      return Response::text("Hello " + request.parameters.text("name") +
                            request.query().text("mark"));
    });
    router.get("/headers/:name", [](const Request& request) {
      const auto* value = request.headers.find(request.parameters.text("name"));
      return Response::text(value ? *value : "(none)");
    });
    router.get("/client", [](const Request& request) { return Response::text(request.client); });
    router.get("/large",
               [](const Request&) { return Response::text(std::string(8'000'000, 'x')); });
    router.get("/fault", [](const Request& request) -> Response {
      throw std::runtime_error("Jo Bloggs " + request.query().text("q"));
    });
    router.get("/gate", [this](const Request&) {
      gate.pass();
      return Response::text("through");
    });
    router.get("/kept", [this](const Request&) {
      auto response = Response::text("what was read");
      response.once_kept = [this](const std::function<void(bool)>& then) {
        keeping.push_back(then);
        gate.pass();
      };
      return response;
    });
    router.post("/form", [](const Request& request) {
      std::string text = request.body;
      for (const auto& [name, value] : request.form) text += name + "=" + value + ";";
      for (const auto& file : request.files)
        text += file.field + ":" + file.name + ":" + file.bytes + ";";
      return Response::text(text);
    });
    router.post(
        "/upload",
        [](const Request& request) { return Response::text(std::to_string(request.body.size())); },
        {.body_limit = 10'000'000});
    auto log = platform::Log::to([this](std::string_view line) {
      const std::scoped_lock lock(mutex_);
      log_ += std::string(line) + "\n";
    });
    return {.router = std::move(router), .log = std::move(log), .compression = compression};
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Exchange> exchanges_;
  std::string log_;
  std::unique_ptr<Server> server_;
};

}  // namespace northlight::web

#include "web/server.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include "platform/random.hpp"
#include "web/body_share.hpp"
#include "web/client_address.hpp"
#include "web/listen_address.hpp"
#include "web/listening_socket.hpp"
#include "web/request_head.hpp"
#include "web/response_head.hpp"
#include "web/worker_pool.hpp"

namespace northlight::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Protocol = asio::generic::stream_protocol;  // TCP and unix sockets alike.
using Socket = asio::basic_stream_socket<Protocol, Executor>;
using Acceptor = asio::basic_socket_acceptor<Protocol, Executor>;
using Stream = beast::basic_stream<Protocol, Executor>;
using Parser = http::request_parser<http::string_body>;
using SteadyClock = std::chrono::steady_clock;
template <typename T>
using Awaitable = asio::awaitable<T, Executor>;

constexpr auto resume = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr std::size_t read_size = 64 * 1024;

struct Visit;

/// One thread and the connections it looks after; nothing here is shared with another thread.
struct Loop {
  std::list<Visit*> idle;  ///< Longest idle first.
  asio::io_context context{1};
  asio::executor_work_guard<Executor> busy{context.get_executor()};
  std::thread thread;
};

/// One connection.
struct Visit {
  Visit(Loop& on, Socket socket, std::string from)
      : loop(on), stream(std::move(socket)), peer(std::move(from)) {}

  Loop& loop;
  Stream stream;
  std::string peer;
  beast::flat_buffer buffer{read_size};  ///< What was received and not yet read.
  bool served = false;                   ///< Whether a request was answered on it before.
};

/// While this lives, the connection may be closed without loss.
class Idleness {
 public:
  Idleness(Visit& visit, std::atomic<std::size_t>& count) : visit_(visit), count_(count) {
    place_ = visit.loop.idle.insert(visit.loop.idle.end(), &visit);
    ++count_;
  }
  ~Idleness() {
    visit_.loop.idle.erase(place_);
    --count_;
  }
  Idleness(const Idleness&) = delete;
  Idleness& operator=(const Idleness&) = delete;

 private:
  Visit& visit_;
  std::atomic<std::size_t>& count_;
  std::list<Visit*>::iterator place_;
};

/// What to answer to a request that Beast's parser did not take; 0: nothing, for nobody listens.
int status_of(error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::bad_version) return 505;
  if (error == beast::error::timeout) return 408;
  if (error == http::error::end_of_stream || error.category() == boost::system::system_category())
    return 0;
  return 400;
}

}  // namespace

struct Server::State {
  State(Application what, ServerOptions how, ListenAddress where)
      : application(std::move(what)),
        options(std::move(how)),
        address(std::move(where)),
        workers(options.workers, options.limits.queued) {
    for (std::size_t i = 0; i < std::max<std::size_t>(options.io_threads, 1); ++i)
      loops.emplace_back();
  }

  Status listen();
  void run();
  Stopped stop();
  Awaitable<void> accept();
  Awaitable<void> visit(Loop& loop, Socket socket);
  Awaitable<void> converse(Visit& visit);
  Awaitable<bool> wait_for_request(Visit& visit);
  Awaitable<bool> exchange(Visit& visit);
  Awaitable<int> read_body(Visit& visit, Parser& parser, const Framing& framing, BodyShare& share);
  Awaitable<std::optional<Response>> ask(Visit& visit, Request request);
  Awaitable<bool> send(Visit& visit, const Response& response, Method method,
                       Afterwards afterwards);
  Awaitable<void> linger(Visit& visit);
  void left();
  void tell(const Exchange& exchange) const {
    if (options.on_exchange) options.on_exchange(exchange);
  }

  const Application application;
  const ServerOptions options;
  ListenAddress address;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> idle{0};
  std::atomic<std::size_t> in_flight{0};
  std::atomic<std::size_t> bodies{0};
  std::atomic<std::uint64_t> accepted{0};
  std::mutex mutex;
  std::condition_variable somebody_left;
  std::size_t connections = 0;  ///< Guarded by mutex.
  std::mutex stop_mutex;
  std::optional<Stopped> stopped;  ///< Guarded by stop_mutex.
  std::list<Loop> loops;
  std::optional<Acceptor> acceptor;
  WorkerPool workers;  // Last, so that it ends first: its work uses all the rest.
};

Status Server::State::listen() {
  NL_TRY(socket, open_listening_socket(address, options.socket_mode));
  const auto family = !address.path.empty()                         ? AF_UNIX
                      : address.host.find(':') == std::string::npos ? AF_INET
                                                                    : AF_INET6;
  acceptor.emplace(loops.front().context, Protocol(family, 0), socket);
  return done();
}

void Server::State::run() {
  asio::co_spawn(loops.front().context, accept(), asio::detached);
  for (auto& loop : loops) loop.thread = std::thread([&loop] { loop.context.run(); });
}

Awaitable<void> Server::State::accept() {
  auto next = loops.begin();
  asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor> pause(
      loops.front().context);
  while (!stopping) {
    auto [error, socket] = co_await acceptor->async_accept(next->context.get_executor(), resume);
    if (stopping) co_return;
    if (error) {
      // Out of file descriptors, most likely: those who are here must leave first.
      application.log.write(platform::Severity::Warning, "accept", {{"error", error.value()}});
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(resume);
      continue;
    }
    ++accepted;
    {
      const std::scoped_lock lock(mutex);
      ++connections;
    }
    auto& loop = *next;
    asio::co_spawn(loop.context, visit(loop, std::move(socket)), asio::detached);
    if (++next == loops.end()) next = loops.begin();
  }
}

void Server::State::left() {
  const std::scoped_lock lock(mutex);
  --connections;
  if (stopping) somebody_left.notify_all();
}

Awaitable<void> Server::State::visit(Loop& loop, Socket socket) {
  bool too_many = false;
  {
    const std::scoped_lock lock(mutex);
    too_many = connections > options.limits.connections;
  }
  try {
    if (too_many && !loop.idle.empty()) loop.idle.front()->stream.close();
    const bool room = !too_many || !loop.idle.empty();
    if (room) {
      error_code ignored;
      socket.set_option(asio::ip::tcp::no_delay(true), ignored);
      auto peer = peer_address(socket.native_handle());
      Visit visit(loop, std::move(socket), std::move(peer));
      co_await converse(visit);
    }
  } catch (const std::exception& fault) {
    application.log.write(platform::Severity::Fault, "connection",
                          {{"what", typeid(fault).name()}});
  }
  left();
}

Awaitable<void> Server::State::converse(Visit& visit) {
  while (co_await wait_for_request(visit)) {
    if (!co_await exchange(visit)) co_return co_await linger(visit);
    visit.served = true;
  }
}

/// Waits for the first byte, holding as little memory as it can.
Awaitable<bool> Server::State::wait_for_request(Visit& visit) {
  if (visit.buffer.size() > 0) co_return true;
  if (stopping) co_return false;
  visit.buffer.shrink_to_fit();
  const Idleness idleness(visit, idle);
  visit.stream.expires_after(visit.served ? options.deadlines.idle : options.deadlines.header);
  const auto [error, count] =
      co_await visit.stream.async_read_some(visit.buffer.prepare(512), resume);
  visit.buffer.commit(error ? 0 : count);
  co_return !error;
}

/// Reads one request and sends its answer; false when the connection must then be closed.
Awaitable<bool> Server::State::exchange(Visit& visit) {
  const auto started = SteadyClock::now();
  Exchange record{.id = platform::random_id<RequestId>(), .method = "-", .route = "-"};
  RequestHead head;
  Framing framing;
  BodyShare share(bodies);
  int refused = 0;

  auto parser = std::make_unique<Parser>();
  parser->header_limit(static_cast<std::uint32_t>(options.limits.header_bytes));
  parser->body_limit(boost::none);
  visit.stream.expires_after(options.deadlines.header);
  const auto [error, ignored] =
      co_await http::async_read_header(visit.stream, visit.buffer, *parser, resume);
  if (error) {
    refused = status_of(error);
    if (refused == 0) co_return false;
  } else {
    const auto& read = parser->get();
    head = {std::string(read.method_string()),
            std::string(read.target()),
            static_cast<int>(read.version()),
            {}};
    for (const auto& field : read) head.headers.add(field.name_string(), field.value());
    if (head.headers.size() > options.limits.header_fields) refused = 431;
    auto checked = check_head(head);
    if (const auto* refusal = std::get_if<Refusal>(&checked); refusal && refused == 0)
      refused = refusal->status;
    if (auto* found = std::get_if<Framing>(&checked)) framing = std::move(*found);
    if (refused == 0) {
      record.method = name_of(framing.method);
      refused = co_await read_body(visit, *parser, framing, share);
    }
  }
  const bool keep_alive = refused == 0 && parser->keep_alive();

  std::optional<Response> response;
  if (refused == 0) {
    Request request{.id = record.id, .method = framing.method, .target = std::move(framing.target)};
    request.client =
        client_address(visit.peer, head.headers.value("X-Forwarded-For"), options.trusted_proxies);
    request.headers = std::move(head.headers);
    request.body = std::move(parser->get().body());
    parser.reset();
    response = co_await ask(visit, std::move(request));
    if (!response) refused = 503;
  }
  if (!response) response = refuse(application, refused, record.id);

  const auto afterwards =
      keep_alive && refused == 0 && !stopping ? Afterwards::KeepOpen : Afterwards::Close;
  const bool sent = refused != 408 && co_await send(visit, *response, framing.method, afterwards);
  record.status = response->status;
  if (!response->route.empty()) record.route = response->route;
  if (sent && framing.method != Method::Head) record.bytes = response->content().size();
  record.duration =
      std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - started);
  tell(record);
  co_return sent&& afterwards == Afterwards::KeepOpen;
}

/// Reads the rest; the status to refuse with, or 0.
Awaitable<int> Server::State::read_body(Visit& visit, Parser& parser, const Framing& framing,
                                        BodyShare& share) {
  const auto limit = application.router.body_limit(framing.method, framing.target)
                         .value_or(options.limits.body_bytes);
  if (framing.length > limit) co_return 413;
  parser.body_limit(limit);
  visit.stream.expires_after(options.deadlines.body);
  if (framing.expects_continue && visit.buffer.size() == 0) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, ignored] =
        co_await asio::async_write(visit.stream, asio::buffer(go_on), resume);
    if (error) co_return status_of(error);
  }
  if (!parser.is_done())
    visit.buffer.reserve(std::min<std::size_t>(read_size, 4'096 + framing.length));
  while (!parser.is_done()) {
    const auto [error, count] =
        co_await http::async_read_some(visit.stream, visit.buffer, parser, resume);
    if (error) co_return status_of(error) == 431 ? 400 : status_of(error);
    if (!share.grow(count, options.limits.bodies_bytes)) co_return 503;
  }
  co_return 0;
}

/// Has a worker answer; nothing when too many wait already.
Awaitable<std::optional<Response>> Server::State::ask(Visit& visit, Request request) {
  const auto executor = visit.loop.context.get_executor();
  const asio::use_awaitable_t<Executor> token;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<Executor>,
                                          void(std::optional<Response>)>(
      [this, executor, &request](auto handler) {
        struct Asked {
          Request request;
          decltype(handler) resume;
          std::optional<Response> response;
        };
        // Shared, for std::function copies what it holds.
        auto asked = std::make_shared<Asked>(std::move(request), std::move(handler), std::nullopt);
        const auto go_on = [executor, asked] {
          asio::post(executor, [asked] { asked->resume(std::move(asked->response)); });
        };
        ++in_flight;
        const bool taken = workers.try_post([this, asked, go_on] {
          try {
            asked->response = answer(application, std::move(asked->request));
          } catch (...) {
            application.log.write(platform::Severity::Fault, "answer");  // Out of memory.
          }
          --in_flight;
          go_on();
        });
        if (taken) return;
        --in_flight;
        go_on();
      },
      token);
}

Awaitable<bool> Server::State::send(Visit& visit, const Response& response, Method method,
                                    Afterwards afterwards) {
  const auto head = response_head(response, afterwards);
  const bool with_body = method != Method::Head && may_have_body(response.status);
  const auto content = with_body ? response.content() : std::string_view{};
  const std::array buffers{asio::buffer(head), asio::buffer(content)};
  visit.stream.expires_after(options.deadlines.write);
  const auto [error, ignored] = co_await asio::async_write(visit.stream, buffers, resume);
  co_return !error;
}

/// Closes our side and reads on for a while: closing at once with something unread would have the
/// kernel throw away the answer that the client has not read yet (RFC 9112 9.6).
Awaitable<void> Server::State::linger(Visit& visit) {
  error_code error;
  visit.stream.socket().shutdown(Socket::shutdown_send, error);
  if (error || stopping) co_return;
  const Idleness idleness(visit, idle);
  visit.stream.expires_after(options.deadlines.linger);
  visit.buffer.clear();
  while (!error) {
    const auto [failed, ignored] =
        co_await visit.stream.async_read_some(visit.buffer.prepare(4'096), resume);
    error = failed;
  }
}

Stopped Server::State::stop() {
  const std::scoped_lock one_at_a_time(stop_mutex);
  std::unique_lock lock(mutex);
  if (stopped) return *stopped;
  stopping = true;
  asio::post(loops.front().context, [this] { acceptor->close(); });
  for (auto& loop : loops)
    asio::post(loop.context, [&loop] {
      for (auto* visit : loop.idle) visit->stream.close();
    });
  const bool all_left =
      somebody_left.wait_for(lock, options.deadlines.stop, [this] { return connections == 0; });
  lock.unlock();
  for (auto& loop : loops) loop.context.stop();
  for (auto& loop : loops) loop.thread.join();
  if (!address.path.empty()) ::unlink(address.path.c_str());
  stopped = in_flight > 0 ? Stopped::GaveUp : all_left ? Stopped::Cleanly : Stopped::CutShort;
  return *stopped;
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() {
  // What still runs uses the state for ever: it is left behind, and the program must end.
  if (stop() == Stopped::GaveUp) static_cast<void>(state_.release());
}

Result<std::unique_ptr<Server>> Server::start(Application application, ServerOptions options) {
  NL_TRY(address, ListenAddress::parse(options.listen));
  auto state =
      std::make_unique<State>(std::move(application), std::move(options), std::move(address));
  NL_CHECK(state->listen());
  state->run();
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::string Server::address() const { return state_->address.text(); }
std::uint16_t Server::port() const { return state_->address.port; }
Stopped Server::stop() { return state_->stop(); }

Traffic Server::traffic() const {
  const std::scoped_lock lock(state_->mutex);
  return {state_->connections, state_->idle, state_->in_flight, state_->workers.queued(),
          state_->accepted};
}

}  // namespace northlight::web

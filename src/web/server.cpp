#include "web/server.hpp"

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
#include <list>
#include <mutex>
#include <thread>

#include "platform/random.hpp"
#include "web/body_intake.hpp"
#include "web/body_share.hpp"
#include "web/client_address.hpp"
#include "web/headcount.hpp"
#include "web/heard.hpp"
#include "web/listen_address.hpp"
#include "web/listening_socket.hpp"
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
template <typename T>
using Awaitable = asio::awaitable<T, Executor>;

constexpr auto resume = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr std::size_t read_size = 64UL * 1024;

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
  Visit(Loop& on, Socket socket)
      : loop(on), peer(peer_address(socket.native_handle())), stream(std::move(socket)) {}

  Loop& loop;
  std::string peer;
  Stream stream;
  beast::flat_buffer buffer{read_size};  ///< What was received and not yet read.
  bool served = false;                   ///< Whether a request was answered on it before.
};

/// While this lives, the connection may be closed without loss.
struct Idleness {
  Idleness(Visit& on, std::atomic<std::size_t>& all)
      : visit(on), count(all), place(on.loop.idle.insert(on.loop.idle.end(), &on)) {
    ++count;
  }
  ~Idleness() {
    visit.loop.idle.erase(place);
    --count;
  }
  Idleness(const Idleness&) = delete;

  Visit& visit;
  std::atomic<std::size_t>& count;
  std::list<Visit*>::iterator place;
};

constexpr int nobody_there = -1;

/// What to answer to a request that Beast's parser did not take.
int status_of(error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == beast::error::timeout) return 408;
  if (error == http::error::end_of_stream || error.category() == boost::system::system_category())
    return nobody_there;
  return 400;
}

RequestHead head_of(const http::request<http::string_body>& read) {
  RequestHead head{read.method_string(), read.target(), static_cast<int>(read.version()), {}};
  for (const auto& field : read) head.headers.add(field.name_string(), field.value());
  return head;
}

}  // namespace

struct Server::State {
  State(Application what, ServerOptions how, ListenAddress where)
      : application(std::move(what)),
        options(std::move(how)),
        address(std::move(where)),
        loops(std::max<std::size_t>(options.io_threads, 1)),
        workers({options.workers, options.at_once, options.limits.queued}) {}

  Status listen();
  Stopped stop();
  Awaitable<void> accept(Acceptor& door);
  Awaitable<void> visit(Loop& loop, Socket socket, bool crowded);
  Awaitable<bool> wait_for_request(Visit& visit);
  Awaitable<bool> exchange(Visit& visit);
  Awaitable<Heard> hear(Visit& visit, BodyShare& share);
  Awaitable<int> read_body(Visit&, Parser&, const Framing&, BodyIntake&);
  Awaitable<std::optional<Response>> ask(Visit& visit, Request request);
  Awaitable<bool> send(Visit& visit, std::string_view head, std::string_view content);
  Awaitable<void> linger(Visit& visit);

  const Application application;
  const ServerOptions options;
  ListenAddress address;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> idle{0};
  std::atomic<std::size_t> in_flight{0};
  std::atomic<std::size_t> bodies{0};
  std::atomic<std::uint64_t> accepted{0};
  Headcount connections;
  std::mutex stop_mutex;
  std::optional<Stopped> stopped;  ///< Guarded by stop_mutex.
  std::list<Loop> loops;
  std::optional<Acceptor> acceptor;
  WorkerPool workers;  // Last, so that it ends first: its work uses all the rest.
};

Status Server::State::listen() {
  NL_TRY(socket, open_listening_socket(address, options.socket_mode));
  acceptor.emplace(loops.front().context, Protocol(address.family(), 0), socket);
  asio::co_spawn(loops.front().context, accept(*acceptor), asio::detached);
  for (auto& loop : loops) loop.thread = std::thread([&loop] { loop.context.run(); });
  return done();
}

Awaitable<void> Server::State::accept(Acceptor& door) {
  auto next = loops.begin();
  asio::steady_timer pause(loops.front().context);
  while (!stopping) {
    auto [error, socket] = co_await door.async_accept(next->context.get_executor(), resume);
    if (stopping) co_return;
    if (error) {
      // Out of file descriptors, most likely: those who are here must leave first.
      application.log.write(platform::Severity::Warning, "accept", {{"error", error.value()}});
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(resume);
      continue;
    }
    ++accepted;
    const bool crowded = connections.enter() > options.limits.connections;
    asio::co_spawn(next->context, visit(*next, std::move(socket), crowded), asio::detached);
    if (++next == loops.end()) next = loops.begin();
  }
}

Awaitable<void> Server::State::visit(Loop& loop, Socket socket, bool crowded) {
  if (crowded && !loop.idle.empty()) loop.idle.front()->stream.close();
  // (g++ 12 makes a broken frame of `co_return co_await` with nothing to return: it is not used.)
  if (!crowded || !loop.idle.empty()) try {
      error_code only_for_tcp;
      socket.set_option(asio::ip::tcp::no_delay(true), only_for_tcp);
      Visit visit(loop, std::move(socket));
      bool open = co_await wait_for_request(visit);
      while (open) {
        open = co_await exchange(visit);
        visit.served = true;
        if (open) open = co_await wait_for_request(visit);
      }
      co_await linger(visit);
    } catch (const std::exception& fault) {
      application.log.write(platform::Severity::Fault, "connection",
                            {{"what", typeid(fault).name()}});
    }
  connections.leave();
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
  const auto started = std::chrono::steady_clock::now();
  Exchange record{.id = platform::random_id<RequestId>(), .method = "-", .route = "-"};
  BodyShare share(bodies);
  auto heard = co_await hear(visit, share);
  if (heard.refused == nobody_there) co_return false;
  const auto method = heard.framing.method;
  const auto keep_alive = heard.keep_alive;
  auto refused = heard.refused;
  std::optional<Response> response;
  if (refused == 413)
    response = refuse_too_large(application, method, heard.framing.target, record.id);
  if (refused == 0) {
    record.method = name_of(method);
    auto client =
        client_address(visit.peer, heard.headers.value("X-Forwarded-For"), options.trusted_proxies);
    response = co_await ask(visit, request_of(record.id, std::move(client), std::move(heard)));
    if (!response) refused = 503;
  }
  if (!response) response = refuse(application, refused, record.id);
  const bool keep_open = refused == 0 && keep_alive && !stopping;
  const auto head = response_head(*response, keep_open ? Afterwards::KeepOpen : Afterwards::Close);
  const bool with_body = method != Method::Head && may_have_body(response->status);
  const auto content = with_body ? response->content() : std::string_view{};
  // After a deadline the connection is closed unanswered.
  const bool sent = refused != 408 && co_await send(visit, head, content);
  record.status = response->status;
  if (!response->route.empty()) record.route = response->route;
  record.bytes = sent ? content.size() : 0;
  record.duration =
      duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
  if (options.on_exchange) options.on_exchange(record);
  co_return keep_open ? sent : false;
}

/// Reads one request whole, and checks it.
Awaitable<Heard> Server::State::hear(Visit& visit, BodyShare& share) {
  Heard heard;
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(options.limits.header_bytes));
  parser.body_limit(boost::none);
  visit.stream.expires_after(options.deadlines.header);
  const auto [error, ignored] =
      co_await http::async_read_header(visit.stream, visit.buffer, parser, resume);
  std::variant<Framing, Refusal> checked = Refusal{status_of(error)};
  auto head = error ? RequestHead{} : head_of(parser.get());
  if (!error) checked = check_head(head);
  if (head.headers.size() > options.limits.header_fields) checked = Refusal{431};
  if (const auto* refusal = std::get_if<Refusal>(&checked)) {
    heard.refused = refusal->status;
    co_return heard;
  }
  heard.framing = std::get<Framing>(std::move(checked));
  heard.headers = std::move(head.headers);  // Before any trailers, which must not add to them.
  BodyIntake intake(application.router, heard,
                    {options.limits.body_bytes, options.limits.bodies_bytes}, share);
  heard.refused = co_await read_body(visit, parser, heard.framing, intake);
  heard.keep_alive = parser.keep_alive();
  intake.finish(std::move(parser.get().body()), heard);
  co_return heard;
}

/// Reads the rest; the status to refuse with, or 0.
Awaitable<int> Server::State::read_body(Visit& visit, Parser& parser, const Framing& framing,
                                        BodyIntake& intake) {
  if (framing.length > intake.limit()) co_return 413;
  parser.body_limit(intake.limit());
  const auto deadline = std::chrono::steady_clock::now() + options.deadlines.body;
  visit.stream.expires_at(deadline);
  if (framing.expects_continue && visit.buffer.size() == 0) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, ignored] =
        co_await asio::async_write(visit.stream, asio::buffer(go_on), resume);
    if (error) co_return status_of(error);
  }
  if (!parser.is_done())
    visit.buffer.reserve(std::min<std::size_t>(read_size, 4'096 + framing.length));
  while (!parser.is_done()) {
    const auto [error, ignored] =
        co_await http::async_read_some(visit.stream, visit.buffer, parser, resume);
    if (error) co_return status_of(error) == 431 ? 400 : status_of(error);
    if (const int refused = intake.take(parser.get().body()); refused != 0) co_return refused;
    // While there is always more to read, the stream's own timer hardly gets its turn.
    if (std::chrono::steady_clock::now() >= deadline) co_return 408;
  }
  co_return 0;
}

/// Has a worker answer; nothing when too many wait already.
Awaitable<std::optional<Response>> Server::State::ask(Visit& visit, Request request) {
  const auto executor = visit.loop.context.get_executor();
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
          answer_when_kept(application, std::move(asked->request),
                           [this, asked, go_on](std::optional<Response>&& response) {
                             asked->response = std::move(response);
                             --in_flight;
                             go_on();
                           });
        });
        if (taken) return;
        --in_flight;
        go_on();
      },
      asio::use_awaitable_t<Executor>{});
}

Awaitable<bool> Server::State::send(Visit& visit, std::string_view head, std::string_view content) {
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
  if (error || (stopping && visit.buffer.size() == 0)) co_return;
  const Idleness idleness(visit, idle);
  const auto deadline = std::chrono::steady_clock::now() + options.deadlines.linger;
  visit.stream.expires_at(deadline);
  visit.buffer.clear();
  while (!error && std::chrono::steady_clock::now() < deadline) {
    const auto [failed, ignored] =
        co_await visit.stream.async_read_some(visit.buffer.prepare(4'096), resume);
    error = failed;
  }
}

Stopped Server::State::stop() {
  const std::scoped_lock one_at_a_time(stop_mutex);
  if (stopped) return *stopped;
  stopping = true;
  asio::post(loops.front().context, [this] { acceptor->close(); });
  for (auto& loop : loops)
    asio::post(loop.context, [&loop] {
      for (auto* visit : loop.idle) visit->stream.close();
    });
  const bool all_left = connections.wait_until_empty(options.deadlines.stop);
  for (auto& loop : loops) loop.context.stop();
  for (auto& loop : loops) loop.thread.join();
  remove_socket_file(address);
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
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::string Server::address() const { return state_->address.text(); }
std::uint16_t Server::port() const { return state_->address.port; }
Stopped Server::stop() { return state_->stop(); }

Traffic Server::traffic() const {
  const auto& now = *state_;
  const auto idle = now.idle.load();  // Before the connections, of which they are a part.
  return {now.connections.count(), idle, now.in_flight, now.workers.queued(), now.accepted};
}

}  // namespace northlight::web

#include "cli/server_run.hpp"

#include <malloc.h>  // mallopt, malloc_trim

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <thread>

#include "base/text.hpp"
#include "cli/daily_head.hpp"
#include "cli/people_run.hpp"
#include "cli/reading_tools.hpp"
#include "cli/upkeep.hpp"
#include "platform/clock.hpp"
#include "store/erasure_rest.hpp"
#include "store/sql_library.hpp"
#include "web/assets.hpp"
#include "web/entrance.hpp"
#include "web/health.hpp"
#include "web/metrics.hpp"
#include "web/pages/all_pages.hpp"
#include "web/request_log.hpp"
#include "web/server.hpp"
#include "web/site.hpp"
#include "web/stop_signal.hpp"

namespace northlight::cli {
namespace {

/// Prometheus's page on a port of its own; null where none is named.
Result<std::unique_ptr<web::Server>> start_metrics(const std::optional<std::string>& listen,
                                                   const web::Metrics& metrics,
                                                   const web::Server& public_server,
                                                   const platform::Log& log) {
  if (!listen) return std::unique_ptr<web::Server>{};
  web::Application application{.router = {}, .log = log};
  web::add_metrics_route(application.router, metrics,
                         [&public_server] { return public_server.traffic(); });
  return web::Server::start(std::move(application),
                            {.listen = *listen, .io_threads = 1, .workers = 1});
}

/// Those who sign in; null where no key file is named.
Result<std::unique_ptr<PeopleRun>> people_there(store::Database& database, const ServerRun& run,
                                                const platform::Clock& clock,
                                                const DataFolders& data, const platform::Log& log) {
  if (!run.keys) return std::unique_ptr<PeopleRun>{};
  NL_TRY(uploads, store::UploadFolder::ready(database.url(), run.uploads));
  NL_TRY(people,
         PeopleRun::start(database, *run.keys, clock, data, std::move(uploads),
                          run.behind_tls ? web::Transport::BehindTls : web::Transport::Plain, log));
  if (people->people().providers != nullptr && run.base_url.empty())
    return Error{ErrorCode::Invalid,
                 "Identity providers are in use, and they must know where to send people back to. "
                 "Give --base-url, such as https://northlight.example"};
  // Last, for it takes files away: not where the program does not start.
  NL_CHECK(people->take_in_secrets());
  return std::move(people);
}

/// What stands behind erasing; null where no ledger is named. Finishes what a crash left undone,
/// and refuses a database that was restored without the erasures that came after its backup.
Result<std::unique_ptr<store::ErasureRest>> ready_to_erase(store::Database& database,
                                                           const ServerRun& run,
                                                           const store::UploadFolder& uploads,
                                                           platform::Instant now) {
  if (!run.erasures || !run.signing_key) return std::unique_ptr<store::ErasureRest>{};
  auto rest = std::make_unique<store::ErasureRest>(
      database, store::LedgerPlace{*run.erasures, *run.signing_key}, uploads);
  NL_TRY(missing, rest->not_done_here());
  if (!missing.empty())
    return Error{
        ErrorCode::Conflict,
        "The ledger says that " +
            counted(static_cast<long long>(missing.size()), "file was", "files were") +
            " erased of which this database still holds something: it was restored from an "
            "older backup. Erase again first: northlight erasures apply " +
            run.erasures->string() + " --database " + database.url().shown(),
        run.erasures->string()};
  NL_CHECK(rest->finish(now));
  return rest;
}

/// Lets what is being answered finish, and says what could not.
ExitStatus stop(web::Server& server, Streams& streams) {
  switch (server.stop()) {
    case web::Stopped::Cleanly:
      return ExitStatus::Done;
    case web::Stopped::CutShort:
      return say_error(
          streams, {ErrorCode::Unavailable, "Some answers were still being sent and were cut off"});
    case web::Stopped::GaveUp:
      say_error(streams,
                {ErrorCode::Unavailable, "A request would not end: the program leaves without it"});
      std::_Exit(static_cast<int>(ExitStatus::Unusable));
  }
  return ExitStatus::Unusable;
}

/// As many heaps as threads can run at once. By itself the C library gives each of the waiting
/// threads one, and each keeps what it once needed.
void share_heaps() {
  mallopt(M_ARENA_MAX, static_cast<int>(std::max(2U, std::thread::hardware_concurrency())));
}

std::string shown(const std::string& address) {
  return address.starts_with("unix:") ? address : "http://" + address;
}

}  // namespace

ExitStatus run_server(store::Database& database, const ServerRun& run, const DataFolders& data,
                      Streams& streams) {
  share_heaps();
  auto tools = reading_tools(data);
  if (!tools) return say_error(streams, tools.error());
  const auto assets = web::Assets::load(data.assets().string());
  if (!assets) return say_error(streams, assets.error());

  store::SqlLibrary library(database);
  const platform::SystemClock clock;
  const web::views::Shell shell{.assets = {.style_sheet = {assets->path("application.css")},
                                           .script = {assets->path("application.js")}},
                                .can_sign_in = run.keys.has_value()};
  std::unique_ptr<store::ErasureRest> erasures;
  const auto log = platform::Log::to_standard_error();
  auto started = people_there(database, run, clock, data, log);
  if (!started) return say_error(streams, started.error());
  const auto people = *std::move(started);
  if (run.signing_key && people) {
    auto ready = ready_to_erase(database, run, people->people().uploads, clock.now());
    if (!ready) return say_error(streams, ready.error());
    erasures = *std::move(ready);
    people->people().erasures = erasures.get();
  }
  const web::Site site{.library = library,
                       .editions = std::move(tools->editions),
                       .vocabulary = std::move(tools->vocabulary),
                       .shell = shell,
                       .today = [&clock] { return platform::day_in_london(clock.now()); },
                       .base_url = run.base_url,
                       .forms = people ? &people->forms() : nullptr,
                       .subject_access = people ? &people->subject_access() : nullptr,
                       .people = people ? &people->people() : nullptr,
                       .demo_people = run.demo_people,
                       .demo_links = run.demo_links};

  web::Metrics metrics;
  web::Application application{.router = {}, .log = log, .error_page = web::error_pages(site)};
  if (run.behind_tls) application.transport = web::Transport::BehindTls;
  if (people)
    application.router.use(web::entrance(people->people(), {.counted = run.limit_requests}));
  web::add_all_routes(application.router, site);
  application.router.get("/assets/*file",
                         [&assets](const web::Request& request) { return assets->serve(request); });
  web::add_health_routes(application.router,
                         {{"database", [&library]() -> Status {
                             NL_CHECK(library.inspections({}, store::InspectionSort::NewestFirst,
                                                          {.number = 1, .size = 1}));
                             return done();
                           }}});

  web::ServerOptions options{.listen = run.listen, .trusted_proxies = run.trusted_proxies};
  options.on_exchange = [&metrics, &log,
                         log_requests = run.log_requests](const web::Exchange& exchange) {
    metrics.record(exchange);
    if (log_requests) web::log_exchange(log, exchange);
  };
  auto server = web::Server::start(std::move(application), std::move(options));
  if (!server) return say_error(streams, server.error());
  auto metrics_server = start_metrics(run.metrics, metrics, **server, log);
  if (!metrics_server) return say_error(streams, metrics_server.error());

  std::optional<DailyHead> daily_head;
  if (run.signing_key)
    daily_head.emplace(
        database, *run.signing_key, clock, log,
        HeadsTold{[&metrics](platform::Instant at) { metrics.note_signed_head(at); },
                  [&metrics](std::size_t count) { metrics.note_head_faults(count); }});

  std::optional<Upkeep> upkeep;
  if (people)
    upkeep.emplace(UpkeepOf{database, people->people().uploads, erasures.get(), log}, clock);

  malloc_trim(0);  // What starting needed, or filling before it, is not held while it runs.
  web::note_stop_signals();
  streams.words << "Northlight is at " << shown((*server)->address()) << std::endl;
  if (!run.why_nobody_signs_in.empty())
    streams.words << "Nobody can sign in: " << run.why_nobody_signs_in << std::endl;
  if (people)
    for (const auto& file : people->secrets_left_in_files())
      log.write(platform::Severity::Warning, "client secret in a file",
                {{"file", file},
                 {"what to do",
                  "It is sealed in the database. Remove the file, or, where its name leads to a "
                  "file elsewhere, see that nobody else reads that"}});
  if (people && !run.why_nothing_is_signed.empty())
    log.write(platform::Severity::Warning, "not signed", {{"why", run.why_nothing_is_signed}});
  web::wait_for_stop_signal();
  streams.words << "Northlight is stopping." << std::endl;
  daily_head.reset();
  upkeep.reset();
  metrics_server->reset();
  return stop(**server, streams);
}

}  // namespace northlight::cli

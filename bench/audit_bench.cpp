// How fast the audit trail is written and proved: audit_bench, or tools/private_postgres
// audit_bench for PostgreSQL too. NORTHLIGHT_BENCH_ROWS says how many rows are proved, 1,000,000
// unless it is set.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <thread>

#include "platform/random.hpp"
#include "store/audit_index.hpp"
#include "store/audit_log.hpp"
#include "store/migrate.hpp"
#include "store/read_migrations.hpp"
#include "store/verify_audit.hpp"

using namespace northlight;

namespace {

namespace fs = std::filesystem;

template <typename T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "audit_bench: %s %s\n", result.error().message.c_str(),
               result.error().where.c_str());
  std::exit(1);
}

std::int64_t row_count() {
  const char* asked = std::getenv("NORTHLIGHT_BENCH_ROWS");
  return asked == nullptr ? 1'000'000 : std::atoll(asked);
}

store::AuditEntry a_read(const domain::OrganisationId& service) {
  static const auto person = platform::random_id<domain::PersonId>();
  return {.service = service,
          .at = platform::SystemClock().now(),
          .person = person,
          .role = "practitioner",
          .organisation = service,
          .action = "read-file",
          .file = platform::random_id<domain::FileId>(),
          .record = platform::random_id<domain::RecordId>(),
          .version = 3,
          .source = "192.0.2.7",
          .request = "7f3a9c0e51d24b68"};
}

std::unique_ptr<store::Database> filled(const std::string& url) {
  auto database = must(store::Database::open(url));
  must(store::migrate(*database, must(store::read_migrations(NORTHLIGHT_SOURCE_DIR "/schema"))));
  const std::array services{platform::random_id<domain::OrganisationId>(),
                            platform::random_id<domain::OrganisationId>()};
  for (std::int64_t done_rows = 0; done_rows < row_count();) {
    must(database->write([&](store::Transaction& transaction) -> Status {
      for (int i = 0; i < 200; ++i)
        NL_CHECK(store::append_audit(transaction, a_read(services[(i % 10 == 0) ? 1 : 0])));
      return done();
    }));
    done_rows += 200;
  }
  must(store::index_audit(*database));  // Proved with the rows.
  return database;
}

store::Database& on_sqlite() {
  static const auto folder =
      fs::temp_directory_path() / ("northlight-audit-bench-" + std::to_string(::getpid()));
  static const auto database = [] {
    fs::create_directories(folder);
    std::atexit([] { fs::remove_all(folder); });
    return filled("sqlite:" + (folder / "bench.db").string());
  }();
  return *database;
}

store::Database& on_postgres() {
  static const auto database = filled(std::getenv("NORTHLIGHT_TEST_POSTGRES"));
  return *database;
}

using Open = store::Database& (*)();

void prove_all(benchmark::State& state, Open open) {
  auto& database = open();
  std::int64_t rows = 0;
  for (auto _ : state) {
    const auto proof = must(store::verify_audit(database));
    if (!proof.whole()) state.SkipWithError("the trail is broken");
    rows = proof.rows;
  }
  state.counters["rows"] = static_cast<double>(rows);
}

void one_row(benchmark::State& state, Open open) {
  auto& database = open();
  static const auto service = platform::random_id<domain::OrganisationId>();
  for (auto _ : state)
    must(database.write([&](store::Transaction& transaction) {
      return store::append_audit(transaction, a_read(service));
    }));
}

// Four at once to one chain: rows a second, each durable before the next of its writer.
void four_writers(benchmark::State& state, Open open) {
  auto& database = open();
  const auto service = platform::random_id<domain::OrganisationId>();
  constexpr int each = 250;
  for (auto _ : state) {
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 4; ++writer)
      writers.emplace_back([&] {
        for (int i = 0; i < each; ++i)
          must(database.write([&](store::Transaction& transaction) {
            return store::append_audit(transaction, a_read(service));
          }));
      });
  }
  state.SetItemsProcessed(state.iterations() * 4 * each);
}

BENCHMARK_CAPTURE(prove_all, sqlite, on_sqlite)->Unit(benchmark::kSecond)->UseRealTime();
BENCHMARK_CAPTURE(one_row, sqlite, on_sqlite)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK_CAPTURE(four_writers, sqlite, on_sqlite)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

int main(int count, char** arguments) {
  if (std::getenv("NORTHLIGHT_TEST_POSTGRES") != nullptr) {
    benchmark::RegisterBenchmark("prove_all/postgres", prove_all, on_postgres)
        ->Unit(benchmark::kSecond)
        ->UseRealTime();
    benchmark::RegisterBenchmark("one_row/postgres", one_row, on_postgres)
        ->Unit(benchmark::kMicrosecond)
        ->UseRealTime();
    benchmark::RegisterBenchmark("four_writers/postgres", four_writers, on_postgres)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  }
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

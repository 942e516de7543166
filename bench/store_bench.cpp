// How fast the store answers: tools/private_postgres build/release/bench/store_bench measures both
// engines, without it SQLite alone. NORTHLIGHT_POSTGRES_DURABLE=1 lets PostgreSQL flush its log.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "store/migrate.hpp"
#include "store/read_migrations.hpp"
#include "store/sql_library.hpp"
#include "testing/an_inspection.hpp"

using namespace northlight;

namespace {

namespace fs = std::filesystem;

template <typename T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "store_bench: %s %s\n", result.error().message.c_str(),
               result.error().where.c_str());
  std::exit(1);
}

// A full report: 13 standards, 21 key questions, 40 items, 30 figures, 650 lines of text.
domain::PublishedInspection full_report() {
  auto facts = testing::an_inspection();
  const auto first = facts.standards.front();
  facts.standards.clear();
  for (int i = 0; i < 13; ++i) {
    auto standard = first;
    standard.id = std::to_string(i / 4 + 1) + "." + std::to_string(i % 4 + 1);
    if (i >= 7) standard.key_questions.clear();
    facts.standards.push_back(std::move(standard));
  }
  const auto figure = facts.context.front();
  facts.context.assign(30, figure);
  facts.text.assign(650,
                    "A line of an invented report, about as long as such lines are when printed.");
  return facts;
}

std::unique_ptr<store::Database> filled(const std::string& url) {
  auto database = must(store::Database::open(url));
  must(store::migrate(*database, must(store::read_migrations(NORTHLIGHT_SOURCE_DIR "/schema"))));
  must(database->write([](store::Transaction& transaction) {
    return transaction.run_as_is(
        "create table bench_write (id text not null primary key, n bigint)");
  }));
  store::SqlLibrary library(*database);
  std::vector<domain::PublishedInspection> all{full_report()};
  for (int i = 0; i < 150; ++i)
    all.push_back(testing::a_table_row("Place " + std::to_string(i),
                                       "20" + std::to_string(20 + i % 5) + "-03-02"));
  must(library.put_all(all));
  return database;
}

store::Database& on_sqlite() {
  static const auto folder =
      fs::temp_directory_path() / ("northlight-bench-" + std::to_string(::getpid()));
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

void point_read(benchmark::State& state, Open open) {
  auto& database = open();
  for (auto _ : state) {
    auto name = must(database.read([](store::Session& session) {
      return session.value<std::string>("select name from service where slug = :slug",
                                        {{"slug", "elmbridge-vale"}});
    }));
    benchmark::DoNotOptimize(name);
  }
}

void whole_inspection(benchmark::State& state, Open open) {
  store::SqlLibrary library(open());
  for (auto _ : state) {
    auto kept = must(library.inspection("elmbridge-vale-2024-09"));
    benchmark::DoNotOptimize(kept);
  }
}

void first_page(benchmark::State& state, Open open) {
  store::SqlLibrary library(open());
  for (auto _ : state) {
    auto listed =
        must(library.inspections({.ratings = {"Good"}}, store::InspectionSort::NewestFirst, {}));
    benchmark::DoNotOptimize(listed);
  }
}

void search_by_name(benchmark::State& state, Open open) {
  store::SqlLibrary library(open());
  for (auto _ : state) {
    auto listed = must(library.services({.text = "elmbrige"}, store::ServiceSort::BestMatch, {}));
    benchmark::DoNotOptimize(listed);
  }
}

// Durable changes, from as many threads at once as the benchmark has.
void change(benchmark::State& state, Open open) {
  auto& database = open();
  static std::atomic<std::int64_t> next{0};
  for (auto _ : state) {
    const auto n = ++next;
    const auto id = std::to_string(n);
    must(database.write([&](store::Transaction& transaction) {
      return transaction.run("insert into bench_write (id, n) values (:id, :n)",
                             {{"id", id}, {"n", n}});
    }));
  }
  state.SetItemsProcessed(state.iterations());
}

void add_all(const std::string& engine, Open open) {
  using benchmark::RegisterBenchmark;
  const auto name = [&](const char* what) { return engine + "/" + what; };
  RegisterBenchmark(name("point_read").c_str(), point_read, open)->Unit(benchmark::kMicrosecond);
  RegisterBenchmark(name("whole_inspection").c_str(), whole_inspection, open)
      ->Unit(benchmark::kMicrosecond);
  RegisterBenchmark(name("first_page").c_str(), first_page, open)->Unit(benchmark::kMicrosecond);
  RegisterBenchmark(name("search_by_name").c_str(), search_by_name, open)
      ->Unit(benchmark::kMicrosecond);
  for (const int threads : {1, 4, 16, 64})
    RegisterBenchmark(name("change").c_str(), change, open)->Threads(threads)->UseRealTime();
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  on_sqlite();
  add_all("sqlite", on_sqlite);
  if (std::getenv("NORTHLIGHT_TEST_POSTGRES") != nullptr) {
    on_postgres();
    add_all("postgresql", on_postgres);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

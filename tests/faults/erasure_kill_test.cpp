#include <doctest/doctest.h>

#include <random>
#include <set>

#include "casework/records.hpp"
#include "casework/retention.hpp"
#include "domain/read_retention.hpp"
#include "forms/small_form.hpp"
#include "store/erasure.hpp"
#include "store/erasure_rest.hpp"
#include "store/verify_audit.hpp"
#include "tests/access/a_service.hpp"
#include "tests/faults/killed_program.hpp"
#include "tests/store/granted.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

namespace fs = std::filesystem;

constexpr int files_a_round = 4;

template <typename T>
T ok(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message + " " + result.error().where);
  return *std::move(result);
}

/// Files that two people want erased, while the program that does it is killed again and again.
class Ordeal {
 public:
  explicit Ordeal(store::Engine engine) : service_(engine) {
    ok(platform::SigningKey::make(folder_.path() / "key"));
    manager_ = service_.person("practice-manager", "North");
    head_ = service_.person("head-of-service", "North");
  }

  void round(int number, const KillAfter& after) {
    std::vector<std::string> command{NORTHLIGHT_ERASER,         service_.fresh->url(),
                                     ledger().string(),         (folder_.path() / "key").string(),
                                     uploads().path().string(), head_->text()};
    for (int i = 0; i < files_a_round; ++i) {
      const auto file = add_file(number * files_a_round + i);
      files_.push_back(file);
      command.push_back(file.text());
    }
    for (const auto& line : said_before_killed(command, after)) {
      REQUIRE(line.starts_with("erased "));
      const auto file = line.substr(7);
      answered_.insert(file);
      // What was answered for is done, wherever the kill fell.
      CHECK_FALSE(fs::exists(uploads().place_of(upload_of_.at(file))));
    }
  }

  void check() {
    const auto key = ok(platform::SigningKey::read(folder_.path() / "key"));
    store::ErasureRest rest(*service_.database, {ledger(), key}, uploads());
    REQUIRE(rest.finish(service_.now));
    std::set<std::string> in_ledger;
    for (const auto& line : ok(store::read_ledger(ledger())))
      in_ledger.insert(line.erasure.file.text());
    std::size_t whole = 0;
    std::size_t gone = 0;
    for (const auto& file : files_) {
      const auto rows = counts_of(file);
      const bool erased = rows.front() == 0;
      for (const auto count : rows) CHECK((count == 0) == erased);
      CHECK(lines_about(file) == (erased ? 1 : 0));
      CHECK(in_ledger.contains(file.text()) == erased);
      CHECK(fs::exists(uploads().place_of(upload_of_.at(file.text()))) != erased);
      if (answered_.contains(file.text())) CHECK(erased);
      ++(erased ? gone : whole);
    }
    CHECK(service_.database
              ->read([](store::Session& session) { return store::verify_audit(session); })
              ->whole());
    CHECK(rest.not_done_here()->empty());
    MESSAGE(kill_rounds() << " kills: " << gone << " files erased, " << answered_.size()
                          << " answered for, " << whole << " whole");
  }

 private:
  fs::path ledger() const { return folder_.path() / "ledger"; }
  store::UploadFolder uploads() const { return store::UploadFolder(folder_.path() / "uploads"); }

  domain::FileId add_file(int number) {
    const auto file = service_.child("Egret", "North", manager_);
    const auto asker = service_.asker(*manager_);
    const forms::Forms forms{{forms::small_form()}};
    const store::Archive archive{forms, keys_};
    ok(casework::begin_record(*service_.gate, archive, asker, file, forms::FormCode{"small"}));
    const auto content = "%PDF-1.4 letter " + std::to_string(number);
    service_.write([&](store::Transaction& transaction) -> Status {
      NL_TRY(hash, store::keep_upload(transaction,
                                      store::GrantForTests::of(file, *manager_, service_.now),
                                      uploads(), domain::UploadKind::Pdf, content));
      upload_of_[file.text()] = hash;
      return done();
    });
    ok(casework::close_case(*service_.gate, service_.asker(*head_), file, service_.case_of(file),
                            day("2026-11-23")));
    const auto rules = ok(domain::read_retention(NORTHLIGHT_SOURCE_DIR "/policy/retention.toml"));
    ok(casework::decide_retention(*service_.gate, rules, asker, file,
                                  {.kind = store::DecisionKind::Erase,
                                   .ground = "never-due",
                                   .reason = "Opened by mistake"}));
    return file;
  }

  std::vector<std::int64_t> counts_of(domain::FileId file) {
    std::vector<std::int64_t> counts;
    for (const auto* const table : {"child", "record", "upload", "child_case", "child_name_key",
                                    "file_key", "sight", "allocation", "retention_decision"})
      counts.push_back(ok(service_.database->read([&](store::Session& session) {
        return session.value<std::int64_t>(
            std::string("select count(*) from ") + table + " where file_id = :file",
            {{"file", file.text()}});
      })));
    return counts;
  }

  std::int64_t lines_about(domain::FileId file) {
    return ok(service_.database->read([&](store::Session& session) {
      return session.value<std::int64_t>(
          "select count(*) from audit_entry where file_id = :file and operation = 'erasure' and "
          "outcome = 'allowed'",
          {{"file", file.text()}});
    }));
  }

  AService service_;
  TemporaryFolder folder_{};
  platform::Keys keys_ = platform::Keys::for_this_run();
  std::optional<domain::PersonId> manager_{};
  std::optional<domain::PersonId> head_{};
  std::vector<domain::FileId> files_{};
  std::set<std::string> answered_{};
  std::map<std::string, std::string> upload_of_{};
};

void endure(store::Engine engine) {
  Ordeal ordeal(engine);
  std::minstd_rand dice(20261122);
  for (int number = 0; number < kill_rounds(); ++number)
    ordeal.round(number, {dice() % files_a_round, std::chrono::microseconds(dice() % 12'000)});
  ordeal.check();
}

}  // namespace

TEST_CASE("on SQLite a kill during an erasure leaves all of a file or nothing of it") {
  endure(store::Engine::Sqlite);
}

TEST_CASE("on PostgreSQL a kill during an erasure leaves all of a file or nothing of it") {
  for (const auto engine : engines())
    if (engine == store::Engine::Postgres) endure(engine);
}

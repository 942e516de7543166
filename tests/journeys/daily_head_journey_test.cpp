#include <doctest/doctest.h>

#include <algorithm>
#include <future>

#include "cli/daily_head.hpp"
#include "platform/log.hpp"
#include "platform/random.hpp"
#include "store/audit_log.hpp"
#include "store/verify_audit.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"
#include "web/metrics.hpp"

// The server proves and signs the trail once a day; the auditor of a service takes the proof away.
using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

/// A service with a trail, beside another service with one.
struct Setting {
  Setting() {
    REQUIRE(site.database().write([&](store::Transaction& transaction) {
      return store::append_audit(transaction, {.service = elsewhere,
                                               .at = now(),
                                               .role = "practitioner",
                                               .action = "find-file",
                                               .source = "192.0.2.7",
                                               .request = "r1"});
    }));
    REQUIRE(auditor.sign_in(site.people().holder_of("Auditor of the log")).status == 200);
  }
  platform::Instant now() { return site.people().clock.now(); }

  /// As somebody who owns the database: past the triggers.
  void tamper() {
    REQUIRE(site.database().write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run_as_is(site.engine() == store::Engine::Postgres
                                         ? "alter table audit_entry disable trigger all"
                                         : "drop trigger audit_entry_not_changed"));
      return transaction.run_as_is("update audit_entry set role = 'x' where number = 1");
    }));
  }

  SiteUnderTest site{{}, SignInThere::Yes};
  Visit auditor{site};
  domain::OrganisationId elsewhere = platform::random_id<domain::OrganisationId>();
  platform::SigningKey key = platform::SigningKey::for_this_run();
  std::vector<std::string> logged{};
  platform::Log log =
      platform::Log::to([this](std::string_view line) { logged.emplace_back(line); });
  std::vector<platform::Instant> told{};
  std::vector<std::size_t> faults{};
  cli::HeadOfDay head{site.database(), key, log,
                      cli::HeadsTold{[this](platform::Instant at) { told.push_back(at); },
                                     [this](std::size_t count) { faults.push_back(count); }}};
};

}  // namespace

TEST_CASE("the trail is signed once a day, and the auditor takes away the proof of their own") {
  Setting setting;
  CHECK(setting.auditor.get("/audit/heads").shows("Nothing has been signed yet"));
  REQUIRE(setting.head.look(setting.now()));
  REQUIRE(setting.head.look(setting.now() + 5min));
  CHECK(setting.told == std::vector{setting.now()});
  CHECK(setting.auditor.get("/audit/heads").shows("5 January 2026"));

  const auto proof = setting.auditor.get("/audit/heads/2026-01-05");
  REQUIRE(proof.status == 200);
  CHECK_FALSE(proof.shows(setting.elsewhere.text()));
  const auto head = store::read_audit_head(proof.body, setting.key.public_key());
  REQUIRE(head);
  CHECK(head->chains.size() > 1);
  CHECK(std::ranges::count_if(head->chains, [](const auto& one) { return !one.is_hidden(); }) == 1);
  // What was done since goes on from it.
  setting.auditor.get("/audit");
  CHECK(store::verify_audit(setting.site.database(), *head)->whole());

  setting.site.people().clock.go_on(24h);
  REQUIRE(setting.head.look(setting.now()));
  CHECK(setting.told.size() == 2);
  // Another look by a server that starts anew makes none, and knows when the last was made.
  std::vector<platform::Instant> again;
  cli::HeadOfDay anew(setting.site.database(), setting.key, setting.log,
                      {.signed_at = [&](platform::Instant at) { again.push_back(at); }});
  REQUIRE(anew.look(setting.now() + 1h));
  CHECK(again == std::vector{setting.now()});
  CHECK(setting.logged.empty());
}

TEST_CASE("a trail that was tampered with is not signed, and the log says so") {
  Setting setting;
  setting.tamper();
  CHECK_FALSE(setting.head.look(setting.now()));
  CHECK(setting.told.empty());
  REQUIRE(setting.logged.size() == 1);
  CHECK(setting.logged[0].find("The audit trail is broken") != std::string::npos);
  CHECK(setting.auditor.get("/audit/heads").shows("Nothing has been signed yet"));
}

TEST_CASE("a server signs the day's head as soon as it starts") {
  Setting setting;
  std::promise<platform::Instant> made;
  const cli::DailyHead server(setting.site.database(), setting.key, setting.site.people().clock,
                              setting.log,
                              {.signed_at = [&](platform::Instant at) { made.set_value(at); }});
  CHECK(made.get_future().get() == setting.now());
}

TEST_CASE("a head that somebody else put there stops nothing, and the log and the figures say so") {
  Setting setting;
  const auto theirs = platform::SigningKey::for_this_run();
  REQUIRE(setting.site.database().write([&](store::Transaction& transaction) -> Status {
    NL_TRY(head, store::audit_head(transaction, theirs, setting.now() + 24h * 9'000));
    NL_CHECK(
        transaction.run("insert into audit_signed_head (day, document) values (:day, :document)",
                        {{"day", head.day}, {"document", store::as_json(head).text()}}));
    return done();
  }));
  REQUIRE(setting.head.look(setting.now()));
  CHECK(setting.told == std::vector{setting.now()});
  CHECK(setting.faults == std::vector<std::size_t>{1});
  REQUIRE(setting.logged.size() == 1);
  CHECK(setting.logged[0].find("a day that has not come") != std::string::npos);
  const auto shown = setting.auditor.get("/audit/heads");
  CHECK(shown.shows("5 January 2026"));
  CHECK_FALSE(shown.shows("2050"));
  web::Metrics metrics;
  metrics.note_head_faults(setting.faults.back());
  CHECK(metrics.text({}).find("northlight_audit_head_faults 1") != std::string::npos);
}

#include <doctest/doctest.h>

#include "store/sealed_columns.hpp"
#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

TEST_CASE("after a key is added all is sealed again, and opens without the old key") {
  for (const auto engine : engines()) {
    AService service(engine);
    const TemporaryFolder folder;
    const auto file = folder.path() / "keys";
    const auto before = must(platform::Keys::make(file, service.now));
    must(service.database->write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(accounts::set_one_time_seed(transaction, before, service.morgan, service.seed,
                                           service.now));
      return store::offer_seed(
          transaction, service.morgan,
          before.seal("one_time_code:offered_seed:" + service.morgan.text(), service.seed),
          service.now);
    }));
    accounts::Sessions sessions(*service.database, before);
    must(sessions.keep_form(service.morgan, "what was typed", service.now));

    const auto after = must(platform::Keys::rotate(file, service.now));
    const auto again = [&] {
      return must(service.database->write(
          [&](store::Transaction& transaction) { return store::seal_again(transaction, after); }));
    };
    CHECK(again() == 3);
    CHECK(again() == 0);
    const auto account = must(service.database->read([&](store::Session& session) {
      return store::find_account(session, service.morgan, platform::day_in_london(service.now));
    }));
    REQUIRE(account);
    CHECK(after.is_sealed_by_newest(*account->sealed_seed));
    CHECK(must(after.open("one_time_code:seed:" + service.morgan.text(), *account->sealed_seed)) ==
          service.seed);
    CHECK_FALSE(before.open("one_time_code:seed:" + service.morgan.text(), *account->sealed_seed)
                    .has_value());
    accounts::Sessions now(*service.database, after);
    const auto kept = must(now.kept_forms(service.morgan, service.now));
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().content == "what was typed");
  }
}

TEST_CASE("with keys of another installation nothing is sealed again and nothing is lost") {
  AService service(store::Engine::Sqlite);
  service.give_second_factor();
  const auto others = platform::Keys::for_this_run();
  CHECK_FALSE(service.database
                  ->write([&](store::Transaction& transaction) {
                    return store::seal_again(transaction, others);
                  })
                  .has_value());
  const auto step = service.after_password();
  CHECK(std::holds_alternative<accounts::NewSession>(
      must(service.sign_in.with_code(step, service.code(), service.from()))));
}

#include <doctest/doctest.h>

#include "store/provider_accounts.hpp"
#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;
using accounts::NewSession;
using accounts::NotRight;
using accounts::TryLater;

namespace {

accounts::SignInOutcome try_password(AService& service, const std::string& name,
                                     const std::string& password,
                                     const std::string& address = "203.0.113.9") {
  return must(service.sign_in.with_password(name, password, service.from(address)));
}

template <typename T>
bool is(const accounts::SignInOutcome& outcome) {
  return std::holds_alternative<T>(outcome);
}

}  // namespace

TEST_CASE("the right password begins the step after it, which is no session yet") {
  for (const auto engine : engines()) {
    AService service(engine);
    const auto outcome = try_password(service, AService::sign_in_name, AService::password);
    REQUIRE(is<NewSession>(outcome));
    const auto& step = std::get<NewSession>(outcome);
    CHECK(step.stage == store::SignInStage::SecondFactorSetUp);
    CHECK(step.token.size() == 43);
    CHECK_FALSE(must(service.sessions.find(step.token, service.from())));
    CHECK(service.on_trail("password", "allowed") == 1);
    CHECK(service.on_trail("sign-in", "allowed") == 0);
  }
}

TEST_CASE("the sign-in name is taken in any case and with spaces around it") {
  AService service(store::Engine::Sqlite);
  CHECK(is<NewSession>(try_password(service, "  Morgan@Hollowbeck.Example ", AService::password)));
}

TEST_CASE("a wrong password and an unknown name are answered alike, and both are on the trail") {
  for (const auto engine : engines()) {
    AService service(engine);
    CHECK(is<NotRight>(try_password(service, AService::sign_in_name, "heron weir tangled")));
    CHECK(is<NotRight>(try_password(service, "nobody@hollowbeck.example", AService::password)));
    CHECK(service.on_trail("password", "denied") == 2);
  }
}

TEST_CASE("a name that nobody has costs the work that a wrong password costs") {
  AService service(store::Engine::Sqlite);
  std::vector<std::string> against;
  platform::PasswordHasher counted(
      {.at_once = 1, .cost = platform::HashCost::Least, .before_each = [&](std::string_view hash) {
         against.emplace_back(hash);
       }});
  accounts::SignIn sign_in(*service.database, service.keys, counted, service.common);
  const auto work_of = [&](const std::string& name) {
    against.clear();
    CHECK(is<NotRight>(must(sign_in.with_password(name, "wrong", service.from()))));
    REQUIRE(against.size() == 1);  // Looked at on the hashing threads, once and no more.
    // With a real hash of this cost: with any other the work would be less, or none.
    CHECK(against.front().starts_with("$argon2id$"));
    CHECK_FALSE(counted.is_outdated(against.front()));
    return against.front();
  };
  const auto known = work_of(AService::sign_in_name);
  const auto nobody = work_of("nobody@hollowbeck.example");
  CHECK(known != nobody);
  service.run("update person set left_on = '2026-06-09'");
  CHECK(work_of(AService::sign_in_name) == nobody);
  service.run("update person set left_on = null");
  service.run("delete from credential");
  CHECK(work_of(AService::sign_in_name) == nobody);
}

TEST_CASE("what is no name or no password is wrong, and does no work") {
  AService service(store::Engine::Sqlite);
  for (const auto& name :
       {std::string(), std::string(5'000, 'a'), std::string("\xff\xfe"), std::string("a\0b", 3)})
    CHECK(is<NotRight>(try_password(service, name, AService::password)));
  CHECK(is<NotRight>(try_password(service, AService::sign_in_name, std::string(5'000, 'a'))));
}

TEST_CASE("who has left, has not joined yet or has no password is nobody to sign in") {
  for (const auto* change :
       {"update person set left_on = '2026-06-09'", "update person set joined_on = '2026-06-11'",
        "delete from credential", "update person set kind = 'link'"}) {
    AService service(store::Engine::Sqlite);
    service.run(change);
    CHECK(is<NotRight>(try_password(service, AService::sign_in_name, AService::password)));
  }
  AService last_day(store::Engine::Sqlite);
  last_day.run("update person set left_on = '2026-06-10'");
  CHECK(is<NewSession>(try_password(last_day, AService::sign_in_name, AService::password)));
}

TEST_CASE("after five wrong tries an account must wait, from wherever, and the right one too") {
  for (const auto engine : engines()) {
    AService service(engine);
    for (int i = 0; i < 5; ++i)
      CHECK(is<NotRight>(try_password(service, AService::sign_in_name, "wrong",
                                      "203.0.113." + std::to_string(i))));
    const auto later =
        try_password(service, AService::sign_in_name, AService::password, "198.51.100.1");
    REQUIRE(is<TryLater>(later));
    CHECK(std::get<TryLater>(later).wait == 30s);
    service.now += 30s;
    CHECK(is<NewSession>(try_password(service, AService::sign_in_name, AService::password)));
    CHECK(is<NotRight>(try_password(service, AService::sign_in_name, "wrong")));
  }
}

TEST_CASE("an account that does not exist must wait just as one that does") {
  AService service(store::Engine::Sqlite);
  for (int i = 0; i < 5; ++i) try_password(service, "nobody@hollowbeck.example", "wrong");
  CHECK(is<TryLater>(try_password(service, "nobody@hollowbeck.example", "wrong")));
}

TEST_CASE("an address that guesses at many accounts must wait, and others need not") {
  AService service(store::Engine::Sqlite);
  for (int i = 0; i < 30; ++i)
    CHECK(is<NotRight>(
        try_password(service, "p" + std::to_string(i) + "@hollowbeck.example", "wrong")));
  CHECK(is<TryLater>(try_password(service, AService::sign_in_name, AService::password)));
  CHECK(is<NewSession>(
      try_password(service, AService::sign_in_name, AService::password, "198.51.100.1")));
}

TEST_CASE("signing in rightly again and again slows nobody down") {
  AService service(store::Engine::Sqlite);
  for (int i = 0; i < 40; ++i)
    CHECK(is<NewSession>(try_password(service, AService::sign_in_name, AService::password)));
}

TEST_CASE("a set-up link gives a password once, and not after its end") {
  for (const auto engine : engines()) {
    AService service(engine);
    const auto link = must(service.database->write([&](store::Transaction& transaction) {
      return accounts::make_setup_link(transaction, service.keys, service.morgan, service.now);
    }));
    CHECK(service.sign_in.check_set_up_link(link, service.now));
    CHECK_FALSE(service.sign_in.check_set_up_link(link, service.now + 72h).has_value());
    CHECK_FALSE(service.sign_in.check_set_up_link(link + "x", service.now).has_value());

    const auto short_one = service.sign_in.set_up(link, "too short", service.from());
    REQUIRE_FALSE(short_one);
    CHECK(short_one.error().code == ErrorCode::Invalid);
    const auto step = must(service.sign_in.set_up(link, "otter on the towpath", service.from()));
    CHECK(step.stage == store::SignInStage::SecondFactorSetUp);
    CHECK(service.sign_in.set_up(link, "badger by the lock", service.from()).error().code ==
          ErrorCode::NotFound);
    CHECK(is<NewSession>(try_password(service, AService::sign_in_name, "otter on the towpath")));
    CHECK(is<NotRight>(try_password(service, AService::sign_in_name, AService::password)));
    CHECK(service.on_trail("set-up-link", "allowed") == 1);
  }
}

TEST_CASE("a newer set-up link ends the one before it, and a link that was used stays used") {
  AService service(store::Engine::Sqlite);
  const auto make = [&] {
    return must(service.database->write([&](store::Transaction& transaction) {
      return accounts::make_setup_link(transaction, service.keys, service.morgan, service.now);
    }));
  };
  const auto first = make();
  const auto second = make();
  CHECK_FALSE(service.sign_in.check_set_up_link(first, service.now).has_value());
  CHECK(service.sign_in.set_up(second, "otter on the towpath", service.from()));
  make();
  CHECK_FALSE(service.sign_in.check_set_up_link(second, service.now).has_value());
}

TEST_CASE("changing the password asks for the present one and ends the other sessions") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto other = service.signed_in();
    const auto mine = service.signed_in();
    const auto held = must(service.sessions.find(mine, service.from()));
    REQUIRE(held);

    CHECK_FALSE(must(service.sign_in.change_password(service.morgan, held->id, "wrong",
                                                     "otter on the towpath", service.from()))
                    .is_right);
    const auto own_name = service.sign_in.change_password(
        service.morgan, held->id, AService::password, "morgan123456", service.from());
    REQUIRE_FALSE(own_name);
    CHECK(own_name.error().where == "password");
    CHECK_FALSE(service.sign_in
                    .change_password(service.morgan, held->id, AService::password,
                                     AService::password, service.from())
                    .has_value());
    CHECK(must(service.sign_in.change_password(service.morgan, held->id, AService::password,
                                               "otter on the towpath", service.from()))
              .is_right);
    CHECK(must(service.sessions.find(mine, service.from()))->is_live);
    CHECK_FALSE(must(service.sessions.find(other, service.from()))->is_live);
    CHECK(service.on_trail("password-changed", "allowed") == 1);
    CHECK(is<NewSession>(try_password(service, AService::sign_in_name, "otter on the towpath")));
  }
}

TEST_CASE(
    "an account elsewhere lets nobody in once the account is set up anew, or its factor reset") {
  for (const auto engine : engines()) {
    AService service(engine);
    const auto connect = [&] {
      must(service.database->write([&](store::Transaction& transaction) {
        return store::connect_provider_account(transaction, {"https://council.example", "a-hash"},
                                               service.morgan, store::ConnectedBy::TheirAccountPage,
                                               service.now);
      }));
    };
    const auto connected = [&] {
      return must(service.database->read([&](store::Session& session) {
               return store::providers_connected_with(session, service.morgan);
             }))
          .size();
    };
    connect();
    const auto link = must(service.database->write([&](store::Transaction& transaction) {
      return accounts::make_setup_link(transaction, service.keys, service.morgan, service.now);
    }));
    CHECK(connected() == 1);
    must(service.sign_in.set_up(link, "otter mill lantern", service.from()));
    CHECK(connected() == 0);
    CHECK(service.on_trail("provider-disconnected", "allowed") == 1);
    connect();
    must(service.database->write([&](store::Transaction& transaction) {
      return store::forget_second_factor(transaction, service.morgan);
    }));
    CHECK(connected() == 0);
  }
}

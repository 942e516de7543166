#include <doctest/doctest.h>

#include "accounts/personal_link.hpp"
#include "platform/random.hpp"
#include "store/personal_links.hpp"
#include "tests/sign_in/a_service.hpp"
#include "tests/store/granted.hpp"

// A password is looked at outside any transaction, for that takes long; what is done by it must
// hold at the moment when it is done.
using namespace northlight;
using namespace northlight::testing;
using accounts::NewSession;
using accounts::NotRight;

namespace {

constexpr const char* chosen = "otter mill lantern";

/// Something happens each time that a password is looked at or made.
struct Meanwhile {
  explicit Meanwhile(store::Engine engine) : service(engine) {}

  void put_password(const std::string& password, platform::PasswordHasher& by) {
    const auto hash = must(by.hash(password));
    must(service.database->write([&](store::Transaction& transaction) {
      return accounts::set_password(transaction, service.morgan, hash, service.now);
    }));
  }
  std::int64_t sessions() {
    return must(service.database->read([&](store::Session& session) {
      return session.value<std::int64_t>("select count(*) from sign_in_session");
    }));
  }
  bool is_password(const std::string& password) {
    return std::holds_alternative<NewSession>(must(service.sign_in.with_password(
        AService::sign_in_name, password, service.from("192.0.2.8"))));
  }

  AService service;
  std::function<void()> happens{};
  platform::PasswordHasher slow{
      {.at_once = 2, .most_waiting = 100, .cost = platform::HashCost::Least, .before_each = [this](std::string_view) {
         if (auto once = std::exchange(happens, {})) once();
       }}};
  accounts::SignIn sign_in{*service.database, service.keys, slow, service.common};
};

/// With the words "blue otter", to somebody new.
std::string link_of(AService& service, domain::PersonId child) {
  const auto agreed = must(service.sign_in.hash_of_words("blue otter"));
  const auto file = platform::random_id<domain::FileId>();
  return must(service.database->write([&](store::Transaction& transaction) -> Result<std::string> {
    const auto at = platform::iso(service.now);
    NL_CHECK(
        transaction.run("insert into person (id, kind, name, added_at, joined_on) values "
                        "(:id, 'link', 'Wren', :at, '2026-01-05')",
                        {{"id", child.text()}, {"at", at}}));
    NL_CHECK(
        transaction.run("insert into file (id, service_id, kind, opened_at, restricted, held) "
                        "select :id, id, 'child', :at, :no, :no from organisation",
                        {{"id", file.text()}, {"at", at}, {"no", false}}));
    return accounts::make_personal_link(transaction,
                                        store::GrantForTests::of(file, service.morgan, service.now),
                                        service.keys, child, agreed, {}, std::chrono::hours(24));
  }));
}

}  // namespace

TEST_CASE(
    "who signs in by a password that was changed meanwhile is refused, and it stays changed") {
  for (const auto engine : engines()) {
    for (const bool outdated : {false, true}) {
      CAPTURE(outdated);
      Meanwhile meanwhile(engine);
      platform::PasswordHasher dear{{.at_once = 1, .most_waiting = 1}};
      if (outdated) meanwhile.put_password(AService::password, dear);
      meanwhile.happens = [&] { meanwhile.put_password(chosen, meanwhile.service.hasher); };
      const auto outcome = must(meanwhile.sign_in.with_password(
          AService::sign_in_name, AService::password, meanwhile.service.from()));
      CHECK(std::holds_alternative<NotRight>(outcome));
      CHECK(meanwhile.sessions() == 0);
      CHECK(meanwhile.service.on_trail("password", "denied") == 1);
      CHECK_FALSE(meanwhile.is_password(AService::password));
      CHECK(meanwhile.is_password(chosen));
    }
  }
}

TEST_CASE("a password that was only hashed anew meanwhile still lets its owner in") {
  for (const auto engine : engines()) {
    Meanwhile meanwhile(engine);
    meanwhile.happens = [&] {
      meanwhile.put_password(AService::password, meanwhile.service.hasher);
    };
    CHECK(std::holds_alternative<NewSession>(must(meanwhile.sign_in.with_password(
        AService::sign_in_name, AService::password, meanwhile.service.from()))));
  }
}

TEST_CASE("who left while their password was looked at does not come in") {
  for (const auto engine : engines()) {
    Meanwhile meanwhile(engine);
    meanwhile.happens = [&] { meanwhile.service.run("update person set left_on = '2026-06-09'"); };
    CHECK(std::holds_alternative<NotRight>(must(meanwhile.sign_in.with_password(
        AService::sign_in_name, AService::password, meanwhile.service.from()))));
    CHECK(meanwhile.sessions() == 0);
  }
}

TEST_CASE("a password that was changed meanwhile changes no password and confirms nothing") {
  for (const auto engine : engines()) {
    Meanwhile meanwhile(engine);
    auto& service = meanwhile.service;
    const auto change = [&] { meanwhile.put_password(chosen, service.hasher); };
    const auto session = platform::random_id<store::SignInSessionId>();
    // While the new one is made: the present one has been looked at.
    meanwhile.happens = [&] { meanwhile.happens = change; };
    CHECK_FALSE(must(meanwhile.sign_in.change_password(service.morgan, session, AService::password,
                                                       "a third one of theirs", service.from()))
                    .is_right);
    CHECK(meanwhile.is_password(chosen));
    meanwhile.happens = [&] { meanwhile.put_password(AService::password, service.hasher); };
    CHECK_FALSE(
        must(meanwhile.sign_in.check_password(service.morgan, chosen, service.from())).is_right);
  }
}

TEST_CASE("nobody who is turned away by a busy machine has tried a wrong password") {
  AService service(store::Engine::Sqlite);
  platform::PasswordHasher busy{
      {.at_once = 0, .most_waiting = 0, .cost = platform::HashCost::Least}};
  accounts::SignIn sign_in{*service.database, service.keys, busy, service.common};
  for (int i = 0; i < 8; ++i) {
    const auto checked = sign_in.check_password(service.morgan, AService::password, service.from());
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::Unavailable);
  }
  const auto checked =
      must(service.sign_in.check_password(service.morgan, AService::password, service.from()));
  CHECK(checked.is_right);
}

TEST_CASE("words that were chosen while the agreed ones were looked at let nobody else in") {
  for (const auto engine : engines()) {
    Meanwhile meanwhile(engine);
    auto& service = meanwhile.service;
    const auto own = must(service.sign_in.hash_of_words("a kite in june"));
    const auto child = platform::random_id<domain::PersonId>();
    const auto link = link_of(service, child);
    const auto choose = [&] {
      must(service.database->write([&](store::Transaction& transaction) -> Status {
        NL_CHECK(store::set_up_personal_link(transaction, child, service.now));
        return accounts::set_password(transaction, child, own, service.now);
      }));
    };
    meanwhile.happens = choose;
    CHECK(std::holds_alternative<NotRight>(
        must(meanwhile.sign_in.with_personal_link(link, "blue otter", service.from()))));
    CHECK(meanwhile.sessions() == 0);
    CHECK(std::holds_alternative<NewSession>(
        must(meanwhile.sign_in.with_personal_link(link, "a kite in june", service.from()))));
  }
}

TEST_CASE("a child who comes in by choosing words has signed in, as the trail says") {
  for (const auto engine : engines()) {
    AService service(engine);
    const auto link = link_of(service, platform::random_id<domain::PersonId>());
    const auto agreed =
        must(service.sign_in.with_personal_link(link, "blue otter", service.from()));
    REQUIRE(std::holds_alternative<accounts::ChooseWords>(agreed));
    CHECK(service.on_trail("sign-in", "allowed") == 0);
    CHECK(std::holds_alternative<NewSession>(must(service.sign_in.choose_words(
        link, std::get<accounts::ChooseWords>(agreed).ticket, "a kite in june", service.from()))));
    CHECK(service.on_trail("words-chosen", "allowed") == 1);
    CHECK(service.on_trail("sign-in", "allowed") == 1);
  }
}

#include <doctest/doctest.h>

#include "platform/random.hpp"
#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

/// A session of Morgan's, and what its browser may ask for.
struct Browser {
  explicit Browser(AService& at) : service(at), held(begin(at)) {}

  accounts::DraftKeyShown key() {
    return must(service.sessions.draft_key(service.morgan, held.id, service.now));
  }
  std::optional<accounts::DraftKeyShown> take_up(const accounts::DraftKeyShown& of) {
    return must(service.sessions.take_up_draft_key(service.morgan, held.id, of.id, service.now));
  }
  void sign_out() { must(service.sessions.end(held.asker, held.id)); }

  AService& service;
  accounts::SessionHeld held;

 private:
  static accounts::SessionHeld begin(AService& at) {
    at.now += 1min;  // Another code.
    return *must(at.sessions.find(at.signed_in(), at.from()));
  }
};

template <typename Test>
void on_each_engine(Test test) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    AService service(engine);
    service.give_second_factor();
    test(service);
  }
}

}  // namespace

TEST_CASE("a session has one key for what its browser keeps, and another session another") {
  on_each_engine([](AService& service) {
    Browser first(service);
    Browser second(service);
    CHECK(first.key().key == first.key().key);
    CHECK(first.key().id == first.key().id);
    CHECK(first.key().key != second.key().key);
  });
}

TEST_CASE("the database holds no key that would open what a browser keeps") {
  on_each_engine([](AService& service) {
    Browser browser(service);
    const auto key = browser.key();
    const auto held = must(service.database->read([](store::Session& session) {
      return session.rows<std::string>("select content from draft_key");
    }));
    REQUIRE(held.size() == 1);
    CHECK(held.front().find(key.key) == std::string::npos);
  });
}

TEST_CASE("after signing out nobody gets the key again, also not by signing in again") {
  on_each_engine([](AService& service) {
    Browser before(service);
    const auto key = before.key();
    before.sign_out();
    Browser after(service);
    CHECK_FALSE(after.take_up(key));
  });
}

TEST_CASE("a session that ran out leaves its key to whoever signs in again, for a week") {
  on_each_engine([](AService& service) {
    Browser before(service);
    const auto key = before.key();
    service.now += 65h;
    Browser monday(service);
    CHECK(monday.key().key != key.key);
    const auto taken = monday.take_up(key);
    REQUIRE(taken);
    CHECK(taken->key == key.key);

    Browser again(service);
    const auto other = again.key();
    service.now += 24h * 8;
    Browser late(service);
    CHECK_FALSE(late.take_up(other));
  });
}

TEST_CASE("what is sealed after an older key was taken up is sealed by a key of its own") {
  on_each_engine([](AService& service) {
    Browser before(service);
    const auto older = before.key();
    service.now += 24h * 7;
    Browser after(service);
    REQUIRE(after.take_up(older));
    const auto own = after.key();
    CHECK(own.id != older.id);
    CHECK(after.key().id == own.id);
    service.now += 24h * 7 - 1h;  // As long as the page says that it is kept.
    Browser late(service);
    CHECK(late.take_up(own));
  });
}

TEST_CASE("a key that was taken up goes when that session signs out") {
  on_each_engine([](AService& service) {
    Browser before(service);
    const auto key = before.key();
    service.now += 2h;
    Browser after(service);
    REQUIRE(after.take_up(key));
    after.sign_out();
    Browser last(service);
    CHECK_FALSE(last.take_up(key));
  });
}

TEST_CASE("nobody takes up another person's key") {
  on_each_engine([](AService& service) {
    Browser browser(service);
    const auto key = browser.key();
    const auto another = platform::random_id<domain::PersonId>();
    CHECK_FALSE(
        must(service.sessions.take_up_draft_key(another, browser.held.id, key.id, service.now)));
    CHECK(browser.take_up(key));
  });
}

TEST_CASE("whoever ends their other sessions, or is made to leave, takes away their keys") {
  on_each_engine([](AService& service) {
    Browser elsewhere(service);
    const auto lost = elsewhere.key();
    Browser here(service);
    const auto own = here.key();
    must(service.sessions.end_others(here.held.asker, here.held.id));
    CHECK_FALSE(here.take_up(lost));
    CHECK(here.key().key == own.key);
    must(service.database->write([&](store::Transaction& transaction) {
      return accounts::end_all_sessions(transaction, service.morgan, store::SessionEnd::Left,
                                        service.now);
    }));
    Browser back(service);
    CHECK_FALSE(back.take_up(own));
  });
}

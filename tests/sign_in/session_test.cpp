#include <doctest/doctest.h>

#include "platform/random.hpp"
#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;

namespace {

bool is_live(AService& service, const std::string& token,
             accounts::Presence presence = accounts::Presence::Shown) {
  const auto held = must(service.sessions.find(token, service.from(), presence));
  return held && held->is_live;
}

std::unique_ptr<AService> with_factor(store::Engine engine) {
  auto service = std::make_unique<AService>(engine);
  service->give_second_factor();
  return service;
}

}  // namespace

TEST_CASE("a session lasts while its owner is there, and twelve hours at most") {
  for (const auto engine : engines()) {
    const auto service = with_factor(engine);
    const auto token = service->signed_in();
    for (int i = 0; i < 25; ++i) {
      service->now += 28min;
      CHECK(is_live(*service, token));
    }
    service->now += 20min;
    CHECK_FALSE(is_live(*service, token));
    CHECK(must(service->sessions.find(token, service->from()))->ran_out);
  }
}

TEST_CASE("half an hour without a request ends a session") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto token = service->signed_in();
  service->now += 32min;
  CHECK_FALSE(is_live(*service, token));
}

TEST_CASE("what a page asks by itself does not hold a session open") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto token = service->signed_in();
  for (int i = 0; i < 5; ++i) {
    service->now += 6min;
    CHECK(is_live(*service, token, accounts::Presence::Background));
  }
  service->now += 2min;
  CHECK_FALSE(is_live(*service, token, accounts::Presence::Background));
}

TEST_CASE("a clock that is set back ends nobody's session") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto token = service->signed_in();
  service->now -= 2h;
  CHECK(is_live(*service, token));
}

TEST_CASE("being there is written once a minute, not with each request") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto token = service->signed_in();
  const auto seen = [&] {
    return must(service->database->read([&](store::Session& session) {
      return session.value<std::string>("select max(seen_at) from sign_in_session");
    }));
  };
  const auto began = seen();
  service->now += 59s;
  CHECK(is_live(*service, token));
  CHECK(seen() == began);
  service->now += 1s;
  CHECK(is_live(*service, token));
  CHECK(seen() == platform::iso(service->now));
}

TEST_CASE("the database holds no token that would open a session") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto token = service->signed_in();
  const auto hashes = must(service->database->read([&](store::Session& session) {
    return session.rows<std::string>("select token_hash from sign_in_session");
  }));
  CHECK(hashes.size() == 2);
  for (const auto& hash : hashes) {
    CHECK(hash != token);
    CHECK_FALSE(is_live(*service, hash));
  }
}

TEST_CASE("whoever signs out is out, and it is on the trail once") {
  for (const auto engine : engines()) {
    const auto service = with_factor(engine);
    const auto token = service->signed_in();
    const auto held = must(service->sessions.find(token, service->from()));
    REQUIRE(held);
    must(service->sessions.end(held->asker, held->id));
    must(service->sessions.end(held->asker, held->id));
    CHECK_FALSE(is_live(*service, token));
    CHECK_FALSE(must(service->sessions.find(token, service->from()))->ran_out);
    CHECK(service->on_trail("sign-out", "allowed") == 1);
  }
}

TEST_CASE("one's own sessions are listed and ended, and nobody else's") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto first = service->signed_in();
  const auto second = service->signed_in();
  const auto third = service->signed_in();
  const auto held = must(service->sessions.find(third, service->from()));
  REQUIRE(held);
  const auto own = must(service->sessions.own(held->asker));
  REQUIRE(own.size() == 3);
  CHECK(own.front().id == held->id);
  CHECK(own.front().browser == "Firefox on Linux");

  must(service->sessions.end_own(held->asker, own.back().id));
  CHECK_FALSE(is_live(*service, first));
  CHECK(service->sessions.end_own(held->asker, own.back().id).error().code == ErrorCode::NotFound);
  auto stranger = held->asker;
  stranger.person = platform::random_id<domain::PersonId>();
  CHECK(service->sessions.end_own(stranger, held->id).error().code == ErrorCode::NotFound);
  CHECK(must(service->sessions.end_others(held->asker, held->id)) == 1);
  CHECK_FALSE(is_live(*service, second));
  CHECK(is_live(*service, third));
}

TEST_CASE("who leaves is out the day after, and at once when their sessions are ended") {
  const auto service = with_factor(store::Engine::Sqlite);
  const auto token = service->signed_in();
  service->run("update person set left_on = '2026-06-10'");
  CHECK(is_live(*service, token));
  service->run("update person set left_on = '2026-06-09'");
  CHECK_FALSE(is_live(*service, token));
  service->run("update person set left_on = null");
  must(service->database->write([&](store::Transaction& transaction) {
    return accounts::end_all_sessions(transaction, service->morgan, store::SessionEnd::Left,
                                      service->now);
  }));
  CHECK_FALSE(is_live(*service, token));
}

TEST_CASE("a form is kept for its sender alone, sealed, for two hours") {
  for (const auto engine : engines()) {
    const auto service = with_factor(engine);
    auto& sessions = service->sessions;
    must(sessions.keep_form(service->morgan, "what was typed", service->now));
    const auto kept = must(sessions.kept_forms(service->morgan, service->now));
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().content == "what was typed");
    CHECK(kept.front().ends_at == service->now + 168h);
    const auto other = platform::random_id<domain::PersonId>();
    CHECK(must(sessions.kept_forms(other, service->now)).empty());
    CHECK(must(sessions.kept_forms(service->morgan, service->now + 168h)).empty());
    const auto stored = must(service->database->read([&](store::Session& session) {
      return session.value<std::string>("select content from kept_form");
    }));
    CHECK(stored.find("typed") == std::string::npos);
    must(sessions.forget_form(other, kept.front().name));
    CHECK(must(sessions.kept_forms(service->morgan, service->now)).size() == 1);
    must(sessions.forget_form(service->morgan, kept.front().name));
    CHECK(must(sessions.kept_forms(service->morgan, service->now)).empty());
  }
}

TEST_CASE("no more than five forms of one person are kept: the oldest goes") {
  const auto service = with_factor(store::Engine::Sqlite);
  for (int i = 0; i < 7; ++i) {
    service->now += 1s;
    must(service->sessions.keep_form(service->morgan, std::to_string(i), service->now));
  }
  const auto kept = must(service->sessions.kept_forms(service->morgan, service->now));
  REQUIRE(kept.size() == 5);
  CHECK(kept.front().content == "6");
  CHECK(kept.back().content == "2");
}

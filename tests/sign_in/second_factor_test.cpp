#include <doctest/doctest.h>

#include <set>

#include "base/text.hpp"
#include "platform/one_time_code.hpp"
#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using namespace std::chrono_literals;
using accounts::NewSession;
using accounts::NotRight;
using accounts::StartAgain;
using accounts::TryLater;

namespace {

template <typename T>
bool is(const accounts::SignInOutcome& outcome) {
  return std::holds_alternative<T>(outcome);
}

accounts::SignInOutcome try_code(AService& service, const std::string& step,
                                 const std::string& code) {
  return must(service.sign_in.with_code(step, code, service.from()));
}

/// RFC 4648, back to bytes.
std::string seed_of(std::string_view key) {
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : key) {
    if (c == ' ') continue;
    held = (held << 5U) | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> static_cast<unsigned>(bits)) & 255U);
    held &= (1U << static_cast<unsigned>(bits)) - 1U;
  }
  return bytes;
}

}  // namespace

TEST_CASE("password and code together begin a session with a token of its own") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto step = service.after_password();
    const auto outcome = try_code(service, step, service.code());
    REQUIRE(is<NewSession>(outcome));
    const auto& session = std::get<NewSession>(outcome);
    CHECK(session.stage == store::SignInStage::SignedIn);
    CHECK(session.token != step);
    const auto held = must(service.sessions.find(session.token, service.from()));
    REQUIRE(held);
    CHECK(held->is_live);
    CHECK(held->asker.person == service.morgan);
    REQUIRE(held->asker.roles.size() == 1);
    CHECK(held->asker.roles.front().role == "practitioner");
    CHECK(held->name.reveal() == "Morgan Ashdown");
    CHECK(service.on_trail("sign-in", "allowed") == 1);
    CHECK(is<StartAgain>(try_code(service, step, service.code())));
  }
}

TEST_CASE("a code is taken with spaces in it") {
  AService service(store::Engine::Sqlite);
  service.give_second_factor();
  const auto code = service.code();
  CHECK(is<NewSession>(
      try_code(service, service.after_password(), code.substr(0, 3) + " " + code.substr(3))));
}

TEST_CASE("no code works twice, not even for another step of the same person") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto code = service.code();
    CHECK(is<NewSession>(try_code(service, service.after_password(), code)));
    CHECK(is<NotRight>(try_code(service, service.after_password(), code)));
    CHECK(service.on_trail("second-factor", "denied") == 1);
  }
}

TEST_CASE("a clock that is half a minute off is forgiven, one that is more is not") {
  AService service(store::Engine::Sqlite);
  service.give_second_factor();
  const auto at = platform::step_at(service.now);
  const auto code = [&](std::int64_t step) { return platform::one_time_code(service.seed, step); };
  CHECK(is<NotRight>(try_code(service, service.after_password(), code(at - 2))));
  CHECK(is<NotRight>(try_code(service, service.after_password(), code(at + 2))));
  CHECK(is<NewSession>(try_code(service, service.after_password(), code(at - 1))));
  CHECK(is<NewSession>(try_code(service, service.after_password(), code(at + 1))));
}

TEST_CASE("five wrong codes end the step and make the next ones wait") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto step = service.after_password();
    for (int i = 0; i < 4; ++i) CHECK(is<NotRight>(try_code(service, step, "000000")));
    CHECK(is<TryLater>(try_code(service, step, "000000")));
    CHECK(is<StartAgain>(try_code(service, step, service.code())));
    const auto again = service.after_password();
    CHECK(is<TryLater>(try_code(service, again, service.code())));
    service.now += 30s;
    CHECK(is<NewSession>(try_code(service, again, service.code())));
  }
}

TEST_CASE("a step runs out after ten minutes, and a made-up token is none") {
  AService service(store::Engine::Sqlite);
  service.give_second_factor();
  const auto step = service.after_password();
  service.now += 10min;
  CHECK(is<StartAgain>(try_code(service, step, service.code())));
  CHECK(is<StartAgain>(try_code(service, "made-up", service.code())));
  CHECK(is<StartAgain>(try_code(service, "", service.code())));
}

TEST_CASE("who has no second factor sets one up before anything else, and is given codes") {
  for (const auto engine : engines()) {
    AService service(engine);
    const auto step = service.after_password();
    CHECK(is<StartAgain>(try_code(service, step, "123456")));
    const auto offered = must(service.sign_in.offer_second_factor(step, service.from()));
    REQUIRE(offered);
    CHECK(offered->address.starts_with("otpauth://totp/Northlight:morgan%40hollowbeck.example?"));
    // Opened again, it shows the same.
    CHECK(must(service.sign_in.offer_second_factor(step, service.from()))->key == offered->key);

    const auto wrong = must(service.sign_in.confirm_second_factor(step, "000000", service.from()));
    CHECK(is<NotRight>(wrong.outcome));
    CHECK(wrong.recovery_codes.empty());
    const auto code =
        platform::one_time_code(seed_of(offered->key), platform::step_at(service.now));
    const auto right = must(service.sign_in.confirm_second_factor(step, code, service.from()));
    REQUIRE(is<NewSession>(right.outcome));
    CHECK(std::set(right.recovery_codes.begin(), right.recovery_codes.end()).size() == 10);
    CHECK(must(service.sign_in.recovery_codes_left(service.morgan)) == 10);
    CHECK(service.on_trail("second-factor-set-up", "allowed") == 1);
    // The code that confirmed it is used up.
    CHECK(is<NotRight>(try_code(service, service.after_password(), code)));
  }
}

TEST_CASE("a recovery code lets in once, however it is typed") {
  for (const auto engine : engines()) {
    AService service(engine);
    service.give_second_factor();
    const auto codes = must(service.sign_in.new_recovery_codes(service.morgan, service.from()));
    REQUIRE(codes.size() == 10);
    const auto use = [&](const std::string& code) {
      return must(
          service.sign_in.with_recovery_code(service.after_password(), code, service.from()));
    };
    CHECK(is<NewSession>(use(codes[0])));
    CHECK(is<NotRight>(use(codes[0])));
    CHECK(is<NewSession>(use(" " + replace_all(codes[1], "-", "  "))));
    CHECK(is<NotRight>(use("")));
    CHECK(is<NotRight>(use(std::string(5'000, 'a'))));
    CHECK(must(service.sign_in.recovery_codes_left(service.morgan)) == 8);
    CHECK(service.on_trail("recovery-code", "allowed") == 2);
    CHECK(service.on_trail("recovery-code", "denied") == 3);
    // New ones take the place of the old.
    must(service.sign_in.new_recovery_codes(service.morgan, service.from()));
    CHECK(is<NotRight>(use(codes[2])));
  }
}

TEST_CASE("another authenticator app takes over when its code is entered, not before") {
  AService service(store::Engine::Sqlite);
  service.give_second_factor();
  const auto held = must(service.sessions.find(service.signed_in(), service.from()));
  const auto other = service.signed_in();
  const auto offered = must(service.sign_in.offer_another_factor(service.morgan, service.from()));
  service.now += 30s;
  CHECK(is<NewSession>(try_code(service, service.after_password(), service.code())));

  CHECK(must(service.sign_in.confirm_another_factor(service.morgan, held->id, "000000",
                                                    service.from()))
            .empty());
  const auto code = platform::one_time_code(seed_of(offered.key), platform::step_at(service.now));
  CHECK(must(service.sign_in.confirm_another_factor(service.morgan, held->id, code, service.from()))
            .size() == 10);
  service.now += 30s;
  CHECK(is<NotRight>(try_code(service, service.after_password(), service.code())));
  CHECK_FALSE(must(service.sessions.find(other, service.from()))->is_live);
}

TEST_CASE("a seed that was moved to another person's row opens nothing") {
  AService service(store::Engine::Sqlite);
  service.give_second_factor();
  const auto step = service.after_password();
  service.run("update one_time_code set seed = 's1.aaaaaaaa.AAAA'");
  CHECK_FALSE(service.sign_in.with_code(step, service.code(), service.from()).has_value());
}

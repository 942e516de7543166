#include "platform/one_time_code.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace northlight;
using namespace northlight::platform;

namespace {

using namespace std::chrono_literals;

// RFC 6238 appendix B: the seed of its test vectors for SHA-1.
const std::string seed = "12345678901234567890";

Instant at(long long seconds) { return Instant{std::chrono::seconds{seconds}}; }

}  // namespace

TEST_CASE("codes are those of RFC 6238") {
  CHECK(one_time_code(seed, step_at(at(59))) == "287082");
  CHECK(one_time_code(seed, step_at(at(1'111'111'109))) == "081804");
  CHECK(one_time_code(seed, step_at(at(1'111'111'111))) == "050471");
  CHECK(one_time_code(seed, step_at(at(1'234'567'890))) == "005924");
  CHECK(one_time_code(seed, step_at(at(2'000'000'000))) == "279037");
  CHECK(one_time_code(seed, step_at(at(20'000'000'000))) == "353130");
}

TEST_CASE("a code is taken half a minute early or late, and no more") {
  const auto now = at(1'234'567'890);
  const auto step = step_at(now);
  for (const auto near : {step - 1, step, step + 1})
    CHECK(step_of_code(seed, one_time_code(seed, near), now, 0) == near);
  for (const auto far : {step - 2, step + 2})
    CHECK_FALSE(step_of_code(seed, one_time_code(seed, far), now, 0));
}

TEST_CASE("no code works twice, nor one from before a code that was used") {
  const auto now = at(1'234'567'890);
  const auto step = step_at(now);
  CHECK_FALSE(step_of_code(seed, one_time_code(seed, step), now, step));
  CHECK_FALSE(step_of_code(seed, one_time_code(seed, step - 1), now, step));
  CHECK(step_of_code(seed, one_time_code(seed, step + 1), now, step) == step + 1);
}

TEST_CASE("what is no code is not taken for one") {
  const auto now = at(1'234'567'890);
  for (const auto* code : {"", "12345", "1234567", "abcdef", "000000"})
    CHECK_FALSE(step_of_code(seed, code, now, 0));
}

TEST_CASE("each seed is new and long enough") {
  std::set<std::string> seeds;
  for (int i = 0; i < 100; ++i) seeds.insert(new_one_time_seed());
  CHECK(seeds.size() == 100);
  CHECK(seeds.begin()->size() == 20);
}

TEST_CASE("the address for an authenticator app holds the seed and encodes the names") {
  CHECK(one_time_address("Northlight", "ada+x@hollowbeck.example", seed) ==
        "otpauth://totp/Northlight:ada%2Bx%40hollowbeck.example?secret="
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Northlight&algorithm=SHA1&digits=6&period=30");
}

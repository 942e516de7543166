#include "platform/password.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <latch>

using namespace northlight;
using namespace northlight::platform;

namespace {

PasswordHasher::Options quick() {
  return {.at_once = 2, .most_waiting = 100, .cost = HashCost::Least};
}

}  // namespace

TEST_CASE("a hash is of its password and of no other") {
  PasswordHasher hasher(quick());
  const auto hash = hasher.hash("a heron on the weir").value();
  CHECK(hash.starts_with("$argon2id$"));
  CHECK(hash.find("heron") == std::string::npos);
  CHECK(hasher.matches(hash, "a heron on the weir").value());
  CHECK_FALSE(hasher.matches(hash, "a heron on the wei").value());
  CHECK_FALSE(hasher.matches(hash, "").value());
  CHECK(hasher.hash("a heron on the weir").value() != hash);
}

TEST_CASE("nobody's password is never right") {
  PasswordHasher hasher(quick());
  CHECK_FALSE(hasher.matches_nobody("a heron on the weir").value());
}

TEST_CASE("what is no hash matches nothing") {
  PasswordHasher hasher(quick());
  for (const auto* hash : {"", "$argon2id$", "password", "$2y$10$abcdefghijklmnopqrstuv"})
    CHECK_FALSE(hasher.matches(hash, "password").value());
}

TEST_CASE("a hash of another cost is due to be made again") {
  PasswordHasher hasher(quick());
  CHECK_FALSE(hasher.is_outdated(hasher.hash("a heron on the weir").value()));
  CHECK(
      hasher.is_outdated("$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                         "3F2WzTjkbTH0kQhdTPDYOYKjIqXqpLNu6R2uWiv+6oI"));
}

TEST_CASE("who comes when too many wait is told to come again, and the others are served") {
  PasswordHasher hasher({.at_once = 1, .most_waiting = 1, .cost = HashCost::Interactive});
  constexpr int people = 12;
  std::latch together(people);
  std::atomic<int> served = 0;
  std::atomic<int> refused = 0;
  {
    std::vector<std::jthread> all;
    for (int i = 0; i < people; ++i)
      all.emplace_back([&] {
        together.arrive_and_wait();
        const auto hash = hasher.hash("a heron on the weir");
        if (hash) {
          ++served;
        } else if (hash.error().code == ErrorCode::Unavailable) {
          ++refused;
        }
      });
  }
  CHECK(served >= 2);
  CHECK(refused >= 1);
  CHECK(served + refused == people);
}

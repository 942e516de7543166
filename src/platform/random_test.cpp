#include "platform/random.hpp"

#include <doctest/doctest.h>

#include <set>

namespace northlight::platform {
namespace {

using ThingId = Id<struct ThingKind>;

TEST_CASE("a thousand random ids all differ and read back as what they are") {
  std::set<ThingId> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto id = random_id<ThingId>();
    REQUIRE(ThingId::parse(id.text()));
    CHECK(*ThingId::parse(id.text()) == id);
    seen.insert(id);
  }
  CHECK(seen.size() == 1000);
}

TEST_CASE("every bit of a random id is sometimes set and sometimes not") {
  IdBits::Bytes ever{};
  IdBits::Bytes always{};
  always.fill(0xFF);
  for (int i = 0; i < 200; ++i) {
    const auto bytes = random_id_bits().bytes();
    for (std::size_t k = 0; k < bytes.size(); ++k) {
      ever[k] |= bytes[k];
      always[k] &= bytes[k];
    }
  }
  for (std::size_t k = 0; k < ever.size(); ++k) {
    CHECK(ever[k] == 0xFF);
    CHECK(always[k] == 0);
  }
}

}  // namespace
}  // namespace northlight::platform

#include "store/erasure_ledger.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "platform/random.hpp"

using namespace northlight;
using namespace northlight::store;

namespace {

std::vector<Erasure> some(std::size_t count) {
  std::vector<Erasure> all;
  const auto at = *platform::parse_instant("2026-11-22T09:30:00.000Z");
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(
        {platform::random_id<domain::FileId>(), platform::random_id<domain::OrganisationId>(),
         i % 2 == 0 ? ErasureKind::Erased : ErasureKind::Reduced, at + std::chrono::hours(i)});
  return all;
}

}  // namespace

TEST_CASE("a ledger reads back as it was written and names no more than ids") {
  const auto key = platform::SigningKey::for_this_run();
  const auto all = some(3);
  const auto lines = parse_ledger(made_ledger(key, all), "ledger", key.public_key());
  REQUIRE(lines);
  REQUIRE(lines->size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK((*lines)[i].erasure == all[i]);
  CHECK(parse_ledger("", "ledger")->empty());
}

TEST_CASE("a ledger with a line changed, moved, taken out or signed by another says which") {
  const auto key = platform::SigningKey::for_this_run();
  const auto text = made_ledger(key, some(3));
  const auto first = text.find('\n') + 1;
  const auto second = text.find('\n', first) + 1;
  const auto where = [](std::string_view changed) {
    const auto read = parse_ledger(changed, "ledger");
    return read ? std::string("read") : read.error().where;
  };
  CHECK(where(replace_all(text, "reduced", "erased")) == "ledger:2");
  CHECK(where(text.substr(0, first) + text.substr(second)) == "ledger:2");
  CHECK(where(text.substr(first)) == "ledger:1");
  CHECK(where("{}\n") == "ledger:1");
  const auto another = platform::SigningKey::for_this_run();
  CHECK(parse_ledger(text, "ledger", another.public_key()).error().where == "ledger:1");
}

TEST_CASE("a line that a crash cut short is no line") {
  const auto key = platform::SigningKey::for_this_run();
  const auto text = made_ledger(key, some(2));
  CHECK(parse_ledger(std::string_view(text).substr(0, text.size() - 5), "ledger")->size() == 1);
}

#include "base/id.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <type_traits>
#include <unordered_set>

using namespace northlight;

namespace {

using ChildId = Id<struct ChildKind>;
using OrderId = Id<struct OrderKind>;
static_assert(!std::is_convertible_v<ChildId, OrderId>);
static_assert(!std::is_constructible_v<ChildId, OrderId>);
static_assert(!std::is_constructible_v<ChildId, const char*>);

IdBits bits_of(const std::vector<std::uint8_t>& bytes) {
  IdBits::Bytes array{};
  std::ranges::copy(bytes, array.begin());
  return IdBits{array};
}

rc::Gen<std::vector<std::uint8_t>> sixteen_bytes() {
  return rc::gen::container<std::vector<std::uint8_t>>(16, rc::gen::arbitrary<std::uint8_t>());
}

}  // namespace

TEST_CASE("an id is 26 characters that can be read out") {
  IdBits::Bytes ones{};
  ones.fill(0xFF);
  CHECK(IdBits{}.text() == "00000000000000000000000000");
  CHECK(IdBits{ones}.text() == "7zzzzzzzzzzzzzzzzzzzzzzzzz");
  IdBits::Bytes last_bit{};
  last_bit.back() = 1;
  CHECK(IdBits{last_bit}.text() == "00000000000000000000000001");
}

TEST_CASE("every id comes back from its text, and texts sort as ids do") {
  CHECK(rc::check("round trip", [] {
    const IdBits bits = bits_of(*sixteen_bytes());
    RC_ASSERT(*IdBits::parse(bits.text()) == bits);
    RC_ASSERT(ChildId::parse(bits.text())->text() == bits.text());
  }));
  CHECK(rc::check("order", [] {
    const IdBits a = bits_of(*sixteen_bytes());
    const IdBits b = bits_of(*sixteen_bytes());
    RC_ASSERT((a < b) == (a.text() < b.text()));
  }));
}

TEST_CASE("what is not an id is refused, whatever it looks like") {
  for (const auto* text :
       {"", "0", "0000000000000000000000000", "000000000000000000000000000",
        "80000000000000000000000000", "0000000000000000000000000U", "0000000000000000000000000i",
        "0000000000000000000000000l", "0000000000000000000000000o", "0000000000000000000000000A",
        "0000000000000000000000000-", "0000000000000 0000000000000"})
    CHECK_MESSAGE(!IdBits::parse(text), text);
  CHECK(IdBits::parse("x").error().message ==
        "This is not an identifier of Northlight: copy the whole address again");
}

TEST_CASE("a text that is accepted is the only text of its id") {
  CHECK(rc::check("one text an id", [] {
    const auto alphabet = std::string("0123456789abcdefghjkmnpqrstvwxyz");
    const auto text = *rc::gen::container<std::string>(26, rc::gen::elementOf(alphabet));
    const auto parsed = IdBits::parse(text);
    if (parsed) RC_ASSERT(parsed->text() == text);
  }));
}

TEST_CASE("ids are found in hash tables") {
  std::unordered_set<ChildId> ids;
  IdBits::Bytes bytes{};
  for (int i = 0; i < 256; ++i) {
    bytes[0] = static_cast<std::uint8_t>(i);
    ids.insert(ChildId{IdBits{bytes}});
  }
  CHECK(ids.size() == 256);
  CHECK(ids.contains(ChildId{IdBits{bytes}}));
}

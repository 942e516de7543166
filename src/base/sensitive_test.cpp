#include "base/sensitive.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <type_traits>

using namespace northlight;

namespace {

template <typename T>
concept Streamable = requires(std::ostream& out, const T& value) { out << value; };
template <typename T>
concept Ordered = requires(const T& value) { value < value; };

static_assert(Streamable<std::string>);
static_assert(!Streamable<Sensitive<std::string>>);
static_assert(!Streamable<Sensitive<int>>);
static_assert(!Ordered<Sensitive<std::string>>);
static_assert(!std::is_convertible_v<Sensitive<std::string>, std::string>);
static_assert(!std::is_convertible_v<std::string, Sensitive<std::string>>);

}  // namespace

TEST_CASE("personal information is seen only by asking for it") {
  const Sensitive<std::string> name{"an invented name"};
  CHECK((name == Sensitive<std::string>{"an invented name"}));
  CHECK(name.reveal() == "an invented name");
}

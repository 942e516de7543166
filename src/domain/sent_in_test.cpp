#include "domain/sent_in.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace northlight;
using namespace northlight::domain;

TEST_CASE("each kind of what is sent in has a code, words and somebody whom it tells of") {
  for (std::size_t i = 0; i < sent_in_kind_count; ++i) {
    const auto kind = static_cast<SentInKind>(i);
    CHECK(parse_sent_in_kind(code(kind)) == kind);
    CHECK_FALSE(words(kind).empty());
  }
  CHECK_FALSE(parse_sent_in_kind("gossip"));
  CHECK(about_whom(SentInKind::ChildWords) == AboutWhom::ChildConfided);
  CHECK(about_whom(SentInKind::VictimWishes) == AboutWhom::Victim);
  CHECK(about_whom_sender(SentInKind::VictimWishes) == AboutWhom::Victim);
  CHECK(about_whom_sender(SentInKind::Answer) == AboutWhom::Referrer);
}

TEST_CASE("what is too long says by how many letters, which are not bytes") {
  std::string welsh;
  for (int i = 0; i < 10; ++i) welsh += "ŵ";
  CHECK(check_typed(welsh, 10, "words", "Write something"));
  const auto longer = check_typed("  " + welsh + "x ", 10, "words", "Write something");
  REQUIRE_FALSE(longer);
  CHECK(longer.error().where == "words");
  CHECK(longer.error().message ==
        "Use 10 letters or fewer. There are 11 now, so take out 1, or send it in parts.");
  const auto long_one = check_typed(std::string(6'204, 'x'), longest_sent_in, "words", "");
  REQUIRE_FALSE(long_one);
  CHECK(long_one.error().message.starts_with("Use 5,000 letters or fewer. There are 6,204 now"));
  CHECK(check_typed(" \r\n ", 10, "words", "Write something").error().message == "Write something");
  CHECK_FALSE(check_typed("\xC3", 10, "words", "Write something"));
}

#include "accounts/unusual_access.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace northlight;
using namespace northlight::accounts;
using namespace std::chrono_literals;

namespace {

constexpr UnusualWhen usual_when{7, 19, 3, 20, 4, true, true, true};

template <typename AnyId>
AnyId id(std::uint8_t number) {
  IdBits::Bytes bytes{};
  bytes[15] = number;
  return AnyId{IdBits{bytes}};
}

// Monday 8 June 2026, when London is an hour ahead of UTC.
const auto monday =
    platform::Instant(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::June / 8));

FileAccess access(std::uint8_t person, std::uint8_t file, platform::Instant at) {
  return {.number = 1,
          .at = at,
          .person = id<domain::PersonId>(person),
          .name = "Somebody",
          .role = "practitioner",
          .file = id<domain::FileId>(file)};
}

std::vector<FileAccess> a_day_of(std::uint8_t person, int files, platform::Instant at) {
  std::vector<FileAccess> all;
  for (int i = 0; i < files; ++i)
    all.push_back(access(person, static_cast<std::uint8_t>(i), at + std::chrono::minutes(i)));
  return all;
}

void append(std::vector<FileAccess>& all, std::vector<FileAccess> more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

TEST_CASE("an ordinary working day shows nothing") {
  CHECK(unusual_access(a_day_of(1, 19, monday + 9h), {}, usual_when).empty());
}

TEST_CASE("hours are London's, and weekends are out of hours") {
  // 06:30 in London; 19:59; 20:00; a Saturday.
  const std::vector all{access(1, 1, monday + 5h + 30min), access(1, 2, monday + 18h + 59min),
                        access(1, 3, monday + 19h), access(1, 4, monday + 24h * 5 + 11h)};
  const auto found = unusual_access(all, {}, usual_when);
  REQUIRE(found.size() == 3);
  // The newest first.
  CHECK(found[0].why == "At 12:00 on a Saturday.");
  CHECK(found[1].why == "At 20:00, outside the usual hours of 7:00 to 19:59.");
  CHECK(found[2].why == "At 06:30, outside the usual hours of 7:00 to 19:59.");
}

TEST_CASE("much on one day is told beside the person's own usual and that of their role") {
  std::vector<FileAccess> all;
  for (int day = 0; day < 4; ++day) {
    append(all, a_day_of(1, 5, monday + 24h * day + 9h));
    append(all, a_day_of(2, 8, monday + 24h * day + 9h));
  }
  append(all, a_day_of(1, 24, monday + 24h * 4 + 9h));
  CHECK(unusual_access(all, {}, usual_when)
            .empty());  // Three times the role's 8 is not more than 24.
  append(all, {access(1, 99, monday + 24h * 4 + 10h)});
  const auto found = unusual_access(all, {}, usual_when);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Unusual::Volume);
  CHECK(found[0].person == id<domain::PersonId>(1));
  CHECK(found[0].why ==
        "25 files on one day. Their own usual day has 5, and that of others in the same role 8.");
}

TEST_CASE("a reason that was given, no relation and the same family name are told once a day") {
  auto with_reason = access(1, 1, monday + 9h);
  with_reason.reason = "The worker is away.";
  auto again = with_reason;
  again.at = monday + 9h + 5min;
  auto next_day = with_reason;
  next_day.at = monday + 24h + 9h;
  const std::vector all{with_reason,
                        again,
                        access(1, 2, monday + 10h),
                        access(1, 2, monday + 10h),
                        access(1, 3, monday + 11h),
                        next_day};
  const AccessFacts facts{.unrelated = {{id<domain::PersonId>(1), id<domain::FileId>(1)},
                                        {id<domain::PersonId>(1), id<domain::FileId>(2)}},
                          .same_name = {{id<domain::PersonId>(1), id<domain::FileId>(3)}}};
  const auto found = unusual_access(all, facts, usual_when);
  REQUIRE(found.size() == 4);
  CHECK(found[0].kind == Unusual::GlassBroken);  // The same words, and another day.
  CHECK(found[0].at == next_day.at);
  CHECK(found[1].kind == Unusual::SameName);
  CHECK(found[2].kind == Unusual::NoRelation);
  CHECK(found[3].kind == Unusual::GlassBroken);
  CHECK(found[3].at == monday + 9h);
  CHECK(found[3].why == "They gave a reason: “The worker is away.”");
}

TEST_CASE("the same address and the same postcode are told apart, and as the policy says") {
  const std::vector all{access(1, 1, monday + 9h), access(1, 2, monday + 9h)};
  const AccessFacts facts{.same_address = {{id<domain::PersonId>(1), id<domain::FileId>(1)}},
                          .same_postcode = {{id<domain::PersonId>(1), id<domain::FileId>(2)}}};
  const auto found = unusual_access(all, facts, usual_when);
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == Unusual::SameAddress);
  CHECK(found[0].why == "The person and the child have the same address.");
  CHECK(found[1].kind == Unusual::SamePostcode);
  auto not_asked = usual_when;
  not_asked.same_address = false;
  not_asked.same_postcode = false;
  CHECK(unusual_access(all, facts, not_asked).empty());
}

TEST_CASE(
    "refused tries stand once for a person and day, from so many on, with what they were at") {
  const auto refused = [](std::uint8_t person, std::int64_t number, platform::Instant at,
                          std::optional<std::uint8_t> file) {
    RefusedTry one{.number = number, .at = at, .person = id<domain::PersonId>(person)};
    if (file) one.file = id<domain::FileId>(*file);
    return one;
  };
  std::vector<RefusedTry> tries{refused(1, 9, monday + 12h, 5), refused(1, 8, monday + 11h, 5),
                                refused(1, 7, monday + 10h, 6), refused(2, 6, monday + 9h, 5),
                                refused(1, 5, monday - 10h, 5)};  // The day before.
  CHECK(unusual_access({}, {}, usual_when, tries).empty());
  tries.push_back(refused(1, 4, monday + 9h, {}));
  const auto found = unusual_access({}, {}, usual_when, tries);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Unusual::RefusedOften);
  CHECK(code(found[0].kind) == "refused");
  CHECK(found[0].person == id<domain::PersonId>(1));
  CHECK(found[0].number == 4);
  CHECK_FALSE(found[0].file);
  CHECK(found[0].why ==
        "4 tries on one day that were refused: 3 at 2 files, and 1 at something else.");
  // All at one file: it is named. None at a file: that is said.
  const std::vector<RefusedTry> same(4, refused(3, 1, monday + 9h, 7));
  CHECK(unusual_access({}, {}, usual_when, same)[0].file == id<domain::FileId>(7));
  const std::vector<RefusedTry> no_file(4, refused(3, 1, monday + 9h, {}));
  CHECK(unusual_access({}, {}, usual_when, no_file)[0].why ==
        "4 tries on one day that were refused, none of them at a file.");
}

TEST_CASE("the review of a file that is due is no access without relation, reading it besides is") {
  AccessFacts facts;
  facts.unrelated.emplace(id<domain::PersonId>(1), id<domain::FileId>(1));
  facts.same_name = facts.unrelated;
  auto reviewed = access(1, 1, monday + 9h);
  reviewed.reviewing = true;
  const auto kinds = [&](const std::vector<FileAccess>& all) {
    std::vector<std::string> found;
    for (const auto& one : unusual_access(all, facts, usual_when))
      found.emplace_back(code(one.kind));
    std::ranges::sort(found);
    return found;
  };
  using Kinds = std::vector<std::string>;
  // That a child has the reviewer's family name is shown all the same.
  CHECK(kinds({reviewed}) == Kinds{"same-name"});
  CHECK(kinds({reviewed, access(1, 1, monday + 10h)}) == Kinds{"no-relation", "same-name"});
  CHECK(kinds({access(1, 1, monday + 8h), reviewed}) == Kinds{"no-relation", "same-name"});
}

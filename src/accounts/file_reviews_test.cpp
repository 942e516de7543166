#include "accounts/file_reviews.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::accounts;
using namespace std::chrono_literals;

namespace {

template <typename AnyId>
AnyId id(std::uint8_t number) {
  IdBits::Bytes bytes{};
  bytes[15] = number;
  return AnyId{IdBits{bytes}};
}

const auto monday =
    platform::Instant(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::June / 8));
const auto reviewer = id<domain::PersonId>(1);
const auto file = id<domain::FileId>(1);

}  // namespace

TEST_CASE("opening a file that was due is its review, with what is decided there that day") {
  FileReviews reviews;
  reviews.note(reviewer, file, monday + 9h, "review-retention:review=due");
  const auto has = [&](std::string_view action) {
    return reviews.has(reviewer, file, monday + 10h, action);
  };
  for (const auto* const action :
       {"review-retention:review=due", "retention-facts", "retention-kept", "erasure-decided",
        "erasure-confirmed", "erasure-refused"})
    CHECK(has(action));
  // What the review does not show takes a relation, and so does a file before its time.
  for (const auto* const action : {"read-file", "record-read", "review-retention", "file-held",
                                   "review-retention:review=soon", "erase-file"})
    CHECK_FALSE(has(action));
}

TEST_CASE("somebody else, another file and another day are no part of the review") {
  FileReviews reviews;
  reviews.note(reviewer, file, monday + 9h, "review-retention:review=due");
  reviews.note(id<domain::PersonId>(2), id<domain::FileId>(2), monday + 9h, "review-retention");
  CHECK_FALSE(reviews.has(id<domain::PersonId>(2), file, monday + 10h, "retention-kept"));
  CHECK_FALSE(reviews.has(reviewer, id<domain::FileId>(2), monday + 10h, "retention-kept"));
  CHECK_FALSE(reviews.has(reviewer, file, monday + 34h, "retention-kept"));
  CHECK_FALSE(
      reviews.has(id<domain::PersonId>(2), id<domain::FileId>(2), monday + 10h, "retention-kept"));
}

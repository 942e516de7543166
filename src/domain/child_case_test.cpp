#include "domain/child_case.hpp"

#include <doctest/doctest.h>

namespace northlight::domain {

TEST_CASE("every kind and stage of a case has a code that reads back, and words") {
  for (std::size_t i = 0; i < case_kind_count; ++i) {
    const auto kind = static_cast<CaseKind>(i);
    CHECK(parse_case_kind(code(kind)) == kind);
    CHECK_FALSE(words(kind).empty());
  }
  for (std::size_t i = 0; i < case_stage_count; ++i) {
    const auto stage = static_cast<CaseStage>(i);
    CHECK(parse_case_stage(code(stage)) == stage);
    CHECK_FALSE(words(stage).empty());
  }
  CHECK(code(CaseKind::Victim) == "victim");
  CHECK(code(CaseStage::Closed) == "closed");
  CHECK_FALSE(parse_case_kind("Court").has_value());
  CHECK_FALSE(parse_case_stage("").has_value());
}

}  // namespace northlight::domain

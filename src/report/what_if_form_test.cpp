#include "report/what_if_form.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace northlight;
using namespace northlight::report;

namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

framework::Edition small_edition() {
  framework::Edition edition;
  edition.scale = {{"low", "Low", 0, {}}, {"high", "High", 1, {}}};
  edition.lenses = {{framework::LensCode{"safety"}, "Keeping the child safe", "", {}}};
  framework::Standard planning;
  planning.code = framework::StandardCode{"2.2"};
  planning.title = "Planning";
  planning.rated_by = framework::RatedBy::WeakestQuestion;
  planning.questions = {
      {framework::QuestionCode{"2.2.1"}, framework::LensCode{"safety"}, "", {}, {}}};
  framework::Standard staff;
  staff.code = framework::StandardCode{"1.2"};
  staff.title = "Staff";
  edition.standards = {staff, planning};
  return edition;
}

rating::Evidence evidence() {
  rating::Evidence found;
  found.counts = {{framework::StandardCode{"2.2"}, framework::LensCode{"safety"}, 6, 13, 0}};
  found.stated = {{framework::StandardCode{"1.2"}, framework::Rating{1}},
                  {framework::StandardCode{"2.2"}, framework::Rating{0}}};
  return found;
}

WhatIfForm read(const Fields& fields) {
  return read_what_if(small_edition(), evidence(), [&](std::string_view name) {
    const auto at = fields.find(name);
    return at == fields.end() ? nullptr : &at->second;
  });
}

}  // namespace

TEST_CASE("a form left as it was asks for no change") {
  const auto form =
      read({{"yes-2.2-safety", "6"}, {"of-2.2-safety", "13"}, {"rating-1.2", "high"}});
  CHECK(form.changes.empty());
  CHECK(form.errors.empty());
}

TEST_CASE("a changed count and a changed rating are read") {
  const auto form =
      read({{"yes-2.2-safety", " 7 "}, {"of-2.2-safety", "13"}, {"rating-1.2", "low"}});
  REQUIRE(form.errors.empty());
  REQUIRE(form.changes.size() == 2);
  CHECK(form.changes[0].rating == framework::Rating{0});
  CHECK(form.changes[1].yes == 7);
  CHECK(form.changes[1].of == 13);
}

TEST_CASE("5 of 4 is refused under its field, in words") {
  const auto form = read({{"yes-2.2-safety", "5"}, {"of-2.2-safety", "4"}});
  CHECK(form.changes.empty());
  REQUIRE(form.errors.size() == 1);
  CHECK(form.errors[0].field == "yes-2.2-safety");
  CHECK(form.errors[0].message ==
        "2.2 Planning, Keeping the child safe: “yes” cannot be more than the cases judged; 5 of 4 "
        "is not possible");
}

TEST_CASE("what is no number, too large, half empty or nought is refused") {
  for (const auto& [yes, of] :
       std::vector<std::pair<std::string, std::string>>{{"six", "13"},
                                                        {"-1", "13"},
                                                        {"6", "99999999999999999999"},
                                                        {"6", "10001"},
                                                        {"6", ""},
                                                        {"", "13"},
                                                        {"0", "0"},
                                                        {"6.5", "13"}}) {
    CAPTURE(yes);
    CAPTURE(of);
    const auto form = read({{"yes-2.2-safety", yes}, {"of-2.2-safety", of}});
    CHECK(form.changes.empty());
    CHECK(form.errors.size() == 1);
  }
}

TEST_CASE("counts left empty change nothing") {
  const auto form = read({{"yes-2.2-safety", ""}, {"of-2.2-safety", ""}});
  CHECK(form.changes.empty());
  CHECK(form.errors.empty());
}

TEST_CASE("asking for what the rule gives sets aside the published rating") {
  const auto form = read({{"rating-2.2", "rule"}});
  REQUIRE(form.changes.size() == 1);
  CHECK(form.changes[0].lens == framework::LensCode{"safety"});
  CHECK(form.changes[0].yes == 6);
}

TEST_CASE("a standard can be taken out, and an unknown rating is refused") {
  const auto out = read({{"rating-1.2", "not-rated"}});
  REQUIRE(out.changes.size() == 1);
  CHECK_FALSE(out.changes[0].rating);
  const auto refused = read({{"rating-1.2", "<script>"}});
  CHECK(refused.changes.empty());
  REQUIRE(refused.errors.size() == 1);
  CHECK(refused.errors[0].field == "rating-1.2");
}

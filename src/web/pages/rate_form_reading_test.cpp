#include "web/pages/rate_form_reading.hpp"

#include <doctest/doctest.h>

#include "testing/youth_edition.hpp"

namespace northlight::web {
namespace {

Fields fields_of(std::initializer_list<std::pair<const char*, const char*>> values) {
  Fields out;
  for (const auto& [name, value] : values) out.add(name, value);
  return out;
}

}  // namespace

TEST_CASE("both boxes filled give a count, and spaces around a figure do no harm") {
  const auto edition = testing::youth_edition();
  const auto read = read_rate_form(
      edition, fields_of({{"yes-2.1-desistance", " 8 "}, {"of-2.1-desistance", "13"}}));
  REQUIRE(read.evidence.counts.size() == 1);
  CHECK(read.evidence.counts.front().yes == 8);
  CHECK(read.evidence.counts.front().of == 13);
  CHECK(read.form.errors.empty());
}

TEST_CASE("empty boxes and nought of nought are no judged case, and never a count of nought") {
  const auto edition = testing::youth_edition();
  const auto read =
      read_rate_form(edition, fields_of({{"yes-2.1-desistance", "0"}, {"of-2.1-desistance", "0"}}));
  CHECK(read.evidence.counts.empty());
  CHECK(read.form.errors.empty());
  bool said = false;
  for (const auto& entry : read.evidence.unrated)
    said = said || (entry.what == "2.1" && entry.why == "Not rated: no case was judged.");
  CHECK(said);
}

TEST_CASE("nought of some is a count") {
  const auto edition = testing::youth_edition();
  const auto read =
      read_rate_form(edition, fields_of({{"yes-2.1-desistance", "0"}, {"of-2.1-desistance", "5"}}));
  REQUIRE(read.evidence.counts.size() == 1);
  CHECK(read.evidence.counts.front().yes == 0);
}

TEST_CASE("one box without the other, and more yeses than cases, name their field") {
  const auto edition = testing::youth_edition();
  CHECK(read_rate_form(edition, fields_of({{"yes-2.1-desistance", "8"}}))
            .form.error_of("of-2.1-desistance"));
  CHECK(read_rate_form(edition, fields_of({{"of-2.1-desistance", "8"}}))
            .form.error_of("yes-2.1-desistance"));
  CHECK(
      read_rate_form(edition, fields_of({{"yes-2.1-desistance", "9"}, {"of-2.1-desistance", "8"}}))
          .form.error_of("yes-2.1-desistance"));
}

TEST_CASE("eligible cases are read by domain, and fewer than were judged name their field") {
  const auto edition = testing::youth_edition();
  const auto with = [&](const char* eligible) {
    return read_rate_form(edition, fields_of({{"yes-2.1-desistance", "8"},
                                              {"of-2.1-desistance", "13"},
                                              {"eligible-court", eligible}}));
  };
  CHECK(with(" 14 ").eligible.at("court") == 14);
  CHECK(with("").eligible.empty());
  CHECK(with("").form.errors.empty());
  for (const auto* wrong : {"12", "0", "-1", "some", "13.5"}) {
    CAPTURE(wrong);
    CHECK(with(wrong).form.error_of("eligible-court"));
    CHECK(with(wrong).eligible.empty());
  }
}

TEST_CASE("a rating that is not on the scale is refused at its list") {
  const auto edition = testing::youth_edition();
  const auto read = read_rate_form(edition, fields_of({{"rating-1.1", "Splendid"}}));
  CHECK(read.form.error_of("rating-1.1"));
  CHECK(read.evidence.stated.empty());
}

TEST_CASE("counts from a file take the place of what was typed, other fields stay") {
  const auto typed = fields_of({{"yes-2.1-desistance", "1"}, {"rating-1.1", "Good"}});
  const auto fields = with_counts(typed, {{.standard = framework::StandardCode{"2.1"},
                                           .lens = framework::LensCode{"desistance"},
                                           .yes = 8,
                                           .of = 13}});
  CHECK(fields.text("yes-2.1-desistance") == "8");
  CHECK(fields.text("of-2.1-desistance") == "13");
  CHECK(fields.text("rating-1.1") == "Good");
}

}  // namespace northlight::web

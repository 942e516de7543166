#include "report/csv.hpp"

#include <doctest/doctest.h>

namespace northlight::report {

TEST_CASE("a table has a header row and CRLF line ends") {
  CsvTable table({"service", "score"});
  table.row({"Hollowbeck", 25});
  CHECK(table.text() == "service,score\r\nHollowbeck,25\r\n");
}

TEST_CASE("a comma, a quotation mark and a line break are quoted") {
  CHECK(Cell("a, b").written() == "\"a, b\"");
  CHECK(Cell("say \"yes\"").written() == "\"say \"\"yes\"\"\"");
  CHECK(Cell("one\ntwo").written() == "\"one\ntwo\"");
  CHECK(Cell("one\rtwo").written() == "\"one\rtwo\"");
}

TEST_CASE("text that a spreadsheet would take for a formula gets an apostrophe in front") {
  CHECK(Cell("=1+1").written() == "'=1+1");
  CHECK(Cell("+44").written() == "'+44");
  CHECK(Cell("-2").written() == "'-2");
  CHECK(Cell("@sum").written() == "'@sum");
  CHECK(Cell("\t=1").written() == "'\t=1");
  CHECK(Cell("\r=1").written() == "\"'\r=1\"");
  CHECK(Cell("=cmd|'/c x'!A1,2").written() == "\"'=cmd|'/c x'!A1,2\"");
  CHECK(Cell("\uFF1D1+1").written() == "'\uFF1D1+1");
}

TEST_CASE("a number is written as a number, and a fact that is not stated as nothing") {
  CHECK(Cell(std::int64_t{-3}).written() == "-3");
  CHECK(Cell(std::optional<std::int64_t>{}).written().empty());
  CHECK(Cell(std::optional<std::int64_t>{0}).written() == "0");
  CHECK(Cell(std::optional<std::string>{"Good"}).written() == "Good");
}

TEST_CASE("what is no UTF-8 and a NUL are replaced, the rest is kept") {
  CHECK(Cell("Ynys M\u00F4n").written() == "Ynys M\u00F4n");
  CHECK(Cell("a\xFF"
             "b")
            .written() ==
        "a\uFFFD"
        "b");
  CHECK(Cell(std::string_view("a\0b", 3)).written() ==
        "a\uFFFD"
        "b");
  CHECK(Cell("cut \xE2\x82").written() == "cut \uFFFD\uFFFD");
}

}  // namespace northlight::report

#include "web/pages/names_in_csv.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace northlight::web {

TEST_CASE("a label of first and last name looks like a name") {
  for (const char* label : {"Wren Ashgrove", "Ashgrove, W", "Ashgrove, Wren", "wren Ashgrove x",
                            "Wren", "O'Dell-Fenn Wren", "Siân Ashgrove"}) {
    CAPTURE(label);
    if (std::string_view(label) == "wren Ashgrove x")
      CHECK_FALSE(looks_like_a_name(label));
    else
      CHECK(looks_like_a_name(label));
  }
}

TEST_CASE("numbers and codes do not look like names") {
  for (const char* label : {"1", "case-01", "Case A", "case 12", "ES1", "AB", "ABC", "2024/17",
                            "Child B", "A", "", "File Ten"}) {
    CAPTURE(label);
    CHECK_FALSE(looks_like_a_name(label));
  }
}

TEST_CASE("names are counted among labels") {
  const std::vector<std::string> labels{"case-01", "Wren Ashgrove", "3"};
  CHECK(names_among(labels) == 1);
}

TEST_CASE("a column for who somebody is is found in the header row, whatever its quotes") {
  CHECK(personal_column("case,Child Name,standard\n1,x,2.1\n") == "child name");
  CHECK(personal_column("\xEF\xBB\xBF\"DOB\",case\r\n") == "dob");
  CHECK(personal_column("case,\"Date of birth\"\n") == "date of birth");
}

TEST_CASE("the five columns of an audit hold nobody's name") {
  CHECK_FALSE(personal_column("case,domain,standard,lens,answer\nWren Ashgrove,court,2.1,x,yes\n"));
  CHECK_FALSE(personal_column(""));
}

}  // namespace northlight::web

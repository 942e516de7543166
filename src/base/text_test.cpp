#include "base/text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace northlight;

TEST_CASE("white space is taken off both ends and nothing else is") {
  CHECK(trim("  a b \t\r\n") == "a b");
  CHECK(trim("") == "");
  CHECK(trim(" \n ") == "");
  CHECK(trim("\u00a0a") == "\u00a0a");
}

TEST_CASE("letters are compared without case, in ASCII only") {
  CHECK(lower("Ynys Môn, SWANSEA") == "ynys môn, swansea");
  CHECK(lower("Ŵ") == "Ŵ");
  CHECK(equals_ignoring_case("Good", "gOOD"));
  CHECK_FALSE(equals_ignoring_case("Good", "Goods"));
  CHECK(contains_ignoring_case("Requires Improvement", "improvement"));
  CHECK(contains_ignoring_case("anything", ""));
  CHECK_FALSE(contains_ignoring_case("", "a"));
}

TEST_CASE("splitting keeps empty parts; splitting words does not") {
  CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split_words("  two \t words\n") == std::vector<std::string_view>{"two", "words"});
  CHECK(split_words(" ").empty());
}

TEST_CASE("what was split is joined again") {
  CHECK(rc::check("split and join", [] {
    const auto text = *rc::gen::string<std::string>();
    std::vector<std::string> parts;
    for (const auto part : split(text, ',')) parts.emplace_back(part);
    RC_ASSERT(join(parts, ",") == text);
  }));
}

TEST_CASE("lists and counts read as people write them") {
  CHECK(list_in_words({}) == "");
  CHECK(list_in_words({"a"}) == "a");
  CHECK(list_in_words({"a", "b"}) == "a and b");
  CHECK(list_in_words({"a", "b", "c"}) == "a, b and c");
  CHECK(list_in_words({"a", "b", "c"}, "or") == "a, b or c");
  CHECK(counted(1, "case", "cases") == "1 case");
  CHECK(counted(0, "case", "cases") == "0 cases");
  CHECK(counted(2, "case", "cases") == "2 cases");
}

TEST_CASE("every occurrence is replaced, and what was put in is not looked at again") {
  CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
  CHECK(replace_all("abc", "", "x") == "abc");
  CHECK(replace_all("abab", "ab", "") == "");
}

TEST_CASE("a whole number is digits and nothing else") {
  CHECK(parse_whole_number("0") == 0);
  CHECK(parse_whole_number("0013") == 13);
  CHECK(parse_whole_number("9223372036854775807") == 9223372036854775807LL);
  for (const auto* text : {"", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "１",
                           "9223372036854775808", "99999999999999999999999"})
    CHECK_MESSAGE(!parse_whole_number(text), text);
}

TEST_CASE("numbers are read and written in words, as reports have them") {
  CHECK(number_in_words(0) == "nought");
  CHECK(number_in_words(20) == "twenty");
  CHECK(number_in_words(21) == "21");
  CHECK(number_in_words(-3) == "-3");
  CHECK(parse_number_in_words("Four") == 4);
  CHECK(parse_number_in_words("none") == 0);
  CHECK(parse_number_in_words("12") == 12);
  CHECK_FALSE(parse_number_in_words("a dozen"));
  for (long long number = 0; number < 30; ++number)
    CHECK(parse_number_in_words(number_in_words(number)) == number);
}

TEST_CASE("a number is written over its place, with zeros before it") {
  std::string text = "T..:..:...";
  put_figures(text, 1, 2, 7);
  put_figures(text, 4, 2, 59);
  put_figures(text, 7, 3, 1'042);
  CHECK(text == "T07:59:042");
  put_figures(text, 0, 0, 5);
  CHECK(text == "T07:59:042");
}

TEST_CASE("UTF-8 is told from what is not") {
  for (const auto* text : {"", "plain", "Ynys Môn", "Ŵ", "\u2019", "\U0001F600", "\U0010FFFF"})
    CHECK_MESSAGE(is_utf8(text), text);
  const std::string_view broken[] = {"\x80",
                                     "\xC3",
                                     "\xC3(",
                                     "\xE2\x82",
                                     "\xE2(\xA1",
                                     "\xF0\x9F\x98",
                                     "\xC0\x80",
                                     "\xC1\xBF",
                                     "\xE0\x80\x80",
                                     "\xED\xA0\x80",
                                     "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80",
                                     "\xF0\x80\x80\x80",
                                     "\xFF",
                                     "ok\xFE"};
  for (const auto text : broken) CHECK_FALSE(is_utf8(text));
}

#include "reading/layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "reading/check_report.hpp"
#include "testing/youth_edition.hpp"

using namespace northlight;
using namespace northlight::reading;

namespace {

Result<domain::PublishedInspection> read(const std::string& text) {
  static const std::vector<framework::Edition> editions{testing::youth_edition()};
  static const auto vocabulary = vocabulary_of(editions);
  return read_and_check(text, vocabulary, editions);
}

/// The smallest text that is a report.
const std::string table =
    "Youth justice\nRatings\nScore 3/12\nOverall rating\tInadequate\n1.1 Governance and "
    "leadership\tInadequate\n1.2 Staff\tRequires improvement\n1.3 Partnerships and "
    "services\tInadequate\n1.4 Information and facilities\tGood\n";

}  // namespace

TEST_CASE("lines are counted as an editor counts them, whatever ends them") {
  for (const char* text : {"a\n\nb\n", "a\r\n\r\nb\r\n", "a\r\rb\r"}) {
    const Layout layout(text);
    REQUIRE(layout.size() == 3);
    CHECK(layout[2].text == "b");
    CHECK(layout[2].number == 3);
  }
}

TEST_CASE("spaces, ligatures and soft hyphens are made plain") {
  const Layout layout(
      "of\xEF\xAC\x81"
      "ce\xC2\xA0hours assess\xC2\xADment \xE2\x80\x8Bnow\n");
  CHECK(layout[0].text ==
        "of"
        "fi"
        "ce hours assessment now");
}

TEST_CASE("a bullet is taken off its line and its place is kept") {
  const Layout layout("  \xE2\x80\xA2   First\n- Second\no Third\nno bullet\n\xEF\x82\xB7\n");
  CHECK(layout[0].text == "First");
  CHECK(layout[0].indent == 2);
  CHECK(layout[0].bullet != 0);
  CHECK(layout[1].text == "Second");
  CHECK(layout[2].text == "Third");
  CHECK(layout[3].bullet == 0);
  CHECK(layout[4].bullet != 0);
  CHECK(layout[4].text.empty());
}

TEST_CASE("running footers and page numbers are furniture") {
  std::string text = "Title\n";
  for (int page = 1; page < 5; ++page)
    text += "Words of the page.\n\nYouth work in Ambermere   " + std::to_string(page) + "\n\f";
  const Layout layout(text);
  int furniture = 0;
  for (const auto& line : layout.lines()) furniture += line.furniture ? 1 : 0;
  CHECK(furniture == 4);
}

TEST_CASE("a page number is furniture in every form, and what looks like one is not") {
  for (const char* furniture : {"Page 3", "Page 3 of 40", "3 | Page", "page 12"})
    CHECK(Layout(std::string("Words.\n\n") + furniture + "\n\nWords.\n")[2].furniture);
  for (const char* words : {"Page 3 says more", "Score 3/36", "Home page", "2.1 Assessment", "62%"})
    CHECK_FALSE(Layout(std::string("Words.\n\n") + words + "\n\nWords.\n")[2].furniture);
}

TEST_CASE("a footer without form feeds is known by a number that goes up") {
  const auto furniture = [](const std::vector<int>& numbers) {
    std::string text;
    for (const int number : numbers) {
      for (int line = 0; line < 9; ++line) text += "Words of the page.\n";
      text += std::to_string(number) + " | Youth work in Ambermere\n";
    }
    const Layout layout(text);
    return std::ranges::count_if(layout.lines(), &TextLine::furniture);
  };
  CHECK(furniture({3, 4, 5}) == 3);
  CHECK(furniture({3, 5, 9}) == 3);
  CHECK(furniture({3, 4}) == 0);
  CHECK(furniture({3, 3, 3}) == 0);
  CHECK(furniture({5, 4, 3}) == 0);
}

TEST_CASE("a word divided at the line end is mended only where the report has it whole") {
  const Layout layout("assessment and high-quality work\n");
  std::string text = "The assess-";
  append_line(text, "ment is high-", layout);
  append_line(text, "quality work", layout);
  CHECK(text == "The assessment is high-quality work");
}

TEST_CASE("a bullet without words before any other text does no harm") {
  CHECK(read("\xE2\x80\xA2\nwords\n" + table));
  CHECK(read(table + "\xE2\x80\xA2\n"));
}

TEST_CASE("what is no report is refused with what to give instead") {
  for (const char* text : {"", "   \n", "A letter about something else.\n",
                           "1.1 Governance and leadership\n1.2 Staff\n"}) {
    const auto refused = read(text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Invalid);
    CHECK_FALSE(refused.error().message.empty());
  }
}

TEST_CASE("a report cut off anywhere is read as far as it goes, or refused") {
  for (std::size_t length = 0; length < table.size(); ++length) {
    const auto part = read(table.substr(0, length));
    if (!part) CHECK(part.error().code == ErrorCode::Invalid);
  }
  const auto whole = read(table);
  REQUIRE(whole);
  CHECK(whole->score == 3);
}

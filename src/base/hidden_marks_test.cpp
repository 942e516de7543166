#include "base/hidden_marks.hpp"

#include <doctest/doctest.h>

namespace northlight {

TEST_CASE("marks that turn the direction of writing are found wherever they stand") {
  for (const auto* const mark : {"\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
                                 "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
    for (const auto& name : {std::string(mark) + "Wren", "Wr" + std::string(mark) + "en",
                             "Wren" + std::string(mark), "Łuczak" + std::string(mark) + "é"}) {
      CAPTURE(name);
      CHECK(hidden_mark_in(name) == HiddenMark::Direction);
    }
}

TEST_CASE("controls and what has no width are found, and told apart from what turns") {
  for (const std::string_view mark :
       {std::string_view("\0", 1), std::string_view("\t"), std::string_view("\n"),
        std::string_view("\x1B"), std::string_view("\x7F"), std::string_view("\u0085"),
        std::string_view("\u2028"), std::string_view("\u2029")})
    CHECK(hidden_mark_in("Wr" + std::string(mark) + "en") == HiddenMark::Control);
  for (const auto* const mark :
       {"\u00AD", "\u180E", "\u200B", "\u2060", "\u2064", "\uFEFF", "\U000E0001", "\U000E007F"})
    CHECK(hidden_mark_in("Wr" + std::string(mark) + "en") == HiddenMark::NoWidth);
}

TEST_CASE("names in any letters hold no such mark") {
  for (const auto* const name :
       {"", "Wren Exampleby", "O’Hara-Łuczak", "Ynys Môn", "محمد علی", "שרה לוי", "李小龙", "Þóra",
        "فاطمه\u200Cالزهرا", "ක්\u200Dෂ", "Nguyễn Thị", "e\u0301", "😀", "\u00A0", "\u202F", "\u2065",
        "\u206A", "\u2027", "\u2010"}) {
    CAPTURE(name);
    CHECK_FALSE(hidden_mark_in(name));
    CHECK(check_no_hidden_marks(name, "name", "name"));
    CHECK(without_hidden_marks(name) == name);
  }
}

TEST_CASE("a name with such a mark is refused where it was typed, saying what to do") {
  const auto turned = check_no_hidden_marks("Wren\u202E", "name", "given_names");
  REQUIRE_FALSE(turned);
  CHECK(turned.error().code == ErrorCode::Invalid);
  CHECK(turned.error().where == "given_names");
  CHECK(turned.error().message ==
        "The name holds a mark that changes the direction of writing, which cannot be seen. Type "
        "the name again.");
  CHECK(check_no_hidden_marks("V-\t1", "reference", "").error().message ==
        "The reference holds a tab, the end of a line or another control character. Type the "
        "reference again.");
  CHECK(check_no_hidden_marks("Wr\u200Ben", "name", "").error().message ==
        "The name holds a mark without any width, which cannot be seen. Type the name again.");
  CHECK(check_no_hidden_marks("Wr\xC3", "name", "").error().message ==
        "Some of the letters cannot be read. Type the name again.");
}

TEST_CASE("such marks are taken out of a text that stays") {
  CHECK(without_hidden_marks("letter\u202Efdp.exe\t\u200B") == "letterfdp.exe");
  CHECK(without_hidden_marks("\xC3 \xE2\x80") == "\xC3 \xE2\x80");
  CHECK_FALSE(hidden_mark_in("\xC3\xE2\x80"));
}

}  // namespace northlight

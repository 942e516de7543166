#include "html/html.hpp"

#include <doctest/doctest.h>

#include <array>

#include "html/json_script.hpp"

using namespace northlight;
using namespace northlight::html;

TEST_CASE("text and attribute values are escaped") {
  CHECK(text("<b>R&D</b> \"here\"").view() == "&lt;b&gt;R&amp;D&lt;/b&gt; \"here\"");
  CHECK(element("p", {{"title", "a \"b\" <c> & d"}}, "x < y").view() ==
        "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; d\">x &lt; y</p>");
}

TEST_CASE("a byte of value zero becomes the replacement character") {
  CHECK(text(std::string_view("a\0b", 3)).view() ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("an element nests text and elements in the order given") {
  const std::string name = "Fitz & Co";
  CHECK(element("p", {}, "By ", element("b", {}, name), ".").view() ==
        "<p>By <b>Fitz &amp; Co</b>.</p>");
}

TEST_CASE("an element without content has no end tag") {
  CHECK(element("br", {}).view() == "<br>");
  CHECK(element("input", {{"type", "text"}, {"disabled", true}, {"checked", false}}).view() ==
        "<input type=\"text\" disabled>");
}

TEST_CASE("an attribute is whole, decimal, bare or absent as its value is") {
  CHECK(element("rect", {{"x", 12}, {"y", 1.5}, {"width", 100.0}, {"height", -0.001}}).view() ==
        "<rect x=\"12\" y=\"1.5\" width=\"100\" height=\"0\"></rect>");
  CHECK(element("p",
                {{"id", std::optional<std::string>()}, {"lang", std::optional<std::string>("cy")}})
            .view() == "<p lang=\"cy\"></p>");
}

TEST_CASE("attributes kept for later are written after one another") {
  Attributes attributes{{"data-one", "1"}};
  attributes.add({"data-two", "<"}).add(Attributes{{"hidden", true}});
  CHECK(element("p", attributes, "x").view() == "<p data-one=\"1\" data-two=\"&lt;\" hidden>x</p>");
}

TEST_CASE("content is text, which is escaped, or HTML, which is not") {
  const Content plain = "a < b";
  const Content rich = element("b", {}, "a");
  CHECK(plain.is_text());
  CHECK_FALSE(rich.is_text());
  CHECK(element("p", {}, plain, rich).view() == "<p>a &lt; b<b>a</b></p>");
  CHECK(Content("").or_else("other").html().view() == "other");
}

TEST_CASE("pieces are put together with plus, all and each") {
  const std::array<std::string, 2> names = {"a", "<"};
  CHECK((text("x") + raw("<br>") + text("y")).view() == "x<br>y");
  CHECK(all(text("x"), raw("<hr>")).view() == "x<hr>");
  CHECK(each(names, [](const std::string& name) { return element("li", {}, name); }).view() ==
        "<li>a</li><li>&lt;</li>");
}

TEST_CASE("class names are joined and empty ones left out") {
  CHECK(classes({"a", "", "b"}) == "a b");
  CHECK(classes({"", ""}).empty());
}

TEST_CASE("an address that would run a script never reaches a link") {
  CHECK(element("a", {{"href", url("javascript:alert(1)")}}, "x").view() == "<a href=\"#\">x</a>");
  for (const auto* refused :
       {"JavaScript:alert(1)", " javascript:x", "java\nscript:x", "\x01javascript:x",
        "data:text/html,x", "vbscript:x", "//other.example", "/\\other.example",
        "file:///etc/passwd", ":x", "blob:x"})
    CHECK_MESSAGE(Url(refused).text() == "#", refused);
}

TEST_CASE("addresses of this site, of the web and of mail are kept") {
  for (const auto* kept :
       {"", "/", "#top", "?page=2", "/children/x?a=b:c", "a/b:c", "https://example.org/x",
        "HTTP://example.org", "mailto:someone@example.org", "?x=javascript:1"})
    CHECK_MESSAGE(Url(kept).text() == kept, kept);
}

TEST_CASE("a query is percent-encoded and then escaped as an attribute") {
  const auto address = with_query("/search", {{"q", "a&b=c d/é"}, {"page", "2"}});
  CHECK(address.text() == "/search?q=a%26b%3Dc%20d%2F%C3%A9&page=2");
  CHECK(element("a", {{"href", address}}).view() ==
        "<a href=\"/search?q=a%26b%3Dc%20d%2F%C3%A9&amp;page=2\"></a>");
  CHECK(with_query("/search?x=1", {{"y", ""}}).text() == "/search?x=1&y=");
}

TEST_CASE("data for a script cannot close the block it stands in") {
  const auto block = json_script("data", Json::object({{"a", "</script><!-- & -->"}}));
  CHECK(block.view() ==
        "<script type=\"application/json\" id=\"data\">"
        "{\"a\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 --\\u003e\"}</script>");
}

TEST_CASE("every byte is escaped wherever it stands in a long text") {
  const std::string harmless = "abcdefghijklmnopqrstuvwxyz";
  const std::string above = "\xC3\xA9\xE2\x80\x99";  // é and ’: bytes above 127 are left alone.
  for (std::size_t place = 0; place <= harmless.size(); ++place)
    for (const auto& [letter, written] :
         {std::pair{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}}) {
      const auto typed = harmless.substr(0, place) + letter + harmless.substr(place) + above;
      const auto expected = harmless.substr(0, place) + written + harmless.substr(place) + above;
      CHECK(element("p", {{"title", typed}}).view() == "<p title=\"" + expected + "\"></p>");
      CHECK(text(typed).view() == (letter == '"' ? typed : expected));
    }
}

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>

#include "base/json.hpp"
#include "testing/inspections.hpp"
#include "tests/journeys/sent_form.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

const SiteUnderTest& library() {
  static const SiteUnderTest site({east_sussex()});
  return site;
}

/// A report of an invented service, in our own words, with one rating that departs from the rule.
std::string a_report() {
  std::ifstream file(NORTHLIGHT_SOURCE_DIR "/tests/journeys/hollowbeck.txt");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Answer check_file(const std::string& bytes, const std::string& name = "report.txt") {
  return post(library(), "/check", {.files = {{"report", name, bytes}}});
}

std::set<std::string> files_of(const std::filesystem::path& folder) {
  std::set<std::string> out;
  std::error_code ignored;
  namespace fs = std::filesystem;
  // Other programs take their files away while we look: what cannot be seen any more is passed
  // over.
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                      ignored);
  for (; at != fs::recursive_directory_iterator(); at.increment(ignored))
    out.insert(at->path().string());
  return out;
}

}  // namespace

TEST_CASE("the form says that nothing is kept") {
  const auto page = library().get("/check");
  CHECK(page.status == 200);
  CHECK(page.shows("We keep nothing."));
  CHECK(page.shows("enctype=\"multipart/form-data\""));
}

TEST_CASE("a report is read, and its facts and findings shown with their lines") {
  const auto page = check_file(a_report());
  REQUIRE(page.status == 200);
  CHECK(page.shows("Hollowbeck"));
  CHECK(page.shows("46% (6 of 13)"));
  CHECK(page.shows("Standard 2.1"));
  CHECK(page.shows("nl-lines__line--meant"));
  CHECK(page.shows("Nothing of it was kept"));
}

TEST_CASE("pasted text is read as a file is") {
  const auto page = post(library(), "/check", {.fields = {{"text", a_report()}, {"press", ""}}});
  REQUIRE(page.status == 200);
  CHECK(page.shows("46% (6 of 13)"));
}

TEST_CASE("the result can be sent back for its JSON, which is that of the command line") {
  for (const auto* format : {"read", "check"}) {
    CAPTURE(format);
    const auto answer =
        post(library(), "/check", {.fields = {{"text", a_report()}, {"format", format}}});
    REQUIRE(answer.status == 200);
    CHECK(header_of(answer, "Content-Disposition").find("attachment") != std::string::npos);
    const auto document = Json::parse(answer.body);
    REQUIRE(document);
    REQUIRE(document->items());
    CHECK(document->items()->front().find("findings"));
  }
}

TEST_CASE("a news story is held against the report") {
  const auto page = post(library(), "/check",
                         {.fields = {{"text", a_report()},
                                     {"press",
                                      "Hollowbeck Youth Justice Service has been rated "
                                      "Outstanding overall by inspectors."}}});
  REQUIRE(page.status == 200);
  CHECK(page.shows("What the story says"));
}

TEST_CASE("no file and no text keeps the reader on the form with what to do") {
  for (const auto& form : {SentForm{}, SentForm{.fields = {{"text", "  \n "}}},
                           SentForm{.files = {{"report", "", ""}}}}) {
    const auto page = post(library(), "/check", form);
    CHECK(page.status == 422);
    CHECK(page.shows("There is a problem"));
    CHECK(page.shows("Choose a PDF or text file, or paste the text of the report."));
    CHECK(page.shows("href=\"#report\""));
    CHECK(page.shows("name=\"report\""));
  }
}

TEST_CASE("bad files get a clear message on the form") {
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"empty.pdf", ""},
           {"binary.bin", std::string("\x7F"
                                      "ELF\0\1\2\xFF\xFE",
                                      9)},
           {"letter.txt", "Dear all, the meeting is on Tuesday."},
           {"cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog"}}) {
    CAPTURE(name);
    const auto page = check_file(bytes, name);
    CHECK(page.status == 422);
    CHECK(page.shows("There is a problem"));
    CHECK(page.shows("govuk-file-upload"));
    CHECK(page.shows("choose it again"));
    CHECK(page.shows("<title>Error: "));
  }
}

TEST_CASE("a text that is no report is given back, to be put right") {
  const auto page = post(library(), "/check", {.fields = {{"text", "A <b>letter</b> about tea."}}});
  CHECK(page.status == 422);
  CHECK(page.shows("A &lt;b&gt;letter&lt;/b&gt; about tea."));
}

TEST_CASE("a file larger than the limit is refused without being read whole") {
  const auto page = check_file(std::string(std::size_t{64} * 1024 * 1024, 'x'), "large.pdf");
  CHECK(page.status == 413);
  CHECK(page.shows("too large"));
}

TEST_CASE("200 MB are refused with the limit, what to do, and the way back to that form") {
  const std::string file(std::size_t{200} * 1024 * 1024, 'x');
  const auto page = check_file(file, "huge.pdf");
  CHECK(page.status == 413);
  CHECK(page.shows("The report can be up to 20 MB."));
  CHECK(page.shows("paste that into the form"));
  CHECK(page.shows("href=\"/check\">Go back to the form</a>"));
  CHECK_FALSE(page.shows("Choose a smaller file"));

  const auto rate = post(library(), "/rate", {.files = {{"csv", "huge.csv", file}}});
  CHECK(rate.status == 413);
  CHECK(rate.shows("The file of judgements can be up to 8 MB."));
  CHECK(rate.shows("href=\"/rate\">Go back to the form</a>"));
}

TEST_CASE("a PDF that is locked with a password asks for one that opens, on the form") {
  const std::filesystem::path file(NORTHLIGHT_SOURCE_DIR
                                   "/tests/examples/reading/hostile/locked.pdf");
  std::ifstream input(file, std::ios::binary);
  REQUIRE(input);
  const std::string bytes{std::istreambuf_iterator<char>(input), {}};
  const auto page = check_file(bytes, "locked.pdf");
  CHECK(page.status == 422);
  CHECK(page.shows("There is a problem"));
  CHECK(page.shows("The PDF is locked with a password. Give a copy that opens without one."));
  CHECK(page.shows("govuk-file-upload"));
}

TEST_CASE("a hostile report stays text") {
  auto report = a_report();
  for (std::size_t at = 0; (at = report.find("children", at)) != std::string::npos; at += 30)
    report.replace(at, 8, "<script>alert(1)</script><img src=x onerror=alert(2)>");
  const auto page = check_file(report, "<script>alert(3)</script>.txt");
  CHECK_FALSE(page.shows("<script>alert"));
  CHECK_FALSE(page.shows("<img src=x"));
  CHECK(page.shows("</html>"));
}

TEST_CASE("an upload leaves no file behind") {
  const auto folder = std::filesystem::temp_directory_path();
  library().get("/check");
  const auto before = files_of(folder);
  // Other programs write there too: what is ours is told by a mark.
  const auto mark = "upload of process " + std::to_string(::getpid());
  check_file(a_report() + "\n" + mark + "\n");
  check_file("%PDF-1.7\n" + mark, "a.pdf");
  std::vector<std::string> left;
  std::error_code unseen;  // Gone meanwhile, or a link that leads round in a circle.
  for (const auto& one : files_of(folder))
    if (!before.contains(one) && std::filesystem::is_regular_file(one, unseen)) {
      std::ifstream file(one, std::ios::binary);
      std::ostringstream text;
      text << file.rdbuf();
      if (text.str().find(mark) != std::string::npos) left.push_back(one);
    }
  CHECK(left.empty());
}

#include <doctest/doctest.h>

#include "framework/small_edition.hpp"

using namespace northlight;
using namespace northlight::framework;

namespace {

/// One way to break the small edition, and the refusal that must come of it.
struct Broken {
  const char* name;
  const char* file;
  const char* find;
  const char* replace;
  const char* where;
  const char* message;
};

std::vector<FrameworkFile> broken_by(const Broken& one) {
  auto files = small_edition_files();
  for (auto& file : files) {
    if (file.path != std::string("small/") + one.file) continue;
    const auto at = file.text.find(one.find);
    REQUIRE(at != std::string::npos);
    file.text.replace(at, std::string(one.find).size(), one.replace);
  }
  return files;
}

const Broken table[] = {
    {"an unknown key", "framework.toml", "summary =", "sumary = 'x'\nsummary =",
     "framework.toml:4: sumary", "is not a key that is known here"},
    {"an unknown key in a standard", "standards/d1.toml",
     "title =", "weight = 2\ntitle =", "d1.toml:3: weight", "is not a key that is known here"},
    {"an unknown key in an example", "examples/one.toml", "score = 2", "scores = 2",
     "one.toml:8: examples[1].expect.scores", "is not a key that is known here"},
    {"a missing key", "framework.toml", "title = \"A small edition\"", "",
     "framework.toml:1: title", "is missing"},
    {"an empty text", "framework.toml", "\"A small edition\"", "\" \"", "framework.toml:2: title",
     "is empty"},
    {"a text where a number belongs", "framework.toml", "points = 0", "points = \"0\"",
     "scale[1].points", "is a text here. Write a whole number"},
    {"broken TOML", "framework.toml", "title = \"A", "title = A", "framework.toml:2",
     "not well-formed TOML"},
    {"a key twice", "framework.toml", "title = \"A", "title = \"B\"\ntitle = \"A",
     "framework.toml:3", "not well-formed"},
    {"a duplicate source", "framework.toml", "[[scale]]",
     "[[sources]]\nid = \"book\"\ntitle = \"B\"\npublisher = \"B\"\n[[scale]]", "sources[2].id",
     "used twice"},
    {"a duplicate level", "framework.toml", "id = \"fair\"", "id = \"weak\"", "scale[2].id",
     "used twice"},
    {"a duplicate lens", "framework.toml", "id = \"south\"", "id = \"north\"", "lenses[2].id",
     "used twice"},
    {"a duplicate domain", "framework.toml", "id = \"night\"", "id = \"day\"", "domains[2].id",
     "used twice"},
    {"a duplicate standard", "standards/n1.toml", "id = \"N1\"", "id = \"D1\"", "n1.toml:1: id",
     "used twice"},
    {"a duplicate question", "standards/d1.toml", "id = \"D1.2\"", "id = \"D1.1\"",
     "questions[2].id", "used twice"},
    {"a duplicate prompt", "standards/d1.toml", "id = \"D1.1.b\"", "id = \"D1.1.a\"",
     "prompts[2].id", "used twice"},
    {"a lens where two have one name", "framework.toml", "id = \"south\"", "id = \"north\"",
     "questions[2].lens", "There is no lens \"south\". Write north,"},
    {"a lens twice in a standard", "standards/d1.toml", "lens = \"south\"", "lens = \"north\"",
     "questions[2].lens", "Two questions of this standard have the lens"},
    {"a gap between bands", "framework.toml", "from = 30", "from = 31", "bands.band[2].from",
     "There is a gap: no band covers 30 to 31%"},
    {"a gap at the bottom", "framework.toml", "from = 0", "from = 1", "bands.band[1].from",
     "There is a gap"},
    {"a gap at the top", "framework.toml", "up_to = 100", "up_to = 99", "bands.band[3].up_to",
     "There is a gap"},
    {"an overlap of bands", "framework.toml", "from = 30", "from = 29", "bands.band[2].from",
     "Two bands overlap from 29 to 30%"},
    {"an empty band", "framework.toml", "below = 30", "below = 0", "bands.band[1].below",
     "Let it end above where it starts"},
    {"an edge above 100", "framework.toml", "below = 90", "below = 190", "bands.band[2].below",
     "from 0 to 100"},
    {"a band for no rating", "framework.toml", "rating = \"fair\"\nfrom", "rating = \"good\"\nfrom",
     "bands.band[2].rating", "Write one of weak, fair or strong"},
    {"bands in the wrong order", "framework.toml", "rating = \"weak\"\nfrom",
     "rating = \"fair\"\nfrom", "bands.band[1].rating", "from the lowest to the highest"},
    {"a way to compare that does not exist", "framework.toml", "compare = \"exact\"",
     "compare = \"rounded\"", "bands.compare", "Write \"exact\" or \"printed\""},
    {"a gap between overall bands", "framework.toml", "above = \"1\"", "above = \"3/2\"",
     "overall.bands[2].above", "There is a gap from 1 to 3/2"},
    {"an overlap of overall bands", "framework.toml", "above = \"1\"", "above = \"1/2\"",
     "overall.bands[2].above", "overlap from 1/2 to 1"},
    {"a fraction that is none", "framework.toml", "above = \"1\"", "above = \"one\"",
     "overall.bands[2].above", "is not an exact number"},
    {"a fact without a source", "framework.toml",
     "status = \"published\"\nsource = \"book\"\n\n[[sources]]",
     "status = \"published\"\n[[sources]]", "framework.toml:1: source", "This fact has no source"},
    {"a prompt without a source", "standards/d1.toml",
     "\"Is it long?\", status = \"published\", source = \"book\"",
     "\"Is it long?\", status = \"published\"", "questions[1].prompts[1].source",
     "This fact has no source"},
    {"an unknown source", "standards/d1.toml", "source = \"book\"", "source = \"film\"",
     "d1.toml:7: source", "There is no source \"film\""},
    {"an unknown status", "standards/d1.toml", "status = \"published\"", "status = \"certain\"",
     "d1.toml:6: status", "Write \"published\", \"computed\" or \"unverified\""},
    {"an unknown domain", "standards/d1.toml", "domain = \"day\"", "domain = \"dusk\"",
     "d1.toml:2: domain", "There is no domain \"dusk\". Write day or night"},
    {"an unknown lens", "standards/d1.toml", "lens = \"south\"", "lens = \"west\"",
     "questions[2].lens", "There is no lens \"west\". Write north or south"},
    {"a counted question without a lens", "standards/d1.toml", "lens = \"south\"\n", "",
     "questions[2].lens", "needs a lens"},
    {"an unknown way to rate", "standards/d1.toml", "\"weakest_question\"", "\"average\"",
     "d1.toml:4: rated_by", "is not a way to rate"},
    {"a counted standard with no question", "standards/n1.toml",
     "rated_by = \"panel\"\ncounts_in_score = true\nstatus = \"published\"\nsource = "
     "\"book\"\n[[questions]]\nid = \"N1.1\"\ntext = \"Is the sleep sound?\"",
     "rated_by = \"weakest_question\"\ncounts_in_score = true", "n1.toml:1: questions",
     "has no question"},
    {"a standard rated by a panel with no question", "standards/n1.toml",
     "[[questions]]\nid = \"N1.1\"\ntext = \"Is the sleep sound?\"\nstatus = "
     "\"published\"\nsource = \"book\"\n",
     "", "n1.toml:1: questions", "or say in framework.toml that they are not known"},
    {"an empty text that is needed", "standards/n1.toml", "\"Sleeping\"", "\"\"",
     "n1.toml:3: title", "Write what is known: it is needed."},
    {"a prompt under the wrong question", "standards/d1.toml", "id = \"D1.1.b\"", "id = \"D1.2.b\"",
     "prompts[2].id", "Let its id start with \"D1.1.\""},
    {"points out of order", "framework.toml", "points = 2", "points = 7", "scale[3].points",
     "from the lowest rating to the highest"},
    {"points for some levels only", "framework.toml", "points = 2\n", "", "scale[2].points",
     "all of them points, or none"},
    {"a part that is neither given nor said to be unknown", "framework.toml",
     "[sample]\nz = \"1.2816\"\np = \"1/2\"\nmargin = \"1/20\"\nrounding = \"up\"\ntext = \"So "
     "many are drawn.\"\nstatus = \"published\"\nsource = \"book\"\n",
     "", "framework.toml:1: sample", "gives nothing about \"sample\""},
    {"a part both given and said to be unknown", "framework.toml", "[rules.lowest_decides]",
     "[[not_known]]\nabout = \"overall\"\nwhat = \"x\"\nwhy = \"y\"\n[rules.lowest_decides]",
     "not_known", "is given and also listed as not known"},
    {"a window that ends before it starts", "framework.toml", "ends_days_before = 66",
     "ends_days_before = 400", "case_window.ends_days_before", "ends before it starts"},
    {"a weekday that does not exist", "framework.toml", "\"Monday\"", "\"Moonday\"",
     "case_window.fieldwork_weekday", "is not a day of the week"},
    {"a month that does not exist", "framework.toml", "\"2020-12\"", "\"2020-13\"",
     "framework.toml:6: fieldwork_until", ""},
    {"an edition that ends before it begins", "framework.toml", "\"2020-12\"", "\"2019-12\"",
     "framework.toml:6: fieldwork_until", "goes out of use before"},
    {"an example that expects nothing", "examples/one.toml",
     "score = 2\n[examples.expect.standards.\"D1\"]\nrating = \"Fair\"\n", "", "expect",
     "cannot fail"},
    {"an example of an unknown source", "examples/one.toml", "\"book\"", "\"film\"",
     "examples[1].source", "There is no source"},
    {"a count that is no pair", "examples/one.toml", "[3, 6]", "[3]", "counts.D1.north",
     "whole numbers in square brackets"},
    {"a kind of refusal that does not exist", "examples/one.toml", "score = 2", "refused = \"no\"",
     "expect.refused", "Write \"incomplete\" or \"invalid\""},
};

}  // namespace

TEST_CASE("the small edition reads without a problem") {
  const auto reading = parse_framework(small_edition_files());
  for (const auto& problem : reading.problems) FAIL_CHECK(problem.where, ": ", problem.message);
  REQUIRE(reading.edition);
  CHECK(reading.edition->scale.size() == 3);
  CHECK(reading.edition->standards.size() == 2);
  CHECK(reading.examples.size() == 1);
}

TEST_CASE("a broken edition is refused with file, line, key and what to do") {
  for (const auto& one : table) {
    CAPTURE(one.name);
    const auto reading = parse_framework(broken_by(one));
    CHECK_FALSE(reading.edition);
    bool found = false;
    std::string all;
    for (const auto& problem : reading.problems) {
      all += problem.where + ": " + problem.message + "\n";
      found = found || (problem.where.find(one.where) != std::string::npos &&
                        problem.message.find(one.message) != std::string::npos);
      CHECK(problem.where.find("small/") == 0);
    }
    CAPTURE(all);
    CHECK(found);
  }
}

TEST_CASE("every problem is reported, not only the first") {
  auto files = small_edition_files();
  files[0].text += "\n[surprise]\n";
  files[1].text += "\nsurprise = 1\n";
  files[3].text += "\n[[examples]]\nname = \"half is fair\"\n";
  const auto reading = parse_framework(files);
  CHECK(reading.problems.size() == 4);
}

TEST_CASE("a folder without framework.toml is refused") {
  const auto reading = parse_framework({});
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message.find("There is no framework.toml") == 0);
  CHECK(read_framework("no/such/folder").problems.size() == 1);
  CHECK(read_edition("no/such/folder").error().code == ErrorCode::NotFound);
  CHECK(read_editions("no/such/folder").error().code == ErrorCode::NotFound);
}

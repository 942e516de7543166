#include "web/kept_form.hpp"

#include <doctest/doctest.h>

using namespace northlight;
using namespace northlight::web;

namespace {

Request sent() {
  Request request;
  request.target = *Target::parse("/children/abc/contacts?step=2");
  request.form.add("csrf_token", "secret");
  request.form.add("password", "heron weir tangle");
  request.form.add("agreed", "a kite in june");
  request.form.add("note", "Two lines\r\nand an ü & a = sign\nfiles\n");
  request.form.add("need", "one");
  request.form.add("need", "two");
  return request;
}

}  // namespace

TEST_CASE(
    "a form is kept whole but for its token and passwords, with every value of a name, and read "
    "again") {
  const auto kept = parse_kept_form(as_text(kept_form_of(sent())));
  REQUIRE(kept);
  CHECK(kept->address == "/children/abc/contacts?step=2");
  CHECK_FALSE(kept->had_files);
  CHECK(kept->fields.find("csrf_token") == nullptr);
  CHECK(kept->fields.find("password") == nullptr);
  CHECK(kept->fields.find("agreed") == nullptr);
  CHECK(*kept->fields.find("note") == "Two lines\r\nand an ü & a = sign\nfiles\n");
  CHECK(kept->fields.all("need") == std::vector<std::string>{"one", "two"});
}

TEST_CASE("that files came with it is known, for they must be chosen again") {
  auto request = sent();
  request.files.push_back({"letter", "letter.pdf", "application/pdf", "%PDF"});
  const auto kept = parse_kept_form(as_text(kept_form_of(request)));
  REQUIRE(kept);
  CHECK(kept->had_files);
}

TEST_CASE("what was not written here is not read") {
  for (const auto* text : {"", "/a", "/a\n", "//evil.example\n\na=1", "http://evil\n\na=1",
                           "/a\nmore\na=1", "/a\n\n%zz"})
    CHECK_FALSE(parse_kept_form(text));
}

TEST_CASE("the file that an address is about is told from the address alone") {
  const auto file = file_in("/children/30jptbaycvkmnk2r04m2d6nq8n/sent-in/new?step=2");
  REQUIRE(file);
  CHECK(file->text() == "30jptbaycvkmnk2r04m2d6nq8n");
  CHECK_FALSE(file_in("/account/sessions?file=30jptbaycvkmnk2r04m2d6nq8n"));
}

TEST_CASE("an id in the address of a person or a sample is no file's") {
  CHECK(file_in("/victims/30jptbaycvkmnk2r04m2d6nq8n/records/x/edit"));
  CHECK(file_in("/retention/30jptbaycvkmnk2r04m2d6nq8n/hold"));
  CHECK_FALSE(file_in("/people/30jptbaycvkmnk2r04m2d6nq8n/leave"));
  CHECK_FALSE(file_in("/samples/30jptbaycvkmnk2r04m2d6nq8n/list"));
  CHECK_FALSE(file_in("/children"));
  CHECK_FALSE(file_in("/children/new"));
}

TEST_CASE("buttons, choices, numbers and ids are no words, and whatever else was typed is") {
  const auto with = [](const char* value) {
    KeptForm form;
    form.fields.add("field", value);
    return has_words(form);
  };
  for (const auto* text :
       {"", " ", "sign", "bail-support", "12", "30jptbaycvkmnk2r04m2d6nq8n",
        "/children/30jptbaycvkmnk2r04m2d6nq8n", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    CHECK_FALSE(with(text));
  for (const auto* text : {"Bruises", "he is hurt", "hurt.", "Zoë", "two\nlines"})
    CHECK(with(text));
}

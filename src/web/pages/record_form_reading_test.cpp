#include "web/pages/record_form_reading.hpp"

#include <doctest/doctest.h>

#include "web/views/record_fields.hpp"

using namespace northlight;
using namespace northlight::web;

namespace {

const forms::FieldCode happened{"happened"};
const forms::FieldCode on{"on"};
const forms::FieldCode alone{"alone"};
const forms::FieldCode who{"who"};
const forms::FieldCode risks{"risks"};
const forms::FieldCode trigger{"trigger"};
const domain::RowId first{IdBits{{1}}};

forms::Form a_form() {
  forms::Form form;
  form.code = forms::FormCode("visit");
  form.title = "Visit";
  forms::Section section;
  section.code = "visit";
  section.title = "The visit";
  section.fields = {
      {.code = happened, .kind = forms::FieldKind::LongText, .label = "What happened?"},
      {.code = on, .kind = forms::FieldKind::Date, .label = "When?"},
      {.code = alone,
       .kind = forms::FieldKind::YesNo,
       .label = "Alone?",
       .no_answer = {forms::NoAnswer::NotKnown}},
      {.code = who,
       .kind = forms::FieldKind::Person,
       .label = "Who?",
       .no_answer = {forms::NoAnswer::Declined}}};
  section.groups = {{.code = risks,
                     .label = "Risks",
                     .row_label = "Risk",
                     .fields = {{.code = trigger,
                                 .kind = forms::FieldKind::Text,
                                 .label = "What would have to happen?"}}}};
  form.sections = {section};
  return form;
}

Fields sent(std::initializer_list<Fields::Field> fields) {
  Fields all;
  for (const auto& [name, value] : fields) all.add(name, value);
  return all;
}

}  // namespace

TEST_CASE("what was typed is read with its lines, and what was left empty is no answer") {
  const auto typed = read_record_form(
      a_form(), sent({{"happened", "First.\r\nSecond. \r\n"}, {"who", " "}, {"alone", "yes"}}));
  CHECK(typed.errors.empty());
  CHECK(*typed.answers.find(happened) == forms::Answer{std::string("First.\nSecond.")});
  CHECK(*typed.answers.find(alone) == forms::Answer{true});
  CHECK(typed.answers.find(who) == nullptr);
}

TEST_CASE("a date is a date, and what is none is kept as it was typed") {
  const auto good =
      read_record_form(a_form(), sent({{"on-day", "3"}, {"on-month", "11"}, {"on-year", "2026"}}));
  CHECK(*good.answers.find(on) == forms::Answer{Date{std::chrono::year(2026) / 11 / 3}});
  const auto odd =
      read_record_form(a_form(), sent({{"on-day", "31"}, {"on-month", "2"}, {"on-year", "2026"}}));
  CHECK(*odd.answers.find(on) == forms::Answer{std::string("31/2/2026")});
}

TEST_CASE("a reason for having no answer counts unless something was typed") {
  const auto none = read_record_form(
      a_form(), sent({{"who", ""}, {"who-none", "declined"}, {"alone", "none:not-known"}}));
  CHECK(*none.answers.find(who) == forms::Answer{forms::NoAnswer::Declined});
  CHECK(*none.answers.find(alone) == forms::Answer{forms::NoAnswer::NotKnown});
  const auto both = read_record_form(a_form(), sent({{"who", "Aunt"}, {"who-none", "declined"}}));
  CHECK(*both.answers.find(who) == forms::Answer{std::string("Aunt")});
}

TEST_CASE("rows keep their ids and their order, and what names no row is passed over") {
  const auto path = "risks/" + first.text();
  const auto typed = read_record_form(a_form(), sent({{"rows:risks", first.text()},
                                                      {"rows:risks", "nonsense"},
                                                      {path + "/trigger", "A call"}}));
  REQUIRE(typed.answers.rows(risks).size() == 1);
  CHECK(typed.answers.rows(risks)[0].id == first);
  CHECK(typed.answers.rows(risks)[0].answers.at(trigger) == forms::Answer{std::string("A call")});
}

TEST_CASE("every answer stands in the control from which it is read again") {
  const auto form = a_form();
  forms::Answers answers;
  answers.fields = {{happened, std::string("He said \"no\" & left.")},
                    {on, std::string("31/2/2026")},
                    {alone, forms::NoAnswer::NotKnown}};
  answers.groups[risks] = {{.id = first, .answers = {{trigger, std::string("A <call>")}}}};
  const auto page =
      views::record_fields({.form = form,
                            .answers = answers,
                            .errors = {{ErrorCode::Invalid, "This is no date.", "on"}},
                            .choices = {}});
  const auto shows = [&](std::string_view text) {
    return page.view().find(text) != std::string_view::npos;
  };
  CHECK(shows("&amp; left."));
  CHECK(shows("name=\"on-day\" type=\"text\" value=\"31\""));
  CHECK(shows("value=\"none:not-known\" checked"));
  CHECK(shows("name=\"risks/" + first.text() + "/trigger\""));
  CHECK(shows("A &lt;call&gt;"));
  CHECK(shows("This is no date."));
  CHECK(shows("Remove risk 1"));
}

TEST_CASE("what a page's script sends is a list of changes, each with its number, or is refused") {
  const auto sent = read_sent_changes(
      R"([{"id": "page-1", "field": "happened", "was": null, "value": "We met."}])");
  REQUIRE(sent);
  REQUIRE(sent->size() == 1);
  CHECK(sent->front().client_id == "page-1");
  CHECK(sent->front().change.field == "happened");
  CHECK(sent->front().change.was.is_null());
  CHECK(sent->front().change.value == Json("We met."));

  for (const auto* const text :
       {"", "{}", "[1]", R"([{"id": "page-1", "field": "happened", "was": null}])",
        R"([{"id": 1, "field": "happened", "was": null, "value": "We met."}])",
        R"([{"id": "page-1", "field": null, "was": null, "value": "We met."}])"})
    CHECK_FALSE(read_sent_changes(text));

  auto many = Json::array();
  for (int i = 0; i < 501; ++i)
    many.add(
        Json::object({{"id", "page-1"}, {"field", "happened"}, {"was", Json()}, {"value", "x"}}));
  CHECK_FALSE(read_sent_changes(many.text()));
}

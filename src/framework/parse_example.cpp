#include <fmt/format.h>

#include <algorithm>

#include "framework/parse.hpp"

namespace northlight::framework {

namespace {

/// A table of name = "text".
std::map<std::string, std::string> texts_by_name(TomlFields& fields, std::string_view key) {
  std::map<std::string, std::string> texts;
  if (auto table = fields.optional_table(key))
    for (const auto& name : table->keys())
      if (auto text = table->text(name)) texts.emplace(name, *std::move(text));
  return texts;
}

/// [yes, of] or [yes, of, not applicable].
std::vector<std::int64_t> numbers(TomlFields& fields, std::string_view key, std::size_t least,
                                  std::size_t most) {
  std::vector<std::int64_t> found;
  const auto* value = fields.raw(key);
  const auto* items = value ? value->items() : nullptr;
  if (items)
    for (const auto& item : *items)
      if (const auto* number = item.whole()) found.push_back(*number);
  if (items && found.size() == items->size() && found.size() >= least && found.size() <= most)
    return found;
  fields.refuse(key,
                fmt::format("Write {} whole numbers in square brackets, such as [8, 13].", least));
  return {};
}

void parse_counts(TomlFields& fields, Example& example) {
  auto standards = fields.optional_table("counts");
  if (!standards) return;
  for (const auto& standard : standards->keys()) {
    auto lenses = standards->table(standard);
    if (!lenses) continue;
    for (const auto& lens : lenses->keys()) {
      const auto found = numbers(*lenses, lens, 2, 3);
      if (!found.empty())
        example.counts.push_back(
            {standard, lens, found[0], found[1], found.size() == 3 ? found[2] : 0});
    }
  }
}

void parse_judgements(TomlFields& fields, Example& example) {
  const auto* rows = fields.raw("judgements");
  if (!rows) return;
  if (!rows->items()) {
    fields.refuse("judgements", "Write a list of [case, domain, standard, lens, answer].");
    return;
  }
  for (const auto& row : *rows->items()) {
    std::vector<std::string> cells;
    if (row.items())
      for (const auto& cell : *row.items())
        if (cell.string()) cells.push_back(*cell.string());
    if (cells.size() == 5)
      example.judgements.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
    else
      fields.refuse("judgements",
                    "Write each judgement as five texts: [case, domain, standard, lens, answer].");
  }
}

void parse_inputs(TomlFields& fields, Example& example) {
  parse_counts(fields, example);
  parse_judgements(fields, example);
  example.ratings = texts_by_name(fields, "ratings");
  for (auto& row : fields.optional_tables("decisions")) {
    example.decisions.push_back({.standard = row.text("standard").value_or(""),
                                 .rating = row.text("rating").value_or(""),
                                 .by = row.optional_text("by").value_or(""),
                                 .on = row.optional_date("on"),
                                 .reason = row.optional_text("reason").value_or("")});
    row.finish();
  }
  for (auto& row : fields.optional_tables("unrated")) {
    example.unrated.push_back({row.text("what").value_or(""), row.text("why").value_or("")});
    row.finish();
  }
  if (fields.has("score")) {
    const auto found = numbers(fields, "score", 2, 2);
    if (found.size() == 2) example.score = ExampleScore{found[0], found[1]};
  } else {
    fields.raw("score");
  }
}

std::optional<std::vector<std::string>> list_if_there(TomlFields& fields, std::string_view key) {
  auto texts = fields.optional_texts(key);
  return fields.has(key) ? std::optional{std::move(texts)} : std::nullopt;
}

ExpectedStandard parse_expected_standard(TomlFields& fields, const std::string& name) {
  ExpectedStandard expected;
  expected.standard = name;
  expected.rating = fields.optional_text("rating");
  expected.computed = fields.optional_text("computed");
  expected.decided_by = list_if_there(fields, "decided_by");
  expected.bands = texts_by_name(fields, "bands");
  expected.may_be_considered = fields.optional_flag("may_be_considered");
  expected.because = list_if_there(fields, "because");
  expected.comparison = fields.optional_text("comparison");
  expected.trace_says = fields.optional_texts("trace_says");
  expected.not_rated = fields.optional_flag("not_rated");
  if (fields.keys().empty())
    fields.refuse("", "Nothing is expected here. Say what should come out, or take it out.");
  fields.finish();
  return expected;
}

Expected parse_expected(TomlFields& fields) {
  Expected expected;
  expected.refused = fields.optional_text("refused");
  if (expected.refused && *expected.refused != "incomplete" && *expected.refused != "invalid")
    fields.refuse(
        "refused",
        fmt::format("\"{}\" is not a kind of refusal. Write \"incomplete\" or \"invalid\".",
                    *expected.refused));
  expected.says = fields.optional_texts("says");
  expected.score = fields.optional_whole("score");
  expected.score_maximum = fields.optional_whole("score_maximum");
  expected.overall = fields.optional_text("overall");
  expected.not_rated = list_if_there(fields, "not_rated");
  expected.trace_says = fields.optional_texts("trace_says");
  expected.notices_say = fields.optional_texts("notices_say");
  if (auto standards = fields.optional_table("standards"))
    for (const auto& name : standards->keys())
      if (auto standard = standards->table(name))
        expected.standards.push_back(parse_expected_standard(*standard, name));
  if (fields.keys().empty())
    fields.refuse("", "The example expects nothing, so it cannot fail. Say what should come out.");
  fields.finish();
  return expected;
}

}  // namespace

void parse_examples_file(const Toml& document, const std::string& file, const Edition& edition,
                         std::vector<Example>& examples, std::vector<Error>& problems) {
  TomlFields fields(document, file, "", problems);
  fields.text("about");
  for (auto& row : fields.tables("examples")) {
    Example example;
    example.file = file;
    example.line = row.line();
    example.name = row.text("name").value_or("");
    if (std::ranges::any_of(examples,
                            [&](const auto& other) { return other.name == example.name; }))
      row.refuse("name", fmt::format("Two examples are called \"{}\". Give each its own name.",
                                     example.name));
    example.source = row.optional_text("source").value_or("");
    if (!example.source.empty() && !edition.find(SourceCode{example.source}))
      row.refuse(
          "source",
          fmt::format("There is no source \"{}\". Add it under [[sources]] in framework.toml, or "
                      "correct the id.",
                      example.source));
    example.note = row.optional_text("note").value_or("");
    parse_inputs(row, example);
    if (auto expect = row.table("expect")) example.expect = parse_expected(*expect);
    row.finish();
    examples.push_back(std::move(example));
  }
  fields.finish();
}

}  // namespace northlight::framework

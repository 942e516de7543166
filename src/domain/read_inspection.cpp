#include "domain/read_inspection.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "base/toml.hpp"
#include "domain/slug.hpp"

namespace northlight::domain {
namespace {

std::optional<Month> month_of(TomlFields& fields, std::string_view key) {
  const auto text = fields.optional_text(key);
  if (!text) return std::nullopt;
  if (const auto month = parse_written_month(*text)) return *month;
  fields.refuse(key, "Write the month like \"2024-09\"");
  return std::nullopt;
}

Published read_published(TomlFields& fields) {
  Published published;
  if (const auto day = fields.optional_date("published_on")) {
    published.day = *day;
    published.month = day->year() / day->month();
    published.text = words(*day);
  } else if (const auto month = month_of(fields, "published")) {
    published.month = *month;
    published.text = words(*month);
  } else {
    fields.refuse("published", "Say when it was published: published = \"2024-09\"");
  }
  return published;
}

std::vector<Item> read_items(TomlFields& fields, std::string_view key) {
  std::vector<Item> items;
  for (auto& text : fields.optional_texts(key)) items.push_back({std::move(text), {}});
  return items;
}

void read_question(TomlFields fields, std::optional<std::int64_t> cases, StandardResult& standard) {
  KeyQuestionResult question;
  question.lens = fields.text("lens").value_or("");
  if (const auto percent = fields.optional_whole("percent")) {
    if (*percent < 0 || *percent > 100) fields.refuse("percent", "A percentage is 0 to 100");
    question.percent = Percent{*percent};
  }
  if (const auto yes = fields.optional_whole("yes")) {
    const auto share = Share::of(*yes, cases.value_or(0));
    if (!share) {
      fields.refuse("yes", share.error().message);
    } else if (question.percent && share->printed() != *question.percent) {
      fields.refuse("yes", share->text() + " prints as " + std::to_string(share->printed().value) +
                               ", not " + std::to_string(question.percent->value) + " per cent");
    } else {
      question.share = *share;
    }
  }
  fields.finish();
  standard.key_questions.push_back(std::move(question));
}

void read_standards(TomlFields& fields, PublishedInspection& into) {
  std::set<std::string> seen;
  for (auto& table : fields.optional_tables("standards")) {
    StandardResult standard;
    standard.id = table.text("id").value_or("");
    standard.title = table.text("title").value_or("");
    standard.rating = table.optional_text("rating");
    standard.cases = table.optional_whole("cases");
    for (auto& question : table.optional_tables("key_questions"))
      read_question(std::move(question), standard.cases, standard);
    standard.strengths = read_items(table, "strengths");
    standard.areas_for_improvement = read_items(table, "areas_for_improvement");
    if (!seen.insert(standard.id).second) table.refuse("id", "This standard is there twice");
    table.finish();
    into.standards.push_back(std::move(standard));
  }
}

void read_evidence(TomlFields& fields, PublishedInspection& into) {
  std::set<std::string> seen;
  for (auto& table : fields.optional_tables("samples")) {
    Sample sample;
    sample.what = table.text("what").value_or("");
    sample.count = table.whole("count").value_or(0);
    if (!seen.insert(sample.what).second) table.refuse("what", "This sample is there twice");
    table.finish();
    into.samples.push_back(std::move(sample));
  }
  for (auto& table : fields.optional_tables("disposals")) {
    into.disposals.push_back(
        {table.text("type").value_or(""), table.whole("cases").value_or(0), {}});
    table.finish();
  }
  for (auto& table : fields.optional_tables("case_windows")) {
    const auto domain = table.text("domain").value_or("");
    const auto from = table.date("from");
    const auto to = table.date("to");
    if (from && to && *to < *from) table.refuse("to", "The window ends before it starts");
    if (from && to) into.case_windows.push_back({domain, *from, *to, {}});
    table.finish();
  }
}

void read_figures(TomlFields& fields, PublishedInspection& into) {
  for (auto& table : fields.optional_tables("context")) {
    into.context.push_back({table.text("what").value_or(""),
                            table.text("value").value_or(""),
                            table.optional_text("unit").value_or(""),
                            {}});
    table.finish();
  }
  for (auto& table : fields.optional_tables("surveys")) {
    into.surveys.push_back({table.text("what").value_or(""),
                            table.whole("count").value_or(0),
                            table.optional_whole("of"),
                            {}});
    table.finish();
  }
  for (auto& table : fields.optional_tables("recommendations")) {
    Recommendation one;
    one.number = table.whole("number").value_or(0);
    one.addressee = table.text("addressee").value_or("");
    one.text = table.text("text").value_or("");
    if (one.number != static_cast<std::int64_t>(into.recommendations.size()) + 1)
      table.refuse("number", "Recommendations are numbered from 1 on, in order");
    table.finish();
    into.recommendations.push_back(std::move(one));
  }
}

void read_source(TomlFields& fields, PublishedInspection& into) {
  auto source = fields.table("source");
  if (!source) return;
  into.source_kind = SourceKind::OurSummary;
  into.source_title = source->text("title").value_or("");
  into.source_address = source->optional_text("address").value_or("");
  into.licence = source->text("licence").value_or("");
  into.notes = source->optional_text("notes").value_or("");
  source->finish();
}

}  // namespace

Result<PublishedInspection> parse_inspection(std::string_view toml, std::string_view name) {
  NL_TRY(file, Toml::parse(toml, name));
  std::vector<Error> problems;
  TomlFields fields(file, std::string(name), "", problems);
  PublishedInspection inspection;
  inspection.service = fields.text("service").value_or("");
  inspection.service_full_name = fields.optional_text("service_full_name").value_or("");
  inspection.edition = fields.optional_text("edition");
  inspection.published = read_published(fields);
  inspection.fieldwork_month = month_of(fields, "fieldwork_month");
  inspection.fieldwork_started = fields.optional_date("fieldwork_started");
  inspection.joint = fields.optional_flag("joint");
  inspection.score = fields.optional_whole("score");
  inspection.score_maximum = fields.optional_whole("score_maximum");
  inspection.overall_rating = fields.optional_text("overall_rating");
  read_source(fields, inspection);
  read_standards(fields, inspection);
  read_evidence(fields, inspection);
  read_figures(fields, inspection);
  fields.finish();
  if (!problems.empty()) return in_one(problems);
  return inspection;
}

Result<PublishedInspection> read_inspection(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{ErrorCode::NotFound, "There is no such file", file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_inspection(text, file.filename().string());
}

}  // namespace northlight::domain

#include "report/library_tables.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "base/date.hpp"
#include "base/text.hpp"
#include "report/attribution.hpp"
#include "report/csv.hpp"

namespace northlight::report {
namespace {

using Row = std::vector<Cell>;
using Rows = std::vector<Row>;

/// A table that is read off inspections, with how one inspection becomes rows.
struct InspectionTable {
  TableDescription description;
  std::function<void(const InspectionEntry&, Rows&)> add_rows;
};

template <typename Day>
Cell day_cell(const std::optional<Day>& day) {
  return day ? Cell(iso(*day)) : Cell();
}

std::string_view kind_name(domain::SourceKind kind) {
  switch (kind) {
    case domain::SourceKind::PublishedReport:
      return "published_report";
    case domain::SourceKind::OurSummary:
      return "our_summary";
    case domain::SourceKind::RatingsTable:
      return "ratings_table";
  }
  return "";
}

void inspection_rows(const InspectionEntry& entry, Rows& rows) {
  const auto& one = entry.inspection;
  const std::optional<std::string> joint =
      one.joint ? std::optional<std::string>(*one.joint ? "yes" : "no") : std::nullopt;
  rows.push_back({one.service, one.edition, one.published.text, day_cell(one.published.month),
                  day_cell(one.fieldwork_month), day_cell(one.fieldwork_started), joint, one.score,
                  one.score_maximum, one.overall_rating, kind_name(one.source_kind),
                  one.source_title, one.source_address, one.isbn, one.notes});
}

void rating_rows(const InspectionEntry& entry, Rows& rows) {
  for (const auto& one : entry.inspection.standards) {
    const auto* computed = entry.find_computed(one.id);
    rows.push_back({entry.inspection.edition, one.id, one.title, one.rating,
                    computed ? Cell(computed->rating) : Cell(),
                    computed ? Cell(join(computed->decided_by, " ")) : Cell(), one.cases,
                    one.line});
  }
}

void key_question_rows(const InspectionEntry& entry, Rows& rows) {
  for (const auto& standard : entry.inspection.standards)
    for (const auto& one : standard.key_questions)
      rows.push_back({entry.inspection.edition, standard.id, one.lens,
                      one.percent ? Cell(one.percent->value) : Cell(),
                      one.share ? Cell(one.share->met()) : Cell(),
                      one.share ? Cell(one.share->judged()) : Cell(), one.line});
}

void item_rows(const InspectionEntry& entry, Rows& rows) {
  for (const auto& standard : entry.inspection.standards) {
    for (const auto& one : standard.strengths)
      rows.push_back({standard.id, "strength", one.text, one.line});
    for (const auto& one : standard.areas_for_improvement)
      rows.push_back({standard.id, "area_for_improvement", one.text, one.line});
  }
}

void recommendation_rows(const InspectionEntry& entry, Rows& rows) {
  for (const auto& one : entry.inspection.recommendations)
    rows.push_back({one.number, one.addressee, one.text, one.line});
}

void sample_rows(const InspectionEntry& entry, Rows& rows) {
  for (const auto& one : entry.inspection.samples)
    rows.push_back({"sample", one.what, one.count, Cell(), one.line});
  for (const auto& one : entry.inspection.disposals)
    rows.push_back({"disposal", one.type, one.cases, Cell(), one.line});
  for (const auto& one : entry.inspection.surveys)
    rows.push_back({"survey", one.what, one.count, one.of, one.line});
}

void context_rows(const InspectionEntry& entry, Rows& rows) {
  for (const auto& one : entry.inspection.context)
    rows.push_back({one.what, one.value, one.unit, one.line});
}

const Column line_column{"line", "The line of the source text; empty for our own summaries"};
const Column edition_column{"edition", "The edition of the inspection standards"};
const Column standard_column{"standard", "The standard's number in that edition"};

const std::vector<InspectionTable>& inspection_tables() {
  static const std::vector<InspectionTable> tables{
      {{"inspections",
        "Inspections",
        "One row for each inspection.",
        {{"service_name", "What the service is called in lists"},
         edition_column,
         {"published", "When it was published, as the source has it"},
         {"published_month", "The month of publication, such as 2024-09"},
         {"fieldwork_month", "The month in which inspectors began their visit"},
         {"fieldwork_started", "The day on which they began"},
         {"joint", "yes where several inspectorates inspected together, or no"},
         {"score", "The published score"},
         {"score_maximum", "The most that the score could have been"},
         {"overall_rating", "The published overall rating"},
         {"source_kind", "published_report, our_summary or ratings_table"},
         {"source_title", "The title of the source"},
         {"source_address", "Where it was published"},
         {"isbn", "The report's ISBN"},
         {"notes", "What a reader of the figures should know"}}},
       inspection_rows},
      {{"standards-ratings",
        "Ratings of standards",
        "One row for each standard of each inspection.",
        {edition_column,
         standard_column,
         {"title", "The standard's name in the report"},
         {"rating", "The published rating"},
         {"computed_rating", "What the rule gives, where the counts are known"},
         {"decided_by", "The lowest key question or questions"},
         {"cases", "How many cases the percentages are counted in"},
         line_column}},
       rating_rows},
      {{"key-questions",
        "Key questions",
        "One row for each key question of each standard that is rated from cases.",
        {edition_column,
         standard_column,
         {"lens", "What the question looks at, such as child_safety"},
         {"percent", "The published percentage"},
         {"yes", "The number of cases judged yes, where only one whole number prints so"},
         {"of", "The number of cases judged"},
         line_column}},
       key_question_rows},
      {{"recommendations",
        "Recommendations",
        "One row for each recommendation.",
        {{"number", "Its number in the report"},
         {"addressee", "Who should act"},
         {"text", "The recommendation"},
         line_column}},
       recommendation_rows},
      {{"strengths-and-areas",
        "Strengths and areas for improvement",
        "One row for each strength or area for improvement.",
        {standard_column,
         {"kind", "strength or area_for_improvement"},
         {"text", "What was found"},
         line_column}},
       item_rows},
      {{"samples",
        "Samples, disposals and surveys",
        "One row for each count that the report states of its own evidence.",
        {{"kind", "sample, disposal or survey"},
         {"what", "What was counted"},
         {"count", "How many"},
         {"of", "Out of how many, where the report says so"},
         line_column}},
       sample_rows},
      {{"context",
        "Figures about the area",
        "One row for each figure about the service or its area.",
        {{"what", "What the figure is about"},
         {"value", "The figure as printed"},
         {"unit", "Its unit; empty for a bare number"},
         line_column}},
       context_rows},
  };
  return tables;
}

TableDescription services_description() {
  return {"services",
          "Services",
          "One row for each service.",
          {{"service", "The service's stable identifier"},
           {"service_name", "What the service is called in lists"},
           {"full_name", "Its full name, where a source states it"},
           {"inspections", "How many inspections the library holds"},
           {"latest_inspection", "The stable identifier of the latest"}}};
}

/// Every table begins with what a row is about and ends with the terms of use.
std::vector<Column> with_first_and_last(std::vector<Column> columns, bool about_inspections) {
  if (about_inspections)
    columns.insert(columns.begin(), {{"inspection", "The inspection's stable identifier"},
                                     {"service", "The service's stable identifier"}});
  columns.push_back({"licence", "The terms on which the row may be used"});
  columns.push_back({"attribution", "Whom to name when using it"});
  return columns;
}

std::vector<TableDescription> described() {
  std::vector<TableDescription> all{services_description()};
  all.front().columns = with_first_and_last(all.front().columns, false);
  for (const auto& table : inspection_tables()) {
    all.push_back(table.description);
    all.back().columns = with_first_and_last(all.back().columns, true);
  }
  return all;
}

CsvTable begin(const TableDescription& table) {
  std::vector<std::string> names;
  for (const auto& column : table.columns) names.push_back(column.name);
  return CsvTable(names);
}

std::string licence_of(const domain::PublishedInspection& inspection) {
  return inspection.licence.empty() ? std::string(licence_name) : inspection.licence;
}

}  // namespace

const std::vector<TableDescription>& library_tables() {
  static const std::vector<TableDescription> tables = described();
  return tables;
}

const TableDescription* find_table(std::string_view name) {
  const auto& tables = library_tables();
  const auto found = std::ranges::find(tables, name, &TableDescription::name);
  return found == tables.end() ? nullptr : &*found;
}

std::string table_text(std::string_view name, std::span<const ServiceEntry> services,
                       std::span<const InspectionEntry> inspections) {
  const auto* description = find_table(name);
  if (!description) throw std::logic_error("no such table of the library");
  CsvTable table = begin(*description);
  if (name == "services") {
    for (const auto& one : services)
      table.row({one.id, one.name, one.full_name, static_cast<std::int64_t>(one.inspections.size()),
                 one.inspections.empty() ? Cell() : Cell(one.inspections.front()), licence_name,
                 attribution_text});
    return table.text();
  }
  const auto& kind = *std::ranges::find(
      inspection_tables(), name,
      [](const auto& one) -> const std::string& { return one.description.name; });
  for (const auto& entry : inspections) {
    Rows rows;
    kind.add_rows(entry, rows);
    for (auto& row : rows) {
      row.insert(row.begin(), {Cell(entry.id), Cell(entry.service)});
      row.emplace_back(licence_of(entry.inspection));
      row.emplace_back(attribution_text);
      table.row(row);
    }
  }
  return table.text();
}

}  // namespace northlight::report

#include "domain/read_ratings_table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "domain/read_csv.hpp"
#include "domain/slug.hpp"

namespace northlight::domain {
namespace {

constexpr std::string_view joint_mark = "(joint inspection)";

/// "2.1": figures and dots between them.
bool is_standard(std::string_view column) {
  const auto parts = split(column, '.');
  return parts.size() >= 2 && std::ranges::all_of(parts, [](std::string_view part) {
           return parse_whole_number(part).has_value();
         });
}

/// Day, month, or a year or span that stays text; nothing for anything else.
std::optional<Published> published_of(std::string_view cell) {
  Published published{.day = {}, .month = {}, .text = std::string(cell)};
  if (auto day = parse_written_date(cell)) {
    published.day = *day;
    published.month = day->year() / day->month();
    return published;
  }
  if (auto month = parse_written_month(cell)) {
    published.month = *month;
    return published;
  }
  const auto parts = split(cell, '/');
  const bool year = parts[0].size() == 4 && parse_whole_number(parts[0]);
  const bool span = parts.size() == 1 ||
                    (parts.size() == 2 && parts[1].size() == 2 && parse_whole_number(parts[1]));
  if (year && span) return published;
  return std::nullopt;
}

class TableReader {
 public:
  TableReader(const CsvSheet& sheet, std::string_view name, const std::vector<std::string>& ratings)
      : sheet_(sheet), name_(name), ratings_(ratings) {}

  Result<std::vector<PublishedInspection>> read() {
    check_columns();
    std::vector<PublishedInspection> inspections;
    std::map<std::string, std::size_t> lines;
    if (problems_.empty())
      for (const auto& row : sheet_.rows) {
        inspections.push_back(inspection(row));
        const auto [earlier, fresh] =
            lines.try_emplace(inspection_id(inspections.back()), row.line);
        if (!fresh)
          refuse(row.line, "service",
                 "This inspection is in line " + std::to_string(earlier->second) +
                     " too: keep one of the two rows");
      }
    if (problems_.empty()) return inspections;
    Error all = problems_.front();
    for (std::size_t i = 1; i < problems_.size(); ++i)
      all.message += "\n" + problems_[i].where + ": " + problems_[i].message;
    return all;
  }

 private:
  void refuse(std::size_t line, std::string_view column, std::string message) {
    constexpr std::size_t most = 50;
    if (problems_.size() < most)
      problems_.push_back({ErrorCode::Invalid, std::move(message),
                           name_ + ":" + std::to_string(line) + ": " + std::string(column)});
  }

  void check_columns() {
    static const std::vector<std::string> known = {"service",   "published",  "score",
                                                   "score_max", "overall",    "edition",
                                                   "joint",     "source_url", "notes"};
    for (const auto& column : sheet_.columns)
      if (std::ranges::find(known, column) == known.end() && !is_standard(column))
        refuse(1, column,
               "There is no such column. The columns are " + list_in_words(known) +
                   ", and the number of a standard such as 2.1");
    for (const auto* needed : {"service", "published"})
      if (std::ranges::find(sheet_.columns, needed) == sheet_.columns.end())
        refuse(1, needed, "This column is missing");
  }

  std::string_view cell(const CsvRow& row, std::string_view column) const {
    const auto at = std::ranges::find(sheet_.columns, column);
    if (at == sheet_.columns.end()) return {};
    return row.cells[static_cast<std::size_t>(at - sheet_.columns.begin())];
  }

  std::optional<std::string> rating(const CsvRow& row, std::string_view column) {
    const auto text = cell(row, column);
    if (text.empty()) return std::nullopt;
    const auto known = std::ranges::find_if(
        ratings_, [&](const std::string& one) { return equals_ignoring_case(one, text); });
    if (known != ratings_.end()) return *known;
    refuse(row.line, column,
           "'" + std::string(text) + "' is no rating. The ratings are " + list_in_words(ratings_));
    return std::nullopt;
  }

  std::optional<std::int64_t> whole(const CsvRow& row, std::string_view column) {
    const auto text = cell(row, column);
    if (text.empty()) return std::nullopt;
    if (const auto number = parse_whole_number(text)) return *number;
    refuse(row.line, column, "'" + std::string(text) + "' is no whole number");
    return std::nullopt;
  }

  PublishedInspection inspection(const CsvRow& row) {
    PublishedInspection one;
    one.source_kind = SourceKind::RatingsTable;
    read_service(row, one);
    if (const auto published = published_of(cell(row, "published"))) {
      one.published = *published;
    } else {
      refuse(row.line, "published",
             "Say when it was published: 2024-09-17, 2024-09, 2025 or 2025/26");
    }
    one.overall_rating = rating(row, "overall");
    one.score = whole(row, "score");
    one.score_maximum = whole(row, "score_max");
    if (one.score && one.score_maximum && *one.score > *one.score_maximum)
      refuse(row.line, "score", "The score is above its maximum");
    if (const auto edition = cell(row, "edition"); !edition.empty())
      one.edition = std::string(edition);
    for (const auto& column : sheet_.columns)
      if (is_standard(column))
        if (auto rated = rating(row, column)) {
          StandardResult standard;
          standard.id = column;
          standard.rating = std::move(rated);
          one.standards.push_back(std::move(standard));
        }
    one.source_title = "A table of published ratings";
    one.source_address = std::string(cell(row, "source_url"));
    one.notes = std::string(cell(row, "notes"));
    return one;
  }

  void read_service(const CsvRow& row, PublishedInspection& one) {
    auto service = cell(row, "service");
    if (service.ends_with(joint_mark)) {
      service = trim(service.substr(0, service.size() - joint_mark.size()));
      one.joint = true;
    }
    one.service = std::string(service);
    if (slug(one.service).empty()) refuse(row.line, "service", "Say which service was inspected");
    const auto joint = cell(row, "joint");
    if (joint == "yes" || joint == "no") {
      one.joint = joint == "yes";
    } else if (!joint.empty()) {
      refuse(row.line, "joint", "Write yes, no or nothing");
    }
  }

  const CsvSheet& sheet_;
  std::string name_;
  const std::vector<std::string>& ratings_;
  std::vector<Error> problems_{};
};

}  // namespace

Result<std::vector<PublishedInspection>> parse_ratings_table(
    std::string_view csv, std::string_view name, const std::vector<std::string>& ratings) {
  NL_TRY(sheet, parse_csv(csv, name));
  return TableReader(sheet, name, ratings).read();
}

Result<std::vector<PublishedInspection>> read_ratings_table(
    const std::filesystem::path& file, const std::vector<std::string>& ratings) {
  std::error_code unreadable;
  if (std::filesystem::is_directory(file, unreadable))
    return Error{ErrorCode::Invalid, "This is a folder: give the table itself", file.string()};
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{
        std::filesystem::exists(file, unreadable) ? ErrorCode::Forbidden : ErrorCode::NotFound,
        std::filesystem::exists(file, unreadable) ? "This file may not be read"
                                                  : "There is no such file",
        file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_ratings_table(text, file.string(), ratings);
}

}  // namespace northlight::domain

#include "rating/read_judgements.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <unordered_map>

#include "base/text.hpp"
#include "base/toml.hpp"
#include "rating/in_quotes.hpp"

namespace northlight::rating {

namespace {

constexpr std::array<std::string_view, 5> columns = {"case", "domain", "standard", "lens",
                                                     "answer"};
constexpr std::size_t most_problems = 20;

std::string listed_columns() { return "case, domain, standard, lens and answer"; }

/// Gathers the cells of one row after another, as libcsv finds them.
class JudgementsReader {
 public:
  JudgementsReader(const framework::Edition& edition, std::string_view name)
      : edition_(edition), finder_(edition), name_(name) {}

  void at_line(std::size_t line) {
    line_ = line;
    if (cells_.empty()) row_line_ = line;
  }
  void cell(std::string_view text) { cells_.emplace_back(text); }
  void end_of_row() {
    const auto line = std::exchange(row_line_, line_ + 1);
    if (stopped()) return;
    if (header_)
      judgement(cells_, line);
    else
      header(cells_, line);
    cells_.clear();  // Keeps its room: a file has many rows of the same five cells.
  }

  /// Tells the first few and counts the rest.
  void problem(std::size_t line, std::string_view column, std::string message) {
    if (problems_.size() >= most_problems) {
      ++more_problems_;
      return;
    }
    auto where = fmt::format("{}:{}", name_, line);
    if (!column.empty()) where += fmt::format(": {}", column);
    problems_.push_back({ErrorCode::Invalid, std::move(message), std::move(where)});
  }

  bool stopped() const { return too_many_; }
  std::size_t line() const { return line_; }

  Result<Judgements> finish() {
    if (problems_.empty() && !header_)
      problem(
          1, "",
          fmt::format("The file is empty. Its first line names the columns {}.", listed_columns()));
    if (problems_.empty()) find_duplicates();
    if (problems_.empty()) return std::move(judgements_);
    auto all = in_one(problems_);
    if (more_problems_ > 0) all.message += fmt::format("\nand {} more", more_problems_);
    return all;
  }

 private:
  void header(const std::vector<std::string>& cells, std::size_t line) {
    header_ = true;
    places_.fill(cells.size());
    for (std::size_t place = 0; place < cells.size(); ++place) {
      const auto cell = lower(trim(cells[place]));
      const auto column = std::ranges::find(columns, cell);
      if (column == columns.end()) {
        problem(line, "",
                fmt::format("There is no column {}. The columns are {}.", in_quotes(cell),
                            listed_columns()));
        continue;
      }
      auto& known = places_[static_cast<std::size_t>(column - columns.begin())];
      if (known != cells.size())
        problem(line, cell, "This column is there twice. Keep one of them.");
      known = place;
    }
    for (std::size_t column = 0; column < columns.size(); ++column)
      if (places_[column] == cells.size())
        problem(line, columns[column],
                fmt::format("The column is missing. The first line names the columns {}.",
                            listed_columns()));
    width_ = cells.size();
    if (!problems_.empty()) too_many_ = true;  // Without its columns no row can be read.
  }

  void judgement(const std::vector<std::string>& cells, std::size_t line) {
    if (!edition_.bands) {
      // What holds of the edition holds of every row.
      problem(line, "", edition_.incomplete(framework::Part::Bands).message);
      too_many_ = true;
      return;
    }
    if (cells.size() != width_) {
      problem(line, "",
              fmt::format("This row has {} where the first line has {}. Is a comma missing or not "
                          "in quotation marks?",
                          counted(static_cast<long long>(cells.size()), "cell", "cells"), width_));
      return;
    }
    if (judgements_.rows.size() >= most_judgements) {
      problem(line, "",
              fmt::format("There are more than {} judgements. Divide the file.", most_judgements));
      too_many_ = true;
      return;
    }
    std::array<std::string_view, 5> row;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      row[column] = trim(cells[places_[column]]);
      if (row[column].empty() || row[column].size() > longest_cell) {
        problem(line, columns[column],
                row[column].empty()
                    ? std::string("The cell is empty. Every judgement names all five.")
                    : fmt::format("The cell is longer than {} bytes. Shorten it.", longest_cell));
        return;
      }
    }
    const auto place = finder_.find(row[1], row[2], row[3]);
    if (!place) return problem(line, place.error().where, place.error().message);
    const auto answer = parse_answer(row[4]);
    if (!answer) return problem(line, "answer", answer.error().message);
    judgements_.rows.push_back({case_place(row[0]), *place, *answer});
    lines_.push_back(static_cast<std::uint32_t>(line));
  }

  std::uint32_t case_place(std::string_view name) {
    const auto [found, fresh] = case_places_.try_emplace(
        std::string(name), static_cast<std::uint32_t>(judgements_.cases.size()));
    if (fresh) judgements_.cases.emplace_back(name);
    return found->second;
  }

  bool any_twice() const {
    const auto questions = finder_.size();
    std::vector<bool> seen(judgements_.cases.size() * questions);
    for (const auto& row : judgements_.rows) {
      const auto at = row.case_place * questions + row.question_place;
      if (seen[at]) return true;
      seen[at] = true;
    }
    return false;
  }

  /// The same case, standard and lens twice: nobody can say which of the two answers holds.
  void find_duplicates() {
    if (!any_twice()) return;
    std::vector<std::uint32_t> order(judgements_.rows.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto key = [this](std::uint32_t i) {
      const auto& row = judgements_.rows[i];
      return std::uint64_t{row.case_place} << 16U | row.question_place;
    };
    std::ranges::stable_sort(order, {}, key);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (std::size_t i = 1; i < order.size(); ++i)
      if (key(order[i]) == key(order[i - 1]))
        found.emplace_back(lines_[order[i]], lines_[order[i - 1]]);
    std::ranges::sort(found);
    for (const auto& [line, earlier] : found)
      problem(
          line, "case",
          fmt::format(
              "This case was judged on the same standard and lens in line {}. Keep one of the two.",
              earlier));
  }

  const framework::Edition& edition_;
  QuestionFinder finder_;
  std::string name_;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool header_ = false;
  bool too_many_ = false;
  std::size_t width_ = 0;
  std::array<std::size_t, 5> places_{};
  std::vector<std::string> cells_{};
  Judgements judgements_{};
  std::vector<std::uint32_t> lines_{};
  std::unordered_map<std::string, std::uint32_t> case_places_{};
  std::vector<Error> problems_{};
  std::size_t more_problems_ = 0;
};

void on_cell(void* text, std::size_t size, void* reader) {
  static_cast<JudgementsReader*>(reader)->cell({static_cast<const char*>(text), size});
}

void on_row(int, void* reader) { static_cast<JudgementsReader*>(reader)->end_of_row(); }

/// Hands libcsv one line of the file after another, so that each cell is known to its line.
bool feed(csv_parser& parser, JudgementsReader& reader, std::string_view text) {
  std::size_t line = 1;
  while (!text.empty() && !reader.stopped()) {
    auto end = text.find_first_of("\r\n");
    end =
        end == std::string_view::npos ? text.size() : end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    reader.at_line(line++);
    if (csv_parse(&parser, text.data(), end, on_cell, on_row, &reader) != end) return false;
    text.remove_prefix(end);
  }
  return reader.stopped() || csv_fini(&parser, on_cell, on_row, &reader) == 0;
}

Status check_text(std::string_view text, std::string_view name) {
  const auto refuse = [&](std::string message) {
    return Error{ErrorCode::Invalid, std::move(message), std::string(name)};
  };
  if (text.size() > largest_judgements_file)
    return refuse(fmt::format("The file is larger than {} MB. Divide it.",
                              largest_judgements_file / 1024 / 1024));
  if (text.find('\0') != std::string_view::npos)
    return refuse("The file holds a NUL byte, so it is no text. Save the sheet as \"CSV UTF-8\".");
  if (!is_utf8(text)) return refuse("The file is not UTF-8 text. Save the sheet as \"CSV UTF-8\".");
  return done();
}

}  // namespace

Result<Judgements> parse_judgements(const framework::Edition& edition, std::string_view text,
                                    std::string_view name) {
  NL_CHECK(check_text(text, name));
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return Error{ErrorCode::Unavailable, "There is no memory to read the file with.",
                 std::string(name)};
  JudgementsReader reader(edition, name);
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> owner(&parser, csv_free);
  if (!feed(parser, reader, text))
    reader.problem(reader.line(), "",
                   "A quotation mark is out of place. Put the whole cell in quotation marks and "
                   "double those within it.");
  return reader.finish();
}

Result<Judgements> read_judgements(const framework::Edition& edition,
                                   const std::filesystem::path& file) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  if (failure)
    return Error{ErrorCode::NotFound,
                 "The file cannot be read. See that it is there and may be read.", file.string()};
  if (size > largest_judgements_file)
    return Error{ErrorCode::Invalid,
                 fmt::format("The file is larger than {} MB. Divide it.",
                             largest_judgements_file / 1024 / 1024),
                 file.string()};
  std::ifstream stream(file, std::ios::binary);
  std::string text(size, '\0');
  if (!stream.read(text.data(), static_cast<std::streamsize>(size)))
    return Error{ErrorCode::NotFound,
                 "The file cannot be read. See that it is there and may be read.", file.string()};
  return parse_judgements(edition, text, file.string());
}

}  // namespace northlight::rating

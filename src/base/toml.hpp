#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace northlight {

/// A value of a TOML data file with the line on which it was written, so that a message can say
/// where. Tables keep the order of the file. Times of day are not used in our data and are refused.
class Toml {
 public:
  using Array = std::vector<Toml>;
  using Member = std::pair<std::string, Toml>;
  using Table = std::vector<Member>;

  /// Reads one document of UTF-8 text. `file` is how messages call it; the error's `where` is
  /// "file:line".
  static Result<Toml> parse(std::string_view text, std::string_view file);

  int line() const { return line_; }

  // Nothing where the value is of another kind.
  const std::string* string() const { return std::get_if<std::string>(&value_); }
  const std::int64_t* whole() const { return std::get_if<std::int64_t>(&value_); }
  const double* decimal() const { return std::get_if<double>(&value_); }
  const bool* flag() const { return std::get_if<bool>(&value_); }
  const Date* date() const { return std::get_if<Date>(&value_); }
  const Array* items() const { return std::get_if<Array>(&value_); }
  const Table* members() const { return std::get_if<Table>(&value_); }

  const Toml* find(std::string_view key) const;
  std::string_view kind() const;  ///< "a text", "a whole number" …, for messages.

  using Value = std::variant<Table, Array, std::string, std::int64_t, double, bool, Date>;
  Toml(Value value, int line) : value_(std::move(value)), line_(line) {}

 private:
  Value value_;
  int line_ = 0;
};

/// Reads one table strictly and writes down everything that is wrong with it, each with
/// "file:line: key". Whatever was not asked for by the time of `finish` is an unknown key.
///
///   TomlFields fields(table, "policy/holidays.toml", "", problems);
///   const auto name = fields.text("name");            // required: a problem when absent
///   const auto note = fields.optional_text("note");
///   fields.finish();
class TomlFields {
 public:
  /// `path` is the key of the table itself, such as "questions[2]"; empty for the document.
  /// `table` and `problems` must outlive this.
  TomlFields(const Toml& table, std::string file, std::string path, std::vector<Error>& problems);

  // Required: a problem is written down when absent or of another kind. Texts may not be empty.
  std::optional<std::string> text(std::string_view key);
  std::optional<std::int64_t> whole(std::string_view key);
  std::optional<bool> flag(std::string_view key);
  std::optional<Date> date(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<TomlFields> tables(std::string_view key);
  std::optional<TomlFields> table(std::string_view key);

  // Absent is all right; another kind is not.
  std::optional<std::string> optional_text(std::string_view key);
  std::optional<std::int64_t> optional_whole(std::string_view key);
  std::optional<bool> optional_flag(std::string_view key);
  std::optional<Date> optional_date(std::string_view key);
  std::vector<std::string> optional_texts(std::string_view key);
  std::vector<TomlFields> optional_tables(std::string_view key);
  std::optional<TomlFields> optional_table(std::string_view key);

  bool has(std::string_view key) const { return table_->find(key) != nullptr; }
  /// The value itself, marked as read; null when absent.
  const Toml* raw(std::string_view key);
  /// Every key of the table, in order; for tables whose keys are names.
  std::vector<std::string> keys() const;

  /// Writes down a problem with a key of this table, or with the table where `key` is empty.
  void refuse(std::string_view key, std::string message);
  /// "file:line: path.key"
  std::string where(std::string_view key) const;
  int line() const { return table_->line(); }
  const std::string& file() const { return file_; }
  const std::string& path() const { return path_; }

  /// Writes down every key that was never asked for, with the keys that are allowed.
  void finish();

 private:
  const Toml* take(std::string_view key, bool required);
  void refuse_kind(std::string_view key, const Toml& value, std::string_view wanted);
  std::vector<TomlFields> take_tables(std::string_view key, bool required);
  std::vector<std::string> take_texts(std::string_view key, bool required);

  const Toml* table_;
  std::string file_;
  std::string path_;
  std::vector<Error>* problems_;
  std::vector<std::string> asked_{};
};

/// Several problems as one error: the first one's code and place, then a line for each.
/// `problems` may not be empty.
Error in_one(const std::vector<Error>& problems);

}  // namespace northlight

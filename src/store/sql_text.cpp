#include "store/sql_text.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace northlight::store {
namespace {

struct Word {
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;
};

// What the two engines call the same thing. SQLite without STRICT keeps text in a whole-number
// column, and STRICT refuses `bigint`. `clustered` keeps a small table's rows in its key's order.
constexpr std::array dialect{
    Word{"strict", "strict", ""},
    Word{"clustered", "strict, without rowid", ""},
    Word{"bigint", "integer", "bigint"},
    Word{"bool", "integer", "boolean"},
    Word{"real", "real", "double precision"},
};

std::size_t line_at(std::string_view text, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n'));
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

Error unended(std::string_view what, std::string_view sql, std::size_t at, std::string_view file) {
  return {ErrorCode::Invalid, "This " + std::string(what) + " has no end.",
          std::string(file) + ":" + std::to_string(line_at(sql, at))};
}

// Reads statements one character after another; `at_` is where it stands.
class Splitter {
 public:
  Splitter(std::string_view sql, std::string_view file) : sql_(sql), file_(file) {}

  Result<std::vector<std::string>> all() {
    while (at_ < sql_.size()) {
      NL_TRY(skipped, skip_quoted());
      if (skipped) continue;
      const char c = sql_[at_];
      if (is_name_character(c)) {
        read_word();
      } else {
        if (c == ';' && depth_ == 0)
          finish();
        else
          statement_ += c;
        ++at_;
      }
    }
    if (!trim(statement_).empty()) return unended("statement", sql_, at_, file_);
    return std::move(statements_);
  }

 private:
  // Comments are left out, strings and names kept; true when there was one here.
  Result<bool> skip_quoted() {
    const auto rest = sql_.substr(at_);
    if (rest.starts_with("--")) {
      at_ = std::min(sql_.find('\n', at_), sql_.size());
      return true;
    }
    if (rest.starts_with("/*")) return skip_to("*/", "comment", false);
    if (rest.starts_with("'")) return skip_to("'", "string", true);
    if (rest.starts_with("\"")) return skip_to("\"", "quoted name", true);
    if (rest.starts_with("$")) {
      std::size_t end = 1;
      while (end < rest.size() && is_name_character(rest[end])) ++end;
      if (end < rest.size() && rest[end] == '$')
        return skip_to(rest.substr(0, end + 1), "dollar quote", true);
    }
    return false;
  }

  // A doubled quotation mark inside a string reads as two strings side by side, which is as good.
  Result<bool> skip_to(std::string_view closing, std::string_view what, bool keep) {
    const auto end = sql_.find(closing, at_ + closing.size());
    if (end == sql_.npos) return unended(what, sql_, at_, file_);
    const auto after = end + closing.size();
    if (keep) statement_ += sql_.substr(at_, after - at_);
    at_ = after;
    return true;
  }

  void read_word() {
    const auto start = at_;
    while (at_ < sql_.size() && is_name_character(sql_[at_])) ++at_;
    const auto word = lower(sql_.substr(start, at_ - start));
    statement_ += sql_.substr(start, at_ - start);
    const auto before = lower(trim(statement_));
    const bool trigger =
        before.starts_with("create trigger") || before.starts_with("create temp trigger");
    if (trigger && (word == "begin" || word == "case")) ++depth_;
    if (trigger && word == "end" && depth_ > 0) --depth_;
  }

  void finish() {
    if (const auto text = trim(statement_); !text.empty()) statements_.emplace_back(text);
    statement_.clear();
    depth_ = 0;
  }

  std::string_view sql_;
  std::string_view file_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string statement_;
  std::vector<std::string> statements_;
};

}  // namespace

Result<std::string> in_dialect(std::string_view sql, Engine engine, std::string_view file) {
  std::string text;
  for (std::size_t at = 0; at < sql.size();) {
    const auto open = sql.find('{', at);
    const auto close = open == sql.npos ? sql.npos : sql.find('}', open);
    if (close == sql.npos) {
      text += sql.substr(at);
      break;
    }
    const auto name = sql.substr(open + 1, close - open - 1);
    if (name.empty() || !std::ranges::all_of(name, is_name_character)) {
      text += sql.substr(at, open + 1 - at);
      at = open + 1;
      continue;
    }
    const auto word = std::ranges::find(dialect, name, &Word::name);
    if (word == dialect.end())
      return Error{ErrorCode::Invalid,
                   "\"{" + std::string(name) +
                       "}\" is not a word that the two database engines have in common.",
                   std::string(file) + ":" + std::to_string(line_at(sql, open))};
    text += sql.substr(at, open - at);
    text += engine == Engine::Sqlite ? word->sqlite : word->postgres;
    at = close + 1;
  }
  return text;
}

Result<std::vector<std::string>> statements_of(std::string_view sql, std::string_view file) {
  return Splitter(sql, file).all();
}

}  // namespace northlight::store

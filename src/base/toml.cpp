#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace northlight {

/// toml++ asserts what some malformed texts break ("[[[x"). A text must never stop the program, so
/// its assertions throw this in every build.
struct TomlMistake {};

}  // namespace northlight

#pragma push_macro("NDEBUG")
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wterminate"  // Some assertions stand in noexcept functions.
#endif
#undef NDEBUG
#define TOML_ASSERT(expression) ((expression) ? void() : throw ::northlight::TomlMistake{})
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>
#pragma GCC diagnostic pop
#pragma pop_macro("NDEBUG")

namespace northlight {

namespace {

struct Refused {
  Error error;
};

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

Toml converted(const toml::node& node, std::string_view file);

Toml converted(const toml::table& table, std::string_view file) {
  struct Placed {
    toml::source_position at;
    std::string key;
    const toml::node* value;
  };
  std::vector<Placed> placed;
  for (const auto& [key, value] : table)
    placed.push_back({key.source().begin, std::string(key.str()), &value});
  std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
    return std::pair{a.at.line, a.at.column} < std::pair{b.at.line, b.at.column};
  });
  Toml::Table members;
  members.reserve(placed.size());
  for (auto& member : placed)
    members.emplace_back(std::move(member.key), converted(*member.value, file));
  return {std::move(members), std::max(line_of(table), 1)};
}

Toml converted(const toml::node& node, std::string_view file) {
  const auto line = line_of(node);
  if (const auto* table = node.as_table()) return converted(*table, file);
  if (const auto* array = node.as_array()) {
    Toml::Array items;
    for (const auto& item : *array) items.push_back(converted(item, file));
    return {std::move(items), line};
  }
  if (const auto* text = node.as_string()) return {text->get(), line};
  if (const auto* whole = node.as_integer()) return {whole->get(), line};
  if (const auto* decimal = node.as_floating_point()) return {decimal->get(), line};
  if (const auto* flag = node.as_boolean()) return {flag->get(), line};
  if (const auto* day = node.as_date()) {
    const auto& value = day->get();
    return {Date{std::chrono::year{value.year}, std::chrono::month{value.month},
                 std::chrono::day{value.day}},
            line};
  }
  throw Refused{Error{ErrorCode::Invalid,
                      "A time of day stands here. Write a date alone, such as 2024-06-10.",
                      fmt::format("{}:{}", file, line)}};
}

}  // namespace

namespace {

/// Every dot of a key makes a table within a table, and a very deep one would not fit the stack.
constexpr std::ptrdiff_t most_dots = 100;

std::optional<int> line_with_too_many_dots(std::string_view text) {
  int number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    if (std::ranges::count(line, '.') > most_dots) return number;
  }
  return std::nullopt;
}

bool is_mistaken(std::string_view text) {
  try {
    static_cast<void>(toml::parse(text));
    return false;
  } catch (const TomlMistake&) {
    return true;
  } catch (const toml::parse_error&) {
    return false;
  }
}

/// The first line up to which the text is mistaken: the parser goes from top to bottom, so that
/// whatever follows does not matter.
int line_of_mistake(std::string_view text) {
  const auto lines = split(text, '\n');
  const auto size_of_first = [&](std::size_t count) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; ++i) size += lines[i].size() + 1;
    return std::min(size, text.size());
  };
  std::size_t low = 1;
  std::size_t high = lines.size();
  while (low < high) {
    const auto middle = (low + high) / 2;
    if (is_mistaken(text.substr(0, size_of_first(middle))))
      high = middle;
    else
      low = middle + 1;
  }
  return static_cast<int>(low);
}

}  // namespace

Result<Toml> Toml::parse(std::string_view text, std::string_view file) {
  if (const auto line = line_with_too_many_dots(text))
    return Error{
        ErrorCode::Invalid,
        fmt::format("There are more than {} dots on this line. Break the line.", most_dots),
        fmt::format("{}:{}", file, *line)};
  try {
    const toml::table table = toml::parse(text, file);
    return converted(table, file);
  } catch (const toml::parse_error& error) {
    return Error{ErrorCode::Invalid,
                 fmt::format("This is not well-formed TOML: {}", error.description()),
                 fmt::format("{}:{}", file, error.source().begin.line)};
  } catch (const TomlMistake&) {
    return Error{ErrorCode::Invalid,
                 "This is not well-formed TOML. Look at the brackets and quotation marks.",
                 fmt::format("{}:{}", file, line_of_mistake(text))};
  } catch (Refused& refused) {
    return std::move(refused.error);
  }
}

const Toml* Toml::find(std::string_view key) const {
  const auto* table = members();
  if (!table) return nullptr;
  const auto found = std::ranges::find(*table, key, &Member::first);
  return found == table->end() ? nullptr : &found->second;
}

std::string_view Toml::kind() const {
  static constexpr std::string_view kinds[] = {
      "a table",          "a list",        "a text", "a whole number",
      "a decimal number", "true or false", "a date"};
  return kinds[value_.index()];
}

TomlFields::TomlFields(const Toml& table, std::string file, std::string path,
                       std::vector<Error>& problems)
    : table_(&table), file_(std::move(file)), path_(std::move(path)), problems_(&problems) {}

std::string TomlFields::where(std::string_view key) const {
  const auto* value = key.empty() ? nullptr : table_->find(key);
  auto full = path_;
  if (!key.empty()) full += (full.empty() ? "" : ".") + std::string(key);
  const auto place = fmt::format("{}:{}", file_, value ? value->line() : table_->line());
  return full.empty() ? place : fmt::format("{}: {}", place, full);
}

void TomlFields::refuse(std::string_view key, std::string message) {
  problems_->push_back(Error{ErrorCode::Invalid, std::move(message), where(key)});
}

void TomlFields::refuse_kind(std::string_view key, const Toml& value, std::string_view wanted) {
  refuse(key, fmt::format("\"{}\" is {} here. Write {}.", key, value.kind(), wanted));
}

const Toml* TomlFields::take(std::string_view key, bool required) {
  asked_.emplace_back(key);
  const auto* value = table_->find(key);
  if (!value && required) refuse(key, fmt::format("\"{}\" is missing. Add it.", key));
  return value;
}

const Toml* TomlFields::raw(std::string_view key) { return take(key, false); }

#define NL_TAKE(name, type, reads, wanted)                                \
  std::optional<type> TomlFields::name(std::string_view key) {            \
    const auto* value = take(key, true);                                  \
    if (!value) return std::nullopt;                                      \
    if (const auto* held = value->reads()) return *held;                  \
    refuse_kind(key, *value, wanted);                                     \
    return std::nullopt;                                                  \
  }                                                                       \
  std::optional<type> TomlFields::optional_##name(std::string_view key) { \
    return has(key) ? name(key) : (take(key, false), std::nullopt);       \
  }
NL_TAKE(whole, std::int64_t, whole, "a whole number without quotation marks")
NL_TAKE(flag, bool, flag, "true or false without quotation marks")
NL_TAKE(date, Date, date, "a date without quotation marks, such as 2024-06-10")
#undef NL_TAKE

std::optional<std::string> TomlFields::text(std::string_view key) {
  const auto* value = take(key, true);
  if (!value) return std::nullopt;
  const auto* held = value->string();
  if (!held) {
    refuse_kind(key, *value, "a text in quotation marks");
    return std::nullopt;
  }
  if (trim(*held).empty()) {
    refuse(key,
           fmt::format(
               "\"{}\" is empty. Write what is known, or leave the key out if it may be absent.",
               key));
    return std::nullopt;
  }
  return *held;
}

std::optional<std::string> TomlFields::optional_text(std::string_view key) {
  return has(key) ? text(key) : (take(key, false), std::nullopt);
}

std::vector<std::string> TomlFields::take_texts(std::string_view key, bool required) {
  std::vector<std::string> texts;
  const auto* value = take(key, required);
  if (!value) return texts;
  const auto* items = value->items();
  if (!items) {
    refuse_kind(key, *value, "a list of texts in square brackets");
    return texts;
  }
  for (const auto& item : *items) {
    if (const auto* held = item.string(); held && !trim(*held).empty())
      texts.push_back(*held);
    else
      refuse(key, fmt::format("An item of \"{}\" is {}. Write each as a text in quotation marks.",
                              key, held ? "empty" : item.kind()));
  }
  return texts;
}

std::vector<std::string> TomlFields::texts(std::string_view key) { return take_texts(key, true); }
std::vector<std::string> TomlFields::optional_texts(std::string_view key) {
  return take_texts(key, false);
}

std::vector<TomlFields> TomlFields::take_tables(std::string_view key, bool required) {
  std::vector<TomlFields> tables;
  const auto* value = take(key, required);
  if (!value) return tables;
  const auto* items = value->items();
  if (!items) {
    refuse_kind(key, *value, fmt::format("a list of tables, each under [[{}]]", key));
    return tables;
  }
  std::size_t place = 0;
  for (const auto& item : *items) {
    ++place;
    auto path = fmt::format("{}{}[{}]", path_.empty() ? "" : path_ + ".", key, place);
    if (item.members())
      tables.emplace_back(item, file_, std::move(path), *problems_);
    else
      refuse(key, fmt::format("Item {} of \"{}\" is {}. Write a table.", place, key, item.kind()));
  }
  return tables;
}

std::vector<TomlFields> TomlFields::tables(std::string_view key) { return take_tables(key, true); }
std::vector<TomlFields> TomlFields::optional_tables(std::string_view key) {
  return take_tables(key, false);
}

std::optional<TomlFields> TomlFields::table(std::string_view key) {
  const auto* value = take(key, true);
  if (!value) return std::nullopt;
  if (!value->members()) {
    refuse_kind(key, *value, "a table");
    return std::nullopt;
  }
  return TomlFields(*value, file_,
                    path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key),
                    *problems_);
}

std::optional<TomlFields> TomlFields::optional_table(std::string_view key) {
  return has(key) ? table(key) : (take(key, false), std::nullopt);
}

std::vector<std::string> TomlFields::keys() const {
  std::vector<std::string> keys;
  if (const auto* members = table_->members())
    for (const auto& member : *members) keys.push_back(member.first);
  return keys;
}

void TomlFields::finish() {
  for (const auto& key : keys()) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    auto allowed = asked_;
    std::ranges::sort(allowed);
    allowed.erase(std::ranges::unique(allowed).begin(), allowed.end());
    refuse(key, fmt::format("\"{}\" is not a key that is known here. Correct its spelling or take "
                            "it out; known are {}.",
                            key, list_in_words(allowed)));
  }
}

Error in_one(const std::vector<Error>& problems) {
  auto all = problems.front();
  constexpr std::size_t shown = 50;
  for (std::size_t i = 1; i < std::min(problems.size(), shown); ++i)
    all.message += fmt::format("\n{}: {}", problems[i].where, problems[i].message);
  if (problems.size() > shown) all.message += fmt::format("\nand {} more", problems.size() - shown);
  return all;
}

}  // namespace northlight

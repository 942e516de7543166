#include "store/read_migrations.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "base/text.hpp"

namespace northlight::store {
namespace {

enum class Part { Shared, Sqlite, Postgres };

struct FileName {
  std::int64_t number;
  std::string name;
  Part part;
};

// "0001-library.sql", "0001-library.sqlite.sql", "0001-library.postgresql.sql".
std::optional<FileName> read_name(std::string_view file) {
  const auto parts = split(file, '.');
  if (parts.size() < 2 || parts.size() > 3 || parts.back() != "sql") return std::nullopt;
  auto part = Part::Shared;
  if (parts.size() == 3 && parts[1] == "sqlite")
    part = Part::Sqlite;
  else if (parts.size() == 3 && parts[1] == "postgresql")
    part = Part::Postgres;
  else if (parts.size() == 3)
    return std::nullopt;
  const auto name = parts[0];
  if (name.size() < 6 || name[4] != '-') return std::nullopt;
  const auto number = parse_whole_number(name.substr(0, 4));
  const bool plain = std::ranges::all_of(
      name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!number || !plain) return std::nullopt;
  return FileName{*number, std::string(name), part};
}

Result<std::string> text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return Error{ErrorCode::Unavailable, "This file cannot be read.", path.string()};
  return text;
}

}  // namespace

Result<Schema> read_migrations(const std::filesystem::path& folder) {
  std::error_code problem;
  std::filesystem::directory_iterator files(folder, problem);
  if (problem)
    return Error{ErrorCode::NotFound,
                 "The folder of schema files cannot be read: " + problem.message() + ".",
                 folder.string()};
  std::map<std::string, Migration> by_name;
  std::map<std::string, bool> has_shared;
  for (const auto& entry : files) {
    const auto file = entry.path().filename().string();
    const auto name = read_name(file);
    if (!name)
      return Error{ErrorCode::Invalid,
                   "A schema file is called 0001-what-it-adds.sql, .sqlite.sql or .postgresql.sql; "
                   "rename or "
                   "remove this one.",
                   entry.path().string()};
    NL_TRY(text, text_of(entry.path()));
    auto& migration = by_name[name->name];
    migration.number = name->number;
    migration.name = name->name;
    switch (name->part) {
      case Part::Shared:
        migration.shared = std::move(text);
        has_shared[name->name] = true;
        break;
      case Part::Sqlite:
        migration.sqlite_only = std::move(text);
        break;
      case Part::Postgres:
        migration.postgres_only = std::move(text);
        break;
    }
  }
  std::vector<Migration> migrations;
  for (auto& [name, migration] : by_name) {
    if (!has_shared[name])
      return Error{ErrorCode::Invalid,
                   "This step has a file for one engine only; " + name + ".sql is missing.",
                   (folder / name).string()};
    migrations.push_back(std::move(migration));
  }
  if (migrations.empty())
    return Error{ErrorCode::NotFound, "The folder holds no schema files.", folder.string()};
  return in_order(std::move(migrations));
}

}  // namespace northlight::store

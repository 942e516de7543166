#include "store/table_contents.hpp"

#include <sodium.h>

#include <array>

#include "base/text.hpp"

namespace northlight::store {
namespace {

std::string quoted_name(std::string_view name) {
  return "\"" + replace_all(std::string(name), "\"", "\"\"") + "\"";
}

Result<std::vector<std::string>> table_names(Session& session) {
  if (session.engine() == Engine::Sqlite)
    return session.rows<std::string>(
        "select name from sqlite_master where type = 'table' and substr(name, 1, 7) <> 'sqlite_' "
        "order by name");
  return session.rows<std::string>(
      "select cast(table_name as text) from information_schema.tables "
      "where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1");
}

// The engine adds up a hash of each row, so that a large table is not sent here.
Result<TableContents> contents_on_postgres(Session& session, const std::string& table) {
  const auto half = [](std::string_view from) {
    return "cast(coalesce(sum(cast(cast(cast('x' || substr(md5(cast(t as text)), " +
           std::string(from) + ", 16) as bit(64)) as bigint) as numeric)), 0) as text)";
  };
  NL_TRY(found,
         (session.row<std::int64_t, std::string, std::string>(
             "select count(*), " + half("1") + ", " + half("17") + " from " + quoted_name(table) +
                 " t",
             {}, [&](std::int64_t rows, const std::string& first, const std::string& second) {
               return TableContents{table, rows, first + "," + second};
             })));
  if (!found) return Error{ErrorCode::Unavailable, "Nothing was counted.", table};
  return *std::move(found);
}

Result<TableContents> contents_on_sqlite(Session& session, const std::string& table) {
  NL_TRY(columns,
         session.rows<std::string>("select name from pragma_table_info(:table) order by cid",
                                   {{"table", table}}));
  std::string list;
  for (const auto& column : columns)
    list += (list.empty() ? "cast(" : ", cast(") + quoted_name(column) + " as text)";
  const std::vector<ValueKind> kinds(columns.size(), ValueKind::Text);
  TableContents contents{table, 0, ""};
  std::array<std::uint64_t, 2> sum{};
  std::string row;
  NL_CHECK(session.each_cells(
      "select " + list + " from " + quoted_name(table), {}, kinds, [&](std::span<Cell> cells) {
        row.clear();
        for (const auto& cell : cells)
          row += cell.null ? std::string("-") : std::to_string(cell.text.size()) + ":" + cell.text;
        std::array<std::uint64_t, 2> hash{};
        crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), sizeof hash,  // NOLINT
                           reinterpret_cast<const unsigned char*>(row.data()), row.size(), nullptr,
                           0);  // NOLINT
        sum[0] += hash[0];
        sum[1] += hash[1];
        ++contents.rows;
      }));
  contents.checksum = std::to_string(sum[0]) + "," + std::to_string(sum[1]);
  return contents;
}

}  // namespace

Result<std::vector<TableContents>> contents_of(Session& session) {
  NL_TRY(names, table_names(session));
  std::vector<TableContents> all;
  for (const auto& name : names) {
    NL_TRY(contents, session.engine() == Engine::Sqlite ? contents_on_sqlite(session, name)
                                                        : contents_on_postgres(session, name));
    all.push_back(std::move(contents));
  }
  return all;
}

}  // namespace northlight::store

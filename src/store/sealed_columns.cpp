#include "store/sealed_columns.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace northlight::store {
namespace {

/// Every column that holds a sealed text. What is sealed stands for "table:column:key".
struct SealedColumn {
  std::string_view table;
  std::string_view column;
  std::string_view key;
};
constexpr std::array<SealedColumn, 6> sealed_columns{
    {{"file_key", "sealed", "file_id"},
     {"one_time_code", "seed", "person_id"},
     {"one_time_code", "offered_seed", "person_id"},
     {"kept_form", "content", "token_hash"},
     {"draft_key", "content", "id"},
     {"provider_secret", "sealed", "issuer"}}};

std::string select_of(const SealedColumn& sealed) {
  std::string sql = "select ";
  sql += sealed.key;
  sql += ", ";
  sql += sealed.column;
  sql += " from ";
  sql += sealed.table;
  sql += " where ";
  sql += sealed.column;
  sql += " is not null";
  return sql;
}

std::string update_of(const SealedColumn& sealed) {
  std::string sql = "update ";
  sql += sealed.table;
  sql += " set ";
  sql += sealed.column;
  sql += " = :sealed where ";
  sql += sealed.key;
  sql += " = :key";
  return sql;
}

}  // namespace

Result<std::int64_t> seal_again(Transaction& transaction, const platform::Keys& keys) {
  std::int64_t count = 0;
  for (const auto& sealed : sealed_columns) {
    NL_TRY(rows, (transaction.rows<std::string, std::string>(select_of(sealed))));
    const auto update = update_of(sealed);
    for (const auto& [key, text] : rows) {
      if (keys.is_sealed_by_newest(text)) continue;
      const auto context = std::string(sealed.table) + ":" + std::string(sealed.column) + ":" + key;
      NL_TRY(secret, keys.open(context, text));
      NL_CHECK(transaction.run(update, {{"sealed", keys.seal(context, secret)}, {"key", key}}));
      ++count;
    }
  }
  return count;
}

}  // namespace northlight::store

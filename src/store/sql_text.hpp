#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/database_url.hpp"

namespace northlight::store {

/// Puts the engine's words in for the named places of a shared text: `{strict}`, `{bigint}` … (the
/// table is in sql_text.cpp). Refuses a name that the table does not have, with its line.
Result<std::string> in_dialect(std::string_view sql, Engine engine, std::string_view file);

/// The statements of a text, each without its semicolon. Knows strings, quoted names, comments,
/// PostgreSQL's dollar quotes, and that a trigger ends with its `end;`. Refuses an end inside one.
Result<std::vector<std::string>> statements_of(std::string_view sql, std::string_view file);

}  // namespace northlight::store

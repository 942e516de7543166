#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// How many rows a table has, and a checksum of all of them that does not depend on their order.
struct TableContents {
  std::string name;
  std::int64_t rows = 0;
  std::string checksum;

  friend bool operator==(const TableContents&, const TableContents&) = default;
};

/// Of every table, by name. The checksums of the two engines differ; those of one engine agree
/// wherever the same rows are.
Result<std::vector<TableContents>> contents_of(Session& session);

}  // namespace northlight::store

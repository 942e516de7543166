#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/library_entry.hpp"

/// The library as tables: one file of comma-separated values for each kind of row.
namespace northlight::report {

struct Column {
  std::string name;
  std::string meaning;  ///< One line for readers.
};

/// One table that can be downloaded from /api/v1/<name>.csv.
struct TableDescription {
  std::string name;     ///< "key-questions"
  std::string title;    ///< "Key questions"
  std::string one_row;  ///< "One row for each key question of each standard rated from cases."
  std::vector<Column> columns;
};

/// Every table, in the order in which the open data page lists them.
const std::vector<TableDescription>& library_tables();

/// Null for a name that is not among them.
const TableDescription* find_table(std::string_view name);

/// The whole table as text. `services` is looked at by the table of services alone, `inspections`
/// by all others. Fails the program on a name that is not among library_tables: our own mistake.
std::string table_text(std::string_view name, std::span<const ServiceEntry> services,
                       std::span<const InspectionEntry> inspections);

}  // namespace northlight::report

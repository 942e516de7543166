#pragma once

#include <optional>
#include <string>

#include "cli/data_folders.hpp"
#include "cli/exit_status.hpp"
#include "cli/streams.hpp"
#include "store/database.hpp"

/// The commands of `northlight erasures`.
namespace northlight::cli {

struct ErasuresApplyOptions {
  std::string ledger;
  std::string database;
  std::string uploads{};
  std::optional<std::string> public_key{};  ///< Of whoever signed it, as it was kept elsewhere.
};
ExitStatus erasures_apply(const ErasuresApplyOptions&, const DataFolders&, Streams&);

struct ErasuresLedgerOptions {
  std::string database;
  std::string signing_key;
};
ExitStatus erasures_ledger(const ErasuresLedgerOptions&, const DataFolders&, Streams&);

struct ErasuresSweepOptions {
  std::string database;
};
ExitStatus erasures_sweep(const ErasuresSweepOptions&, const DataFolders&, Streams&);

/// Erases again what the ledger names and the database still holds, with its uploads; then rewrites
/// what is on the disk. Says how much there was to do.
Status apply_erasures(store::Database& database, const ErasuresApplyOptions& options,
                      Streams& streams);

}  // namespace northlight::cli

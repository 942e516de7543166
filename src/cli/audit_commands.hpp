#pragma once

#include <optional>
#include <string>

#include "cli/data_folders.hpp"
#include "cli/exit_status.hpp"
#include "cli/streams.hpp"

/// The commands of `northlight audit`.
namespace northlight::cli {

struct AuditVerifyOptions {
  std::string database;
  std::optional<std::string> head{};        ///< A file that northlight audit head printed.
  std::optional<std::string> public_key{};  ///< Of whoever signed it, as it was kept elsewhere.
  Format format = Format::Text;
};
ExitStatus audit_verify(const AuditVerifyOptions&, const DataFolders&, Streams&);

struct AuditHeadOptions {
  std::string database;
  std::string signing_key;
};
ExitStatus audit_head(const AuditHeadOptions&, const DataFolders&, Streams&);

struct AuditKeyOptions {
  std::string file;
};
ExitStatus audit_key(const AuditKeyOptions&, Streams&);

}  // namespace northlight::cli

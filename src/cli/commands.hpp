#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/data_folders.hpp"
#include "cli/exit_status.hpp"
#include "cli/streams.hpp"

/// The commands, each a plain function in a file of its own: options that were parsed already, the
/// streams to speak on, and the exit status. Only command_line.cpp knows how they are typed.
namespace northlight::cli {

struct FrameworkCheckOptions {
  std::string folder;
  Format format = Format::Text;
};
ExitStatus framework_check(const FrameworkCheckOptions&, Streams&);

struct FrameworkListOptions {
  Format format = Format::Text;
};
ExitStatus framework_list(const FrameworkListOptions&, const DataFolders&, Streams&);

struct FrameworkShowOptions {
  std::string edition;
  Format format = Format::Text;
};
ExitStatus framework_show(const FrameworkShowOptions&, const DataFolders&, Streams&);

struct RateOptions {
  std::string judgements;
  std::string edition;
  std::optional<std::string> decisions{};
  Format format = Format::Text;
};
ExitStatus rate(const RateOptions&, const DataFolders&, Streams&);

struct ReportReadOptions {
  std::vector<std::string> files;
  Format format = Format::Text;
};
ExitStatus report_read(const ReportReadOptions&, const DataFolders&, Streams&);

struct ReportCheckOptions {
  std::string file;
  std::vector<std::string> press{};
  Format format = Format::Text;
};
ExitStatus report_check(const ReportCheckOptions&, const DataFolders&, Streams&);

struct MigrateOptions {
  std::string database;
};
ExitStatus migrate(const MigrateOptions&, const DataFolders&, Streams&);

struct ReindexOptions {
  std::string database;
  std::optional<std::string> keys{};  ///< By which versions are proved (cli/find_keys.hpp).
};
ExitStatus reindex(const ReindexOptions&, const DataFolders&, Streams&);

struct BackupOptions {
  std::string file;
  std::string database;
  std::string uploads{};
};
ExitStatus backup(const BackupOptions&, const DataFolders&, Streams&);

struct RestoreOptions {
  std::string file;
  std::string database;
  std::string uploads{};
  std::optional<std::string> erasures{};    ///< The ledger of what was erased since.
  std::optional<std::string> public_key{};  ///< Of whoever signed it, as it was kept elsewhere.
};
ExitStatus restore(const RestoreOptions&, const DataFolders&, Streams&);

struct ImportReportOptions {
  std::vector<std::string> files;
  std::string database;
};
ExitStatus import_report(const ImportReportOptions&, const DataFolders&, Streams&);

struct ImportRatingsOptions {
  std::string file;
  std::string database;
};
ExitStatus import_ratings(const ImportRatingsOptions&, const DataFolders&, Streams&);

struct ExportOptions {
  std::string database;
};
ExitStatus export_library(const ExportOptions&, const DataFolders&, Streams&);

struct ServeOptions {
  std::string database;
  std::string listen = "127.0.0.1:8080";
  std::optional<std::string> metrics{};
  std::string base_url{};
  bool behind_tls = false;
  std::optional<std::string> keys{};
  std::optional<std::string> signing_key{};
  std::optional<std::string> erasures{};  ///< The ledger of what was erased.
  std::string uploads{};
  std::vector<std::string> trusted_proxies{};
  bool limit_requests = true;
};
ExitStatus serve(const ServeOptions&, const DataFolders&, Streams&);

struct DemoOptions {
  std::uint16_t port = 8080;
};
ExitStatus demo(const DemoOptions&, const DataFolders&, Streams&);

struct KeysMakeOptions {
  std::string file;
};
ExitStatus keys_make(const KeysMakeOptions&, Streams&);

struct KeysRotateOptions {
  std::string database;
  std::optional<std::string> keys{};
};
ExitStatus keys_rotate(const KeysRotateOptions&, const DataFolders&, Streams&);

}  // namespace northlight::cli

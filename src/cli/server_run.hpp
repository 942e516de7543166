#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/data_folders.hpp"
#include "cli/streams.hpp"
#include "platform/keys.hpp"
#include "platform/signature.hpp"
#include "store/database.hpp"
#include "web/demo_person.hpp"

namespace northlight::cli {

/// How one run of the server is set up.
struct ServerRun {
  std::string listen;
  std::optional<std::string> metrics{};  ///< Where; not at all when absent.
  std::string base_url{};
  bool behind_tls = false;
  bool log_requests = true;
  std::optional<platform::Keys> keys{};  ///< Without them the library alone is served.
  /// Signs the heads of the audit trail each day, and the ledger of erasures.
  std::optional<platform::SigningKey> signing_key{};
  std::optional<std::filesystem::path> erasures{};  ///< Where that ledger is.
  std::filesystem::path uploads{};                  ///< Beside a SQLite file unless named.
  std::string why_nothing_is_signed{};              ///< Logged, where there is no signing key.
  std::string why_nobody_signs_in{};  ///< Said when it starts, where there are no keys.
  std::vector<web::DemoPerson> demo_people{};
  std::vector<web::DemoLink> demo_links{};
  std::vector<std::string> trusted_proxies{};
  bool limit_requests = true;
};

/// Serves the library until SIGTERM or SIGINT, then finishes what is in flight. Says on `words`
/// where it is.
ExitStatus run_server(store::Database& database, const ServerRun& run, const DataFolders& data,
                      Streams& streams);

}  // namespace northlight::cli

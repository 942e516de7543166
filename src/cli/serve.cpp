#include "cli/commands.hpp"
#include "cli/find_keys.hpp"
#include "cli/open_database.hpp"
#include "cli/server_run.hpp"

namespace northlight::cli {

ExitStatus serve(const ServeOptions& options, const DataFolders& data, Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  ServerRun run{.listen = options.listen,
                .metrics = options.metrics,
                .base_url = options.base_url,
                .behind_tls = options.behind_tls,
                .trusted_proxies = options.trusted_proxies,
                .limit_requests = options.limit_requests};
  auto keys = find_keys(options.keys, (*database)->url());
  if (keys) {
    run.keys = *std::move(keys);
  } else if (keys.error().code == ErrorCode::NotFound && !options.keys) {
    run.why_nobody_signs_in = keys.error().message;
  } else {
    return say_error(streams, keys.error());
  }
  const auto signing = signing_key_file(options.signing_key, (*database)->url());
  if (signing && (options.signing_key || std::filesystem::exists(*signing))) {
    auto key = platform::SigningKey::read(*signing);
    if (!key) return say_error(streams, key.error());
    run.signing_key = *std::move(key);
  } else {
    run.why_nothing_is_signed =
        "The audit trail is not signed each day and nothing can be erased: there is no signing "
        "key. "
        "To make one: northlight audit key " +
        (signing ? signing->string() : std::string("FILE"));
  }
  run.erasures = ledger_file(options.erasures, (*database)->url());
  run.uploads = options.uploads;
  return run_server(**database, run, data, streams);
}

}  // namespace northlight::cli

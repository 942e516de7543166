#include "store/audit_head.hpp"

#include "cli/audit_commands.hpp"
#include "cli/open_database.hpp"
#include "platform/clock.hpp"
#include "store/kept_heads.hpp"
#include "store/verify_audit.hpp"

namespace northlight::cli {

ExitStatus audit_head(const AuditHeadOptions& options, const DataFolders& data, Streams& streams) {
  const auto key = platform::SigningKey::read(options.signing_key);
  if (!key) return say_error(streams, key.error());
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  const auto now = platform::SystemClock().now();
  // At one moment: what is signed is what was proved.
  const auto head = (*database)->read([&](store::Session& session) -> Result<store::AuditHead> {
    NL_TRY(before,
           store::newest_own_head(session, key->public_key(), platform::day_in_london(now)));
    NL_TRY(proof, store::verify_audit(session, before));
    if (!proof.rows_whole())
      return Error{ErrorCode::Conflict, "The audit trail is broken, so its head is not signed. " +
                                            proof.breaks.front().message +
                                            " See: northlight audit verify --database " +
                                            options.database};
    return store::audit_head(session, *key, now);
  });
  if (!head && head.error().code == ErrorCode::Conflict) {
    say_error(streams, head.error());
    return ExitStatus::Found;
  }
  if (!head) return say_error(streams, head.error());
  print(streams, store::as_json(*head));
  return ExitStatus::Done;
}

ExitStatus audit_key(const AuditKeyOptions& options, Streams& streams) {
  const auto key = platform::SigningKey::make(options.file);
  if (!key) return say_error(streams, key.error());
  streams.data << key->public_key() << '\n';
  streams.words << options.file
                << " holds the new signing key. Keep its public key, printed on standard output, "
                   "where nobody who can change the database can change it.\n";
  return ExitStatus::Done;
}

}  // namespace northlight::cli

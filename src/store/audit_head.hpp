#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "platform/clock.hpp"
#include "platform/signature.hpp"
#include "store/database.hpp"

namespace northlight::store {

/// Where one chain ended when somebody looked.
struct ChainHead {
  std::string service;  ///< The organisation's id; "" for the installation's own chain.
  std::int64_t number = 0;
  std::string hash;
  /// What is signed of the three: their SHA-256. Where it alone is given out, whoever holds it can
  /// prove the signature and learns neither whose chain it is nor how long.
  std::string digest{};

  bool is_hidden() const { return hash.empty(); }

  friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

/// Where all chains ended at one moment, signed. A copy that is kept where whoever can change the
/// database cannot reach it shows that rows were taken from the end, or the whole trail written
/// anew.
struct AuditHead {
  std::string day;      ///< In London: "2026-11-22".
  std::string made_at;  ///< "2026-11-22T02:00:00.000Z"
  std::vector<ChainHead> chains;
  std::string public_key{};
  std::string signature{};

  friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

/// The heads as they are now, signed.
Result<AuditHead> audit_head(Session& session, const platform::SigningKey& key,
                             platform::Instant now);

/// The same head for one service: of every other chain the digest alone.
AuditHead for_service(const AuditHead& head, std::string_view service);

/// {"form": "northlight-audit-head-2", "day", "made_at", "chains": [{"service", "number", "hash"}
/// or
/// {"digest"}], "public_key", "signature"}
Json as_json(const AuditHead& head);

/// Reads such a document and checks its signature: by the key that it names itself, and that this
/// is `public_key` where one is given.
Result<AuditHead> read_audit_head(std::string_view text,
                                  std::optional<std::string_view> public_key = std::nullopt);

/// What came of a day's signing.
struct HeadMade {
  std::optional<AuditHead> head{};  ///< Nothing when the day had one by that key.
  /// What is wrong with other heads that are kept (kept_heads.hpp), and with the index of who was
  /// listed: sentences. None of it keeps the head from being made.
  std::vector<std::string> faults{};
};

/// Proves the trail, from the newest head that this key signed, then signs its heads and keeps the
/// document, once a day. Fails with Conflict when the trail is broken, where nothing is signed, and
/// where somebody else's head stands in the day's place.
Result<HeadMade> sign_head_of_day(Database& database, const platform::SigningKey& key,
                                  platform::Instant now);

/// The heads that are kept and can be read, for `today` and days before it, newest first; whoever
/// signed them.
Result<std::vector<AuditHead>> signed_heads(Session& session, std::int64_t most, Date today);

}  // namespace northlight::store

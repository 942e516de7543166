#include "store/audit_head.hpp"

#include <algorithm>

#include "store/checksum.hpp"
#include "store/kept_heads.hpp"
#include "store/verify_audit.hpp"

namespace northlight::store {
namespace {

constexpr std::string_view head_form = "northlight-audit-head-2";

// The hash of a chain's last row is known to nobody who does not know the chain: so nothing of the
// other two can be tried out.
std::string digest_of(std::string_view service, std::int64_t number, std::string_view hash) {
  Checksum checksum;
  checksum.add_field("northlight-audit-chain");
  checksum.add_field(service);
  checksum.add_field(std::to_string(number));
  checksum.add_field(hash);
  return checksum.hex();
}

// As AuditEncoding does it: no two heads have the same bytes.
std::string bytes_to_sign(const AuditHead& head) {
  std::string bytes(head_form);
  const auto add = [&](std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
  };
  add(head.day);
  add(head.made_at);
  add(std::to_string(head.chains.size()));
  for (const auto& chain : head.chains) add(chain.digest);
  return bytes;
}

Error no_head() {
  return {ErrorCode::Invalid,
          "This is not a signed head of an audit trail, as northlight audit head prints it"};
}

std::optional<std::string> text_in(const Json& json, std::string_view name) {
  const auto* member = json.find(name);
  const auto* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<ChainHead> chain_in(const Json& json) {
  if (const auto digest = text_in(json, "digest"))
    return ChainHead{.service = {}, .hash = {}, .digest = *digest};
  const auto service = text_in(json, "service");
  const auto hash = text_in(json, "hash");
  const auto* number = json.find("number");
  if (!service || !hash || hash->empty() || number == nullptr || number->whole() == nullptr ||
      *number->whole() < 0)
    return std::nullopt;
  return ChainHead{*service, *number->whole(), *hash, digest_of(*service, *number->whole(), *hash)};
}

std::optional<AuditHead> head_in(const Json& json) {
  const auto named = text_in(json, "form");
  const auto day = text_in(json, "day");
  const auto made_at = text_in(json, "made_at");
  const auto key = text_in(json, "public_key");
  const auto signature = text_in(json, "signature");
  const auto* chains = json.find("chains");
  if (named != head_form || !day || !made_at || !key || !signature || chains == nullptr ||
      chains->items() == nullptr)
    return std::nullopt;
  AuditHead head{*day, *made_at, {}, *key, *signature};
  for (const auto& item : *chains->items()) {
    auto chain = chain_in(item);
    if (!chain) return std::nullopt;
    head.chains.push_back(*std::move(chain));
  }
  return head;
}

}  // namespace

Result<AuditHead> audit_head(Session& session, const platform::SigningKey& key,
                             platform::Instant now) {
  AuditHead head{northlight::iso(platform::day_in_london(now)), platform::iso(now), {}};
  NL_TRY(chains,
         (session.rows<std::string, std::int64_t, std::string>(
             "select service, number, hash from audit_chain order by service", {},
             [](std::string service, std::int64_t number, std::string hash) {
               auto digest = digest_of(service, number, hash);
               return ChainHead{std::move(service), number, std::move(hash), std::move(digest)};
             })));
  head.chains = std::move(chains);
  head.public_key = key.public_key();
  head.signature = key.sign(bytes_to_sign(head));
  return head;
}

AuditHead for_service(const AuditHead& head, std::string_view service) {
  auto shown = head;
  for (auto& chain : shown.chains)
    if (chain.service != service)
      chain = {.service = {}, .hash = {}, .digest = std::move(chain.digest)};
  return shown;
}

Json as_json(const AuditHead& head) {
  auto chains = Json::array();
  for (const auto& chain : head.chains)
    chains.add(chain.is_hidden() ? Json::object({{"digest", chain.digest}})
                                 : Json::object({{"service", chain.service},
                                                 {"number", chain.number},
                                                 {"hash", chain.hash}}));
  return Json::object({{"form", head_form},
                       {"day", head.day},
                       {"made_at", head.made_at},
                       {"chains", std::move(chains)},
                       {"public_key", head.public_key},
                       {"signature", head.signature}});
}

Result<AuditHead> read_audit_head(std::string_view text,
                                  std::optional<std::string_view> public_key) {
  const auto json = Json::parse(text);
  if (!json) return no_head();
  auto head = head_in(*json);
  if (!head) return no_head();
  if (public_key && *public_key != head->public_key)
    return Error{ErrorCode::Invalid, "This head was signed by another key than the one given",
                 "public key"};
  NL_CHECK(platform::check_signature(head->public_key, bytes_to_sign(*head), head->signature));
  return *std::move(head);
}

Result<std::vector<AuditHead>> signed_heads(Session& session, std::int64_t most, Date today) {
  NL_TRY(kept, (session.rows<std::string, std::string>(
                   "select day, document from audit_signed_head where day <= :today "
                   "order by day desc limit :most",
                   {{"today", northlight::iso(today)}, {"most", most}})));
  std::vector<AuditHead> heads;
  for (const auto& [day, document] : kept)
    if (auto head = read_audit_head(document); head && head->day == day)
      heads.push_back(*std::move(head));
  return heads;
}

namespace {

/// What is proved and signed at one moment of the database.
struct Proved {
  std::optional<AuditHead> head{};  ///< Nothing where the day has ours.
  std::vector<std::string> faults{};
};

Result<Proved> prove_and_sign(Session& session, const platform::SigningKey& key,
                              platform::Instant now) {
  const auto today = platform::day_in_london(now);
  const auto& public_key = key.public_key();
  Proved proved;
  NL_TRY(strange, faults_of_heads(session, today, public_key));
  for (const auto& fault : strange) proved.faults.push_back(fault.message);
  NL_TRY(before, newest_own_head(session, public_key, today));
  if (before && before->day == northlight::iso(today)) return proved;
  NL_TRY(proof, verify_audit(session, before));
  if (!proof.rows_whole())
    return Error{ErrorCode::Conflict, "The audit trail is broken, so its head was not signed. " +
                                          proof.breaks.front().message};
  for (const auto& fault : proof.index) proved.faults.push_back(fault.message);
  NL_TRY(made, audit_head(session, key, now));
  proved.head = std::move(made);
  return proved;
}

}  // namespace

Result<HeadMade> sign_head_of_day(Database& database, const platform::SigningKey& key,
                                  platform::Instant now) {
  NL_TRY(proved,
         database.read([&](Session& session) { return prove_and_sign(session, key, now); }));
  if (!proved.head) return HeadMade{{}, std::move(proved.faults)};
  const auto document = as_json(*proved.head).text();
  const auto& day = proved.head->day;
  NL_TRY(kept, database.write([&](Transaction& transaction) -> Result<std::string> {
    NL_TRY(there, transaction.row<std::string>(
                      "select document from audit_signed_head where day = :day", {{"day", day}}));
    if (there) return *std::move(there);
    NL_CHECK(
        transaction.run("insert into audit_signed_head (day, document) values (:day, :document)",
                        {{"day", day}, {"document", document}}));
    return document;
  }));
  if (kept == document) return HeadMade{std::move(proved.head), std::move(proved.faults)};
  // Another server of ours was faster, or somebody else's stands in its place.
  if (const auto theirs = read_audit_head(kept, key.public_key()); theirs && theirs->day == day)
    return HeadMade{{}, std::move(proved.faults)};
  return Error{ErrorCode::Conflict,
               "The head of the audit trail for " + day +
                   " could not be kept: one that is not signed by this server's key stands in its "
                   "place. See: northlight audit verify"};
}

}  // namespace northlight::store

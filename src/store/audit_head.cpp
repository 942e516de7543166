#include "store/audit_head.hpp"

#include <algorithm>

#include "store/checksum.hpp"
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

Result<std::vector<AuditHead>> signed_heads(Session& session, std::int64_t most) {
  NL_TRY(documents, session.rows<std::string>(
                        "select document from audit_signed_head order by day desc limit :most",
                        {{"most", most}}));
  std::vector<AuditHead> heads;
  for (const auto& document : documents) {
    NL_TRY(head, read_audit_head(document));
    heads.push_back(std::move(head));
  }
  return heads;
}

Result<std::optional<AuditHead>> sign_head_of_day(Database& database,
                                                  const platform::SigningKey& key,
                                                  platform::Instant now) {
  const auto day = northlight::iso(platform::day_in_london(now));
  // Read at one moment: what is signed is what was proved.
  NL_TRY(head, database.read([&](Session& session) -> Result<std::optional<AuditHead>> {
    NL_TRY(kept, session.value<std::int64_t>(
                     "select count(*) from audit_signed_head where day = :day", {{"day", day}}));
    if (kept > 0) return std::optional<AuditHead>{};
    NL_TRY(before, signed_heads(session, 1));
    NL_TRY(proof, verify_audit(session, before.empty() ? std::nullopt : std::optional(before[0])));
    if (!proof.whole())
      return Error{ErrorCode::Conflict, "The audit trail is broken, so its head was not signed. " +
                                            proof.breaks.front().message};
    NL_TRY(made, audit_head(session, key, now));
    return std::optional(std::move(made));
  }));
  if (!head) return head;
  const auto document = as_json(*head).text();
  NL_TRY(added, database.write([&](Transaction& transaction) {
    return transaction.run(
        "insert into audit_signed_head (day, document) values (:day, :document) "
        "on conflict do nothing",
        {{"day", day}, {"document", document}});
  }));
  if (added == 0) return std::optional<AuditHead>{};
  return head;
}

}  // namespace northlight::store

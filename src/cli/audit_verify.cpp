#include "store/verify_audit.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/text.hpp"
#include "cli/audit_commands.hpp"
#include "cli/find_keys.hpp"
#include "cli/open_database.hpp"
#include "platform/clock.hpp"
#include "platform/signature.hpp"
#include "store/kept_heads.hpp"

namespace northlight::cli {
namespace {

Result<store::AuditHead> head_in(const std::string& file,
                                 const std::optional<std::string>& public_key) {
  std::ifstream from(file, std::ios::binary);
  if (!from) return Error{ErrorCode::NotFound, "This file cannot be read", file};
  const std::string text{std::istreambuf_iterator<char>(from), std::istreambuf_iterator<char>()};
  auto head = store::read_audit_head(
      text, public_key ? std::optional<std::string_view>(*public_key) : std::nullopt);
  if (head) return head;
  auto error = std::move(head).error();
  error.where = file;
  return error;
}

std::string named(const std::string& service) {
  return service.empty() ? "The installation's own chain" : "The chain of service " + service;
}

/// The trail, and the heads that are kept beside it.
struct Proved {
  store::AuditProof trail;
  std::vector<store::HeadFault> heads{};
  std::size_t compared = 0;  ///< Of those that are kept: with so many it was compared.

  bool whole() const { return trail.whole() && heads.empty(); }
  std::vector<store::AuditBreak> breaks() const {
    auto all = trail.breaks;
    all.insert(all.end(), trail.index.begin(), trail.index.end());
    return all;
  }
};

Result<Proved> prove(store::Database& database, const std::optional<store::AuditHead>& head,
                     const std::optional<std::string>& public_key) {
  return database.read([&](store::Session& session) -> Result<Proved> {
    const auto today = platform::day_in_london(platform::SystemClock().now());
    const auto key = public_key ? std::optional<std::string_view>(*public_key)
                                : std::optional<std::string_view>{};
    NL_TRY(heads, store::faults_of_heads(session, today, key));
    NL_TRY(kept, store::heads_without_fault(session, today, key));
    NL_TRY(trail, store::verify_audit(session, head, kept));
    return Proved{std::move(trail), std::move(heads), kept.size()};
  });
}

/// The key of this installation: as it was given, or as the file of the key that signs says, where
/// it lies beside the database or is named in the environment.
std::optional<std::string> own_key(const AuditVerifyOptions& options) {
  if (options.public_key) return options.public_key;
  const auto url = store::DatabaseUrl::parse(options.database);
  if (!url) return std::nullopt;
  const auto file = signing_key_file(std::nullopt, *url);
  std::error_code none;
  if (!file || !std::filesystem::exists(*file, none)) return std::nullopt;
  const auto key = platform::SigningKey::read(*file);
  if (!key) return std::nullopt;
  return key->public_key();
}

Json as_json(const Proved& proof) {
  auto breaks = Json::array();
  for (const auto& found : proof.breaks())
    breaks.add(Json::object({{"service", found.service},
                             {"number", found.number},
                             {"fault", store::code(found.fault)},
                             {"message", found.message}}));
  auto heads = Json::array();
  for (const auto& found : proof.heads)
    heads.add(Json::object({{"day", found.day}, {"message", found.message}}));
  return Json::object({{"whole", proof.whole()},
                       {"chains", proof.trail.chains},
                       {"rows", proof.trail.rows},
                       {"breaks", std::move(breaks)},
                       {"heads", std::move(heads)}});
}

}  // namespace

ExitStatus audit_verify(const AuditVerifyOptions& options, const DataFolders& data,
                        Streams& streams) {
  const auto database = open_current_database(options.database, data);
  if (!database) return say_error(streams, database.error());
  std::optional<store::AuditHead> head;
  if (options.head) {
    auto read = head_in(*options.head, options.public_key);
    if (!read) return say_error(streams, read.error());
    head = *std::move(read);
    if (!options.public_key)
      say_note(streams,
               "the head was checked with the key that it names itself (" + head->public_key +
                   "). Compare that with the key that you keep, or give it as --public-key");
  }
  const auto key = own_key(options);
  const auto proof = prove(**database, head, key);
  if (!proof) return say_error(streams, proof.error());
  if (!key && proof->compared > 0)
    say_note(streams,
             "the heads that the database keeps were checked with the keys that they name "
             "themselves. Give the key that you keep as --public-key");
  const auto status = proof->whole() ? ExitStatus::Done : ExitStatus::Found;
  if (options.format == Format::Json) {
    print(streams, as_json(*proof));
    return status;
  }
  for (const auto& found : proof->breaks())
    streams.data << named(found.service) << " breaks at row " << found.number << " ("
                 << store::code(found.fault) << "). " << found.message << '\n';
  for (const auto& found : proof->heads) streams.data << found.message << ".\n";
  streams.data << counted(proof->trail.rows, "row", "rows") << " of "
               << counted(proof->trail.chains, "chain", "chains")
               << (proof->whole()          ? ": whole"
                   : !proof->trail.whole() ? " read: broken"
                                           : ": whole, but for the heads above")
               << (proof->whole() && head
                       ? ", and going on from the head signed at " + head->made_at
                       : "")
               << ".\n";
  return status;
}

}  // namespace northlight::cli

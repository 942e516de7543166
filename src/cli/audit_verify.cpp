#include "store/verify_audit.hpp"

#include <fstream>
#include <iterator>

#include "base/text.hpp"
#include "cli/audit_commands.hpp"
#include "cli/open_database.hpp"

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

Json as_json(const store::AuditProof& proof) {
  auto breaks = Json::array();
  for (const auto& found : proof.breaks)
    breaks.add(Json::object({{"service", found.service},
                             {"number", found.number},
                             {"fault", store::code(found.fault)},
                             {"message", found.message}}));
  return Json::object({{"whole", proof.whole()},
                       {"chains", proof.chains},
                       {"rows", proof.rows},
                       {"breaks", std::move(breaks)}});
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
  } else if (options.public_key) {
    return say_error(streams, {ErrorCode::Invalid,
                               "--public-key is of no use without --head: name the file too"});
  }
  const auto proof = store::verify_audit(**database, head);
  if (!proof) return say_error(streams, proof.error());
  const auto status = proof->whole() ? ExitStatus::Done : ExitStatus::Found;
  if (options.format == Format::Json) {
    print(streams, as_json(*proof));
    return status;
  }
  for (const auto& found : proof->breaks)
    streams.data << named(found.service) << " breaks at row " << found.number << " ("
                 << store::code(found.fault) << "). " << found.message << '\n';
  streams.data << counted(proof->rows, "row", "rows") << " of "
               << counted(proof->chains, "chain", "chains")
               << (proof->whole() ? ": whole" : " read: broken")
               << (proof->whole() && head
                       ? ", and going on from the head signed at " + head->made_at
                       : "")
               << ".\n";
  return status;
}

}  // namespace northlight::cli

#include "casework/uploads.hpp"

#include <algorithm>

#include "accounts/acts.hpp"
#include "base/hidden_marks.hpp"
#include "base/text.hpp"
#include "domain/upload_kind.hpp"

namespace northlight::casework {
namespace {

using accounts::Trace;
using domain::Action;
using store::Grant;
using store::Session;
using store::Transaction;

}  // namespace

std::string plain_hash(std::string_view hash) {
  const bool plain = hash.size() == 64 && std::ranges::all_of(hash, [](char c) {
                       return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                     });
  return plain ? std::string(hash) : std::string();
}

std::string plain_name(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != name.npos)
    name.remove_prefix(slash + 1);
  auto plain = without_hidden_marks(trim(name));
  while (plain.size() > 150 || !is_utf8(plain)) {
    if (plain.empty()) break;
    plain.pop_back();
  }
  return plain.empty() ? "Document" : plain;
}

Result<domain::UploadKind> check_upload(std::string_view content) {
  if (content.size() > store::largest_upload)
    return Error{ErrorCode::Invalid,
                 "This file is larger than 20 MB. Make it smaller, or send it in parts.", "file"};
  return domain::upload_kind(content);
}

Result<forms::Upload> add_upload(Gate& gate, const store::UploadFolder& folder, const Asker& asker,
                                 FileId file, RecordId record, std::string_view name,
                                 std::string_view content) {
  NL_TRY(kind, check_upload(content));
  return gate.change(
      asker, Action::WriteRecord, file,
      {.operation = store::AuditOperation::Collection,
       .record = record,
       .called = accounts::act("document-added")},
      [&](Transaction& transaction, const Grant& grant, Trace& told) -> Result<forms::Upload> {
        NL_CHECK(store::record_head(transaction, grant, record));
        NL_TRY(hash, store::keep_upload(transaction, grant, folder, kind, content));
        told.called = accounts::act("document-added", {{"document", hash}});
        return forms::Upload{std::move(hash), plain_name(name)};
      });
}

Result<SentDocument> open_upload(Gate& gate, const store::UploadFolder& folder, const Asker& asker,
                                 FileId file, std::string_view hash) {
  return gate.read(asker, Action::ReadFile, file,
                   {.called = accounts::act("document-opened", {{"document", plain_hash(hash)}})},
                   [&](Session& session, const Grant& grant) -> Result<SentDocument> {
                     NL_TRY(row, store::upload_row(session, grant, hash));
                     NL_TRY(content, folder.read(row.hash));
                     return SentDocument{row.kind, Sensitive<std::string>(std::move(content))};
                   });
}

}  // namespace northlight::casework

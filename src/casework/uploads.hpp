#pragma once

#include <string>
#include <string_view>

#include "casework/records.hpp"
#include "store/uploads.hpp"

/// Documents and pictures that belong to a record.
namespace northlight::casework {

/// Takes a file in for a record, checked by its content, and gives the answer that names it: send
/// that as a change of the upload field. Fails with Invalid (where: "file") in words for the
/// sender. `name` is what the sender calls it; folders before it are left out.
Result<forms::Upload> add_upload(Gate& gate, const store::UploadFolder& folder, const Asker& asker,
                                 FileId file, RecordId record, std::string_view name,
                                 std::string_view content);

/// The last part of what a browser calls a file, without what no name may hold; never longer than
/// is kept. Of use inside casework/ only.
std::string plain_name(std::string_view name);

/// Of an address, which anybody types: nothing where it is no hash of a document.
std::string plain_hash(std::string_view hash);
/// Its kind by its content; Invalid (where: "file") for what is not taken and what is too large.
Result<domain::UploadKind> check_upload(std::string_view content);

/// A document as it was sent in.
struct SentDocument {
  domain::UploadKind kind = domain::UploadKind::Pdf;
  Sensitive<std::string> content;
};

/// NotFound when the child's file holds no such content, whoever else's does.
Result<SentDocument> open_upload(Gate& gate, const store::UploadFolder& folder, const Asker& asker,
                                 FileId file, std::string_view hash);

}  // namespace northlight::casework

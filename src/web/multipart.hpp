#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "web/fields.hpp"
#include "web/request.hpp"

namespace northlight::web {

/// What a form with files held.
struct MultipartForm {
  Fields fields;
  std::vector<UploadedFile> files;
};

/// The boundary that a Content-Type of multipart/form-data names; Invalid for any other.
Result<std::string> multipart_boundary(std::string_view content_type);

/// Whether a part with these headers holds a file rather than a field.
bool is_of_a_file(std::string_view headers);

/// Reads a multipart/form-data body (RFC 7578); `content_type` is the header's value, which names
/// the boundary. Strict: refuses a missing, over-long or malformed boundary, lines that do not end
/// in CRLF, text before the first part or after the last, a part without a name, headers longer
/// than 4 KB, more than 2,000 parts and fields that are not UTF-8. A file box left empty (no name,
/// no bytes) yields no file. Of the parts in `cut`, counted from 0, the files were left out on the
/// way (web/multipart_sieve.hpp): each is there without its bytes, and marked.
Result<MultipartForm> parse_multipart(std::string_view content_type, std::string_view body,
                                      const std::vector<std::size_t>& cut = {});

}  // namespace northlight::web

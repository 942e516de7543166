#pragma once

#include "store/file_key.hpp"

namespace northlight::store {

/// The key of a file for the command line, which proves versions with it and shows nothing of them
/// (store/prove_versions.hpp). Fails as file_key does.
Result<FileKey> file_key_to_prove(Session& session, domain::FileId file,
                                  const platform::Keys& keys);

}  // namespace northlight::store

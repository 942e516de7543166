#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/ids.hpp"
#include "platform/crypto.hpp"
#include "platform/keys.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// The key of one file: it seals the file's sealed answers and makes the hashes of its versions.
/// Destroying it destroys what it sealed here; a backup made before holds it still, sealed by the
/// keys of the installation (docs/operations.md, Erasure).
class FileKey {
 public:
  /// 32 bytes.
  explicit FileKey(platform::Secret key);

  /// Encrypted for that context alone ("<record>:<path>"): it does not open anywhere else.
  std::string seal(std::string_view context, std::string_view text) const;
  /// Fails with Unavailable when it was not sealed so, or was changed.
  Result<std::string> open(std::string_view context, std::string_view box) const;
  /// 64 hexadecimal digits; nobody without the key can make them.
  std::string hash(std::string_view text) const;

 private:
  platform::Secret sealing_;
  platform::Secret hashing_;
};

/// Fails with Unavailable where the file has none (it was erased, or nothing was ever written).
Result<FileKey> file_key(Session& session, const Grant& grant, const platform::Keys& keys);

/// For whoever comes in by a personal link to that file, before anybody could be asked whether they
/// may: what is sealed with their link, and nothing else, is opened by it.
Result<FileKey> file_key_behind_link(Session& session, domain::FileId file,
                                     const platform::Keys& keys);

/// Makes one where the file has none yet.
Result<FileKey> file_key_or_made(Transaction& transaction, const Grant& grant,
                                 const platform::Keys& keys);

/// Erasure: nothing that the key sealed can be read again.
Status destroy_file_key(Transaction& transaction, const Grant& grant);

}  // namespace northlight::store

#include "store/prove_versions.hpp"

#include <optional>
#include <string>

#include "store/key_to_prove.hpp"
#include "store/readable.hpp"
#include "store/version_text.hpp"

namespace northlight::store {

Result<ProvedVersions> prove_versions(Session& session, const platform::Keys& keys) {
  Readable readable;
  NL_TRY(all, readable.checked(session.rows<std::string, std::string, std::int64_t>(
                  "select r.file_id, v.record_id, v.n from record_version v "
                  "join record r on r.id = v.record_id order by r.file_id, v.record_id, v.n",
                  {}, [&](const std::string& file, const std::string& record, std::int64_t n) {
                    return ChangedVersion{readable.id<domain::FileId>(file),
                                          readable.id<domain::RecordId>(record), n};
                  })));
  ProvedVersions proved{.versions = static_cast<std::int64_t>(all.size())};
  std::optional<domain::FileId> opened;
  std::optional<FileKey> key;
  for (const auto& one : all) {
    if (opened != one.file) {
      NL_TRY(its_key, file_key_to_prove(session, one.file, keys));
      key.emplace(std::move(its_key));
      opened = one.file;
    }
    NL_TRY(texts, version_texts(session, one.record, one.n));
    if (texts.empty() || key->hash(hashed_text(one.record, texts.front())) != texts.front().hash)
      proved.changed.push_back(one);
  }
  return proved;
}

}  // namespace northlight::store

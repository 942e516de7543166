#include "store/prove_versions.hpp"

#include <optional>
#include <string>

#include "store/key_to_prove.hpp"
#include "store/readable.hpp"
#include "store/version_text.hpp"

namespace northlight::store {
namespace {

Result<std::vector<domain::FileId>> files_with_versions(Session& session) {
  Readable readable;
  return readable.checked(session.rows<std::string>(
      "select distinct r.file_id from record r join record_version v on v.record_id = r.id "
      "order by r.file_id",
      {}, [&](const std::string& file) { return readable.id<domain::FileId>(file); }));
}

Result<std::vector<ChangedVersion>> versions_of_file(Session& session, domain::FileId file) {
  Readable readable;
  return readable.checked(session.rows<std::string, std::int64_t>(
      "select v.record_id, v.n from record_version v join record r on r.id = v.record_id "
      "where r.file_id = :file order by v.record_id, v.n",
      {{"file", file.text()}}, [&](const std::string& record, std::int64_t n) {
        return ChangedVersion{file, readable.id<domain::RecordId>(record), n};
      }));
}

/// What its key did not open for, where it did not: then nothing of the file is proved.
Result<std::optional<Error>> prove_file(Session& session, domain::FileId file,
                                        const platform::Keys& keys, ProvedVersions& proved) {
  NL_TRY(all, versions_of_file(session, file));
  if (all.empty()) return std::optional<Error>{};  // It was erased since it was listed.
  proved.versions += static_cast<std::int64_t>(all.size());
  const auto key = file_key_to_prove(session, file, keys);
  if (!key) return std::optional(key.error());
  for (const auto& one : all) {
    NL_TRY(texts, version_texts(session, one.record, one.n));
    if (texts.empty() || key->hash(hashed_text(one.record, texts.front())) != texts.front().hash)
      proved.changed.push_back(one);
  }
  return std::optional<Error>{};
}

}  // namespace

Result<ProvedVersions> prove_versions(Database& database, const platform::Keys& keys) {
  NL_TRY(files, database.read([](Session& session) { return files_with_versions(session); }));
  ProvedVersions proved;
  std::optional<Error> why;
  for (const auto& file : files) {
    NL_TRY(closed, database.read(
                       [&](Session& session) { return prove_file(session, file, keys, proved); }));
    if (!closed) continue;
    proved.unopened.push_back(file);
    why = std::move(closed);
  }
  // Where none opens it is the keys that are not the right ones, and not the files.
  if (why && proved.unopened.size() == files.size()) return *std::move(why);
  return proved;
}

}  // namespace northlight::store

#include "store/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "store/backup_uploads.hpp"
#include "store/file_handle.hpp"
#include "store/migrate.hpp"
#include "store/postgres_programs.hpp"
#include "store/sqlite_file.hpp"

namespace northlight::store {
namespace {

namespace fs = std::filesystem;

/// A file beside the one that is being made; gone at the end of the scope, with what SQLite keeps
/// beside it.
class Scratch {
 public:
  Scratch(fs::path beside, std::string_view ending) : path_(std::move(beside)) {
    path_ += std::string(ending);
    remove();
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { remove(); }
  const fs::path& path() const { return path_; }

 private:
  void remove() const {
    for (const auto* ending : {"", "-wal", "-shm", "-journal"})
      ::unlink((path_.string() + ending).c_str());
  }
  fs::path path_;
};

/// What an engine made, and the uploads that it names.
struct Copied {
  Manifest manifest;
  std::vector<std::string> uploads{};
};

// A backup may be of a schema from before there were uploads.
Result<std::vector<std::string>> uploads_in(Session& session, const Manifest& manifest) {
  for (const auto& table : manifest.tables)
    if (table.name == "upload" && table.rows > 0) return upload_hashes(session);
  return std::vector<std::string>{};
}

Status describe(Session& session, Manifest& manifest) {
  NL_TRY(schema, schema_version(session));
  if (schema == 0)
    return Error{ErrorCode::NotFound, "The database is empty: there is nothing to back up."};
  NL_TRY(tables, contents_of(session));
  manifest.engine = session.engine();
  manifest.schema = schema;
  manifest.tables = std::move(tables);
  return done();
}

Result<Copied> copy_sqlite(Database& database, const fs::path& payload) {
  NL_CHECK(FileHandle::open(payload, O_WRONLY | O_CREAT | O_EXCL));  // Its owner's alone.
  NL_CHECK(copy_sqlite_file(database.url().place, payload));
  Copied copied;
  {
    NL_TRY(session, Transaction::open({Engine::Sqlite, payload.string()}, SessionUse::Read));
    NL_CHECK(describe(*session, copied.manifest));
    NL_TRY(uploads, uploads_in(*session, copied.manifest));
    copied.uploads = std::move(uploads);
  }
  NL_CHECK(settle_sqlite_file(payload));
  return copied;
}

Result<Copied> copy_postgres(Database& database, const fs::path& payload) {
  return database.read([&](Session& session) -> Result<Copied> {
    Copied copied;
    NL_TRY(snapshot, session.value<std::string>("select pg_export_snapshot()"));
    NL_CHECK(describe(session, copied.manifest));
    NL_TRY(uploads, uploads_in(session, copied.manifest));
    copied.uploads = std::move(uploads);
    NL_CHECK(dump_postgres(database.url(), snapshot, payload));
    return copied;
  });
}

Status check_contents(Session& session, const Manifest& manifest) {
  NL_TRY(tables, contents_of(session));
  if (tables == manifest.tables) return done();
  return Error{
      ErrorCode::Invalid,
      "What was restored is not what the backup says it holds. Do not use it; use another backup."};
}

Status check_fits(const Manifest& manifest, const DatabaseUrl& url, const Schema& schema,
                  const fs::path& file) {
  if (manifest.engine != url.engine)
    return Error{ErrorCode::Invalid,
                 "This is a backup of a " + std::string(name_of(manifest.engine)) +
                     " database and cannot be restored into a " + std::string(name_of(url.engine)) +
                     " one.",
                 file.string()};
  if (manifest.schema > static_cast<std::int64_t>(schema.size()))
    return Error{ErrorCode::Invalid,
                 "This backup was made by a newer version of this program (schema " +
                     std::to_string(manifest.schema) + "; this one knows " +
                     std::to_string(schema.size()) + "). Update the program.",
                 file.string()};
  return done();
}

Error not_empty(const DatabaseUrl& url) {
  return {ErrorCode::Conflict,
          "The database is not empty. A backup is restored only into an empty one.", url.shown()};
}

Status check_empty(const DatabaseUrl& url) {
  NL_TRY(session, Transaction::open(url, SessionUse::Read));
  NL_TRY(empty, is_empty(*session));
  if (!empty) return not_empty(url);
  return done();
}

Result<Manifest> restore_sqlite(const fs::path& file, const DatabaseUrl& url, const Schema& schema,
                                const Result<UploadFolder>& uploads) {
  const fs::path target = url.place;
  const bool exists = fs::exists(target);
  if (exists) NL_CHECK(check_empty(url));
  const Scratch scratch(target, ".restoring");
  NL_TRY(manifest, open_backup_file(file, scratch.path()));
  NL_CHECK(check_fits(manifest, url, schema, file));
  NL_CHECK(take_out_uploads(scratch.path(), manifest, uploads));
  NL_CHECK(settle_sqlite_file(scratch.path()));
  {
    NL_TRY(session, Transaction::open({Engine::Sqlite, scratch.path().string()}, SessionUse::Read));
    NL_CHECK(check_contents(*session, manifest));
  }
  if (exists) {
    for (const auto* ending : {"-wal", "-shm"}) ::unlink((target.string() + ending).c_str());
    if (::rename(scratch.path().c_str(), target.c_str()) != 0)
      return file_error(errno, "write", target);
  } else if (::renameat2(AT_FDCWD, scratch.path().c_str(), AT_FDCWD, target.c_str(),
                         RENAME_NOREPLACE) != 0) {
    return errno == EEXIST ? not_empty(url) : file_error(errno, "write", target);
  }
  NL_CHECK(flush_folder_of(target));
  return manifest;
}

Result<Manifest> restore_postgres(const fs::path& file, const DatabaseUrl& url,
                                  const Schema& schema, const Result<UploadFolder>& uploads) {
  NL_CHECK(check_empty(url));
  const Scratch scratch(fs::temp_directory_path() / ("northlight-" + std::to_string(::getpid())),
                        ".restoring");
  NL_TRY(manifest, open_backup_file(file, scratch.path()));
  NL_CHECK(check_fits(manifest, url, schema, file));
  NL_CHECK(take_out_uploads(scratch.path(), manifest, uploads));
  NL_CHECK(load_postgres(url, scratch.path()));
  NL_TRY(session, Transaction::open(url, SessionUse::Read));
  NL_CHECK(check_contents(*session, manifest));
  return manifest;
}

}  // namespace

Result<Manifest> backup(Database& database, const fs::path& file, const fs::path& uploads) {
  if (fs::exists(file)) return file_error(EEXIST, "write", file);
  const Scratch payload(file, ".contents");
  NL_TRY(copied, database.engine() == Engine::Sqlite ? copy_sqlite(database, payload.path())
                                                     : copy_postgres(database, payload.path()));
  NL_CHECK(append_uploads(payload.path(), copied.manifest, copied.uploads,
                          UploadFolder::of(database.url(), uploads)));
  return write_backup_file(file, std::move(copied.manifest), payload.path());
}

Result<Manifest> restore(const fs::path& file, std::string_view address, const Schema& schema,
                         const fs::path& uploads) {
  NL_TRY(url, DatabaseUrl::parse(address));
  // Told before anything is written: whether the file fits at all.
  NL_TRY(manifest, open_backup_file(file));
  NL_CHECK(check_fits(manifest, url, schema, file));
  const auto folder = UploadFolder::of(url, uploads);
  if (!manifest.uploads.empty() && !folder) return folder.error();
  return url.engine == Engine::Sqlite ? restore_sqlite(file, url, schema, folder)
                                      : restore_postgres(file, url, schema, folder);
}

}  // namespace northlight::store

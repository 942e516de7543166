#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/record.hpp"
#include "store/database_url.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Where the content of uploads lies: a folder that no web server serves, one file for each
/// content, named by its SHA-256. Nothing in it is ever written over.
class UploadFolder {
 public:
  explicit UploadFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Beside a SQLite file: "northlight.db.uploads". For PostgreSQL a folder must be named: Invalid
  /// with what to do where `named` is empty.
  static Result<UploadFolder> of(const DatabaseUrl& url, const std::filesystem::path& named = {});

  /// The same for whoever serves from it: a folder that is named must be there and be writable, so
  /// that a slip in its name is told at the start and not when somebody asks for a document.
  static Result<UploadFolder> ready(const DatabaseUrl& url, const std::filesystem::path& named);

  const std::filesystem::path& path() const { return folder_; }
  std::filesystem::path place_of(std::string_view hash) const;

  /// Keeps the content, flushed to the disk before it returns, and gives its hash. The same content
  /// twice is one file. A file without a row (a change that was not kept) is taken away later
  /// (stray_uploads.hpp).
  Result<std::string> keep(std::string_view content) const;

  /// Reads it and holds it against its hash: Unavailable where it is missing or damaged.
  Result<std::string> read(std::string_view hash) const;

 private:
  std::filesystem::path folder_;
};

/// Whether it can name content: a SHA-256 in small hexadecimal figures.
bool is_upload_hash(std::string_view text);

/// The largest upload that is taken.
inline constexpr std::size_t largest_upload = 20U << 20U;

/// One upload of one file.
struct UploadRow {
  std::string hash;
  domain::UploadKind kind = domain::UploadKind::Pdf;
  std::int64_t bytes = 0;
  domain::PersonId added_by;
  platform::Instant added_at{};
};

/// Keeps the content in the folder and notes that the file of the grant holds it; gives its hash.
/// Content that an erasure left to be removed stays (erasure_rest.hpp): the two wait for each
/// other.
Result<std::string> keep_upload(Transaction& transaction, const Grant& grant,
                                const UploadFolder& folder, domain::UploadKind kind,
                                std::string_view content);

/// Notes that the file of the grant holds that content; again is all right.
Status add_upload(Transaction& transaction, const Grant& grant, std::string_view hash,
                  domain::UploadKind kind, std::size_t bytes);

/// NotFound when the file of the grant holds no such content, whoever else's does.
Result<UploadRow> upload_row(Session& session, const Grant& grant, std::string_view hash);

/// Every hash that any file holds, in order: for backups.
Result<std::vector<std::string>> upload_hashes(Session& session);

}  // namespace northlight::store

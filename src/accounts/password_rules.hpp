#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.hpp"

namespace northlight::accounts {

inline constexpr std::size_t shortest_password = 12;  ///< In characters, not bytes.
inline constexpr std::size_t longest_password = 128;

/// Passwords that many people choose, in lower case.
class CommonPasswords {
 public:
  explicit CommonPasswords(std::unordered_set<std::string> all) : all_(std::move(all)) {}

  /// Whether it is one of them, or one of them with figures and marks around it, or one of them
  /// over and over. Without regard to case.
  bool has(std::string_view password) const;

 private:
  std::unordered_set<std::string> all_;
};

/// One a line; lines that start with "#!" are comments. NotFound, saying which package to install,
/// when there is no such file.
Result<CommonPasswords> read_common_passwords(const std::filesystem::path& file);

/// The list, read when it is first asked for.
class CommonPasswordsFile {
 public:
  /// As Debian's john-data installs it.
  static constexpr const char* usual = "/usr/share/john/password.lst";

  explicit CommonPasswordsFile(std::filesystem::path file = usual) : file_(std::move(file)) {}
  Result<std::shared_ptr<const CommonPasswords>> load();

 private:
  std::filesystem::path file_;
  std::mutex mutex_;
  std::shared_ptr<const CommonPasswords> loaded_;  // Shared, for many ask at a time.
};

/// What is wrong with a password that somebody chose for themselves, in words for them: length, a
/// common one, a plain sequence, or their own name. Nothing else is asked of it: no figures, no
/// capitals, no expiry (NCSC: password administration for system owners).
/// `own_words` are their sign-in name and the like.
Status check_new_password(std::string_view password, const CommonPasswords& common,
                          const std::vector<std::string>& own_words);

}  // namespace northlight::accounts

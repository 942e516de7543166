#include <fstream>

#include "accounts/password_rules.hpp"
#include "base/text.hpp"

namespace northlight::accounts {

Result<CommonPasswords> read_common_passwords(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in)
    return Error{ErrorCode::Unavailable,
                 "The list of common passwords is not there, so no password can be chosen. Whoever "
                 "runs this service installs the package john-data",
                 file.string()};
  std::unordered_set<std::string> all;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("#!") && !trim(line).empty()) all.insert(lower(trim(line)));
  if (all.empty())
    return Error{ErrorCode::Unavailable, "The list of common passwords is empty", file.string()};
  return CommonPasswords(std::move(all));
}

Result<std::shared_ptr<const CommonPasswords>> CommonPasswordsFile::load() {
  const std::scoped_lock lock(mutex_);
  if (!loaded_) {
    NL_TRY(read, read_common_passwords(file_));
    loaded_ = std::make_shared<const CommonPasswords>(std::move(read));
  }
  return loaded_;
}

}  // namespace northlight::accounts

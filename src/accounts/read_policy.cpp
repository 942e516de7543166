#include <fstream>
#include <iterator>

#include "accounts/policy.hpp"

namespace northlight::accounts {

Result<Policy> read_policy(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{ErrorCode::NotFound, "The roles cannot be read: there is no such file",
                 file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_policy(text, file.filename().string());
}

}  // namespace northlight::accounts

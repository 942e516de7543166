#include <fstream>
#include <iterator>

#include "accounts/access_watch.hpp"

namespace northlight::accounts {

Result<AccessWatch> read_access_watch(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Error{ErrorCode::NotFound,
                 "What is unusual access cannot be read: there is no such file", file.string()};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_access_watch(text, file.filename().string());
}

}  // namespace northlight::accounts

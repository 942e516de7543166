#include "accounts/client_secret.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include "base/text.hpp"

namespace northlight::accounts {
namespace {

constexpr std::uintmax_t largest = 4'096;

Error refused(const std::filesystem::path& file, std::string_view message) {
  return {ErrorCode::Invalid, std::string(message), file.filename().string()};
}

}  // namespace

Result<platform::Secret> read_client_secret(const std::filesystem::path& file) {
  using std::filesystem::perms;
  std::error_code failure;
  const auto status = std::filesystem::status(file, failure);
  if (failure || !std::filesystem::is_regular_file(status))
    return refused(file, "There is no such file of a client secret");
  const auto others = perms::group_all | perms::others_all;
  if ((status.permissions() & others) != perms::none)
    return refused(file, "Others on this machine may read the client secret. Run chmod 600 on it");
  if (std::filesystem::file_size(file, failure) > largest || failure)
    return refused(file, "The file of the client secret is larger than 4 KB");
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto line = trim(text);
  if (!in.eof() && !in) return refused(file, "The client secret cannot be read");
  if (line.empty() || line.find('\n') != std::string_view::npos)
    return refused(file, "The file of the client secret must hold one line");
  std::string kept(line);
  const platform::Secret wiped(std::move(text));
  return platform::Secret(std::move(kept));
}

}  // namespace northlight::accounts

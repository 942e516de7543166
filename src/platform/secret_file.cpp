#include "platform/secret_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "platform/descriptor.hpp"

namespace northlight::platform {
namespace {

constexpr std::size_t most_bytes = 64UL * 1024;

Error unusable(const std::filesystem::path& file, std::string_view what, int number) {
  return {ErrorCode::Unavailable, std::string(what) + ": " + std::system_category().message(number),
          file.string()};
}

Status check_guarded(int descriptor, const std::filesystem::path& file) {
  struct stat about {};
  if (fstat(descriptor, &about) != 0) return unusable(file, "The key file cannot be read", errno);
  if (!S_ISREG(about.st_mode))
    return Error{ErrorCode::Invalid, "A key file must be a plain file", file.string()};
  if ((about.st_mode & 077U) != 0)
    return Error{ErrorCode::Forbidden,
                 "Others on this machine may read or change the key file. To close it: chmod 600 " +
                     file.string(),
                 file.string()};
  return done();
}

}  // namespace

Result<Secret> read_secret_file(const std::filesystem::path& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!descriptor.open() && errno == ENOENT)
    return Error{ErrorCode::NotFound, "There is no key file", file.string()};
  if (!descriptor.open()) return unusable(file, "The key file cannot be read", errno);
  NL_CHECK(check_guarded(descriptor.number(), file));
  std::string text(most_bytes, '\0');
  std::size_t length = 0;
  while (length < text.size()) {
    const auto count = read(descriptor.number(), text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unusable(file, "The key file cannot be read", errno);
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
  }
  text.resize(length);
  return Secret(std::move(text));
}

Status make_secret_file(const std::filesystem::path& file, const Secret& text) {
  const Descriptor descriptor(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!descriptor.open() && errno == EEXIST)
    return Error{ErrorCode::Conflict,
                 "There is such a file already, and its keys are never overwritten. Name another "
                 "file",
                 file.string()};
  if (!descriptor.open()) return unusable(file, "The key file cannot be written", errno);
  auto rest = text.bytes();
  while (!rest.empty()) {
    const auto count = write(descriptor.number(), rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int why = errno;
      unlink(file.c_str());
      return unusable(file, "The key file cannot be written", why);
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  if (fsync(descriptor.number()) != 0)
    return unusable(file, "The key file cannot be written", errno);
  return done();
}

void settle_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.open()) fsync(descriptor.number());
}

}  // namespace northlight::platform

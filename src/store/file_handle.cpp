#include "store/file_handle.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace northlight::store {

Error file_error(int number, std::string_view doing, const std::filesystem::path& path) {
  if (number == ENOSPC || number == EDQUOT)
    return {ErrorCode::Unavailable, "The disk is full. Free some space and try again.",
            path.string()};
  if (number == ENOENT)
    return {ErrorCode::NotFound, "There is no such file or folder.", path.string()};
  if (number == EEXIST)
    return {ErrorCode::Conflict, "There is a file of that name already. Choose another name.",
            path.string()};
  return {ErrorCode::Unavailable,
          "Could not " + std::string(doing) +
              " this file: " + std::generic_category().message(number) + ".",
          path.string()};
}

Result<FileHandle> FileHandle::open(const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file < 0) return file_error(errno, "open", path);
  return FileHandle(path, file);
}

FileHandle::~FileHandle() {
  if (file_ >= 0) ::close(file_);
}

Result<std::size_t> FileHandle::read(std::string& buffer) {
  for (;;) {
    const auto count = ::read(file_, buffer.data(), buffer.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return file_error(errno, "read", path_);
  }
}

Result<std::string> FileHandle::read_exactly(std::size_t count) {
  std::string all;
  std::string buffer(count, '\0');
  while (all.size() < count) {
    buffer.resize(count - all.size());
    NL_TRY(got, read(buffer));
    if (got == 0) break;
    all.append(buffer, 0, got);
  }
  return all;
}

Status FileHandle::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return file_error(errno, "write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return done();
}

Status FileHandle::flush() {
  if (::fsync(file_) != 0) return file_error(errno, "write", path_);
  return done();
}

}  // namespace northlight::store

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace northlight::store {

/// Why the system refused something with a file, in words: a full disk, a missing folder …
Error file_error(int number, std::string_view doing, const std::filesystem::path& path);

/// An open file that is closed at the end of the scope. New files are their owner's alone.
class FileHandle {
 public:
  static Result<FileHandle> open(const std::filesystem::path& path, int flags);
  FileHandle(FileHandle&& other) noexcept
      : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}
  FileHandle& operator=(FileHandle&&) = delete;
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle();

  /// Fills as much of the buffer as there is; 0 at the end.
  Result<std::size_t> read(std::string& buffer);
  /// That many bytes, or fewer at the end.
  Result<std::string> read_exactly(std::size_t count);
  Status write(std::string_view bytes);
  /// Returns when it is on the disk.
  Status flush();

 private:
  FileHandle(std::filesystem::path path, int file) : path_(std::move(path)), file_(file) {}
  std::filesystem::path path_;
  int file_;
};

}  // namespace northlight::store

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <set>
#include <system_error>

#include "base/text.hpp"
#include "platform/key_ring.hpp"

namespace northlight::platform {
namespace {

constexpr std::string_view first_line = "northlight keys 1";
constexpr std::size_t most_bytes = 64 * 1024;
constexpr std::size_t key_size = 32;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  operator int() const { return number_; }  // NOLINT(*-explicit-*)

 private:
  int number_;
};

Error unusable(const std::filesystem::path& file, std::string_view what, int number) {
  return {ErrorCode::Unavailable, std::string(what) + ": " + std::system_category().message(number),
          file.string()};
}

Error damaged(const std::filesystem::path& file, std::size_t line) {
  return {ErrorCode::Invalid, "This is not a whole key file. Put back the copy that was kept of it",
          file.string() + ":" + std::to_string(line)};
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

Result<Secret> read_whole(const std::filesystem::path& file) {
  const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (descriptor < 0 && errno == ENOENT)
    return Error{ErrorCode::NotFound,
                 "There is no key file. To make one: northlight keys make " + file.string(),
                 file.string()};
  if (descriptor < 0) return unusable(file, "The key file cannot be read", errno);
  NL_CHECK(check_guarded(descriptor, file));
  std::string text(most_bytes, '\0');
  std::size_t length = 0;
  while (length < text.size()) {
    const auto count = read(descriptor, text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unusable(file, "The key file cannot be read", errno);
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
  }
  text.resize(length);
  return Secret(std::move(text));
}

std::optional<Secret> key_of(std::string_view text) {
  auto bytes = parse_base64url(text);
  if (!bytes || bytes->size() != key_size) return std::nullopt;
  return Secret(*std::move(bytes));
}

Status write_whole(const std::filesystem::path& file, const Secret& text) {
  const Descriptor descriptor(
      open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (descriptor < 0 && errno == EEXIST)
    return Error{ErrorCode::Conflict,
                 "There is such a file already, and what it sealed opens with nothing else. Name "
                 "another file",
                 file.string()};
  if (descriptor < 0) return unusable(file, "The key file cannot be written", errno);
  auto rest = text.bytes();
  while (!rest.empty()) {
    const auto count = write(descriptor, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int why = errno;
      unlink(file.c_str());
      return unusable(file, "The key file cannot be written", why);
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  if (fsync(descriptor) != 0) return unusable(file, "The key file cannot be written", errno);
  return done();
}

/// What was written is there after a power cut too.
void settle_folder(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const Descriptor descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor >= 0) fsync(descriptor);
}

}  // namespace

Secret written(const Secret& hashing, const std::vector<SealingKey>& sealing) {
  std::string text(first_line);
  text +=
      "\n# Keep a copy apart from the database and its backups. Without this file nobody\n"
      "# can sign in with a second factor, and what is sealed never opens again.\n";
  text += "hash " + base64url(hashing.bytes()) + "\n";
  for (const auto& key : sealing)
    text += "seal " + key.id + " " + key.made_at + " " + base64url(key.secret.bytes()) + "\n";
  return Secret(std::move(text));
}

Result<Keys> Keys::read(const std::filesystem::path& file) {
  NL_TRY(text, read_whole(file));
  std::optional<Secret> hashing;
  std::vector<SealingKey> sealing;
  std::set<std::string, std::less<>> ids;
  std::size_t number = 0;
  for (const auto line : split(text.bytes(), '\n')) {
    ++number;
    if (number == 1 && line != first_line) return damaged(file, number);
    if (number == 1 || line.empty() || line.starts_with('#')) continue;
    const auto words = split(line, ' ');
    auto key = key_of(words.back());
    if (!key) return damaged(file, number);
    if (words.size() == 2 && words[0] == "hash" && !hashing) {
      hashing = std::move(key);
    } else if (words.size() == 4 && words[0] == "seal" && words[1].size() == 8 &&
               parse_instant(words[2]) && ids.emplace(words[1]).second) {
      sealing.push_back({std::string(words[1]), std::string(words[2]), *std::move(key)});
    } else {
      return damaged(file, number);
    }
  }
  if (!hashing || sealing.empty()) return damaged(file, number);
  return Keys(std::make_shared<const Ring>(Ring{*std::move(hashing), std::move(sealing)}));
}

Result<Keys> Keys::make(const std::filesystem::path& file, Instant now) {
  const auto hashing = new_secret_key();
  std::vector<SealingKey> sealing;
  sealing.push_back(new_sealing_key(now));
  NL_CHECK(write_whole(file, written(hashing, sealing)));
  settle_folder(file);
  return read(file);
}

Result<Keys> Keys::rotate(const std::filesystem::path& file, Instant now) {
  NL_TRY(before, read(file));
  std::vector<SealingKey> sealing;
  for (const auto& key : before.ring_->sealing)
    sealing.push_back({key.id, key.made_at, Secret(std::string(key.secret.bytes()))});
  sealing.push_back(new_sealing_key(now));
  // Under another name first: at no moment is there half a file. The name is also the lock.
  auto fresh = file;
  fresh += ".new";
  if (auto kept = write_whole(fresh, written(before.ring_->hashing, sealing)); !kept) {
    if (kept.error().code != ErrorCode::Conflict) return std::move(kept).error();
    return Error{ErrorCode::Conflict,
                 "Another program is adding a key. If none is, remove this file and try again",
                 fresh.string()};
  }
  if (rename(fresh.c_str(), file.c_str()) != 0)
    return unusable(file, "The key file cannot be replaced", errno);
  settle_folder(file);
  return read(file);
}

}  // namespace northlight::platform

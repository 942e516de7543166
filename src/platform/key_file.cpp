#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <set>
#include <system_error>

#include "base/text.hpp"
#include "platform/key_ring.hpp"
#include "platform/secret_file.hpp"

namespace northlight::platform {
namespace {

constexpr std::string_view key_file_line = "northlight keys 1";
constexpr std::size_t key_size = 32;

Error damaged(const std::filesystem::path& file, std::size_t line) {
  return {ErrorCode::Invalid, "This is not a whole key file. Put back the copy that was kept of it",
          file.string() + ":" + std::to_string(line)};
}

Result<Secret> read_whole(const std::filesystem::path& file) {
  auto text = read_secret_file(file);
  if (text || text.error().code != ErrorCode::NotFound) return text;
  auto error = std::move(text).error();
  error.message.append(". To make one: northlight keys make ").append(file.string());
  return error;
}

std::optional<Secret> key_of(std::string_view text) {
  auto bytes = parse_base64url(text);
  if (!bytes || bytes->size() != key_size) return std::nullopt;
  return Secret(*std::move(bytes));
}

Status write_whole(const std::filesystem::path& file, const Secret& text) {
  auto made = make_secret_file(file, text);
  if (!made && made.error().code == ErrorCode::Conflict)
    return Error{ErrorCode::Conflict,
                 "There is such a file already, and what it sealed opens with nothing else. Name "
                 "another file",
                 file.string()};
  return made;
}

}  // namespace

Secret written(const Secret& hashing, const std::vector<SealingKey>& sealing) {
  std::string text(key_file_line);
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
    if (number == 1 && line != key_file_line) return damaged(file, number);
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
  settle_folder_of(file);
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
  if (rename(fresh.c_str(), file.c_str()) != 0) {
    std::string message("The key file cannot be replaced: ");
    message += std::system_category().message(errno);
    return Error{ErrorCode::Unavailable, std::move(message), file.string()};
  }
  settle_folder_of(file);
  return read(file);
}

}  // namespace northlight::platform

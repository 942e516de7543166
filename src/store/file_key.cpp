#include "store/file_key.hpp"

#include <sodium.h>

#include <vector>

#include "store/key_to_prove.hpp"

namespace northlight::store {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

platform::Secret derived(const platform::Secret& key, std::string_view purpose) {
  auto digest = platform::keyed_digest(key.bytes(), purpose);
  std::string bytes(digest.begin(), digest.end());
  sodium_memzero(digest.data(), digest.size());
  return platform::Secret(std::move(bytes));
}

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string context_of(domain::FileId file) { return "file_key:sealed:" + file.text(); }

Error unreadable() {
  return {ErrorCode::Unavailable,
          "A sealed answer does not open. Ask whoever looks after the system to check its keys."};
}

Result<FileKey> open_key(Session& session, domain::FileId file, const platform::Keys& keys) {
  NL_TRY(sealed, session.row<std::string>("select sealed from file_key where file_id = :file_id",
                                          {{"file_id", file.text()}}));
  if (!sealed)
    return Error{ErrorCode::Unavailable,
                 "The key of this file is gone: nothing in it can be read."};
  NL_TRY(key, keys.open(context_of(file), *sealed));
  return FileKey(platform::Secret(std::move(key)));
}

}  // namespace

FileKey::FileKey(platform::Secret key)
    : sealing_(derived(key, "seal")), hashing_(derived(key, "hash")) {}

std::string FileKey::seal(std::string_view context, std::string_view text) const {
  auto box = platform::random_bytes(nonce_size);
  box.resize(nonce_size + text.size() + tag_size);
  unsigned long long written = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      reinterpret_cast<unsigned char*>(box.data()) + nonce_size, &written, raw(text), text.size(),
      raw(context), context.size(), nullptr, raw(box), raw(sealing_.bytes()));
  return platform::base64url(box);
}

Result<std::string> FileKey::open(std::string_view context, std::string_view sealed) const {
  const auto box = platform::parse_base64url(sealed);
  if (!box || box->size() < nonce_size + tag_size) return unreadable();
  std::string text(box->size() - nonce_size - tag_size, '\0');
  unsigned long long written = 0;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          reinterpret_cast<unsigned char*>(text.data()), &written, nullptr, raw(*box) + nonce_size,
          box->size() - nonce_size, raw(context), context.size(), raw(*box),
          raw(sealing_.bytes())) != 0)
    return unreadable();
  return text;
}

std::string FileKey::hash(std::string_view text) const {
  return platform::hex(platform::keyed_digest(hashing_.bytes(), text));
}

Result<FileKey> file_key(Session& session, const Grant& grant, const platform::Keys& keys) {
  return open_key(session, grant.file(), keys);
}

Result<FileKey> file_key_to_prove(Session& session, domain::FileId file,
                                  const platform::Keys& keys) {
  return open_key(session, file, keys);
}

Result<FileKey> file_key_behind_link(Session& session, domain::FileId file,
                                     const platform::Keys& keys) {
  return open_key(session, file, keys);
}

Result<FileKey> file_key_or_made(Transaction& transaction, const Grant& grant,
                                 const platform::Keys& keys) {
  auto fresh = platform::random_bytes(32);
  NL_CHECK(transaction.run(
      "insert into file_key (file_id, sealed, made_at) values (:file_id, :sealed, :made_at) "
      "on conflict (file_id) do nothing",
      {{"file_id", grant.file().text()},
       {"sealed", keys.seal(context_of(grant.file()), fresh)},
       {"made_at", platform::iso(grant.at())}}));
  sodium_memzero(fresh.data(), fresh.size());
  return file_key(transaction, grant, keys);
}

Status destroy_file_key(Transaction& transaction, const Grant& grant) {
  NL_CHECK(transaction.run("delete from file_key where file_id = :file_id",
                           {{"file_id", grant.file().text()}}));
  return done();
}

}  // namespace northlight::store

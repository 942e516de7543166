#include "accounts/client_secret.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "store/provider_secrets.hpp"

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

Result<platform::Secret> secret_in_file(const IdentityProvider& provider, platform::Instant) {
  return read_client_secret(provider.client_secret_file.value_or(std::filesystem::path()));
}

Result<std::optional<platform::Secret>> ClientSecrets::held(const IdentityProvider& provider) {
  NL_TRY(sealed, database_.read([&](store::Session& session) {
    return store::provider_secret(session, provider.issuer);
  }));
  if (!sealed) return std::optional<platform::Secret>{};
  NL_TRY(secret, keys_.open(store::provider_secret_context(provider.issuer), *sealed));
  return std::optional<platform::Secret>(platform::Secret(std::move(secret)));
}

Result<ClientSecrets::Handover> ClientSecrets::take_in(const IdentityProvider& provider,
                                                       platform::Instant now) {
  if (!provider.client_secret_file) return Handover::None;
  const std::scoped_lock lock(one_at_a_time_);
  const auto& file = *provider.client_secret_file;
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  const bool is_there = !failure && size > 0;
  const auto before = held(provider);
  if (!is_there) {
    if (!before) return before.error();
    if (*before) return Handover::None;
    return Error{ErrorCode::NotFound,
                 "There is no such file of a client secret, and none was taken into this database "
                 "before. Put it there: it is sealed in the database, and the file is removed",
                 file.filename().string()};
  }
  NL_TRY(given, read_client_secret(file));
  // One that does not open by these keys is handed over anew.
  const auto* const known = before && before->has_value() ? &before->value() : nullptr;
  if (known == nullptr || known->bytes() != given.bytes()) {
    const auto sealed = keys_.seal(store::provider_secret_context(provider.issuer), given.bytes());
    const auto kept = database_.write([&](store::Transaction& transaction) {
      return store::put_provider_secret(transaction, provider.issuer, sealed, now);
    });
    if (!kept) return kept.error();
    NL_TRY(again, held(provider));
    if (!again || again->bytes() != given.bytes())
      return Error{
          ErrorCode::Unavailable,
          "The client secret was sealed, and what was kept is not what the file holds. The "
          "file stays where it is: look at the database and its keys",
          file.filename().string()};
  }
  // Taking away a name that leads elsewhere would leave the secret where it is, and break the name.
  if (std::filesystem::is_symlink(std::filesystem::symlink_status(file, failure)))
    return Handover::FileStays;
  if (!std::filesystem::remove(file, failure)) {
    std::filesystem::resize_file(file, 0, failure);
    if (failure) return Handover::FileStays;
  }
  if (told_) told_(file);
  return Handover::TakenIn;
}

Result<platform::Secret> ClientSecrets::of(const IdentityProvider& provider,
                                           platform::Instant now) {
  NL_CHECK(take_in(provider, now));
  NL_TRY(secret, held(provider));
  if (!secret) return Error{ErrorCode::NotFound, "There is no client secret", provider.id};
  return *std::move(secret);
}

}  // namespace northlight::accounts

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/clock.hpp"

namespace northlight::platform {

/// The keys of one installation. They stand in a file of their own, apart from the database and
/// from its backups: who has one without the other can read nothing that is sealed.
///
/// The file holds one key for hashes, which stays, and one or more that seal. The newest seals;
/// each of the others still opens what it once sealed, until that was sealed again.
///
/// A context says where something is kept, as "table:column:row". What was sealed for one place
/// does not open in another, so that nobody who can write to the database can move a secret.
///
/// Copies share their keys. May be used from any thread.
class Keys {
 public:
  /// Refuses a file that others on the machine may read or write, and one that is not whole.
  static Result<Keys> read(const std::filesystem::path& file);

  /// Makes the file, for its owner alone. Refuses where there is one already: without the old keys
  /// nothing that is sealed would open again.
  static Result<Keys> make(const std::filesystem::path& file, Instant now);

  /// Adds a key to the file, which seals from then on. What was sealed stays readable; seal it
  /// again (store/sealed_columns.hpp) before an old key is taken out.
  static Result<Keys> rotate(const std::filesystem::path& file, Instant now);

  /// Keys that are kept nowhere: for tests.
  static Keys for_this_run();

  /// Encrypted so that only these keys open it, and only for that context. Text: fit for a column.
  std::string seal(std::string_view context, std::string_view secret) const;

  /// Fails with Unavailable when no key here opens it, or when it was changed or moved.
  Result<std::string> open(std::string_view context, std::string_view sealed) const;

  /// Whether the newest key sealed it: if not, it is due to be sealed again.
  bool is_sealed_by_newest(std::string_view sealed) const;

  /// The same for the same context and text, and for nobody without the keys: what secrets are
  /// found by. Does not change when keys are added.
  std::string keyed_hash(std::string_view context, std::string_view text) const;

  /// How many keys can open what is sealed.
  std::size_t count() const;

 private:
  struct Ring;
  explicit Keys(std::shared_ptr<const Ring> ring) : ring_(std::move(ring)) {}

  std::shared_ptr<const Ring> ring_;  // Shared, so that copies are cheap and no key lies about.
};

}  // namespace northlight::platform

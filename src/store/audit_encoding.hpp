#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace northlight::store {

/// The form that new rows are hashed in. A row names the form of its own, so that an older row can
/// still be proved when there is a newer form.
inline constexpr std::int64_t audit_form = 1;

/// 64 hexadecimal digits of BLAKE2b-256.
using AuditHash = std::array<char, 64>;
inline std::string_view text_of(const AuditHash& hash) { return {hash.data(), hash.size()}; }

/// Stands where the first row of a chain names the hash of the row before it.
AuditHash no_audit_hash();

/// The columns of one row as they are kept; looks at text and does not own it.
struct AuditColumns {
  std::string_view at{};
  std::optional<std::string_view> person{};
  std::string_view role{};
  std::optional<std::string_view> organisation{};
  std::string_view operation{};
  std::string_view action{};
  std::string_view outcome{};
  std::optional<std::string_view> file{};
  std::optional<std::string_view> record{};
  std::optional<std::int64_t> version{};
  std::optional<std::string_view> about{};
  std::string_view listed{};
  std::optional<std::string_view> justification{};
  std::optional<std::string_view> recipient{};
  std::string_view source{};
  std::string_view request{};
};

/// Makes the hashes of a chain's rows, one after another, with one buffer for all of them.
///
/// Form 1 is the text "northlight-audit-1", then the service, the hash of the row before, and the
/// columns in the order of AuditColumns. Each is one byte that tells what follows ('T' a text, 'I'
/// a whole number, 'N' nothing), then for a text its length in bytes as four bytes and the text,
/// for a number eight bytes, the lowest first. So no two rows have the same encoding. The row's
/// number is not in it: a row stands where the hash before it says, and numbers are counted. Thus a
/// row that was moved can be told from one that was changed.
class AuditEncoding {
 public:
  /// `service`: the organisation's id as text, "" for the installation.
  explicit AuditEncoding(std::string_view service) : service_(service) {}

  AuditHash hash(std::string_view before, const AuditColumns& columns);

  /// The bytes that the last hash was over, for tests.
  const std::string& encoded() const { return bytes_; }

 private:
  void add(std::string_view text);
  void add(const std::optional<std::string_view>& text);
  void add(std::optional<std::int64_t> number);

  std::string service_;
  std::string bytes_{};
};

}  // namespace northlight::store

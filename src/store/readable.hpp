#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "platform/clock.hpp"

/// What rows hold as text, read back. A text that is none of these was not written by us, which is
/// said once for the whole list (`Readable`), so that reading a row stays one expression.
namespace northlight::store {

class Readable {
 public:
  template <typename AnyId>
  AnyId id(const std::string& text) {
    if (auto parsed = AnyId::parse(text)) return *parsed;
    readable_ = false;
    return AnyId{IdBits{}};
  }
  template <typename AnyId>
  std::optional<AnyId> id(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return id<AnyId>(*text);
  }
  Date date(const std::string& text) {
    if (auto parsed = parse_date(text)) return *parsed;
    readable_ = false;
    return {};
  }
  std::optional<Date> date(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return date(*text);
  }
  platform::Instant instant(const std::string& text) {
    if (auto parsed = platform::parse_instant(text)) return *parsed;
    readable_ = false;
    return {};
  }
  std::optional<platform::Instant> instant(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return instant(*text);
  }
  /// A value of a closed list, as its own parse function reads it.
  template <typename T>
  T known(const std::optional<T>& parsed) {
    if (parsed) return *parsed;
    readable_ = false;
    return T{};
  }

  /// `found`, or why it could not be read.
  template <typename T>
  Result<T> checked(Result<T> found) const {
    if (found && !readable_)
      return Error{ErrorCode::Unavailable,
                   "The database holds an id or a date that cannot be read. Restore a backup."};
    return found;
  }

 private:
  bool readable_ = true;
};

}  // namespace northlight::store

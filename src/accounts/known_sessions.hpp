#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accounts/asker.hpp"
#include "store/sign_in_sessions.hpp"

namespace northlight::accounts {

/// What was found of a live session, with the roles and covers that its owner acted by then.
struct KnownSession {
  store::FoundSession found;
  std::vector<RoleHeld> roles{};
  std::vector<Covered> covers{};
  platform::Instant from{};   ///< When it was looked up.
  platform::Instant until{};  ///< From then on time alone may have changed it.
};

/// Sessions as they were found, by the keyed hash of their token, for as long as nothing that they
/// were found by has changed: the database counts those changes (store/authority.hpp), and what was
/// found at one count says nothing at another. Holds so many at most and then begins anew. Safe to
/// use from many threads.
class KnownSessions {
 public:
  explicit KnownSessions(std::size_t most = 4'096) : most_(most) {}

  /// Nothing where it was not looked up at that version, or time has gone on.
  std::optional<KnownSession> find(std::string_view hash, std::int64_t version,
                                   platform::Instant at);
  /// `version` as the session saw it that looked this up. What is older than others is let go.
  void keep(std::string_view hash, std::int64_t version, KnownSession known);
  void forget(std::string_view hash);

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  std::size_t most_;
  std::mutex mutex_;
  std::int64_t version_ = -1;
  std::unordered_map<std::string, KnownSession, TextHash, std::equal_to<>> known_;
};

}  // namespace northlight::accounts

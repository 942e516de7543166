#include "accounts/known_sessions.hpp"

#include <utility>

namespace northlight::accounts {

std::optional<KnownSession> KnownSessions::find(std::string_view hash, std::int64_t version,
                                                platform::Instant at) {
  const std::lock_guard lock(mutex_);
  if (version != version_) return std::nullopt;
  const auto found = known_.find(hash);
  if (found == known_.end() || at < found->second.from || at >= found->second.until)
    return std::nullopt;
  return found->second;
}

void KnownSessions::keep(std::string_view hash, std::int64_t version, KnownSession known) {
  const std::lock_guard lock(mutex_);
  if (version < version_) return;
  if (version > version_ || known_.size() >= most_) known_.clear();
  version_ = version;
  known_.insert_or_assign(std::string(hash), std::move(known));
}

void KnownSessions::forget(std::string_view hash) {
  const std::lock_guard lock(mutex_);
  if (const auto found = known_.find(hash); found != known_.end()) known_.erase(found);
}

}  // namespace northlight::accounts

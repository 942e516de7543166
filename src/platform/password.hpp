#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.hpp"

namespace northlight::platform {

/// How much work and memory one hash takes.
enum class HashCost {
  Interactive,  ///< About 64 MB and a tenth of a second: argon2id as libsodium recommends it.
  Least,        ///< For tests and for the demonstration's hundred people alone.
};

/// Hashes passwords with argon2id on threads of its own. Each hash takes much memory, so only so
/// many run at once and only so many wait; whoever comes beyond that is told to come again.
///
/// Each call blocks until its answer is there. May be used from any thread.
class PasswordHasher {
 public:
  struct Options {
    std::size_t at_once = 2;
    std::size_t most_waiting = 4;
    HashCost cost = HashCost::Interactive;
    /// On the thread of each hash, with the one that a password is compared with, or nothing where
    /// one is made: for tests of what others do meanwhile, and of how much work is done.
    std::function<void(std::string_view against)> before_each{};
  };

  explicit PasswordHasher(Options options);
  PasswordHasher() : PasswordHasher(Options{}) {}
  ~PasswordHasher();
  PasswordHasher(const PasswordHasher&) = delete;
  PasswordHasher& operator=(const PasswordHasher&) = delete;

  /// Unavailable when too many wait already, or when there is no memory.
  Result<std::string> hash(std::string_view password);

  /// Whether the hash is of that password.
  Result<bool> matches(const std::string& hash, std::string_view password);

  /// The same work as `matches`, for an account that does not exist: always false.
  Result<bool> matches_nobody(std::string_view password);

  /// Whether a hash was made at another cost than this one's, so that it is due to be made again.
  bool is_outdated(const std::string& hash) const;

 private:
  struct Job;
  Status run(std::string_view against, const std::function<void()>& work);
  void work_on();

  const Options options_;
  std::mutex mutex_;
  std::condition_variable there_is_work_;
  std::condition_variable is_done_;
  std::deque<Job*> waiting_;
  std::size_t running_ = 0;
  bool ending_ = false;
  std::string nobody_;  ///< The hash of a password that nobody knows.
  std::vector<std::thread> threads_;
};

}  // namespace northlight::platform

#include "platform/password.hpp"

#include <sodium.h>

#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "platform/crypto.hpp"

namespace northlight::platform {
namespace {

struct Cost {
  unsigned long long operations;
  std::size_t memory;
};

Cost of(HashCost cost) {
  switch (cost) {
    case HashCost::Interactive:
      return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
    case HashCost::Least:
      return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
  }
  return {};
}

/// Nothing when there is no memory for it.
/// libsodium is given no null pointer, which an empty text may hold.
const char* letters_of(std::string_view password) {
  return password.empty() ? "" : password.data();
}

std::optional<std::string> hashed(std::string_view password, HashCost cost) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), letters_of(password), password.size(), of(cost).operations,
                        of(cost).memory) != 0)
    return std::nullopt;
  return std::string(hash.data());
}

Error too_busy() {
  return {ErrorCode::Unavailable,
          "Too many people are signing in at this moment. Wait a few seconds and try again"};
}

}  // namespace

struct PasswordHasher::Job {
  std::string_view against;
  const std::function<void()>* work;
  bool finished = false;
};

PasswordHasher::PasswordHasher(Options options) : options_(std::move(options)) {
  if (sodium_init() < 0) throw std::runtime_error("the system has no randomness to give");
  auto nobody = hashed(random_bytes(32), options_.cost);
  if (!nobody) throw std::runtime_error("there is no memory to hash a password");
  nobody_ = *std::move(nobody);
  for (std::size_t i = 0; i < options_.at_once; ++i) threads_.emplace_back([this] { work_on(); });
}

PasswordHasher::~PasswordHasher() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  there_is_work_.notify_all();
  for (auto& thread : threads_) thread.join();
}

Status PasswordHasher::run(std::string_view against, const std::function<void()>& work) {
  Job job{against, &work};
  std::unique_lock lock(mutex_);
  if (waiting_.size() + running_ >= options_.most_waiting + options_.at_once) return too_busy();
  waiting_.push_back(&job);
  there_is_work_.notify_one();
  is_done_.wait(lock, [&] { return job.finished; });
  return done();
}

void PasswordHasher::work_on() {
  std::unique_lock lock(mutex_);
  while (true) {
    there_is_work_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto* job = waiting_.front();
    waiting_.pop_front();
    ++running_;
    lock.unlock();
    if (options_.before_each) options_.before_each(job->against);
    (*job->work)();
    lock.lock();
    --running_;
    job->finished = true;
    is_done_.notify_all();
  }
}

Result<std::string> PasswordHasher::hash(std::string_view password) {
  std::optional<std::string> made;
  NL_CHECK(run({}, [&] { made = hashed(password, options_.cost); }));
  if (!made) return too_busy();
  return *std::move(made);
}

Result<bool> PasswordHasher::matches(const std::string& hash, std::string_view password) {
  bool same = false;
  NL_CHECK(run(hash, [&] {
    same = crypto_pwhash_str_verify(hash.c_str(), letters_of(password), password.size()) == 0;
  }));
  return same;
}

Result<bool> PasswordHasher::matches_nobody(std::string_view password) {
  NL_CHECK(matches(nobody_, password));
  return false;
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), of(options_.cost).operations,
                                        of(options_.cost).memory) != 0;
}

}  // namespace northlight::platform

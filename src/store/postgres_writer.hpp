#pragma once

#include "store/session_pool.hpp"
#include "store/writer.hpp"

namespace northlight::store {

/// PostgreSQL's writers: each change is a serializable transaction of its own on a session from the
/// pool, run again when it collided with another.
class PostgresWriter final : public Writer {
 public:
  PostgresWriter(const DatabaseUrl& url, std::size_t sessions, std::chrono::milliseconds patience)
      : pool_(url, SessionUse::Write, sessions, patience) {}

  Status write(const Work& work, Company company) override;

 private:
  /// What one attempt came to.
  struct Attempt {
    Status answer;
    bool again;
  };
  Attempt attempt(Transaction& session, const Work& work, Company company);

  SessionPool pool_;
};

}  // namespace northlight::store

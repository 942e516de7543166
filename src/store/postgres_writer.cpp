#include "store/postgres_writer.hpp"

#include <algorithm>
#include <random>
#include <thread>

#include "store/guarded.hpp"

namespace northlight::store {
namespace {

constexpr int most_attempts = 12;

// So that two transactions that collided do not collide again; doubles up to about 64 ms.
void wait_before(int attempt) {
  thread_local std::minstd_rand dice{std::random_device{}()};
  const int longest = 1 << std::min(attempt, 6);
  std::this_thread::sleep_for(
      std::chrono::microseconds(std::uniform_int_distribution<int>(0, longest * 1000)(dice)));
}

// Taken by whoever must be alone (migrations); any number will do, as long as it is ours.
constexpr auto lock_alone = "select pg_advisory_xact_lock(7021890142)";

}  // namespace

Status PostgresWriter::write(const Work& work, Company company) {
  for (int count = 1;; ++count) {
    NL_TRY(session, pool_.take());
    auto [answer, again] = attempt(*session, work, company);
    if (session->failure() == Failure::ConnectionLost) pool_.forget_idle();
    if (!again || count == most_attempts) return answer;
    { const auto given_back = std::move(session); }
    wait_before(count);
  }
}

PostgresWriter::Attempt PostgresWriter::attempt(Transaction& session, const Work& work,
                                                Company company) {
  session.forget_failure();
  const auto begun = [&]() -> Status {
    // Whoever waits for the lock must see afterwards what the one before has done: a snapshot taken
    // with the lock's own statement would be too old.
    if (company == Company::Shared) return session.run_as_is("begin isolation level serializable");
    NL_CHECK(session.run_as_is("begin isolation level read committed"));
    return session.run_as_is(lock_alone);
  }();
  const auto collided = [&] { return session.failure() == Failure::Serialization; };
  const auto lost = [&] { return session.failure() == Failure::ConnectionLost; };
  if (!begun) return {begun, lost()};

  auto answer = guarded(work, session);
  if (!answer) {
    const bool again = collided() || lost();
    if (!lost()) static_cast<void>(session.run_as_is("rollback").has_value());
    return {std::move(answer), again};
  }
  if (auto committed = session.run_as_is("commit"); !committed) {
    if (lost())
      return {Error{ErrorCode::Unavailable,
                    "The connection to the database was lost while the change was being kept. Look "
                    "whether it is "
                    "there before you try again."},
              false};
    const bool again = collided();
    static_cast<void>(session.run_as_is("rollback").has_value());
    return {std::move(committed), again};
  }
  return {done(), false};
}

}  // namespace northlight::store

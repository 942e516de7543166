#include "store/sqlite_writer.hpp"

#include <chrono>

#include "store/guarded.hpp"

namespace northlight::store {
namespace {

constexpr auto longest_group = std::chrono::milliseconds(2);

}  // namespace

SqliteWriter::SqliteWriter(std::unique_ptr<Transaction> session)
    : session_(std::move(session)), thread_([this] { run(); }) {}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  work_came_.notify_one();
  thread_.join();
}

Status SqliteWriter::write(const Work& work, Company) {
  if (std::this_thread::get_id() == thread_.get_id())
    return Error{ErrorCode::Unavailable, "A change was begun inside another change."};
  Job job{&work};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&job);
  work_came_.notify_one();
  job.answer_came.wait(lock, [&] { return job.answered; });
  return std::move(job.answer);
}

void SqliteWriter::run() {
  for (;;) {
    Job* first = nullptr;
    {
      std::unique_lock lock(mutex_);
      work_came_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      first = waiting_.front();
      waiting_.pop_front();
    }
    carry_out(*first);
  }
}

void SqliteWriter::carry_out(Job& first) {
  const auto until = std::chrono::steady_clock::now() + longest_group;
  std::vector<Job*> group{&first};
  if (auto begun = begin(); !begun) {
    first.answer = std::move(begun).error();
    return answer(group);
  }
  bool whole = try_in_group(first);
  while (whole && std::chrono::steady_clock::now() < until) {
    Job* job = next();
    if (job == nullptr) break;
    group.push_back(job);
    whole = try_in_group(*job);
  }
  if (whole) {
    if (const auto committed = commit(); committed) return answer(group);
    roll_back();
  }
  // The transaction is gone and with it what its neighbours did: each once more, by itself.
  for (auto* job : group) carry_out_alone(*job);
  answer(group);
}

SqliteWriter::Job* SqliteWriter::next() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return nullptr;
  auto* job = waiting_.front();
  waiting_.pop_front();
  return job;
}

Status SqliteWriter::begin() {
  session_->forget_failure();
  NL_CHECK(session_->run("begin immediate"));
  return done();
}

Status SqliteWriter::commit() {
  NL_CHECK(session_->run("commit"));
  return done();
}

bool SqliteWriter::try_in_group(Job& job) {
  session_->forget_failure();
  if (auto marked = session_->run("savepoint request"); !marked) {
    roll_back();
    return false;
  }
  job.answer = guarded(*job.work, *session_);
  if (job.answer) {
    if (session_->run("release request")) return true;
    roll_back();
    return false;
  }
  if (!session_->is_in_transaction()) return false;  // A full disk ends the transaction by itself.
  if (session_->run("rollback to request") && session_->run("release request")) return true;
  roll_back();
  return false;
}

void SqliteWriter::carry_out_alone(Job& job) {
  if (auto begun = begin(); !begun) {
    job.answer = std::move(begun).error();
    return;
  }
  job.answer = guarded(*job.work, *session_);
  if (job.answer)
    if (auto committed = commit(); !committed) job.answer = std::move(committed).error();
  roll_back();
}

void SqliteWriter::roll_back() {
  if (!session_->is_in_transaction()) return;
  // Ends the transaction whatever it answers; there is nothing to add to the error that led here.
  static_cast<void>(session_->run("rollback").has_value());
}

void SqliteWriter::answer(const std::vector<Job*>& jobs) {
  const std::lock_guard lock(mutex_);
  for (auto* job : jobs) {
    job->answered = true;
    job->answer_came.notify_one();  // With the lock held: the job goes as soon as it is let go.
  }
}

}  // namespace northlight::store

#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/writer.hpp"

namespace northlight::store {

/// SQLite's one writer: a thread that takes what waits, gives each request a savepoint, and commits
/// them together, so that many small changes share one flush of the disk. A group grows for 2 ms at
/// most and never waits for more to come.
class SqliteWriter final : public Writer {
 public:
  explicit SqliteWriter(std::unique_ptr<Transaction> session);
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;
  ~SqliteWriter() override;  ///< Finishes what waits.

  Status write(const Work& work, Company company) override;

 private:
  /// One request; lives on the stack of the thread that waits for it.
  struct Job {
    const Work* work;
    Status answer = done();
    bool answered = false;
    std::condition_variable answer_came{};  ///< One each: an answer wakes nobody else.
  };

  void run();
  void carry_out(Job& first);
  Job* next();
  Status begin();
  Status commit();
  bool try_in_group(Job& job);  ///< False when the whole transaction went with it.
  void carry_out_alone(Job& job);
  void roll_back();
  void answer(const std::vector<Job*>& jobs);

  std::unique_ptr<Transaction> session_;
  std::mutex mutex_;
  std::condition_variable work_came_;
  std::deque<Job*> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace northlight::store

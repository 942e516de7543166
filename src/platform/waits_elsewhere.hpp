#pragma once

namespace northlight::platform {

/// Whoever runs tasks on threads of its own and lets only as many go on at once as there are
/// processors (web/worker_pool.hpp).
class RunsTasks {
 public:
  virtual ~RunsTasks() = default;
  virtual void task_waits() = 0;
  virtual void task_goes_on() = 0;

  /// Of the thread that asks; null on a thread of nobody's.
  static RunsTasks*& of_this_thread();
};

/// While it lives, its thread waits for something else than a processor: the disk, a database
/// server, another program. Whoever runs the thread lets another go on meanwhile.
class WaitsElsewhere {
 public:
  WaitsElsewhere();
  ~WaitsElsewhere();
  WaitsElsewhere(const WaitsElsewhere&) = delete;
  WaitsElsewhere& operator=(const WaitsElsewhere&) = delete;

 private:
  RunsTasks* told_;
};

}  // namespace northlight::platform

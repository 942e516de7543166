#include "platform/waits_elsewhere.hpp"

namespace northlight::platform {

RunsTasks*& RunsTasks::of_this_thread() {
  thread_local RunsTasks* mine = nullptr;
  return mine;
}

WaitsElsewhere::WaitsElsewhere() : told_(RunsTasks::of_this_thread()) {
  if (told_ == nullptr) return;
  told_->task_waits();
  RunsTasks::of_this_thread() = nullptr;  // One within another tells nobody.
}

WaitsElsewhere::~WaitsElsewhere() {
  if (told_ == nullptr) return;
  RunsTasks::of_this_thread() = told_;
  told_->task_goes_on();
}

}  // namespace northlight::platform

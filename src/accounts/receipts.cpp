#include "accounts/receipts.hpp"

#include <utility>

namespace northlight::accounts {

void Receipts::expect() {
  const std::lock_guard lock(mutex_);
  ++on_their_way_;
}

void Receipts::arrived(const Status& kept) {
  std::function<void(const Status&)> then;
  Status all = done();
  {
    const std::lock_guard lock(mutex_);
    if (!kept && kept_) kept_ = kept;
    if (--on_their_way_ > 0 || !then_) return;
    then = std::exchange(then_, nullptr);
    all = kept_;
  }
  then(all);
}

void Receipts::when_all(std::function<void(const Status&)> then) {
  Status all = done();
  {
    const std::lock_guard lock(mutex_);
    if (on_their_way_ > 0) {
      then_ = std::move(then);
      return;
    }
    all = kept_;
  }
  then(all);
}

}  // namespace northlight::accounts

#pragma once

#include <functional>

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// What a request does inside its transaction. It may be run again from the start (another request
/// of the same group broke the transaction, or two transactions collided), so it must have no
/// effect but through the Transaction and what it overwrites in its caller.
using Work = std::function<Status(Transaction&)>;

/// Whether other writers may work at the same time; see Database.
enum class Company { Shared, Alone };

/// Carries out changes: each wholly or not at all, and answers when it is durable.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual Status write(const Work& work, Company company) = 0;
};

}  // namespace northlight::store

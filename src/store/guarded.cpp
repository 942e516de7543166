#include "store/guarded.hpp"

#include <exception>
#include <string>

namespace northlight::store {

Status guarded(const Work& work, Transaction& transaction) {
  try {
    auto answer = work(transaction);
    if (answer && transaction.failure() != Failure::None)
      return Error{ErrorCode::Unavailable,
                   "A statement of this change failed, so nothing of it was kept."};
    return answer;
  } catch (const std::exception& thrown) {
    return Error{ErrorCode::Unavailable,
                 std::string("The change could not be made: ") + thrown.what()};
  }
}

}  // namespace northlight::store

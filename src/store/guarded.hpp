#pragma once

#include "store/writer.hpp"

namespace northlight::store {

/// Runs work; whatever it says, a statement that failed inside it makes it fail, on both engines
/// alike (PostgreSQL would answer COMMIT and keep nothing). An exception becomes an Error.
Status guarded(const Work& work, Transaction& transaction);

}  // namespace northlight::store

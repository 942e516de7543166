#pragma once

#include "store/library.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Keeps one inspection by the rule of Library; refuses one that cannot have an id.
Result<PutResult> put_inspection(Transaction& transaction,
                                 const domain::PublishedInspection& inspection);

}  // namespace northlight::store

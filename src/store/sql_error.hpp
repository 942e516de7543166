#pragma once

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// What a library's exception means to us. The one place that knows both engines' error codes.
struct SqlError {
  Failure failure = Failure::Statement;
  Error error;
};

/// Call inside a catch block. The message names tables and constraints, never values: what people
/// typed must not reach a log.
SqlError describe_current_exception();

}  // namespace northlight::store

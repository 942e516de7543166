#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "framework/edition.hpp"
#include "framework/example.hpp"

namespace northlight::rating {

/// Runs one worked example of an edition; nothing when it comes out as expected, otherwise one
/// error for each difference, with `file:line: key`, what was expected and what came out.
std::vector<Error> check_example(const framework::Edition& edition,
                                 const framework::Example& example);

/// Runs all of them.
std::vector<Error> check_examples(const framework::Edition& edition,
                                  std::span<const framework::Example> examples);

}  // namespace northlight::rating

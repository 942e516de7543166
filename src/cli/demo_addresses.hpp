#pragma once

#include <string>
#include <vector>

#include "casework/children.hpp"

/// Where the invented children of the demonstration live. No such postcode exists.
namespace northlight::cli {

/// Of the child of that number, the earliest first: some have moved, and one has no fixed address.
std::vector<casework::NewAddress> demo_addresses(int child, Date opened);

}  // namespace northlight::cli

#pragma once

#include "accounts/policy.hpp"
#include "base/toml.hpp"

namespace northlight::accounts {

/// Writes down what makes no sense in one role: what could never be used, what would open more to
/// those further off, and a reason asked of people of another organisation.
void check_role(const Role& role, TomlFields& fields);

}  // namespace northlight::accounts

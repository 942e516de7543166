#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/clock.hpp"

/// One-time codes of an authenticator app: RFC 6238 with SHA-1, six figures, half a minute.
namespace northlight::platform {

/// Half minutes since 1970.
std::int64_t step_at(Instant instant);

/// 160 random bits.
std::string new_one_time_seed();

/// "042517".
std::string one_time_code(std::string_view seed, std::int64_t step);

/// The step of which this is the code: the present one or a neighbour, for clocks are not exact,
/// and only after `last_used`, so that no code works twice. Takes the same time for every code.
std::optional<std::int64_t> step_of_code(std::string_view seed, std::string_view code, Instant now,
                                         std::int64_t last_used);

/// What an authenticator app reads from a QR code. `issuer` and `account` are shown by the app.
std::string one_time_address(std::string_view issuer, std::string_view account,
                             std::string_view seed);

}  // namespace northlight::platform

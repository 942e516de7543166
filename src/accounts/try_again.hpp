#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "platform/clock.hpp"
#include "store/sign_in_failures.hpp"

namespace northlight::accounts {

/// How many wrong tries are free, and how the wait grows after them: the first wait, twice as long
/// after each more, up to the longest. After `forgotten` without one, counting starts anew.
struct Patience {
  std::int64_t free_tries = 5;
  std::chrono::seconds first_wait{30};
  std::chrono::seconds longest_wait{15 * 60};
  std::chrono::hours forgotten{24};
};

/// How long until it may be tried again; nought when it may be now.
std::chrono::seconds wait_before(const store::SignInFailures& failures, platform::Instant now);

/// The failures with one more.
store::SignInFailures one_more(const store::SignInFailures& failures, const Patience& patience,
                               platform::Instant now);

/// The failures without the last one, which was none: for an address from which others may guess.
store::SignInFailures one_less(store::SignInFailures failures, platform::Instant now);

/// Whoever has one address of version 6 has as many as they like: the 64 bits of its network count.
std::string network_of(std::string_view address);

/// "30 seconds", "2 minutes".
std::string in_words(std::chrono::seconds wait);

}  // namespace northlight::accounts

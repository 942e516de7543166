#include "accounts/try_again.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace northlight::accounts {

using std::chrono::seconds;

seconds wait_before(const store::SignInFailures& failures, platform::Instant now) {
  if (failures.until_at <= now) return seconds{0};
  return std::chrono::ceil<seconds>(failures.until_at - now);
}

store::SignInFailures one_more(const store::SignInFailures& failures, const Patience& patience,
                               platform::Instant now) {
  const bool anew = failures.last_at + patience.forgotten < now;
  store::SignInFailures more{anew ? 1 : failures.count + 1, now, now};
  if (more.count < patience.free_tries) return more;
  auto wait = patience.first_wait;
  for (auto i = patience.free_tries; i < more.count && wait < patience.longest_wait; ++i) wait *= 2;
  more.until_at = now + std::min(wait, patience.longest_wait);
  return more;
}

store::SignInFailures one_less(store::SignInFailures failures, platform::Instant now) {
  failures.count = std::max<std::int64_t>(failures.count - 1, 0);
  failures.until_at = now;
  return failures;
}

std::string network_of(std::string_view address) {
  if (address.find(':') == std::string_view::npos) return std::string(address);
  // What stands before "::" or the first four groups, whichever is shorter.
  std::string network;
  int groups = 0;
  for (const auto group : split(address.substr(0, address.find("::")), ':')) {
    if (groups++ == 4) break;
    network += lower(group) + ":";
  }
  return network;
}

std::string in_words(seconds wait) {
  if (wait <= seconds{90}) return counted(wait.count(), "second", "seconds");
  return counted(std::chrono::ceil<std::chrono::minutes>(wait).count(), "minute", "minutes");
}

}  // namespace northlight::accounts

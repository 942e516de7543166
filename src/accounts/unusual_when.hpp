#pragma once

namespace northlight::accounts {

/// From when something is shown: policy/access-watch.toml says it (accounts/access_watch.hpp).
struct UnusualWhen {
  int first_hour = 0;  ///< In London; earlier is out of hours.
  int last_hour = 0;   ///< The last whole hour that is usual; 19 means until 19:59.
  int times_usual = 0;
  int least_files = 0;    ///< Fewer on a day are never much.
  int least_refused = 0;  ///< Refused tries of one person on a day; fewer are slips.
  bool same_family_name = false;
  bool same_address = false;   ///< Of those who gave theirs on their account page.
  bool same_postcode = false;  ///< A neighbour's.
};

}  // namespace northlight::accounts

#pragma once

#include <set>
#include <string_view>
#include <tuple>

#include "base/date.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"

/// Which lines of the trail are somebody's review of how long a file is kept: their role looks at
/// closed files whose time is over, which are nobody's case any more. A line says that the file was
/// due for it as it was opened (casework/retention); to open its records besides is no part of it.
namespace northlight::accounts {

class FileReviews {
 public:
  /// Of a line of what was allowed: what was done, as the trail keeps it.
  void note(domain::PersonId person, domain::FileId file, platform::Instant at,
            std::string_view action);

  /// Whether this line is the review of a file that the same person opened for it, when it was due,
  /// on the same day in London: opening it, and what is noted and decided there. Once all lines are
  /// noted.
  bool has(domain::PersonId person, domain::FileId file, platform::Instant at,
           std::string_view action) const;

 private:
  std::set<std::tuple<domain::PersonId, domain::FileId, Date>> opened_{};
};

}  // namespace northlight::accounts

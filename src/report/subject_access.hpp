#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/sensitive.hpp"
#include "domain/holding.hpp"

namespace northlight::report {

/// The answer to somebody who asked for what is held on a child or a victim: what is given out,
/// with the hidden stretches hidden already.
struct SubjectAnswer {
  std::string service{};           ///< By name.
  Sensitive<std::string> whose{};  ///< By name, or a victim's reference where no record names them.
  std::string asked_by{};          ///< "The child"
  Date received_on{};
  Date given_on{};
  std::string shown_as{};  ///< What stands in the place of what is hidden.
  domain::Holding held{};
};

/// A page that stands by itself and fetches nothing, to be read, sent and printed.
std::string subject_access_html(const SubjectAnswer& answer);

/// The same for machines.
Json subject_access_json(const SubjectAnswer& answer);

}  // namespace northlight::report

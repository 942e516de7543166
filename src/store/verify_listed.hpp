#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Where the index of which rows listed which file first says something else than the rows of a
/// chain: by it, and not by the rows, the auditor finds who was shown a child in a list.
struct ListedFault {
  std::int64_t number = 0;
  std::string message;
};

/// `last`: the number of the chain's last row. Nothing where all agrees, up to where it is made.
Result<std::optional<ListedFault>> first_listed_fault(Session& session, std::int64_t chain,
                                                      std::int64_t last);

/// Takes the index away: it is made anew, from the rows, when the auditor next looks. By the owner
/// of the database.
Status forget_listed(Transaction& transaction);

}  // namespace northlight::store

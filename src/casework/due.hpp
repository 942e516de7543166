#pragma once

#include <vector>

#include "casework/children.hpp"
#include "forms/form.hpp"
#include "store/due.hpp"
#include "store/sent_in.hpp"

/// What somebody, or their team, has still to do.
namespace northlight::casework {

struct Due {
  std::vector<store::UnfinishedRow> unfinished;  ///< The longest waiting first.
  std::vector<store::PromisedRow> promised;      ///< The earliest first; a week ahead.
  std::vector<store::UnreadRow> unread;          ///< Sent in: the longest waiting first.
  std::vector<store::ListedChild> children;      ///< Whose they are.
};

/// In the files that the asker may read at once in these relations: what is due tells of content.
Result<Due> what_is_due(Gate& gate, const Asker& asker, const forms::Forms& forms,
                        accounts::Relations whose);

}  // namespace northlight::casework

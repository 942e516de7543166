#include "store/library_change.hpp"

namespace northlight::store {

Result<std::int64_t> library_changes(Session& session) {
  return session.value<std::int64_t>("select number from library_change where id = 1");
}

Status note_library_change(Transaction& transaction) {
  NL_TRY(raised, transaction.run("update library_change set number = number + 1 where id = 1"));
  if (raised != 1)
    return Error{ErrorCode::Unavailable,
                 "The database does not count the library's changes: its table library_change "
                 "must hold one row."};
  return done();
}

}  // namespace northlight::store

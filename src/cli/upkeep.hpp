#pragma once

#include "cli/rounds.hpp"
#include "platform/clock.hpp"
#include "platform/log.hpp"
#include "store/database.hpp"
#include "store/erasure_rest.hpp"
#include "store/uploads.hpp"

namespace northlight::cli {

/// What rounds look at.
struct UpkeepOf {
  store::Database& database;
  const store::UploadFolder& uploads;
  store::ErasureRest* erasures;  ///< Null: nothing is erased here.
  const platform::Log& log;
};

/// One round of what is due by the clock, and not by anybody's request: forms that were kept for
/// their senders go when their time has come, the index of the log is brought up to its last line,
/// and what an erasure had to put off is tried again.
/// What cannot be done is logged, and waits for the next round.
void keep_up(const UpkeepOf& of, platform::Instant now);

/// Takes away content that was being kept when the program was killed, an hour later at the
/// earliest; a look through all of the folder.
void remove_strays(const UpkeepOf& of, platform::Instant now);

/// While it lives, a round every five minutes, and a look through the folder every hour; both at
/// the start.
class Upkeep {
 public:
  Upkeep(const UpkeepOf& of, const platform::Clock& clock);

 private:
  Rounds rounds_;
};

}  // namespace northlight::cli

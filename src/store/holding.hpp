#pragma once

#include "base/result.hpp"
#include "domain/holding.hpp"
#include "platform/clock.hpp"
#include "store/archive.hpp"
#include "store/grant.hpp"
#include "store/session.hpp"

/// Everything that is held on the person whose file the grant is for, as lines to be read.
namespace northlight::store {

/// The facts of the file first, then each record, the first begun first. `asked_at` is when it was
/// asked for: looks at the file since then are of the answering itself and are left out.
///
/// A record's last version stands whole; of the versions before it, what read otherwise. What was
/// typed and is in no version is there too, unless whoever typed it changed it within ten minutes.
/// In the place of a record of which a version is not what was recorded stands that it cannot be
/// shown (domain::HeldPart::unshown).
Result<domain::Holding> held_on(Session& session, const Grant& grant, const Archive& archive,
                                platform::Instant asked_at);

/// Names that are looked for in what is held: of other children of the service, of victims, of
/// whoever is named in the file. For hiding them and nothing else: no list shows them, and they are
/// the one thing that is read of other files without a grant for those. Who is named only in a
/// version that is not what was recorded is missing: nothing is given out while held_on has one.
Result<domain::KnownNames> known_names(Session& session, const Grant& grant,
                                       const Archive& archive);

// How held_on is divided.
Result<domain::HeldPart> held_facts(Session& session, const Grant& grant, const Archive& archive,
                                    platform::Instant asked_at);
Result<std::vector<domain::HeldPart>> held_records(Session& session, const Grant& grant,
                                                   const Archive& archive);

}  // namespace northlight::store

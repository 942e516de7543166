#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/session.hpp"

namespace northlight::store {

/// Who holds sight of a file.
enum class HolderKind { Person, Team, Organisation };

/// Why somebody sees a file.
enum class SightCause { Allocation, Sample, Invitation, Link };

std::string_view code(HolderKind kind);
std::string_view code(SightCause cause);

/// A holder: one person, or all of a team or an organisation.
struct Holder {
  HolderKind kind = HolderKind::Person;
  IdBits id{};

  static Holder of(domain::PersonId person) { return {HolderKind::Person, person.bits()}; }
  static Holder of(domain::TeamId team) { return {HolderKind::Team, team.bits()}; }
  static Holder of(domain::OrganisationId organisation) {
    return {HolderKind::Organisation, organisation.bits()};
  }

  friend bool operator==(const Holder&, const Holder&) = default;
};

/// One line of the table of sight, as far as a decision needs it.
struct Sight {
  Holder holder;
  domain::OrganisationId organisation;  ///< For which they hold it.
  domain::Relation relation = domain::Relation::None;
};

/// What a decision needs to know of a file and of one person's ties to it.
struct FileAsMet {
  domain::OrganisationId service;
  domain::Marks marks{};
  bool named = false;
  std::optional<std::string> reason{};
  std::vector<Sight> sights{};  ///< All who hold sight of it at that moment.
};

/// Nothing when there is no such file. One statement: it is asked before every page about a person.
Result<std::optional<FileAsMet>> file_as_met(Session& session, domain::FileId file,
                                             domain::PersonId person, platform::Instant at);

/// All who hold sight of the file at that moment.
Result<std::vector<Sight>> sight_of_file(Session& session, domain::FileId file,
                                         platform::Instant at);

/// What gives sight, and for how long. Written in the transaction of its cause.
struct NewSight {
  Holder holder;
  domain::OrganisationId organisation;
  domain::FileId file;
  domain::Relation relation;
  platform::Instant from{};
  std::optional<platform::Instant> until{};
  SightCause cause = SightCause::Allocation;
  std::string cause_id;  ///< Of the allocation, the sample, the invitation or the link.
};
Status give_sight(Transaction& transaction, const NewSight& sight);

/// Ends at that moment all sight that came from one cause.
Status end_sight(Transaction& transaction, SightCause cause, std::string_view cause_id,
                 platform::Instant at);

/// Likewise, of one holder alone.
Status end_sight_of(Transaction& transaction, SightCause cause, std::string_view cause_id,
                    const Holder& holder, platform::Instant at);

/// What came from one cause and is in force at that moment ends at `until`.
Status go_on_seeing(Transaction& transaction, SightCause cause, std::string_view cause_id,
                    platform::Instant at, platform::Instant until);

}  // namespace northlight::store

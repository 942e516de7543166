#pragma once

#include <vector>

#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/sight.hpp"

namespace northlight::store {

/// What a mark does to whoever would find a file otherwise.
enum class Closes { No, UnlessNamed, Yes };

/// The marks that may close a file to one role.
struct Closing {
  Closes restricted = Closes::No;
  Closes conflict = Closes::No;
  Closes held = Closes::No;

  friend bool operator==(const Closing&, const Closing&) = default;
};

/// Every child's (or every victim's) file of a service, but those that are closed.
struct WideSight {
  domain::OrganisationId service;
  bool victims = false;
  Closing closing{};

  friend bool operator==(const WideSight&, const WideSight&) = default;
};

/// The files of which a holder holds sight in that relation, but those that are closed.
struct HeldSight {
  Holder holder;
  domain::OrganisationId organisation;
  domain::Relation relation = domain::Relation::OwnCase;
  bool victims = false;
  Closing closing{};

  friend bool operator==(const HeldSight&, const HeldSight&) = default;
};

/// Which files somebody may find, as lists join it: the same as asking `may` of each file
/// (tests/access/lists_test.cpp). A file is in scope by any one line. Made by accounts/scope.
struct SightScope {
  domain::PersonId person;
  platform::Instant at{};
  std::vector<WideSight> wide{};
  std::vector<HeldSight> held{};
};

}  // namespace northlight::store

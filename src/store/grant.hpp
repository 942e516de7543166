#pragma once

#include <optional>
#include <string>

#include "domain/access.hpp"
#include "domain/ids.hpp"
#include "platform/clock.hpp"
#include "store/sight_scope.hpp"

namespace northlight::accounts {
class Gate;
}

namespace northlight::store {

/// Proof that somebody asked whether they may do something with a file, and may. Every function of
/// `store` that shows or changes a file's content asks for one, and only the gate
/// (accounts/gate.hpp) makes one: what nobody was asked about does not compile.
class Grant {
 public:
  domain::FileId file() const { return file_; }
  domain::Action action() const { return action_; }
  domain::PersonId person() const { return person_; }
  /// When it was asked: the moment that versions and drafts made under it bear.
  platform::Instant at() const { return at_; }
  /// What the person typed where a reason was needed ("breaking the glass").
  const std::optional<std::string>& reason() const { return reason_; }

 private:
  friend class accounts::Gate;
  friend class GrantForTests;  ///< tests/store/granted.hpp: the product defines none.
  Grant(domain::FileId file, domain::Action action, domain::PersonId person, platform::Instant at,
        std::optional<std::string> reason)
      : file_(file), action_(action), person_(person), at_(at), reason_(std::move(reason)) {}

  domain::FileId file_;
  domain::Action action_;
  domain::PersonId person_;
  platform::Instant at_;
  std::optional<std::string> reason_;
};

/// The same for lists, searches and counts: whatever shows or counts several files asks for one,
/// and joins its scope, so that nobody counts what they cannot see.
class ListGrant {
 public:
  const SightScope& scope() const { return scope_; }

 private:
  friend class accounts::Gate;
  explicit ListGrant(SightScope scope) : scope_(std::move(scope)) {}

  SightScope scope_;
};

}  // namespace northlight::store

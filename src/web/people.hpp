#pragma once

#include <vector>

#include "domain/help_line.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"
#include "store/uploads.hpp"
#include "web/transport.hpp"

namespace northlight::accounts {
struct NewSession;
class Gate;
class Policy;
class ProviderAccounts;
class Sessions;
class SignIn;
struct AccessWatch;
}  // namespace northlight::accounts

namespace northlight::domain {
struct RetentionPolicy;
}

namespace northlight::store {
class ErasureRest;
}

namespace northlight::web {

/// What pages about people need beyond the library. Each handler asks the gate, or a use case that
/// does; `clock.now()` is the moment of Visitor::asker already.
struct People {
  store::Database& database;
  const accounts::Policy& policy;
  accounts::Gate& gate;
  const platform::Keys& keys;
  const platform::Clock& clock;
  accounts::Sessions& sessions;
  accounts::SignIn& sign_in;
  store::UploadFolder uploads;  ///< Where documents lie that are sent in.
  Transport transport = Transport::Plain;
  accounts::ProviderAccounts* providers = nullptr;  ///< Null where no identity provider is in use.
  const accounts::AccessWatch* watch = nullptr;  ///< Set by whoever serves: no page is without it.
  const domain::RetentionPolicy* retention = nullptr;
  store::ErasureRest* erasures =
      nullptr;  ///< Null where no signing key is set up: nothing is erased.
  std::vector<domain::HelpLine> help{};  ///< For the pages of a child and a parent.
};

}  // namespace northlight::web

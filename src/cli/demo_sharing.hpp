#pragma once

#include <vector>

#include "accounts/gate.hpp"
#include "accounts/sign_in.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"
#include "web/demo_person.hpp"

namespace northlight::cli {

/// What personal links are made with.
struct DemoLinkMaking {
  store::Database& database;
  accounts::Gate& gate;
  const platform::Keys& keys;
  accounts::SignIn& sign_in;
};

/// Gives the child of that file and a parent their links, and shares something with each of them
/// and with those who are asked in. Gives back the ways in, open to whoever tries the
/// demonstration.
Result<std::vector<web::DemoLink>> share_demo_file(const DemoLinkMaking& with,
                                                   const accounts::Asker& head,
                                                   domain::FileId file);

}  // namespace northlight::cli

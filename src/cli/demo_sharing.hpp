#pragma once

#include <vector>

#include "accounts/gate.hpp"
#include "accounts/sign_in.hpp"
#include "base/result.hpp"
#include "platform/keys.hpp"
#include "store/database.hpp"
#include "store/uploads.hpp"
#include "web/demo_person.hpp"

namespace northlight::cli {

/// What personal links are made with, and what is sent in is kept with.
struct DemoLinkMaking {
  store::Database& database;
  accounts::Gate& gate;
  const platform::Keys& keys;
  accounts::SignIn& sign_in;
  const store::UploadFolder& uploads;
};

/// The file that is shared, and who has to do with it.
struct DemoSharedFile {
  accounts::Asker head;  ///< As they ask on the day on which it is shared.
  domain::FileId file;
  domain::PersonId worker;
  domain::OrganisationId service;
  domain::OrganisationId partner;
};

/// Gives the child of that file and a parent their links, asks a partner and a panel in, and shares
/// something with each of them; then, day by day until now, each of them sends something in, and
/// some of it is read. Gives back the ways in, open to whoever tries the demonstration.
Result<std::vector<web::DemoLink>> share_demo_file(const DemoLinkMaking& with,
                                                   const DemoSharedFile& shared,
                                                   platform::Instant now);

/// The latter. `share_demo_file` calls it.
Status send_into_demo_file(const DemoLinkMaking& with, const DemoSharedFile& shared,
                           platform::Instant now);

}  // namespace northlight::cli

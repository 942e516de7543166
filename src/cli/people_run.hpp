#pragma once

#include <memory>
#include <vector>

#include "accounts/access_watch.hpp"
#include "accounts/client_secret.hpp"
#include "accounts/gate.hpp"
#include "accounts/open_id_connect.hpp"
#include "accounts/policy.hpp"
#include "accounts/provider_accounts.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in.hpp"
#include "cli/data_folders.hpp"
#include "domain/retention.hpp"
#include "domain/subject_access.hpp"
#include "forms/form.hpp"
#include "platform/clock.hpp"
#include "platform/keys.hpp"
#include "platform/log.hpp"
#include "platform/password.hpp"
#include "web/people.hpp"

namespace northlight::cli {

/// All that stands behind sign-in while the server runs. The database and the clock outlive it.
class PeopleRun {
 public:
  /// Refuses a policy, a form or a file of identity providers that cannot be read.
  static Result<std::unique_ptr<PeopleRun>> start(store::Database& database, platform::Keys keys,
                                                  const platform::Clock& clock,
                                                  const DataFolders& data,
                                                  store::UploadFolder uploads,
                                                  web::Transport transport,
                                                  const platform::Log& log);
  PeopleRun(const PeopleRun&) = delete;
  PeopleRun& operator=(const PeopleRun&) = delete;

  web::People& people() { return people_; }
  const forms::Forms& forms() const { return forms_; }
  const domain::SubjectAccessPolicy& subject_access() const { return subject_access_; }
  /// Takes in what providers gave Northlight, and their files away: once nothing else keeps the
  /// program from starting. Refuses a client secret that others on the machine can read.
  Status take_in_secrets();
  /// Files of client secrets that were taken in and are still there: they could neither be removed
  /// nor emptied, or their names lead elsewhere.
  const std::vector<std::string>& secrets_left_in_files() const { return left_in_files_; }

 private:
  PeopleRun(store::Database& database, platform::Keys keys, const platform::Clock& clock,
            accounts::Policy policy, accounts::AccessWatch watch, domain::RetentionPolicy retention,
            forms::Forms forms, domain::SubjectAccessPolicy subject_access,
            std::vector<accounts::IdentityProvider> providers, store::UploadFolder uploads,
            web::Transport transport, const platform::Log& log);

  accounts::Policy policy_;
  accounts::AccessWatch watch_;
  domain::RetentionPolicy retention_;
  forms::Forms forms_;
  domain::SubjectAccessPolicy subject_access_;
  platform::Keys keys_;
  platform::PasswordHasher hasher_;
  accounts::CommonPasswordsFile common_passwords_;
  store::AuditQueue trail_;
  accounts::Gate gate_;
  accounts::Sessions sessions_;
  accounts::SignIn sign_in_;
  accounts::ClientSecrets secrets_;
  std::vector<accounts::IdentityProvider> providers_;
  accounts::OpenIdConnect connect_;
  accounts::ProviderAccounts provider_accounts_;
  web::People people_;
  std::vector<std::string> left_in_files_{};
};

}  // namespace northlight::cli

#include "cli/people_run.hpp"

#include <utility>

#include "accounts/provider_roles.hpp"
#include "accounts/read_identity_providers.hpp"
#include "domain/read_help_lines.hpp"
#include "domain/read_retention.hpp"
#include "domain/read_subject_access.hpp"
#include "forms/read_forms.hpp"

namespace northlight::cli {

PeopleRun::PeopleRun(store::Database& database, platform::Keys keys, const platform::Clock& clock,
                     accounts::Policy policy, accounts::AccessWatch watch,
                     domain::RetentionPolicy retention, forms::Forms forms,
                     domain::SubjectAccessPolicy subject_access,
                     std::vector<accounts::IdentityProvider> providers, store::UploadFolder uploads,
                     web::Transport transport, const platform::Log& log)
    : policy_(std::move(policy)),
      watch_(std::move(watch)),
      retention_(std::move(retention)),
      forms_(std::move(forms)),
      subject_access_(std::move(subject_access)),
      keys_(std::move(keys)),
      trail_(database),
      gate_(database, policy_, &trail_),
      sessions_(database, keys_),
      sign_in_(database, keys_, hasher_, common_passwords_),
      secrets_(database, keys_,
               [log](const std::filesystem::path& file) {
                 log.write(
                     platform::Severity::Notice, "client secret taken in",
                     {{"file", file.string()},
                      {"what became of it",
                       "It is sealed in the database, and the file was removed. Keep your own "
                       "copy where you keep passwords"}});
               }),
      providers_(std::move(providers)),
      connect_(providers_, keys_,
               [this](const accounts::IdentityProvider& provider, platform::Instant now) {
                 return secrets_.of(provider, now);
               }),
      provider_accounts_(database, keys_, policy_, connect_, sign_in_),
      people_{.database = database,
              .policy = policy_,
              .gate = gate_,
              .keys = keys_,
              .clock = clock,
              .sessions = sessions_,
              .sign_in = sign_in_,
              .uploads = std::move(uploads),
              .transport = transport,
              .providers = providers_.empty() ? nullptr : &provider_accounts_,
              .watch = &watch_,
              .retention = &retention_} {}

Result<std::unique_ptr<PeopleRun>> PeopleRun::start(store::Database& database, platform::Keys keys,
                                                    const platform::Clock& clock,
                                                    const DataFolders& data,
                                                    store::UploadFolder uploads,
                                                    web::Transport transport,
                                                    const platform::Log& log) {
  NL_TRY(policy, accounts::read_policy(data.policy() / "roles.toml"));
  NL_TRY(watch, accounts::read_access_watch(data.policy() / "access-watch.toml"));
  NL_TRY(retention, domain::read_retention(data.policy() / "retention.toml"));
  NL_TRY(forms, forms::read_forms(data.forms()));
  NL_TRY(subject_access, domain::read_subject_access(data.policy() / "subject-access.toml"));
  NL_TRY(providers, accounts::read_identity_providers(data.policy() / "identity-providers.toml"));
  NL_CHECK(accounts::check_roles(providers, policy));
  NL_TRY(help, domain::read_help_lines(data.policy() / "help-now.toml"));
  auto run = std::unique_ptr<PeopleRun>(
      new PeopleRun(database, std::move(keys), clock, std::move(policy), std::move(watch),
                    std::move(retention), std::move(forms), std::move(subject_access),
                    std::move(providers), std::move(uploads), transport, log));
  run->people_.help = std::move(help);
  return run;
}

Status PeopleRun::take_in_secrets() {
  for (const auto& provider : providers_) {
    NL_TRY(handover, secrets_.take_in(provider, people_.clock.now()));
    if (handover == accounts::ClientSecrets::Handover::FileStays)
      left_in_files_.push_back(provider.client_secret_file->string());
  }
  return done();
}

}  // namespace northlight::cli

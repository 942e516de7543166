#include "cli/people_run.hpp"

#include <utility>

#include "forms/read_forms.hpp"

namespace northlight::cli {

PeopleRun::PeopleRun(store::Database& database, platform::Keys keys, const platform::Clock& clock,
                     accounts::Policy policy, forms::Forms forms, web::Transport transport)
    : policy_(std::move(policy)),
      forms_(std::move(forms)),
      keys_(std::move(keys)),
      gate_(database, policy_),
      sessions_(database, keys_),
      sign_in_(database, keys_, hasher_, common_passwords_),
      people_{.database = database,
              .policy = policy_,
              .gate = gate_,
              .keys = keys_,
              .clock = clock,
              .sessions = sessions_,
              .sign_in = sign_in_,
              .transport = transport} {}

Result<std::unique_ptr<PeopleRun>> PeopleRun::start(store::Database& database, platform::Keys keys,
                                                    const platform::Clock& clock,
                                                    const DataFolders& data,
                                                    web::Transport transport) {
  NL_TRY(policy, accounts::read_policy(data.policy() / "roles.toml"));
  NL_TRY(forms, forms::read_forms(data.forms()));
  return std::unique_ptr<PeopleRun>(new PeopleRun(database, std::move(keys), clock,
                                                  std::move(policy), std::move(forms), transport));
}

}  // namespace northlight::cli

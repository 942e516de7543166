#include <malloc.h>  // malloc_trim
#include <stdlib.h>  // mkdtemp

#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>

#include "accounts/gate.hpp"
#include "cli/commands.hpp"
#include "cli/demo_children.hpp"
#include "cli/demo_people.hpp"
#include "cli/demo_requests.hpp"
#include "cli/demo_retention.hpp"
#include "cli/keep_inspections.hpp"
#include "cli/reading_tools.hpp"
#include "cli/server_run.hpp"
#include "cli/shipped_library.hpp"
#include "domain/read_retention.hpp"
#include "domain/read_subject_access.hpp"
#include "forms/read_forms.hpp"
#include "platform/clock.hpp"
#include "store/migrate.hpp"
#include "store/read_migrations.hpp"

namespace northlight::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes when this does, with all that is in it.
class TemporaryFolder {
 public:
  static Result<std::unique_ptr<TemporaryFolder>> make() {
    std::error_code unusable;
    const fs::path parent = fs::temp_directory_path(unusable);
    std::string name = (parent / "northlight-demo-XXXXXX").string();
    if (unusable || mkdtemp(name.data()) == nullptr)
      return Error{ErrorCode::Unavailable,
                   "A temporary folder cannot be made: set TMPDIR to a folder that may be written",
                   parent.string()};
    return std::unique_ptr<TemporaryFolder>(new TemporaryFolder(name));
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {}
  fs::path path_;
};

std::string address_in(const fs::path& folder) { return "sqlite:" + (folder / "demo.db").string(); }

/// Quicker to fill than to serve from: nothing of it is kept if it fails.
Result<std::unique_ptr<store::Database>> filled_database(const fs::path& folder,
                                                         const DataFolders& data,
                                                         Streams& streams) {
  NL_TRY(schema, store::read_migrations(data.schema()));
  NL_TRY(tools, reading_tools(data));
  NL_TRY(inspections, shipped_library(data, tools.editions));
  NL_TRY(database, store::Database::open(address_in(folder),
                                         {.flush = store::Database::Flush::LeftToTheMachine}));
  NL_CHECK(store::migrate(*database, schema));
  NL_CHECK(keep_inspections(*database, inspections, streams));
  return std::move(database);
}

struct DemoAccess {
  platform::Keys keys;
  platform::SigningKey signing_key;
  std::vector<web::DemoPerson> people;
  std::vector<web::DemoLink> links;
};

/// Somebody at an address that is nobody's tries accounts that nobody has.
Status add_demo_guesses(accounts::SignIn& sign_in, platform::Instant now) {
  using std::chrono::hours;
  const std::pair<const char*, hours> guesses[]{
      {"admin", hours(29)}, {"manager@hollowbeck.example", hours(29)}, {"administrator", hours(5)}};
  for (const auto& [name, ago] : guesses)
    NL_CHECK(sign_in.with_password(name, "Winter2026",
                                   {now - ago, "203.0.113.66", "demonstration", "curl"}));
  return done();
}

/// Keys that are gone with the folder, and people whom anybody may sign in as.
Result<DemoAccess> demo_access(store::Database& database, const fs::path& folder,
                               const DataFolders& data) {
  const auto now = platform::SystemClock().now();
  NL_TRY(keys, platform::Keys::make(folder / "demo.keys", now));
  NL_TRY(signing_key, platform::SigningKey::make(folder / "demo.signing-key"));
  NL_TRY(policy, accounts::read_policy(data.policy() / "roles.toml"));
  // Their passwords stand on the start page: there is nothing to protect by a costly hash.
  platform::PasswordHasher hasher({.at_once = 1, .cost = platform::HashCost::Least});
  NL_TRY(people, add_demo_people(database, policy, keys, hasher, now));
  accounts::Gate gate(database, policy);
  NL_TRY(forms, forms::read_forms(data.forms()));
  NL_TRY(stories, read_demo_stories(data.demonstration()));
  NL_TRY(uploads, store::UploadFolder::of(database.url()));
  const store::Archive archive{forms, keys};
  accounts::CommonPasswordsFile common;
  accounts::SignIn sign_in(database, keys, hasher, common);
  NL_TRY(links, add_demo_children(database, gate, {archive, uploads, stories}, keys, sign_in, now));
  NL_TRY(retention, domain::read_retention(data.policy() / "retention.toml"));
  NL_CHECK(add_demo_retention(database, gate, retention, now));
  NL_TRY(subject_access, domain::read_subject_access(data.policy() / "subject-access.toml"));
  NL_CHECK(add_demo_requests(database, gate, archive, subject_access, uploads, now));
  NL_CHECK(add_demo_guesses(sign_in, now));
  return DemoAccess{std::move(keys), std::move(signing_key), std::move(people), std::move(links)};
}

}  // namespace

ExitStatus demo(const DemoOptions& options, const DataFolders& data, Streams& streams) {
  const auto folder = TemporaryFolder::make();
  if (!folder) return say_error(streams, folder.error());
  auto database = filled_database((*folder)->path(), data, streams);
  if (!database) return say_error(streams, database.error());
  auto access = demo_access(**database, (*folder)->path(), data);
  if (!access) return say_error(streams, access.error());
  database->reset();
  database = store::Database::open(address_in((*folder)->path()));
  if (!database) return say_error(streams, database.error());
  const auto status = run_server(**database,
                                 {.listen = "127.0.0.1:" + std::to_string(options.port),
                                  .log_requests = false,
                                  .keys = std::move(access->keys),
                                  .signing_key = std::move(access->signing_key),
                                  .erasures = (*folder)->path() / "demo.erasures",
                                  .demo_people = std::move(access->people),
                                  .demo_links = std::move(access->links),
                                  .limit_requests = false},
                                 data, streams);
  if (status == ExitStatus::Unusable && options.port != 0)
    streams.words << "Another program may use port " << options.port
                  << ". Any free port: northlight demo --port 0\n";
  return status;
}

}  // namespace northlight::cli

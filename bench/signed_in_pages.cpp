// What sessions, permission and audit cost a signed-in page: the first pages of children's files,
// served twice by one server, as a head of service opens it, and bare, which reads the same rows
// and makes the same page for anybody. Run by bench/signed_in_pages.sh; the bare page is nowhere
// but here.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <string>

#include "accounts/scope.hpp"
#include "casework/children.hpp"
#include "cli/data_folders.hpp"
#include "cli/demo_children.hpp"
#include "cli/demo_people.hpp"
#include "cli/people_run.hpp"
#include "cli/reading_tools.hpp"
#include "store/children.hpp"
#include "store/marks.hpp"
#include "store/migrate.hpp"
#include "store/people.hpp"
#include "store/read_migrations.hpp"
#include "store/records.hpp"
#include "store/sent_in.hpp"
#include "store/sql_library.hpp"
#include "store/victims.hpp"
#include "tests/store/granted.hpp"
#include "web/entrance.hpp"
#include "web/pages/all_pages.hpp"
#include "web/pages/record_request.hpp"
#include "web/pages/show.hpp"
#include "web/pages/signed_in.hpp"
#include "web/server.hpp"
#include "web/site.hpp"
#include "web/views/child_file_view.hpp"
#include "web/visitor.hpp"

namespace {

using namespace northlight;
namespace fs = std::filesystem;

template <typename T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::cerr << result.error().message << ' ' << result.error().where << '\n';
  std::exit(2);
}

void must(const Status& done) {
  if (done) return;
  std::cerr << done.error().message << ' ' << done.error().where << '\n';
  std::exit(2);
}

/// Nobody is asked who they are, whether they may, or written down; everything else is as
/// web/pages/child_file_pages.cpp does it.
web::Response bare(const web::Site& site, const web::Request& request, domain::PersonId person,
                   const std::map<domain::FileId, accounts::Actions>& all) {
  const auto file = request.parameters.id<domain::FileId>("file");
  if (!file || !all.contains(*file)) return web::Response::problem(404);
  const auto& may = all.at(*file);
  const auto grant = store::GrantForTests::of(*file, person, site.people->clock.now());
  std::optional<casework::FileOverview> there;
  must(site.people->database.read([&](store::Session& session) -> Status {
    NL_TRY(row, store::child(session, grant));
    NL_TRY(cases, store::cases_of(session, grant));
    NL_TRY(allocations, store::allocations_of(session, grant));
    NL_TRY(marks, store::marks_of(session, grant));
    NL_TRY(addresses, store::addresses_of(session, grant));
    NL_TRY(heads, store::records_of(session, grant));
    std::vector<domain::PersonId> people;
    std::vector<domain::TeamId> teams;
    for (const auto& one : allocations) {
      if (one.person) people.push_back(*one.person);
      teams.push_back(one.team);
    }
    for (const auto& one : heads) people.push_back(one.begun_by);
    NL_TRY(names, store::names_of(session, people));
    NL_TRY(team_names, store::names_of(session, teams));
    NL_TRY(unread, store::count_unread(session, grant));
    NL_TRY(victim_name, store::victim_name(session, grant));
    const auto service = row.service;
    casework::CaseFile opened{.file = *file,
                              .service = service,
                              .child = std::move(row),
                              .victim = std::nullopt,
                              .cases = std::move(cases),
                              .allocations = std::move(allocations),
                              .marks = std::move(marks),
                              .addresses = std::move(addresses),
                              .may = may};
    there = casework::FileOverview{std::move(opened), std::move(victim_name), std::move(heads),
                                   std::move(names),  std::move(team_names),  unread};
    return done();
  }));
  const auto titles = web::form_titles(site);
  // The shell of somebody who is signed in, so that both pages are as long.
  auto page = web::views::file_page(
      web::shell_for(site, request),
      {.place = web::place_of(request, there->file, web::views::FilePart::Overview),
       .file = there->file,
       .victim_name = there->victim_name,
       .records = there->records,
       .form_titles = titles,
       .names = there->people,
       .teams = there->teams,
       .today = site.today(),
       .at = request.visitor->asker.at,
       .unread = there->unread,
       .answers_requests = true});
  return web::show_to_visitor(std::move(page));
}

}  // namespace

int main(int count, char** given) {
  if (count != 4) {
    std::cerr
        << "signed_in_pages DATABASE FOLDER AT_ONCE: a new one, sqlite:FILE or postgresql://…, "
           "a new folder for documents, and how many handlers go on at once (0: as many as "
           "there are processors)\n";
    return 2;
  }
  const cli::DataFolders data(NORTHLIGHT_SOURCE_DIR);
  const platform::SystemClock clock;
  const auto log = platform::Log::to([](std::string_view) {});
  const auto database = must(store::Database::open(given[1]));
  must(store::migrate(*database, must(store::read_migrations(data.schema()))));
  store::SqlLibrary library(*database);
  const auto uploads = must(store::UploadFolder::of(database->url(), given[2]));
  const auto people = must(cli::PeopleRun::start(*database, platform::Keys::for_this_run(), clock,
                                                 data, uploads, web::Transport::Plain, log));
  auto& run = people->people();
  platform::PasswordHasher hasher({.at_once = 1, .cost = platform::HashCost::Least});
  const auto demo =
      must(cli::add_demo_people(*database, run.policy, run.keys, hasher, clock.now()));
  const auto stories = must(cli::read_demo_stories(data.demonstration()));
  const store::Archive archive{people->forms(), run.keys};
  accounts::CommonPasswordsFile common;
  accounts::SignIn demo_sign_in(*database, run.keys, hasher, common);
  must(cli::add_demo_children(*database, run.gate, {archive, uploads, stories}, run.keys,
                              demo_sign_in, clock.now()));

  const auto head = std::ranges::find(demo, "Head of service", &web::DemoPerson::role);
  const auto person = must(database->read([&](store::Session& session) {
    return store::person_by_sign_in_name(session, head->sign_in_name);
  }));
  const accounts::From from{clock.now(), "127.0.0.1", "bench", "wrk"};
  const auto session =
      must(run.sign_in.by_identity_provider(person->id, store::SignInStage::SignedIn, from));
  web::Response cookies;
  web::hand_session(run, cookies, session);
  const auto held = must(run.sessions.find(session.token, from));
  const auto children = must(
      casework::list_children(run.gate, held->asker, accounts::any_relation, std::nullopt, 100));
  std::map<domain::FileId, accounts::Actions> may;
  for (const auto& child : children.children)
    may[child.file] = must(casework::open_file(run.gate, held->asker, child.file)).may;

  auto tools = must(cli::reading_tools(data));
  const web::Site site{.library = library,
                       .editions = std::move(tools.editions),
                       .vocabulary = std::move(tools.vocabulary),
                       .shell = {.can_sign_in = true},
                       .today = [&clock] { return platform::day_in_london(clock.now()); },
                       .forms = &people->forms(),
                       .people = &run};
  web::Application application{.router = {}, .log = platform::Log::to([](std::string_view) {})};
  application.router.use(web::entrance(run, {.counted = false}));
  web::add_all_routes(application.router, site);
  const auto visitor = std::make_shared<const web::Visitor>(web::Visitor{.asker = held->asker,
                                                                         .name = held->name,
                                                                         .form_token = "bench",
                                                                         .session = held->id,
                                                                         .ends_at = held->ends_at});
  application.router.get("/bare/:file", [&](const web::Request& request) {
    auto as_visitor = request;
    as_visitor.visitor = visitor;
    return bare(site, as_visitor, person->id, may);
  });
  const auto server = must(web::Server::start(
      std::move(application), {.at_once = static_cast<std::size_t>(std::atoi(given[3]))}));
  const auto cookie = cookies.headers.value("Set-Cookie");
  // The server, the cookie, and the files.
  std::cout << server->address() << '\n' << cookie.substr(0, cookie.find(';'));
  for (const auto& child : children.children) std::cout << '\n' << child.file.text();
  std::cout << "\nall" << std::endl;
  while (std::cin.get() != std::istream::traits_type::eof()) {
  }
}

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "platform/random.hpp"
#include "store/files.hpp"
#include "store/people.hpp"
#include "store/sight.hpp"
#include "tests/access/expected.hpp"
#include "tests/journeys/people_under_test.hpp"
#include "tests/journeys/sent_form.hpp"
#include "web/pages/all_pages.hpp"
#include "web/router.hpp"

// Route x role x relation, with one mark at a time, over HTTP. What each route asks is in
// routes.csv and what each role is then allowed in expected/, both written by hand.
namespace northlight::testing {
namespace {

using domain::FileId;
using domain::Relation;
using store::Transaction;

/// A row of routes.csv.
struct Row {
  std::string method;
  std::string pattern;
  std::string audience;  ///< "everyone", "stranger" or "signed-in".
  std::string asks;      ///< "file read-file", "organisation see-people", "own" or "-".
};

std::vector<Row> rows() {
  std::ifstream in(std::string(NORTHLIGHT_SOURCE_DIR) + "/tests/access/routes.csv");
  std::vector<Row> all;
  for (std::string line; std::getline(in, line);) {
    const auto parts = split(line, ',');
    if (parts.size() != 4 || parts[0] == "method" || line.starts_with('#')) continue;
    all.push_back({std::string(parts[0]), std::string(parts[1]), std::string(parts[2]),
                   std::string(parts[3])});
  }
  return all;
}

std::string_view words(web::Audience audience) {
  switch (audience) {
    case web::Audience::Everyone:
      return "everyone";
    case web::Audience::SignedIn:
      return "signed-in";
    case web::Audience::Stranger:
      return "stranger";
  }
  return "";
}

std::string random_id() { return platform::random_id<FileId>().text(); }

/// The pattern with that file, and something that nobody has for every other name.
std::string address(const std::string& pattern, const std::string& file) {
  std::string filled;
  for (const auto part : split(pattern, '/')) {
    if (part.empty()) continue;
    const bool named = part.front() == ':' || part.front() == '*';
    filled += "/" + (part == ":file" ? file : named ? random_id() : std::string(part));
  }
  return filled.empty() ? "/" : filled;
}

/// What was answered, without the ids that no two answers share.
std::string told(const Answer& answer, const std::string& file, const std::string& target) {
  auto text = std::to_string(answer.status) + "\n" + answer.headers + "\n" + answer.body;
  const auto request = header_of(answer, "X-Request-Id");
  if (!request.empty()) text = replace_all(std::move(text), request, "REQUEST");
  text = replace_all(std::move(text), target, "TARGET");
  std::string kept;
  for (const auto line : split(text, '\n'))
    if (!line.starts_with("Date:")) kept += std::string(line) + "\n";
  return replace_all(std::move(kept), file, "FILE");
}

/// A file of the service (or of another one) to which the person stands so, with that mark.
struct Case {
  std::optional<Relation> relation;
  std::optional<domain::Mark> mark;
};

class Files {
 public:
  explicit Files(SiteUnderTest& site) : site_(site) {}

  FileId add(const store::Person& person, const Case& made) {
    const auto file = platform::random_id<FileId>();
    const auto written = site_.database().write(
        [&](Transaction& transaction) -> Status { return fill(transaction, file, person, made); });
    if (!written) throw std::runtime_error(written.error().message);
    return file;
  }

 private:
  Status fill(Transaction& transaction, FileId file, const store::Person& person,
              const Case& made) {
    const auto now = site_.people().clock.now() - std::chrono::hours(1);
    NL_TRY(held, store::roles_of(transaction, person.id));
    NL_TRY(all, store::organisations(transaction));
    const auto service =
        std::ranges::find(all, store::OrganisationKind::Service, &store::Organisation::kind)->id;
    const bool walled = made.mark == domain::Mark::VictimWalled;
    NL_CHECK(store::begin_file(transaction, file, service,
                               walled ? store::FileKind::Victim : store::FileKind::Child, now));
    const auto id = file.text();
    NL_CHECK(transaction.run(
        walled ? "insert into victim (file_id, service_id, reference) "
                 "values (:file, :service, :file)"
               : "insert into child (file_id, service_id, family_name, given_names, sort_name) "
                 "values (:file, :service, 'Exampleby', 'Wren', :file)",
        {{"file", id}, {"service", service.text()}}));
    NL_CHECK(
        transaction.run("update file set restricted = :restricted, held = :held where id = :id",
                        {{"restricted", made.mark == domain::Mark::Restricted},
                         {"held", made.mark == domain::Mark::LegalHold},
                         {"id", id}}));
    if (made.mark == domain::Mark::ConflictOfInterest)
      NL_CHECK(transaction.run(
          "insert into conflict_of_interest (id, file_id, person_id, words, from_at) "
          "values (:id, :file, :person, 'aunt', :now)",
          {{"id", random_id()},
           {"file", id},
           {"person", person.id.text()},
           {"now", platform::iso(now)}}));
    if (!made.relation || *made.relation == Relation::ServiceCase) return done();
    return store::give_sight(transaction, {.holder = store::Holder::of(person.id),
                                           .organisation = held.front().organisation,
                                           .file = file,
                                           .relation = *made.relation,
                                           .from = now,
                                           .cause_id = "test"});
  }

  SiteUnderTest& site_;
};

/// What the tables that were written by hand expect of somebody of that role.
Expected expected(const ExpectedOfRole& role, domain::Action action, const Case& made,
                  bool in_service) {
  if (made.mark == domain::Mark::Restricted || made.mark == domain::Mark::ConflictOfInterest)
    return Expected::Denied;
  const auto& table = made.mark == domain::Mark::VictimWalled ? role.victim : role.child;
  auto best = Expected::Denied;
  for (std::size_t i = 0; i < domain::relation_count; ++i) {
    const auto relation = static_cast<Relation>(i);
    const bool stands =
        relation == made.relation || (in_service && relation == Relation::ServiceCase);
    if (!stands) continue;
    if (table.at(action).at(i) == Expected::Allowed) return Expected::Allowed;
    if (table.at(action).at(i) == Expected::NeedsReason) best = Expected::NeedsReason;
  }
  return best;
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto mark :
       {std::optional<domain::Mark>{}, std::optional(domain::Mark::Restricted),
        std::optional(domain::Mark::VictimWalled), std::optional(domain::Mark::ConflictOfInterest),
        std::optional(domain::Mark::LegalHold)})
    for (const auto relation : {std::optional<Relation>{}, std::optional(Relation::OwnCase),
                                std::optional(Relation::TeamCase), std::optional(Relation::Sampled),
                                std::optional(Relation::Invited)})
      all.push_back({relation, mark});
  return all;
}

}  // namespace

TEST_CASE("every route has a row that says whom it is for and what it asks") {
  SiteUnderTest site({}, SignInThere::Yes);
  web::Router router;
  web::add_all_routes(router, site.site());
  const auto all = rows();
  for (const auto& route : router.routes()) {
    const auto method = std::string(web::name_of(route.method));
    CAPTURE(method);
    CAPTURE(route.pattern);
    const auto row = std::ranges::find_if(all, [&](const Row& each) {
      return each.method == method && each.pattern == route.pattern;
    });
    CHECK_MESSAGE(row != all.end(), "tests/access/routes.csv has no row for this route");
    if (row != all.end()) CHECK(row->audience == words(route.options.audience));
  }
  std::set<std::string> seen;
  for (const auto& row : all) {
    CAPTURE(row.pattern);
    CHECK(seen.insert(row.method + row.pattern).second);
    if (row.asks.starts_with("file ")) CHECK(domain::parse_action(row.asks.substr(5)).has_value());
  }
}

TEST_CASE("a stranger cannot tell an address that somebody has from one that nobody has") {
  SiteUnderTest site({}, SignInThere::Yes);
  const auto practitioner = site.database().read([&](store::Session& session) {
    return store::person_by_sign_in_name(session,
                                         site.people().holder_of("Practitioner").sign_in_name);
  });
  REQUIRE(practitioner);
  const auto file = Files(site).add(**practitioner, {Relation::OwnCase, {}}).text();
  web::Router router;
  web::add_all_routes(router, site.site());
  for (const auto& route : router.routes()) {
    if (route.options.audience != web::Audience::SignedIn || route.method != web::Method::Get)
      continue;
    CAPTURE(route.pattern);
    const auto there = address(route.pattern, file);
    auto nowhere_file = random_id();
    const auto nowhere = address(route.pattern, nowhere_file);
    Visit stranger(site);
    const auto of_somebody = stranger.get(there);
    Visit another(site);
    const auto of_nobody = another.get(nowhere);
    CHECK(of_somebody.status == 303);
    CHECK(location(of_somebody).starts_with("/sign-in"));
    CHECK(of_somebody.status == of_nobody.status);
    CHECK(of_somebody.body == of_nobody.body);
  }
}

TEST_CASE("each role is answered by each route about a file as its tables expect") {
  SiteUnderTest site({}, SignInThere::Yes);
  web::Router router;
  web::add_all_routes(router, site.site());
  const auto routes = router.routes();
  std::vector<Row> about_files;
  for (const auto& row : rows()) {
    const bool there = std::ranges::any_of(routes, [&](const auto& route) {
      return route.pattern == row.pattern && web::name_of(route.method) == row.method;
    });
    if (there && row.method == "GET" && row.asks.starts_with("file ")) about_files.push_back(row);
  }
  for (const auto& role : site.people().policy.roles()) {
    if (role.by_link) continue;
    const auto& person = site.people().holder_of(role.title);
    const auto known = site.database().read([&](store::Session& session) {
      return store::person_by_sign_in_name(session, person.sign_in_name);
    });
    REQUIRE(known);
    const auto hand_written = expected_of(role.code);
    const bool in_service = std::ranges::find(role.at, std::string("service")) != role.at.end();
    Visit visit(site);
    visit.sign_in(person);
    for (const auto& made : cases()) {
      const auto file = Files(site).add(**known, made).text();
      for (const auto& row : about_files) {
        CAPTURE(role.code);
        CAPTURE(row.pattern);
        CAPTURE((made.relation ? code(*made.relation) : "no relation of their own"));
        CAPTURE((made.mark ? code(*made.mark) : "no mark"));
        const auto action = *domain::parse_action(row.asks.substr(5));
        const auto wanted = expected(hand_written, action, made, in_service);
        const auto finds = expected(hand_written, domain::Action::FindFile, made, in_service);
        const auto target = address(row.pattern, file);
        const auto answer = visit.get(target);
        if (wanted == Expected::NeedsReason) {
          CHECK(answer.status == 303);
          CHECK(location(answer).starts_with("/files/" + file + "/reason"));
        } else if (wanted == Expected::Denied && finds == Expected::Denied) {
          const auto nobody = random_id();
          const auto nowhere = address(row.pattern, nobody);
          CHECK(answer.status == 404);
          CHECK(told(answer, file, target) == told(visit.get(nowhere), nobody, nowhere));
        } else if (wanted == Expected::Denied) {
          CHECK(answer.status == 403);
        } else {
          // What is asked for beyond the file (a record, a version) may not be there.
          const bool more = split(row.pattern, ':').size() > 2 || made.mark.has_value();
          CHECK((answer.status == 200 || (more && answer.status == 404)));
        }
      }
    }
  }
}

}  // namespace northlight::testing

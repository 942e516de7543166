#include "casework/explain_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "accounts/scope.hpp"
#include "casework/file_marks.hpp"
#include "store/sight.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {
namespace {

using Why = casework::SightReason::Why;

std::vector<Why> whys(const casework::ExplainedFiles& page, domain::FileId file) {
  std::vector<Why> all;
  for (const auto& one : page.files)
    if (one.file == file)
      for (const auto& reason : one.reasons) all.push_back(reason.why);
  return all;
}

bool named(const casework::ExplainedFiles& page, domain::FileId file) {
  return std::ranges::any_of(
      page.files, [&](const auto& one) { return one.file == file && one.child.has_value(); });
}

}  // namespace

TEST_CASE("each file that somebody finds is listed with what lets them find it") {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    AService service(engine);
    const auto manager = service.person("practice-manager", "North");
    const auto worker = service.person("practitioner", "North");
    const auto away = service.person("practitioner", "South");
    const auto auditor = service.person("log-auditor");
    const auto own = service.child("Aardvark", "North", worker);
    const auto team = service.child("Badger", "North");
    const auto lent = service.child("Curlew", "South", away);
    const auto wide = service.child("Dunlin", "South");
    const auto secret = service.child("Egret", "North", worker);
    const auto conflict = service.child("Fulmar", "North");
    const auto head = service.person("head-of-service");
    REQUIRE(casework::restrict_file(*service.gate, service.asker(head), secret, "Invented",
                                    {worker, head}));
    REQUIRE(casework::declare_conflict(*service.gate, service.asker(head), conflict, manager,
                                       "Invented"));
    service.write([&](store::Transaction& transaction) {
      return accounts::arrange_cover(transaction, shipped_policy(), {.at = service.now},
                                     {away, worker, service.organisation("service"), service.now,
                                      service.now + std::chrono::days(7)});
    });
    const auto explain = [&](domain::PersonId asker, domain::PersonId person,
                             const std::optional<domain::FileId>& after = {},
                             std::size_t most = 50) {
      auto page = casework::explain_files(*service.gate, service.asker(asker),
                                          service.organisation("service"), person, after, most);
      REQUIRE(page);
      return *std::move(page);
    };

    const auto page = explain(manager, worker);
    CHECK(page.files.size() == 6);
    CHECK(whys(page, own) == std::vector{Why::OwnCase, Why::TeamCase, Why::Service});
    CHECK(whys(page, team) == std::vector{Why::TeamCase, Why::Service});
    CHECK(whys(page, lent) == std::vector{Why::Cover, Why::Service});
    CHECK(whys(page, wide) == std::vector{Why::Cover, Why::Service});
    CHECK(whys(page, secret).back() == Why::Named);
    // A name stands where the manager finds the child: not on the restricted file, and not where a
    // conflict of interest lies between the two.
    for (const auto& file : {own, team, lent, wide}) CHECK(named(page, file));
    CHECK_FALSE(named(page, secret));
    CHECK_FALSE(named(page, conflict));
    const auto by_auditor = explain(auditor, worker);
    CHECK(by_auditor.files.size() == 6);
    for (const auto& one : by_auditor.files) CHECK_FALSE(one.child);
    const auto listed = service.last_line();
    CHECK(listed.action == "explain-sight");
    CHECK(listed.listed.find(secret.text()) != std::string::npos);

    // Page by page, each file once; and as many as are counted.
    std::vector<domain::FileId> all;
    std::optional<domain::FileId> after;
    do {
      const auto part = explain(auditor, worker, after, 4);
      for (const auto& one : part.files) all.push_back(one.file);
      after = part.next;
    } while (after);
    CHECK(all.size() == 6);
    CHECK(std::ranges::is_sorted(all));
    const auto counted = casework::explain_sight(*service.gate, service.asker(auditor),
                                                 service.organisation("service"), worker);
    REQUIRE(counted);
    CHECK(counted->all.children == 6);

    CHECK_FALSE(casework::explain_files(*service.gate, service.asker(worker),
                                        service.organisation("service"), manager, {}, 50));
    const auto elsewhere = service.person("practitioner", "", "elsewhere");
    CHECK_FALSE(casework::explain_files(*service.gate, service.asker(manager),
                                        service.organisation("service"), elsewhere, {}, 50));
  }
}

TEST_CASE("an inspectorate explains what was sampled, by the number of the file alone") {
  AService service(store::Engine::Sqlite);
  const auto inspector = service.person("inspector", "", "inspectorate");
  const auto auditor = service.person("log-auditor", "", "inspectorate");
  const auto file = service.child("Aardvark", "North");
  service.child("Badger", "North");
  service.write([&](store::Transaction& transaction) {
    return store::give_sight(transaction, {.holder = store::Holder::of(inspector),
                                           .organisation = service.organisation("inspectorate"),
                                           .file = file,
                                           .relation = domain::Relation::Sampled,
                                           .from = service.now,
                                           .cause = store::SightCause::Sample,
                                           .cause_id = "3m673vb9n0k1pxfdg64gdq6wnq"});
  });
  const auto page =
      casework::explain_files(*service.gate, service.asker(auditor),
                              service.organisation("inspectorate"), inspector, {}, 50);
  REQUIRE(page);
  REQUIRE(page->files.size() == 1);
  CHECK(page->files.front().file == file);
  CHECK(page->files.front().where == "service");
  CHECK(whys(*page, file) == std::vector{Why::Sample});
  CHECK_FALSE(page->files.front().child);
  // The file is named on its own service's log, and not on the inspectorate's.
  const auto named_in = [&](std::string_view organisation) {
    const auto listed = service.database->read([&](store::Session& session) {
      return session.rows<std::string>(
          "select e.listed from audit_entry e join audit_chain c on c.id = e.chain "
          "where e.action = 'explain-sight' and c.service = :service",
          {{"service", service.organisation(organisation).text()}});
    });
    REQUIRE(listed);
    return *listed;
  };
  CHECK(named_in("service") == std::vector{file.text()});
  CHECK(named_in("inspectorate") == std::vector{std::string()});
}

}  // namespace northlight::testing

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "accounts/scope.hpp"
#include "casework/children.hpp"
#include "casework/samples.hpp"
#include "casework/victims.hpp"
#include "store/erasure.hpp"
#include "tests/access/a_service.hpp"
#include "tests/store/granted.hpp"

namespace northlight::testing {

using Files = std::vector<domain::FileId>;

/// A service with three children whose cases fit a sample, one whose case began later, a victim;
/// and an inspectorate.
struct Sampling {
  explicit Sampling(store::Engine engine) : service(engine) {
    lead = service.person("lead-inspector", "", "inspectorate");
    inspector = service.person("inspector", "", "inspectorate");
    other_inspector = service.person("inspector", "", "inspectorate");
    reviewer = service.person("inspectorate-quality-reviewer", "", "inspectorate");
    head = service.person("head-of-service");
    head_elsewhere = service.person("head-of-service", "", "elsewhere");
    worker = service.person("practitioner", "North");
    aardvark = service.child("Aardvark", "North");
    badger = service.child("Badger", "North", worker);
    curlew = service.child("Curlew", "South");
    const auto victims = service.person("victim-worker", "North");
    const auto victim = casework::add_victim(
        *service.gate, service.asker(victims), service.organisation("service"), "V-0001",
        {.opened_on = day("2026-11-23"), .worker = {service.team("North"), victims}});
    REQUIRE(victim);
    service.now += std::chrono::hours(24);
    dunlin = service.child("Dunlin", "North");
  }

  accounts::Gate& gate() { return *service.gate; }
  accounts::Asker by(domain::PersonId person) const { return service.asker(person); }

  casework::NewSample typed() const {
    return {.service = service.organisation("service"),
            .title = "Exampleshire 2026",
            .fieldwork_on = day("2026-12-07"),
            .window_from = day("2026-11-01"),
            .window_to = day("2026-11-23"),
            .kinds = {domain::CaseKind::Court, domain::CaseKind::Custody}};
  }
  store::SampleId begun() {
    const auto id = casework::begin_sample(gate(), by(lead), typed());
    REQUIRE(id);
    return *id;
  }
  casework::SamplePage open(domain::PersonId who, store::SampleId id) {
    auto page = casework::open_sample(*service.database, gate(), by(who), id);
    REQUIRE(page);
    return *std::move(page);
  }
  void send_list(store::SampleId id) {
    casework::CaseListTyped typed;
    typed.cases = open(head, id).all_fitting;
    REQUIRE(casework::send_case_list(*service.database, gate(), by(head), id, typed));
  }
  std::int64_t number_of(store::SampleId id, domain::FileId file) {
    for (const auto& one : open(head, id).cases)
      if (one.child && one.child->file == file) return one.number;
    FAIL("the file is not on the list");
    return 0;
  }
  Status notify_numbers(store::SampleId id, std::vector<std::int64_t> numbers,
                        std::vector<domain::PersonId> inspectors) {
    return casework::notify_sample(*service.database, gate(), by(lead), id,
                                   {std::move(numbers), std::move(inspectors), day("2026-12-18")});
  }
  Status notify(store::SampleId id, const Files& files, std::vector<domain::PersonId> inspectors) {
    std::vector<std::int64_t> numbers;
    for (const auto& file : files) numbers.push_back(number_of(id, file));
    return notify_numbers(id, std::move(numbers), std::move(inspectors));
  }
  Status end(store::SampleId id, casework::SampleEnd how) {
    return casework::end_sample(*service.database, gate(), by(lead), id, how);
  }
  /// The children whom somebody finds, by name.
  Files sees(domain::PersonId who) {
    const auto page = casework::list_children(gate(), by(who), accounts::any_relation, {}, 100);
    REQUIRE(page);
    Files files;
    for (const auto& child : page->children) files.push_back(child.file);
    return files;
  }
  void conflict(domain::FileId file, domain::PersonId who) {
    service.write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run(
          "insert into conflict_of_interest (id, file_id, person_id, words, from_at) values "
          "(:id, :file, :person, 'Invented', :at)",
          {{"id", platform::random_id<domain::RowId>().text()},
           {"file", file.text()},
           {"person", who.text()},
           {"at", platform::iso(service.now)}}));
      return done();
    });
  }
  void erase(domain::FileId file) {
    service.write([&](store::Transaction& transaction) {
      return store::erase_file(transaction, store::GrantForTests::of(file, head, service.now));
    });
  }
  void move_elsewhere(domain::FileId file) {
    service.write([&](store::Transaction& transaction) -> Status {
      NL_CHECK(transaction.run(
          "update file set service_id = :service where id = :file",
          {{"service", service.organisation("elsewhere").text()}, {"file", file.text()}}));
      return done();
    });
  }

  struct ChainLine {
    std::string action;
    std::string role;
    std::string listed;
    std::string justification{};
  };
  /// Of the chain of that organisation, those of the act.
  std::vector<ChainLine> lines(std::string_view organisation, const std::string& code) {
    const auto found = service.database->read([&](store::Session& session) {
      return session.rows<std::string, std::string, std::string, std::optional<std::string>>(
          "select e.action, e.role, e.listed, e.justification from audit_entry e join audit_chain "
          "c "
          "on c.id = e.chain where c.service = :service order by e.number",
          {{"service", service.organisation(organisation).text()}},
          [](std::string action, std::string role, std::string listed,
             std::optional<std::string> justification) {
            return ChainLine{std::move(action), std::move(role), std::move(listed),
                             std::move(justification).value_or("")};
          });
    });
    REQUIRE(found);
    std::vector<ChainLine> of_act;
    for (const auto& line : *found)
      if (line.action == code || line.action.starts_with(code + ":")) of_act.push_back(line);
    return of_act;
  }

  AService service;
  domain::PersonId lead{IdBits{}};
  domain::PersonId inspector{IdBits{}};
  domain::PersonId other_inspector{IdBits{}};
  domain::PersonId reviewer{IdBits{}};
  domain::PersonId head{IdBits{}};
  domain::PersonId head_elsewhere{IdBits{}};
  domain::PersonId worker{IdBits{}};
  domain::FileId aardvark{IdBits{}};
  domain::FileId badger{IdBits{}};
  domain::FileId curlew{IdBits{}};
  domain::FileId dunlin{IdBits{}};
};

/// On each engine.
template <typename F>
void sampling_everywhere(F test) {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    Sampling desk(engine);
    test(desk);
  }
}

}  // namespace northlight::testing

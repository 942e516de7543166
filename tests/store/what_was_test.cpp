#include "store/what_was.hpp"

#include <doctest/doctest.h>

#include "store/cases.hpp"
#include "store/migrate.hpp"
#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

store::Schema schema_before(std::int64_t number) {
  auto schema = project_schema();
  std::erase_if(schema, [&](const store::Migration& step) { return step.number >= number; });
  return schema;
}

/// A file with one case, as a database held it before what was began to be kept.
constexpr std::array<std::string_view, 5> older_rows{
    "insert into organisation (id, kind, slug, name, added_at) values "
    "('3m673vb9n0k1pxfdg64gdq6wnr', 'service', 'o', 'O', '2026')",
    "insert into person (id, kind, name, joined_on, added_at) values "
    "('3m673vb9n0k1pxfdg64gdq6wns', 'staff', 'P', '2026-01-01', '2026-01-01T00:00:00.000Z')",
    "insert into file (id, service_id, kind, opened_at, restricted, held) values "
    "('3m673vb9n0k1pxfdg64gdq6wnq', '3m673vb9n0k1pxfdg64gdq6wnr', 'child', "
    "'2026-01-05T00:00:00.000Z', :no, :no)",
    "insert into child (file_id, service_id, family_name, given_names, born_on, sort_name) values "
    "('3m673vb9n0k1pxfdg64gdq6wnq', '3m673vb9n0k1pxfdg64gdq6wnr', 'Fulmar', 'Invented', "
    "'2010-05-17', 'fulmar')",
    "insert into child_case (id, file_id, kind, stage, opened_on) values "
    "('3m673vb9n0k1pxfdg64gdq6wnt', '3m673vb9n0k1pxfdg64gdq6wnq', 'court', 'planning', "
    "'2026-01-05')"};

}  // namespace

TEST_CASE("what stands in files is taken over by the step that begins to keep what was") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open();
    REQUIRE(store::migrate(*database, schema_before(28)));
    REQUIRE(database->write([](store::Transaction& transaction) -> Status {
      for (const auto row : older_rows)
        NL_CHECK(row.find(":no") == std::string_view::npos ? transaction.run(row, {})
                                                           : transaction.run(row, {{"no", false}}));
      return done();
    }));
    REQUIRE(store::migrate(*database, project_schema()));

    const auto file = *domain::FileId::parse("3m673vb9n0k1pxfdg64gdq6wnq");
    const auto a_case = *domain::CaseId::parse("3m673vb9n0k1pxfdg64gdq6wnt");
    const auto someone = *domain::PersonId::parse("3m673vb9n0k1pxfdg64gdq6wns");
    const auto now = *platform::parse_instant("2036-11-23T12:00:00.000Z");
    const auto grant = store::GrantForTests::of(file, someone, now);
    REQUIRE(database->write([&](store::Transaction& transaction) {
      return store::set_stage(transaction, grant, a_case, domain::CaseStage::Delivering);
    }));
    REQUIRE(database->read([&](store::Session& session) -> Status {
      NL_TRY(children, store::child_over_time(session, grant));
      REQUIRE(children.size() == 1);
      CHECK(children.front().child.family_name.reveal() == "Fulmar");
      CHECK(children.front().child.born_on.reveal() == *parse_date("2010-05-17"));
      CHECK(children.front().from.taken_over);
      NL_TRY(stages, store::cases_over_time(session, grant));
      REQUIRE(stages.size() == 2);
      CHECK(stages.front().stage == domain::CaseStage::Planning);
      CHECK(stages.front().from.taken_over);
      CHECK(stages.front().from.at < now);
      CHECK(stages.back().stage == domain::CaseStage::Delivering);
      CHECK(stages.back().from.at == now);
      CHECK_FALSE(stages.back().from.taken_over);
      return done();
    }));
  }
}

#include <doctest/doctest.h>

#include "store/migrate.hpp"
#include "store/samples.hpp"
#include "store/sight.hpp"
#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

/// The project's schema up to that step.
store::Schema schema_up_to(std::int64_t number) {
  auto schema = project_schema();
  std::erase_if(schema, [&](const store::Migration& step) { return step.number > number; });
  return schema;
}

}  // namespace

TEST_CASE("a sample that runs without an end is given one by the step that brings ends") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open();
    REQUIRE(store::migrate(*database, schema_up_to(25)));
    const std::string sample = "3m673vb9n0k1pxfdg64gdq6wnq";
    const std::string other = "3m673vb9n0k1pxfdg64gdq6wnr";
    const auto begun = database->write([&](store::Transaction& transaction) -> Status {
      const auto insert = [&](std::string_view sql) { return transaction.run(sql, {}); };
      NL_CHECK(
          insert("insert into organisation (id, kind, slug, name, added_at) values ('o', "
                 "'service', 'o', 'O', '2026')"));
      NL_CHECK(
          insert("insert into person (id, kind, name, joined_on, added_at) values "
                 "('p', 'staff', 'P', '2026-01-01', '2026-01-01T00:00:00.000Z')"));
      NL_CHECK(transaction.run(
          "insert into file (id, service_id, kind, opened_at, restricted, held) values "
          "('f', 'o', 'child', '2026-01-01T00:00:00.000Z', :no, :no)",
          {{"no", false}}));
      for (const auto& [id, signed_at] :
           {std::pair(sample, std::optional<std::string>{}),
            std::pair(other, std::optional<std::string>("2026-02-01T00:00:00.000Z"))}) {
        NL_CHECK(transaction.run(
            "insert into sample (id, inspectorate_id, service_id, title, fieldwork_on, "
            "window_from, window_to, begun_by, begun_at, list_sent_at, notified_at, "
            "evidence_signed_at) values (:id, 'o', 'o', 'T', '2026-01-05', '2025-01-01', "
            "'2025-12-31', 'p', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', "
            "'2026-01-02T00:00:00.000Z', :signed)",
            {{"id", id}, {"signed", signed_at}}));
        NL_CHECK(transaction.run(
            "insert into sight (id, holder_kind, holder_id, organisation_id, file_id, relation, "
            "from_at, until_at, cause_kind, cause_id) values (:row, 'person', 'p', 'o', 'f', "
            "'sampled', '2026-01-02T00:00:00.000Z', :until, 'sample', :id)",
            {{"row", "s" + id}, {"until", signed_at}, {"id", id}}));
      }
      return done();
    });
    if (!begun) FAIL(begun.error().message);
    REQUIRE(store::migrate(*database, project_schema()));

    const auto end_of = [&](const std::string& id) {
      const auto found = database->read([&](store::Session& session) {
        return session.row<std::optional<std::string>, std::optional<std::string>>(
            "select s.last_day, r.until_at from sample s join sight r on r.cause_id = s.id "
            "where s.id = :id",
            {{"id", id}}, [](std::optional<std::string> day, std::optional<std::string> until) {
              return std::pair(std::move(day), std::move(until));
            });
      });
      REQUIRE(found);
      REQUIRE(*found);
      return **found;
    };
    const auto [day, until] = end_of(sample);
    REQUIRE(day);
    const auto last = parse_date(*day);
    REQUIRE(last);
    CHECK(until == platform::iso(platform::start_of_day_in_london(add_days(*last, 1))));
    // What was over stays as it was.
    const auto [none, before] = end_of(other);
    CHECK_FALSE(none);
    CHECK(before == "2026-02-01T00:00:00.000Z");
  }
}

#include <doctest/doctest.h>

#include "store/audit_reading.hpp"
#include "tests/access/a_service.hpp"

namespace northlight::testing {

TEST_CASE("a family name is the same in several words, with other letters, and from before") {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    AService service(engine);
    const auto worker = service.person("practitioner", "North");
    const auto file = service.child("Dunlin", "North", worker);
    const auto set = [&](const char* sql, const std::string& id, const char* name) {
      service.write([&](store::Transaction& transaction) {
        return transaction.run(sql, {{"id", id}, {"name", name}});
      });
    };
    const auto family = [&](const char* name) {
      set("update child set family_name = :name where file_id = :id", file.text(), name);
    };
    const auto is_same = [&](const char* person) {
      set("update person set name = :name where id = :id", worker.text(), person);
      const auto found = service.database->read([&](store::Session& session) {
        return store::same_names(session, {{worker, file}});
      });
      REQUIRE(found);
      return found->size() == 1;
    };
    family("van der Bergh");
    CHECK(is_same("Ada van der Bergh"));
    CHECK_FALSE(is_same("Ada van der Meer"));
    family("Da Silv\u00e9");
    CHECK(is_same("Ada da SILVE"));
    family("Moss Hollow");
    CHECK(is_same("Ada Hollow"));
    CHECK(is_same("Ada Moss"));
    CHECK_FALSE(is_same("Moss Hollow Meer"));
    family("Moss");
    CHECK(is_same("Ada Moss-Hollow"));
    // They were called so before.
    CHECK(is_same("Ada Dunlin"));
    CHECK_FALSE(is_same(""));
  }
}

}  // namespace northlight::testing

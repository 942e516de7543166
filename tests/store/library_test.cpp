#include <doctest/doctest.h>

#include "store/sql_library.hpp"
#include "tests/store/engines.hpp"
#include "tests/store/library_contract.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

template <typename Promise>
void on_each_engine(Promise promise) {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto database = fresh.open_migrated();
    store::SqlLibrary library(*database);
    promise(library);
  }
}

}  // namespace

TEST_CASE("the library gives back what it was given") {
  on_each_engine(library_keeps_what_it_is_given);
}
TEST_CASE("importing the same thing twice changes nothing") {
  on_each_engine(library_takes_the_same_thing_twice_without_change);
}
TEST_CASE("the library counts what changes it, and nothing else") {
  on_each_engine(library_counts_its_changes);
}
TEST_CASE("a change of the library by another process is counted for all") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    const FreshDatabase fresh(engine);
    const auto here = fresh.open_migrated();
    const auto elsewhere = store::Database::open(fresh.url()).value();
    store::SqlLibrary reader(*here);
    store::SqlLibrary writer(*elsewhere);
    const auto before = reader.changes().value();
    REQUIRE(writer.put(an_inspection()));
    CHECK(reader.changes().value() > before);
  }
}
TEST_CASE("a published report wins over a ratings table whichever comes first") {
  on_each_engine(library_lets_a_report_win_whatever_comes_first);
}
TEST_CASE("what a source no longer states is gone when it is read again") {
  on_each_engine(library_takes_back_what_a_source_no_longer_states);
}
TEST_CASE("our summary's words never stand in a published report") {
  on_each_engine(library_never_mixes_our_words_into_a_report);
}
TEST_CASE("inspections and services are sorted by the scales of their editions") {
  on_each_engine(library_sorts_by_the_scale_it_is_handed);
}
TEST_CASE("an import is kept whole or not at all") {
  on_each_engine(library_refuses_all_when_one_is_wrong);
}
TEST_CASE("services and inspections are listed, filtered, found and counted") {
  on_each_engine(library_lists_filters_and_counts);
}

#include "store/addresses.hpp"

#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

Date day(const char* text) { return *parse_date(text); }

/// One child's addresses, recorded on days of their own.
struct Setting : RecordSetting {
  using RecordSetting::RecordSetting;

  void lives(const char* house, const char* from, const char* recorded) {
    write([&](store::Transaction& transaction) {
      const auto at = *platform::parse_instant(std::string(recorded) + "T12:00:00.000Z");
      return store::add_address(transaction, store::GrantForTests::of(file, ann, at),
                                {.id = platform::random_id<store::AddressId>(),
                                 .house = Sensitive(std::string(house)),
                                 .street = Sensitive(std::string("Weir Lane")),
                                 .postcode = Sensitive(std::optional<std::string>("XX1 2AB")),
                                 .from = day(from),
                                 .recorded_by = ann});
    });
  }
  std::vector<store::AddressRow> all() {
    return read([&](store::Session& session) { return store::addresses_of(session, by(ann)); });
  }
};

std::string house(const store::AddressRow* row) {
  return row == nullptr ? "" : row->house.reveal();
}

}  // namespace

TEST_CASE("an address follows another from its day, or corrects it, and both are kept") {
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    Setting setting(engine);
    CHECK(setting.all().empty());
    setting.lives("1", "2026-01-10", "2026-01-12");
    setting.lives("2", "2026-03-10", "2026-05-12");
    setting.lives("3", "2026-03-10", "2026-06-12");  // It was 3 all along.
    setting.lives("", "2026-07-10", "2026-07-10");
    const auto all = setting.all();
    REQUIRE(all.size() == 4);
    CHECK(all[0].house.reveal().empty());
    CHECK(all[0].recorded_by == setting.ann);
    CHECK(all[0].postcode.reveal() == "XX1 2AB");

    const auto lived = [&](const char* on, const char* known_on) {
      return house(store::address_on(all, day(on), day(known_on)));
    };
    CHECK(store::address_on(all, day("2026-01-09"), day("2026-12-01")) == nullptr);
    CHECK(store::address_on(all, day("2026-01-11"), day("2026-01-11")) == nullptr);
    CHECK(lived("2026-01-11", "2026-01-12") == "1");
    CHECK(lived("2026-04-01", "2026-04-01") == "1");  // The move was not known yet.
    CHECK(lived("2026-04-01", "2026-05-12") == "2");
    CHECK(lived("2026-04-01", "2026-12-01") == "3");
    const auto turn = store::addresses_in_turn(all);
    REQUIRE(turn.size() == 3);
    CHECK(house(turn[1]) == "3");
    CHECK(house(turn[2]) == "1");

    // Of another file there is none.
    CHECK(setting
              .read([&](store::Session& session) {
                return store::addresses_of(
                    session,
                    store::GrantForTests::of(setting.other_file, setting.ann, setting.now));
              })
              .empty());
  }
}

TEST_CASE("an address of somebody who works there is kept as hashes of their own") {
  const auto keys = platform::Keys::for_this_run();
  for (const auto engine : engines()) {
    CAPTURE(static_cast<int>(engine));
    RecordSetting setting(engine);
    const auto hashes = store::address_hashes(keys, setting.ann, "XX1 2AB", "12 a");
    CHECK(hashes == store::address_hashes(keys, setting.ann, "XX1 2AB", "12A"));
    const auto next_door = store::address_hashes(keys, setting.ann, "XX1 2AB", "14");
    CHECK(hashes.postcode == next_door.postcode);
    CHECK(hashes.address != next_door.address);
    CHECK_FALSE(hashes.postcode ==
                store::address_hashes(keys, setting.ben, "XX1 2AB", "12A").postcode);

    const auto kept = [&] {
      return setting.read(
          [&](store::Session& session) { return store::person_address(session, setting.ann); });
    };
    CHECK_FALSE(kept());
    setting.write([&](store::Transaction& transaction) {
      return store::put_person_address(transaction, setting.ann, {next_door, setting.now});
    });
    setting.write([&](store::Transaction& transaction) {
      return store::put_person_address(transaction, setting.ann, {hashes, setting.now});
    });
    REQUIRE(kept());
    CHECK(kept()->hashes == hashes);
    CHECK(kept()->given_at == setting.now);
    setting.write([&](store::Transaction& transaction) {
      return store::forget_person_address(transaction, setting.ann);
    });
    CHECK_FALSE(kept());
  }
}

#include <fstream>

#include "store/backup.hpp"
#include "store/uploads.hpp"
#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

constexpr std::string_view letter = "%PDF-1.7\nA letter.\n%%EOF\n";
constexpr std::string_view note = "Diolch yn fawr.";

}  // namespace

TEST_CASE("a backup holds the uploads, and a restore puts them back") {
  for (const auto engine : engines()) {
    CAPTURE(std::string(store::name_of(engine)));
    RecordSetting at(engine);
    const TemporaryFolder place;
    const store::UploadFolder folder(place.path() / "uploads");
    const auto file = place.path() / "backup";
    std::vector<std::string> hashes;
    for (const auto content : {letter, note}) {
      hashes.push_back(*folder.keep(content));
      at.write([&](store::Transaction& transaction) {
        return store::add_upload(transaction, at.by(at.ann), hashes.back(),
                                 domain::UploadKind::PlainText, content.size());
      });
    }
    const auto kept = store::backup(*at.database, file, folder.path());
    REQUIRE(kept);
    CHECK(kept->uploads.size() == 2);

    const FreshDatabase other(engine);
    const store::UploadFolder restored(place.path() / "restored");
    const auto again = store::restore(file, other.url(), project_schema(), restored.path());
    if (!again) FAIL(again.error().message);
    CHECK(restored.read(hashes[0]).value() == letter);
    CHECK(restored.read(hashes[1]).value() == note);
    const auto database = other.open();
    CHECK(database->read([](store::Session& session) { return store::upload_hashes(session); })
              .value()
              .size() == 2);

    // A backup that would lack one is not made.
    std::ofstream(folder.place_of(hashes[0]), std::ios::trunc) << "damaged";
    const auto refused = store::backup(*at.database, place.path() / "second", folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == folder.place_of(hashes[0]).string());
    CHECK_FALSE(std::filesystem::exists(place.path() / "second"));
  }
}

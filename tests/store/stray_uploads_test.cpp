#include "store/stray_uploads.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "store/checksum.hpp"
#include "store/uploads.hpp"
#include "tests/store/record_setting.hpp"

using namespace northlight;
using namespace northlight::testing;

namespace {

namespace fs = std::filesystem;
using Moment = fs::file_time_type;

struct Folder : RecordSetting {
  explicit Folder(store::Engine engine) : RecordSetting(engine) {}

  std::string hold(const std::string& content) {
    return write([&](store::Transaction& transaction) {
      return store::keep_upload(transaction, by(ann), uploads, domain::UploadKind::PlainText,
                                content);
    });
  }
  /// As a program that was killed before its row was kept.
  fs::path leave(const std::string& content, const std::string& ending = "") {
    const auto hash = store::checksum_of(content);
    auto place = uploads.place_of(hash);
    place += ending;
    fs::create_directories(place.parent_path());
    std::ofstream(place) << content;
    return place;
  }
  store::StrayUploads look(Moment before) {
    const auto found = store::remove_stray_uploads(*database, uploads, before, now);
    REQUIRE(found);
    return *found;
  }

  TemporaryFolder outside{};
  store::UploadFolder uploads{outside.path() / "uploads"};
  Moment later = Moment::clock::now() + std::chrono::hours(2);
};

}  // namespace

TEST_CASE("content that no row names is taken away, whole or half written") {
  for (const auto engine : engines()) {
    Folder folder(engine);
    const auto held = folder.hold("a letter");
    const auto whole = folder.leave("a letter that was never kept");
    const auto half = folder.leave("half of", ".01JABCDEFGH");
    const auto foreign = folder.outside.path() / "uploads" / "notes.txt";
    std::ofstream(foreign) << "of somebody else";
    const auto found = folder.look(folder.later);
    CHECK(found.removed == 2);
    CHECK(found.left == 0);
    CHECK_FALSE(fs::exists(whole));
    CHECK_FALSE(fs::exists(half));
    CHECK(fs::exists(foreign));
    CHECK(folder.uploads.read(held));
    CHECK(folder.look(folder.later).removed == 0);
  }
}

TEST_CASE("content that may be in the keeping now stays") {
  Folder folder(store::Engine::Sqlite);
  folder.hold("a letter");
  const auto fresh = folder.leave("on its way");
  const auto half = folder.leave("on its way too", ".01JABCDEFGH");
  CHECK(folder.look(Moment::clock::now() - std::chrono::hours(1)).removed == 0);
  CHECK(fs::exists(fresh));
  CHECK(fs::exists(half));
}

TEST_CASE("a folder that another database knows loses nothing") {
  Folder folder(store::Engine::Sqlite);
  folder.hold("a letter");
  const auto one = folder.leave("a report");
  const auto two = folder.leave("another report");
  const auto found = folder.look(folder.later);
  CHECK(found.removed == 0);
  CHECK(found.left == 2);
  CHECK(fs::exists(one));
  CHECK(fs::exists(two));
}

TEST_CASE("a folder that is not there yet holds no strays") {
  Folder folder(store::Engine::Sqlite);
  CHECK(folder.look(folder.later).removed == 0);
}

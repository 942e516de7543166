#include "accounts/client_secret.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "store/provider_secrets.hpp"
#include "store/sealed_columns.hpp"
#include "tests/sign_in/a_service.hpp"

using namespace northlight;
using namespace northlight::testing;
using Handover = accounts::ClientSecrets::Handover;

namespace {

namespace fs = std::filesystem;

struct Handing {
  explicit Handing(store::Engine engine) : service(engine) {
    council.id = "council";
    council.issuer = "https://council.example";
    council.client_secret_file = folder.path() / "council.secret";
  }
  const fs::path& file() const { return *council.client_secret_file; }
  void hand_over(const std::string& secret) const {
    std::ofstream(file()) << secret << "\n";
    fs::permissions(file(), fs::perms::owner_read | fs::perms::owner_write);
  }
  std::string sealed() const {
    const auto text = must(service.database->read(
        [&](store::Session& session) { return store::provider_secret(session, council.issuer); }));
    REQUIRE(text);
    return *text;
  }
  std::string secret_by(const platform::Keys& keys) {
    accounts::ClientSecrets secrets(*service.database, keys);
    return std::string(must(secrets.of(council, service.now)).bytes());
  }

  AService service;
  TemporaryFolder folder{};
  accounts::IdentityProvider council{};
};

}  // namespace

TEST_CASE("a client secret is taken in from its file once, and lies nowhere in plain text") {
  for (const auto engine : engines()) {
    Handing handing(engine);
    accounts::ClientSecrets secrets(*handing.service.database, handing.service.keys);
    const auto nothing = secrets.take_in(handing.council, handing.service.now);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == ErrorCode::NotFound);
    handing.hand_over("weir-4711-heron");
    CHECK(must(secrets.take_in(handing.council, handing.service.now)) == Handover::TakenIn);
    CHECK_FALSE(fs::exists(handing.file()));
    CHECK(handing.sealed().find("heron") == std::string::npos);
    CHECK(must(secrets.take_in(handing.council, handing.service.now)) == Handover::None);
    CHECK(handing.secret_by(handing.service.keys) == "weir-4711-heron");
    // A new one needs no restart.
    handing.hand_over("otter-0815");
    CHECK(handing.secret_by(handing.service.keys) == "otter-0815");
    CHECK_FALSE(fs::exists(handing.file()));
  }
}

TEST_CASE("whoever looks after the system is told of every file that was taken away") {
  Handing handing(store::Engine::Sqlite);
  std::vector<fs::path> told;
  accounts::ClientSecrets secrets(*handing.service.database, handing.service.keys,
                                  [&](const fs::path& file) { told.push_back(file); });
  handing.hand_over("weir-4711-heron");
  CHECK(must(secrets.take_in(handing.council, handing.service.now)) == Handover::TakenIn);
  CHECK(must(secrets.take_in(handing.council, handing.service.now)) == Handover::None);
  handing.hand_over("otter-0815");
  CHECK(secrets.of(handing.council, handing.service.now));
  CHECK(told == std::vector{handing.file(), handing.file()});
}

TEST_CASE("a name that leads to a file elsewhere is taken in, and both stay") {
  Handing handing(store::Engine::Sqlite);
  std::vector<fs::path> told;
  accounts::ClientSecrets secrets(*handing.service.database, handing.service.keys,
                                  [&](const fs::path& file) { told.push_back(file); });
  handing.hand_over("weir-4711-heron");
  const auto elsewhere = handing.folder.path() / "vault";
  fs::rename(handing.file(), elsewhere);
  fs::create_symlink(elsewhere, handing.file());
  CHECK(must(secrets.take_in(handing.council, handing.service.now)) == Handover::FileStays);
  CHECK(handing.secret_by(handing.service.keys) == "weir-4711-heron");
  CHECK(fs::is_symlink(fs::symlink_status(handing.file())));
  CHECK(fs::file_size(elsewhere) > 0);
  CHECK(told.empty());
}

TEST_CASE("a file that others may read is refused and stays as it is") {
  Handing handing(store::Engine::Sqlite);
  handing.hand_over("weir-4711-heron");
  fs::permissions(handing.file(), fs::perms::group_read, fs::perm_options::add);
  accounts::ClientSecrets secrets(*handing.service.database, handing.service.keys);
  CHECK_FALSE(secrets.take_in(handing.council, handing.service.now));
  CHECK(fs::exists(handing.file()));
}

TEST_CASE("a client secret is sealed again when a key is added, and for no other provider") {
  for (const auto engine : engines()) {
    Handing handing(engine);
    const auto key_file = handing.folder.path() / "keys";
    const auto before = must(platform::Keys::make(key_file, handing.service.now));
    handing.hand_over("weir-4711-heron");
    CHECK(handing.secret_by(before) == "weir-4711-heron");
    const auto after = must(platform::Keys::rotate(key_file, handing.service.now));
    CHECK(must(handing.service.database->write([&](store::Transaction& transaction) {
            return store::seal_again(transaction, after);
          })) == 1);
    CHECK(after.is_sealed_by_newest(handing.sealed()));
    CHECK(handing.secret_by(after) == "weir-4711-heron");
    // Where the keys were lost, it is handed over once more.
    const auto others =
        must(platform::Keys::make(handing.folder.path() / "others", handing.service.now));
    accounts::ClientSecrets elsewhere(*handing.service.database, others);
    CHECK_FALSE(elsewhere.of(handing.council, handing.service.now));
    handing.hand_over("weir-4711-heron");
    CHECK(handing.secret_by(others) == "weir-4711-heron");
    handing.hand_over("weir-4711-heron");
    CHECK(handing.secret_by(after) == "weir-4711-heron");
    CHECK_FALSE(
        before.open(store::provider_secret_context(handing.council.issuer), handing.sealed()));
    CHECK_FALSE(
        after.open(store::provider_secret_context("https://police.example"), handing.sealed()));
  }
}
